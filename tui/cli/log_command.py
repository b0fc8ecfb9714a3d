"""`sayso log`: who changed what, and when."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.characters import visible
from tui.cli.filter_argument import FilterCommand, filter_argument
from tui.cli.output import counted, put, say
from tui.config import Config, locate

if TYPE_CHECKING:
    from store.storage.history import Told
    from store.storage.line import Line

SHOWN = 60
"""Characters of a value before or after that a line shows."""


@click.command("log", cls=FilterCommand)
@filter_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="To read, or whole as JSON: --format json",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the last N change sets: --limit 20")
@click.option("--verify", is_flag=True, help="Check every line's checksum, and that it follows the one before.")
@click.pass_obj
def command(archive: Path | None, filter_text: str, form: str, limit: int | None, verify: bool) -> int:
    """Show who changed what and when, the newest last: all changes, or those of one record by its ID or of a FILTER.

    The id may be so much of its beginning as no other has; also that of a record that is there no more.

    With --verify nothing is listed but what is wrong with the log; the exit code is 1 if there is anything.

    \b
    Examples:
      sayso log st-7k2m
      sayso log actor:Russia --limit 10
      sayso log --verify
    """
    path = locate(archive, Config.load()).path
    if verify:
        return _verify(path)
    from store.storage.history import lines

    told = list(lines(path))
    wanted = _wanted(path, filter_text, told) if filter_text else None
    change_sets = (entry.line for entry in told if entry.line and not entry.line.begins)
    found = [line for line in change_sets if wanted is None or line.ids & wanted]
    shown = found[-limit:] if limit else found
    put(_json(shown, wanted) if form == "json" else "".join(_text(line, wanted) for line in shown))
    damaged = [entry for entry in told if entry.line is None]
    for entry in damaged:
        say(f"sayso: {path}.log, line {entry.number}: {entry.problem}")
    say(f"{counted(len(shown), 'change set')} of {len(found):,}." if limit else f"{counted(len(found), 'change set')}.")
    return 1 if damaged else 0


def _verify(path: Path) -> int:
    from store.storage.history import checked
    from store.storage.names import log_of

    found = checked(path)
    put("".join(visible(f"{log_of(path)}, line {fault.number}: {fault.problem}") + "\n" for fault in found.faults))
    told = f"{counted(found.lines, 'line')}, {counted(found.change_sets, 'change set')}"
    say(f"{counted(len(found.faults), 'fault')} in {told}." if found.faults else f"Sound: {told}.")
    return 1 if found.faults else 0


def _wanted(path: Path, filter_text: str, told: Collection[Told]) -> frozenset[str]:
    """The records whose changes are asked for: by the beginning of an id, also of one that is gone, or by a filter."""
    from store.archive import Archive
    from store.errors import UnknownRecordError
    from store.model import TABLES
    from store.records import TABLE_OF_PREFIX

    if filter_text[:2] in TABLE_OF_PREFIX and filter_text[2:3] == "-" and " " not in filter_text:
        ids = {record_id for entry in told if entry.line for record_id in entry.line.ids}
        found = {record_id for record_id in ids if record_id.startswith(filter_text)}
        if len(found) != 1:
            try:
                found = {Archive.open(path, read_only=True).get(filter_text).id}
            except UnknownRecordError:
                if not found:
                    raise
        return frozenset(found)
    result = Archive.open(path, read_only=True).search(filter_text)
    return frozenset(record_id for name in TABLES for record_id in result.ids(name))


def _text(line: Line, wanted: frozenset[str] | None) -> str:
    from tui.render.history import head, parts

    told = (f"    {part.id}  {part.text}" if part.id else f"    {part.text}" for part in parts(line, wanted, SHOWN))
    return "".join(visible(said) + "\n" for said in (f"{line.seq}  {head(line)}", *told))


def _json(found: Collection[Line], wanted: frozenset[str] | None) -> str:
    import msgspec

    rows = []
    for line in found:
        changes = tuple(change for change in line.changes if wanted is None or change.id in wanted)
        over = tuple(change for change in line.passed_over if wanted is None or change.id in wanted)
        rows.append(msgspec.json.encode(msgspec.structs.replace(line, changes=changes, passed_over=over)).decode())
    return "[" + ",\n".join(rows) + "]\n"
