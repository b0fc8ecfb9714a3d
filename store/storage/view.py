"""What is known of an archive's files: the snapshot as it was last seen, the log as far as it was read, the records."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import msgspec
from msgspec.structs import replace

from store.errors import DamagedArchiveError
from store.model import TABLES, Record
from store.storage.advice import advice, missing
from store.storage.changes import Changed, differing
from store.storage.line import Read
from store.storage.log import Elsewhere, Log, Position, Tail
from store.storage.meta import Meta
from store.storage.names import log_of, real
from store.storage.snapshot import Snapshot, Stamp, head, load, same
from store.storage.state import State
from store.system import System

_TRIES = 3
"""Snapshot and log are read one after the other; so often anew, where another wrote both in between."""


class Update(NamedTuple):
    """What others wrote: the records it is about; `whole` where the file was replaced and everything may be another."""

    ids: frozenset[str]
    whole: bool = False

    def joined(self, other: Update | None) -> Update:
        return Update(self.ids | other.ids, self.whole or other.whole) if other else self


class _Behind(Exception):  # noqa: N818 - never leaves this module but as DamagedArchiveError
    """The log goes on after an import whose records the snapshot doesn't have: it is an older one."""


class View(msgspec.Struct, frozen=True):
    """One moment of an archive.

    `intact`: the snapshot is as sayso wrote it; else another program did, and `foreign` is what it changed, as far as
    that is known. `broken_off` is the log's last line where it is that of an import which never came in.
    """

    path: Path
    system: System
    meta: Meta
    stamp: Stamp
    digest: str | None
    position: Position
    state: State
    intact: bool = True
    foreign: tuple[Changed, ...] = ()
    broken_off: Read | None = None
    proved: bool = False

    @classmethod
    def opened(cls, path: Path, system: System) -> Self:
        """Raises MissingArchiveError, DamagedArchiveError or NewerArchiveError; the files stay untouched."""
        for attempt in range(1, _TRIES + 1):
            snapshot = load(path, system)
            try:
                tail = Log(path, system).found(snapshot.meta)
                changes, broken_off = settled(tail.lines)
            except _Behind:
                continue
            except DamagedArchiveError:
                # A log that doesn't fit is no damage where it belongs to a newer snapshot, as at the first write.
                if attempt == _TRIES or not _replaced(snapshot, system):
                    raise
                continue
            if broken_off and cls._came_in(snapshot, broken_off, system):
                continue
            return cls._of(snapshot, tail.position, State.of(snapshot, changes), system, broken_off)
        raise DamagedArchiveError(
            path, "is older than its log, which goes on after an import that isn't in it.", advice=advice(path)
        )

    @classmethod
    def _of(cls, snapshot: Snapshot, position: Position, state: State, system: System, broken_off: Read | None) -> Self:
        return cls(
            snapshot.path, system, snapshot.meta, snapshot.stamp, snapshot.digest, position, state,
            intact=snapshot.intact, broken_off=broken_off,
        )  # fmt: skip

    @staticmethod
    def _came_in(snapshot: Snapshot, read: Read, system: System) -> bool:
        """Whether the records of a bulk line were folded in since the snapshot was read."""
        found = head(snapshot.path, system)
        return found is not None and found.meta.sequence >= read.line.seq

    @property
    def suspicion(self) -> str:
        """A sentence where sayso wrote the file and it is another by now; else empty."""
        if self.intact or not self.meta.archive:
            return ""
        return (
            f"{self.path} is not as sayso wrote it: another program changed it, or the disk did. What stands there now "
            "is shown; `sayso log` tells what was changed by sayso, `sayso restore` lists the copies."
        )

    @property
    def log(self) -> Log:
        return Log(self.path, self.system)

    @property
    def stale(self) -> bool:
        """Whether snapshot or log are not as they were read, by date and size alone; also where they can't be seen."""
        try:
            if Stamp.of(self.system.stat(real(self.path))) != self.stamp:
                return True
            log = self.system.stat(log_of(self.path))
        except FileNotFoundError:
            return bool(self.position.end) or not self.system.access(real(self.path), os.F_OK)
        except OSError:
            return True
        return (log.st_ino, log.st_size) != (self.position.inode, self.position.end)

    def refreshed(self) -> tuple[View, Update | None]:
        """The archive as it is now, and what others changed in it. Cheap where nothing did.

        Raises MissingArchiveError, DamagedArchiveError, NewerArchiveError.
        """
        seen = self._stamped()
        if seen is None:
            return self._reopened()
        try:
            tail = self._tail()
            changes, broken_off = settled(tail.lines)
        except (Elsewhere, _Behind):
            return self._reopened()
        if self._must_reopen(seen, tail, broken_off):
            return self._reopened()
        if not tail.lines:
            return replace(seen, position=tail.position), None
        state = self.state.after(changes)
        ids = frozenset(change.id for change in changes)
        fresh = replace(seen, position=tail.position, state=state, broken_off=broken_off)
        return fresh, Update(ids) if ids else None

    def _must_reopen(self, seen: View, tail: Tail, broken_off: Read | None) -> bool:
        """Whether records came in by another way than the lines of the log."""
        if any(read.line.foreign for read in tail.lines) or tail.position.sequence < seen.meta.sequence:
            return True
        unsure = broken_off
        if self.broken_off:
            void = bool(tail.lines) and tail.lines[0].line.void == self.broken_off.line.seq
            unsure = unsure or (None if void else self.broken_off)
            if tail.lines and not void:
                return True
        return unsure is not None and seen.meta.sequence >= unsure.line.seq

    def _tail(self) -> Tail:
        """The lines since. Raises Elsewhere, DamagedArchiveError."""
        if self.position.end:
            return self.log.since(self.position)
        known = replace(self.meta, sequence=self.position.sequence, folded=None)
        return self.log.found(known)

    def _stamped(self) -> View | None:
        """With the snapshot as it is now, where that holds the same records; None where it must be read."""
        try:
            stamp = Stamp.of(self.system.stat(real(self.path)))
        except FileNotFoundError as error:
            raise missing(self.path, read=True) from error
        except OSError as error:
            raise DamagedArchiveError(self.path, f"can't be read: {error.strerror}.") from error
        if stamp == self.stamp:
            return self
        found = head(self.path, self.system)
        if found is None or not self.intact or found.meta.archive != self.meta.archive or not self.meta.archive:
            return None
        if found.digest == self.digest:
            return replace(self, stamp=stamp) if same(self.path, self.system) else None
        if found.meta.generation <= self.meta.generation:
            return None
        return replace(self, stamp=found.stamp, digest=found.digest, meta=found.meta)

    def _reopened(self) -> tuple[View, Update | None]:
        fresh = View.opened(self.path, self.system)
        if ids := self._logged(fresh):
            return fresh, Update(ids)
        found = tuple(_differences(self.state, fresh.state))
        if fresh.meta.archive == self.meta.archive and not fresh.intact:
            fresh = replace(fresh, foreign=(*self.foreign, *found))
        return fresh, Update(frozenset(change.id for change in found), whole=True) if found else None

    def _logged(self, fresh: View) -> frozenset[str]:
        """The records that others changed, where the log alone tells them."""
        if not (self.intact and fresh.intact and fresh.meta.archive == self.meta.archive):
            return frozenset()
        try:
            lines = self._tail().lines
        except Elsewhere:
            return frozenset()
        if any(read.line.foreign for read in lines):
            return frozenset()
        known = frozenset(self.broken_off.line.ids) if self.broken_off else frozenset[str]()
        return known.union(*(read.line.ids for read in lines))


