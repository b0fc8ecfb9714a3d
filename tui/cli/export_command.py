"""`sayso export`: statements and figures with all that an editor needs to trust them, as a file."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

import click

from store.errors import ExportError
from store.export.withholding import REASONS, Reason
from tui.cli.filter_argument import FilterCommand, filter_argument, remark_on_marks
from tui.cli.opening import opened
from tui.cli.output import counted, put, say

if TYPE_CHECKING:
    from store.archive import Archive
    from store.export.selection import Selection
    from store.index import Result
    from store.query import Query

STDOUT = "-"


def _reasons(_: click.Context, __: click.Parameter, asked: tuple[str, ...]) -> frozenset[Reason]:
    found = [word.strip() for words in asked for word in words.split(",")]
    for word in found:
        if word not in get_args(Reason):
            raise click.BadParameter(f"{word!r} is none of {', '.join(REASONS)}.")
    return frozenset(cast("list[Reason]", found))


@click.command("export", cls=FilterCommand)
@filter_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "csv", "json"]),
    default="markdown",
    help="Markdown to read and to edit (the default), CSV for a spreadsheet, JSON for `sayso import`.",
)
@click.option(
    "--output",
    default=STDOUT,
    type=click.Path(allow_dash=True),
    metavar="FILE",
    help="Where to write, as in: --output aleppo.md; - is the standard output, and the default.",
)
@click.option("--force", is_flag=True, help="Replace FILE where it exists, as in: --output aleppo.md --force")
@click.option(
    "--kind",
    type=click.Choice(["statements", "figures"]),
    help="Only statements, or only figures; CSV needs one, as in: --format csv --kind figures",
)
@click.option(
    "--with",
    "including",
    multiple=True,
    callback=_reasons,
    metavar="KINDS",
    help="Also what is else left out, and marked as such: drafted, rejected, confidential; "
    "as in: --with drafted,rejected",
)
@click.option("--with-filter", is_flag=True, help="Name the filter and the archive's file at the head of the export.")
@click.pass_obj
def command(
    archive: Path | None,
    filter_text: str,
    form: str,
    output: str,
    force: bool,
    kind: str | None,
    including: frozenset[Reason],
    with_filter: bool,
) -> None:
    """Export the statements and figures that match FILTER, with the reports they are from; without one, all.

    Drafted, rejected and confidential records are left out unless asked for. Notes never go out. The same records
    give the same bytes; the date at the head is that of SOURCE_DATE_EPOCH where it is set, else today's (UTC).

    \b
    Examples:
      sayso export 'actor:"Jean-Marc Ayrault" said:2016-12-13..' --output ayrault.md
      sayso export -actor:Russia --format csv --kind statements > statements.csv
      sayso export --format json --output for-a-colleague.json
    """
    if form == "csv" and kind is None:
        raise click.UsageError("CSV is one table: add --kind statements or --kind figures.")
    made = _made()
    chosen = opened(archive)
    result = chosen.search(filter_text)
    selection = _selection(chosen, result, kind, made, including, with_filter)
    text = _rendered(selection, form, kind)
    if output == STDOUT:
        put(text)
    else:
        _write(Path(output), text, force)
    say(_told(selection, result.query, output))
    remark_on_marks(result.query)


def _made() -> date:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ExportError(f"SOURCE_DATE_EPOCH is {epoch!r}, and should be a number of seconds since 1970.") from error


def _selection(
    archive: Archive, result: Result, kind: str | None, made: date, including: frozenset[Reason], with_filter: bool
) -> Selection:
    from store.export.selection import Selection

    return Selection(
        records=archive.records,
        statements=() if kind == "figures" else tuple(result.ids("statements")),
        figures=() if kind == "statements" else tuple(result.ids("figures")),
        total_statements=len(archive.records.statements),
        total_figures=len(archive.records.figures),
        made=made,
        including=including,
        filter=result.query.text if with_filter else None,
        archive=str(archive.path) if with_filter else None,
    )


def _rendered(selection: Selection, form: str, kind: str | None) -> str:
    from store.export.csv import figures_csv, statements_csv
    from store.export.json import json
    from store.export.markdown import markdown

    table = figures_csv if kind == "figures" else statements_csv
    return {"markdown": markdown, "json": json, "csv": table}[form](selection)


def _write(path: Path, text: str, force: bool) -> None:
    from store.export.file import write

    path = path.expanduser()
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            # A device or a pipe, as the shell's >(…) is one, is written to and never replaced.
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
        else:
            write(path, text, force=force)
    except OSError as error:
        raise ExportError(f"{path} can't be written ({error.strerror}).") from error
    except ExportError as error:
        if isinstance(error.__cause__, FileExistsError):
            raise ExportError(f"{error} Take another name, or add --force.") from error
        raise


def _told(selection: Selection, query: Query, output: str) -> str:
    statements, figures = len(selection.kept_statements), len(selection.kept_figures)
    nothing = "" if selection.statements or selection.figures else f"Nothing matches {query.text}: "
    left_out = ", ".join(f"{count} {reason}" for reason, count in selection.left_out.items())
    return (
        f"{nothing if query else ''}{counted(statements, 'statement')} and {counted(figures, 'figure')}"
        + ("." if output == STDOUT else f" written to {output}.")
        + (f" Left out: {left_out}; --with takes them in." if left_out else "")
    )
