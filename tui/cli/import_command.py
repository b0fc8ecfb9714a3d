"""`sayso import`: records from files, each whole or not at all, and nothing overwritten."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.characters import visible
from store.errors import ImportRefusedError
from tui.cli.output import counted, put, say
from tui.cli.progress import Progress
from tui.config import Config, locate_to_write

if TYPE_CHECKING:
    from store.exchange import Incoming, Plan

STDIN = Path("/dev/stdin")
"""What "-" means."""
LARGE = 1 << 20
"""Bytes of a file that takes more than a moment."""


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--demonstration",
    is_flag=True,
    help="Take sample data too; an archive that is made for it is then one of sample data, and its exports say so. "
    "As in: sayso --archive try.json import sample-export.json --demonstration",
)
@click.pass_obj
def command(named: Path | None, files: Sequence[Path], demonstration: bool) -> int:
    """Bring in the records of each FILE, one that `sayso export --format json` wrote, or `-` for the standard input.

    A record that is there already is passed over; one that is there with other content is a conflict: it is listed,
    and what is there stays. A file in which anything is wrong is left out whole. Where no archive is named, the records
    go into your own, which is made if it isn't there; never into the sample. Sample data is left out unless asked for.

    The exit code is 0 if everything went in or was there, 1 if there were conflicts, 2 if a file was left out.

    \b
    Examples:
      sayso import from-a-colleague.json
      sayso --archive reports.json import a.json b.json
    """
    place = _Place(locate_to_write(named, Config.load()).path, demonstration=demonstration)
    with _uncollected():
        code = max(_bring_in(place, STDIN if file == Path("-") else file.expanduser()) for file in files)
    place.leave()
    return code


@contextmanager
def _uncollected() -> Iterator[None]:
    """What is read is kept: to look through it for garbage, again and again as it grows, takes half of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Place:
    """The archive that the records go into, made when the first of them does."""

    def __init__(self, path: Path, *, demonstration: bool) -> None:
        from store.archive import Archive

        self._path, self._takes_samples = path, demonstration
        self._archive = Archive.open(path) if os.path.lexists(path) else None

    def plan(self, incoming: Incoming, progress: Progress) -> Plan:
        """Raises ImportRefusedError; also for sample data, where neither the archive nor the user takes it for such."""
        from store.exchange import plan
        from store.records import Records

        if incoming.demonstration and not (self._takes_samples or (self._archive and self._archive.demonstration)):
            raise ImportRefusedError(
                f"{incoming.path} is sample data, which nothing would tell from your records in {self._path}. "
                "To bring it in all the same, add --demonstration. Nothing of this file went in."
            )
        return plan(self._archive.records if self._archive else Records.of(), incoming, progress)

    def leave(self) -> None:
        """What was brought in is in no index yet; the next start needn't wait for that."""
        if self._archive is not None:
            from store.apart import leave

            leave(self._path)

    def apply(self, planned: Plan, incoming: Incoming) -> None:
        from store.archive import Archive

        made = self._archive is None
        if self._archive is None:
            self._archive = Archive.create(self._path, demonstration=incoming.demonstration)
        try:
            with self._archive as archive:
                archive.apply(planned.changes, f"import of {incoming.path.name}")
        except BaseException:
            if made and not self._archive.sequence:
                self._archive.discard()
                self._archive = None
            raise
        if made:
            say(f"Made {self._path}{', an archive of sample data' if incoming.demonstration else ''}.")
            if warning := self._archive.warning:
                say(warning)


def _bring_in(place: _Place, file: Path) -> int:
    """Reports on one file; returns what it adds to the exit code."""
    from store.exchange import read

    progress = Progress(str(file), wanted=_large(file))
    try:
        incoming = read(file, progress)
        planned = place.plan(incoming, progress)
    except ImportRefusedError as error:
        say(f"sayso: {error}")
        return error.exit_code
    if planned.new:
        place.apply(planned, incoming)
    put(_report(file, planned))
    return 1 if planned.conflicts else 0


def _large(file: Path) -> bool:
    try:
        return file.stat().st_size > LARGE
    except OSError:
        return False


def _report(file: Path, planned: Plan) -> str:
    parts = [f"added {len(planned.new)}", f"already there {len(planned.same)}"]
    if planned.conflicts:
        parts.append(f"{counted(len(planned.conflicts), 'conflict')}:")
    lines = [f"{file}: {', '.join(parts)}", *(f"  {conflict}" for conflict in planned.conflicts)]
    return "".join(visible(line) + "\n" for line in lines)