def _replaced(snapshot: Snapshot, system: System) -> bool:
    """Whether another file stands there than was read, or none any more."""
    try:
        return Stamp.of(system.stat(real(snapshot.path))) != snapshot.stamp
    except OSError:
        return True


class Written(NamedTuple):
    """The archive afterwards, and what others had written before that."""

    view: View
    update: Update | None


def settled(lines: Sequence[Read]) -> tuple[list[Changed], Read | None]:
    """The changes of lines that the snapshot doesn't have, and the last of them if it is that of an import."""
    void = {read.line.void for read in lines}
    bulk = [read for read in lines if read.line.bulk is not None and read.line.seq not in void]
    if bulk and (len(bulk) > 1 or bulk[0] is not lines[-1]):
        raise _Behind
    return [change for read in lines for change in read.line.changes], bulk[0] if bulk else None


def _differences(old: State, new: State) -> Iterator[Changed]:
    """What it takes to make the new records of the old ones."""
    for name, kind in TABLES.items():
        before, after = old.table(name), new.table(name)
        for record_id, record in after.items():
            mine = before.get(record_id)
            if mine is None:
                yield Changed(name, record_id, new=msgspec.to_builtins(record))
            elif mine != record:
                yield changed(name, kind, mine, record)
        for record_id, mine in before.items():
            if record_id not in after:
                yield Changed(name, record_id, gone=msgspec.to_builtins(mine))


def changed(name: str, kind: type[Record], old: Record, new: Record) -> Changed:
    """The one record's change, by field."""
    steps = differing(kind, msgspec.to_builtins(old), msgspec.to_builtins(new))
    return Changed(name, new.id, fields=dict(steps))
