"""`sayso list`: records that match a filter, as lines to read or as data for other programs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.model import TABLES, Record
from tui.cli.columns import COLUMNS, Counts, Page
from tui.cli.filter_argument import FilterCommand, filter_argument, remark_on_marks
from tui.cli.opening import opened, told
from tui.cli.output import put, say
from tui.cli.sorting import checked, completed

if TYPE_CHECKING:
    from store.archive import Archive
    from store.index import Result

NAMES = ("actors", "statements", "figures", "documents", "relations")


@click.command("list", cls=FilterCommand)
@click.argument("table", metavar="TABLE", type=click.Choice(NAMES))
@filter_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv", "markdown"]),
    default="table",
    help="A table to read (the default); JSON with all fields; CSV; a Markdown table. As in: --format json",
)
@click.option(
    "--sort",
    metavar="FIELD",
    shell_complete=completed,
    help="Sort by this field instead of newest first; a dash before it reverses, as in: --sort=-said",
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Only the first N, as in: --limit 20")
@click.pass_obj
def command(archive: Path | None, table: str, filter_text: str, form: str, sort: str | None, limit: int | None) -> None:
    """List the records of one TABLE that match FILTER; without one, all of them.

    TABLE is actors, statements, figures, documents or relations.

    The records go to the standard output, and how many they are of how many to the error output.

    \b
    Examples:
      sayso list statements actor:Egeland
      sayso list statements -actor:Russia said:2016-12-13..
      sayso list figures 'counted:civilians outcome:killed' --format json
      sayso list figures --sort value --limit 5
    """
    order = checked(table, sort) if sort else None
    chosen = opened(archive)
    result = chosen.search(filter_text)
    ids: Sequence[str] = result.ids(table)
    if order:
        from store.index import sort as sorted_by

        ids = sorted_by(chosen.index, table, ids, order.column, reverse=order.reverse)
    records = chosen.records.table(table)
    found = [records[record_id] for record_id in islice(ids, limit)]
    put(_rendered(chosen, table, found, form))
    say(_tally(chosen, result, table, len(found)))
    remark_on_marks(result.query)


def _rendered(archive: Archive, table: str, found: Sequence[Record], form: str) -> str:
    if form == "json":
        from tui.cli.spelled import array

        return array(archive.records, found)
    page = Page(archive.records, _counts(archive, table))
    if form == "csv":
        from store.export.csv import sheet
        from tui.cli.csv_columns import CSV_COLUMNS, rows

        return sheet(CSV_COLUMNS[table], rows(page, table, found))
    return _drawn(page, table, found, form)


def _counts(archive: Archive, table: str) -> Counts:
    """Of the whole archive: what the filter says of statements, it says of no actor and of no document."""
    if table not in ("actors", "documents"):
        return {}
    everything = archive.search("")
    return everything.actor_counts if table == "actors" else everything.document_counts


def _drawn(page: Page, table: str, found: Sequence[Record], form: str) -> str:
    from tui.cli.table import Heading, markdown_table, text_table

    headings = [Heading(column.heading, column.give_up) for column in COLUMNS[table]]
    rows = [[column.value(page, record) for column in COLUMNS[table]] for record in found]
    if not rows:
        return ""
    if form == "markdown":
        return markdown_table(headings, rows)
    return text_table(headings, rows, shutil.get_terminal_size().columns if sys.stdout.isatty() else None)


def _tally(archive: Archive, result: Result, table: str, shown: int) -> str:
    count, total, undated = result.count(table), result.total(table), result.undated(table)
    words = table if total != 1 else TABLES[table].__name__.lower()
    parts = [f"{count:,} of {total:,} {words}{told(archive)}"]
    if shown < count:
        parts.append(f"the first {shown:,} shown")
    if undated:
        parts.append(f"{undated:,} without a date left out")
    return "; ".join(parts) + "."
