"""`sayso stats`: how often each rule of drafting was right, by what reviewers made of its drafts."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cli.filter_argument import FilterCommand, filter_argument, remark_on_marks
from tui.cli.opening import opened, told
from tui.cli.output import counted, put, say

if TYPE_CHECKING:
    from store.precision import Precision

COLUMNS = ("rule", "confirmed", "corrected", "discarded", "waiting", "precision", "fields", "reasons")


@click.command("stats", cls=FilterCommand)
@filter_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    help="A table to read (the default), or data for other programs, as in: --format csv",
)
@click.pass_obj
def command(archive: Path | None, filter_text: str, form: str) -> None:
    """Tell how often each rule of drafting was right: of the whole archive, or of the records that match FILTER.

    A draft counts as confirmed where nothing had to be changed, as corrected where a reviewer changed a field of it,
    and as discarded where it doesn't match the text. Precision is the confirmed among those three. Of the corrected it
    is told which fields were wrong, of the discarded why. Records made by hand are not counted.

    \b
    Examples:
      sayso stats
      sayso stats 'publisher:Reuters added:2026-01..'
      sayso stats --format csv
    """
    from store.precision import by_rule, total

    chosen = opened(archive)
    result = chosen.search(filter_text)
    records = [
        chosen.records.table(table)[record_id] for table in ("statements", "figures") for record_id in result.ids(table)
    ]
    lines = by_rule(records)
    put(_rendered(lines, total(lines), form))
    drafted = sum(line.reviewed + line.waiting for line in lines)
    say(f"{counted(drafted, 'record')} drafted by {counted(len(lines), 'rule')}{told(chosen)}.")
    remark_on_marks(result.query)


def _rendered(lines: Sequence[Precision], together: Precision, form: str) -> str:
    """Data has the rules alone: whoever adds up has their sum; the table ends with all of them together."""
    if form == "json":
        import msgspec

        rows = b",\n".join(msgspec.json.encode(_as_data(line)) for line in lines)
        return f"[\n{rows.decode()}\n]\n" if lines else "[]\n"
    if form == "csv":
        from store.export.csv import sheet

        return sheet(COLUMNS, [_row(line) for line in lines])
    return _table([*lines, together] if len(lines) > 1 else lines)


def _as_data(line: Precision) -> dict[str, Any]:
    rounded = None if line.precision is None else round(line.precision, 4)
    return {name: getattr(line, name) for name in COLUMNS} | {"precision": rounded}


def _row(line: Precision) -> dict[str, str | float | None]:
    reasons = {reason or "no reason given": number for reason, number in line.reasons.items()}
    return {**_as_data(line), "fields": _listed(line.fields), "reasons": _listed(reasons)}


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def _table(lines: Sequence[Precision]) -> str:
    from tui.cli.table import Heading, text_table

    if not lines:
        return ""
    headings = [Heading(name.title(), give_up) for name, give_up in zip(COLUMNS, (0, 0, 0, 0, 3, 0, 2, 1), strict=True)]
    rows = []
    for line in lines:
        share = "–" if line.precision is None else f"{line.precision:.0%}"
        row = _row(line) | {"precision": share}
        rows.append([str(row[name]) for name in COLUMNS])
    return text_table(headings, rows, shutil.get_terminal_size().columns if sys.stdout.isatty() else None)
