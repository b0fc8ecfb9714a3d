"""The last good copies of an archive: the one before the last fold, and older ones, further and further apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from store import files
from store.errors import ArchiveError
from store.storage.names import backup_of, real
from store.system import SYSTEM, System

AGED = 7
"""So many are kept besides the last one."""
APART = 3600
"""Seconds that lie at least between two of them."""
_STAMP = "%Y%m%dT%H%M%SZ"


class Backup(NamedTuple):
    """A copy, and when what is in it was written."""

    path: Path
    at: datetime


def backups(path: Path, system: System = SYSTEM) -> list[Backup]:
    """The copies there are, newest first. Raises ArchiveError where that can't be seen."""
    last = backup_of(path)
    try:
        found = [Backup(last, _written(last, system))] if files.exists(last, system) else []
        return found + list(_aged(path, system))
    except OSError as error:
        raise ArchiveError(f"The copies of {path} can't be listed ({error.strerror}). Nothing was changed.") from error


def keep(path: Path, system: System = SYSTEM) -> None:
    """Keeps what stands at the path as the last copy, and the one before as an older one, if it is time for one.

    Raises OSError where it can't be kept.
    """
    target, last = real(path), backup_of(path)
    with suppress(OSError):  # a last copy there will be in any case
        _age(path, last, system)
    files.keep_as(target, last, system)


def _age(path: Path, last: Path, system: System) -> None:
    if not files.exists(last, system):
        return
    aged, at = list(_aged(path, system)), _written(last, system)
    if aged and abs((at - aged[0].at).total_seconds()) < APART:
        return
    system.rename(last, last.with_name(f"{last.name}-{at.strftime(_STAMP)}"))
    kept = list(_aged(path, system))
    for backup in _spare(kept, AGED):
        system.unlink(backup.path)


def _spare(found: Sequence[Backup], limit: int) -> Iterator[Backup]:
    """Those to be given up, so that the gaps grow with the age; never the newest, nor the oldest."""
    left = list(found)
    while len(left) > limit:
        newest = left[0].at
        ages = [(newest - backup.at).total_seconds() + APART for backup in left]
        gaps = [ages[number + 1] / ages[number - 1] for number in range(1, len(left) - 1)]
        yield left.pop(1 + gaps.index(min(gaps)))


def _aged(path: Path, system: System) -> Iterator[Backup]:
    last = backup_of(path)
    named = re.compile(re.escape(last.name) + r"-(\d{8}T\d{6}Z)")
    for name in sorted(system.list(last.parent), reverse=True):
        if found := named.fullmatch(name):
            with suppress(ValueError):
                yield Backup(last.with_name(name), datetime.strptime(found[1], _STAMP).replace(tzinfo=UTC))


def _written(path: Path, system: System) -> datetime:
    return datetime.fromtimestamp(system.stat(path).st_mtime, UTC).replace(microsecond=0)


def beside(path: Path, system: System = SYSTEM) -> list[Path]:
    """Files whose names begin as the archive's does, and that are none of its own: copies that somebody made.

    Raises as `backups`."""
    target = real(path)
    own = {target.name, *(f"{target.name}{ending}" for ending in (".log", ".lock", ".index", ".originals"))}
    own |= {backup.path.name for backup in backups(path, system)}
    names = (name for name in sorted(system.list(target.parent)) if target.name in name and name not in own)
    return [target.with_name(name) for name in names]


def sweep(path: Path, system: System = SYSTEM) -> None:
    """Takes away what a writer left that was killed, under the lock: nobody else writes a file beside this one then."""
    target = real(path)
    left = re.compile(re.escape(f".{target.name[:100]}.") + r"([0-9a-f]{12}\.new|keep(\.[0-9a-f]{12}\.new)?)")
    with suppress(OSError):
        for name in system.list(target.parent):
            if left.fullmatch(name):
                with suppress(OSError):
                    system.unlink(target.with_name(name))
