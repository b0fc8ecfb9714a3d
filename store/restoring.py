"""Putting an older state of an archive back: as a change like any other, or, where the file is damaged, as the file."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import asdict

from store import files, storage
from store.archive import Archive, Change, Removal
from store.errors import ArchiveError, UnprovedError, UnsavedError
from store.model import TABLES
from store.storage.backups import Backup, backups
from store.storage.state import State
from store.system import SYSTEM, System

_OWN = ("revision", "added", "changed")


class Plan(NamedTuple):
    """What it takes to have the records as they were: `back` come again, `other` change, `gone` go."""

    back: list[Change]
    other: list[Change]
    gone: list[Removal]

    @property
    def changes(self) -> list[Change | Removal]:
        return [*self.back, *self.other, *self.gone]


def chosen(path: Path, which: str, system: System = SYSTEM) -> Backup:
    """The copy with this number, from 1 for the newest, or this file name. Raises ArchiveError."""
    found = backups(path, system)
    for number, backup in enumerate(found, 1):
        if which in (str(number), backup.path.name, str(backup.path)):
            return backup
    how_many = f"There are {len(found)}" if len(found) > 1 else "There is 1"
    there = f"{how_many}; to list: sayso restore" if found else "There is none yet."
    raise ArchiveError(f"{path} has no copy {which!r}. {there}")


def plan(archive: Archive, backup: Path) -> Plan:
    """Raises what `storage.load` does where the copy can't be read."""
    then = State.of(storage.load(backup, archive.system)).records
    found = Plan([], [], [])
    for name in TABLES:
        _compare(archive.records.table(name), then.table(name), found)
    return found


def _compare(now: Mapping[str, Any], then: Mapping[str, Any], found: Plan) -> None:
    for record_id, record in then.items():
        if record_id not in now:
            found.back.append(Change(record, 0))
        elif _content(now[record_id]) != _content(record):
            found.other.append(Change(record, now[record_id].revision))
    found.gone.extend(Removal(record_id, record.revision) for record_id, record in now.items() if record_id not in then)


def _content(record: Any) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in asdict(record).items() if name not in _OWN]


def put_back(archive: Archive, backup: Path, planned: Plan | None = None) -> int:
    """The copy's records as one change, whose number is returned; 0 where nothing differs.

    What stood there before is kept as a copy of its own. Raises as `plan`, `Archive.fold` and `Archive.apply` do.
    """
    changes = (planned or plan(archive, backup)).changes
    if not changes:
        return 0
    archive.fold()
    return archive.apply(changes, f"restore of {backup.name}")


def put_in_place(path: Path, backup: Path, system: System = SYSTEM) -> Path | None:
    """The copy in the place of a file that can't be read, which is kept under the name that is returned; or of none.

    What the log has beyond the copy holds again. Raises UnsavedError, UnprovedError, BusyArchiveError.
    """
    target = storage.real(path)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    damaged = target.with_name(f"{target.name}.damaged-{stamp}")
    with storage.locked(path, "restore", system=system):
        try:
            with files.opened(backup, 0, system=system) as fd:
                like = system.fstat(fd)
                with files.beside(target, files.pieces(fd, system), like, system) as fresh:
                    aside = damaged if files.exists(target, system) else None
                    _instead(fresh, target, aside, system)
        except OSError as error:
            raise UnsavedError(
                f"{backup} could not be put in the place of {path} ({error.strerror}). Nothing was changed."
            ) from error
        try:
            files.sync_folder(target.parent, system)
        except OSError as error:
            raise UnprovedError(
                f"{backup.name} is in the place of {path}, but that is not yet proved safe: its folder could not be "
                f"synced ({error.strerror}).{f' The damaged file is kept as {aside}.' if aside else ''}"
            ) from error
    return aside


def _instead(fresh: Path, target: Path, aside: Path | None, system: System) -> None:
    """What stands there is kept as `aside`. Raises OSError, and then it has its one name and stands where it stood."""
    if aside is not None:
        system.link(target, aside)
    try:
        system.rename(fresh, target)
    except OSError:
        if aside is not None:
            with suppress(OSError):
                system.unlink(aside)
        raise
