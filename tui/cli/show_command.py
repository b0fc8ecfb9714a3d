"""`sayso show`: one record, whole."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.opening import opened
from tui.cli.output import put

if TYPE_CHECKING:
    from store.model import Record
    from tui.render.facts import Fact


@click.command("show")
@click.argument("record_id", metavar="ID")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="To read, or all fields as JSON, as in: sayso show st-7k2m --format json",
)
@click.pass_obj
def command(archive: Path | None, record_id: str, form: str) -> None:
    """Show all that is known of one record: its words, their place in the report, relations, rivals, flags.

    ID is a record's id, or so much of its beginning as no other has.

    \b
    Examples:
      sayso show st-7k2m9q4dzh
      sayso show fi-3v --format json
    """
    from tui.cli.sheet import sheet
    from tui.cli.spelled import spelled

    chosen = opened(archive)
    record = chosen.get(record_id)
    if form == "json":
        put(json.dumps(spelled(chosen.records, record), ensure_ascii=False, indent=2) + "\n")
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        put(sheet(chosen.records, record, width, _kept(chosen.path, record)))


def _kept(archive: Path, record: Record) -> list[Fact]:
    """Where the file lies that a report came from."""
    from store.model import Document
    from store.storage import originals

    if not isinstance(record, Document) or not record.original_sha256:
        return []
    file = originals.place(archive, record.original_sha256)
    try:
        changed = "" if originals.whole(archive, record.original_sha256) else ", CHANGED since it was kept"
    except OSError:
        return [("kept as", "none: the record came in without its file, or it can't be read")]
    return [("kept as", f"{file}{changed}")]
