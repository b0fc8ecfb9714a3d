"""`sayso restore`: the last good copies, and one of them put back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.asking import agreed
from tui.cli.output import counted, put, say
from tui.config import Config, locate

if TYPE_CHECKING:
    from store.restoring import Plan
    from store.storage.backups import Backup


@click.command("restore")
@click.argument("which", required=False)
@click.option("--yes", is_flag=True, help="Don't ask, as in: sayso restore 2 --yes")
@click.pass_obj
def command(archive: Path | None, which: str | None, yes: bool) -> int:
    """List the copies of an archive that were kept, newest first; or put back WHICH, by its number or its file's name.

    It is put back as one change, which the log shows and which can be taken back: the state before it is kept too.
    Where the archive's file is damaged or gone the copy takes its place, and the changes that the log has since hold
    again.

    \b
    Examples:
      sayso restore
      sayso restore 2
    """
    path = locate(archive, Config.load(), gone=True).path
    return _put_back(path, which, yes) if which else _list(path)


def _list(path: Path) -> int:
    from store.storage.backups import backups

    found = backups(path)
    put("".join(f"{number}  {_told(backup)}\n" for number, backup in enumerate(found, 1)))
    say(f"{counted(len(found), 'copy', 'copies')} of {path}." if found else f"No copy of {path} yet.")
    return 0


def _told(backup: Backup) -> str:
    """When it was written, after which change set, its size, its name."""
    from store.storage.snapshot import head

    found = head(backup.path)
    after = f"change set {found.meta.sequence:,}" if found else "as another program wrote it"
    size = backup.path.stat().st_size
    shown = f"{size / 1e6:,.1f} MB" if size >= 1e5 else f"{size:,} bytes"
    return f"{backup.at:%Y-%m-%d %H:%M:%S}Z  {after}  {shown}  {backup.path.name}"


def _put_back(path: Path, which: str, yes: bool) -> int:
    from store.archive import Archive
    from store.errors import DamagedArchiveError, MissingArchiveError
    from store.restoring import chosen, plan, put_back
    from store.storage.names import log_of

    backup = chosen(path, which)
    try:
        opened = Archive.open(path)
        opened.decode()
    except (DamagedArchiveError, MissingArchiveError) as error:
        if error.path == log_of(path):  # which would be as damaged beside the copy
            raise
        say(f"sayso: {error}")
        return _replace(path, backup, yes)
    with opened:
        planned = plan(opened, backup.path)
        if not planned.changes:
            say(f"The records are as they are in {backup.path.name}: nothing to put back.")
            return 0
        question = f"As in {backup.path.name} of {backup.at:%Y-%m-%d %H:%M:%S}Z: {_what(planned)}. Put that back?"
        if not agreed(question, yes):
            return 1
        number = put_back(opened, backup.path, planned)
    from store.apart import leave

    leave(path)
    say(f"Put back, as change set {number}: {_what(planned)}. The state before is kept: sayso restore")
    return 0


def _replace(path: Path, backup: Backup, yes: bool) -> int:
    from store.archive import Archive
    from store.restoring import put_in_place

    if not agreed(f"Put {backup.path.name} of {backup.at:%Y-%m-%d %H:%M:%S}Z in the place of {path.name}?", yes):
        return 1
    aside = put_in_place(path, backup.path)
    opened = Archive.open(path)
    opened.decode()
    kept = f"; the damaged file is kept as {aside}" if aside else ""
    say(f"Put back. The archive is at change set {opened.sequence}{kept}.")
    return 0


def _what(planned: Plan) -> str:
    said = (
        (planned.other, "{} as it was", "{} as they were"),
        (planned.back, "{} comes again", "{} come again"),
        (planned.gone, "{} goes", "{} go"),
    )
    return ", ".join(
        (one if len(changes) == 1 else more).format(counted(len(changes), "record"))
        for changes, one, more in said
        if changes
    )
