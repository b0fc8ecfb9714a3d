"""The records and the index of an archive, put away beside it, so that neither is made anew at each start.

What is put away is of one moment: of one line of the log, or of one snapshot where there is no log yet. What the log
has after that is laid over it. So a fold makes it no older; what another program did to the file, an import, or a purge
make it useless.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import msgspec

from store import files
from store.errors import ArchiveError, SaysoError
from store.index import Index, kept
from store.index.kept import Kept
from store.records import Records
from store.storage.line import Line, Read
from store.storage.lock import locked
from store.storage.log import Elsewhere, Log, Position, Tail
from store.storage.names import index_of, real
from store.storage.snapshot import Head, head, same
from store.storage.state import Given, State
from store.storage.view import View
from store.system import SYSTEM, System

LARGE = 4 << 20
"""Bytes of an archive from which on it is worth while."""
MOST = 5000
"""Records that may have changed since; with more of them it is worth while to put all away anew."""


class Label(msgspec.Struct, frozen=True):
    """The moment: the archive, the snapshot's digest, and the log's last line then, as `Position` has it."""

    archive: str
    digest: str
    sequence: int
    start: int = 0
    end: int = 0
    hash: str = ""

    @classmethod
    def of(cls, view: View) -> Label:
        at = view.position
        return cls(view.meta.archive, view.digest or "", at.sequence, at.start, at.end, at.hash)


@dataclass(frozen=True)
class TakenUp:
    """The archive as it is now."""

    view: View
    index: Index


def take_up(path: Path, system: System = SYSTEM, file: int | None = None) -> TakenUp | None:
    """The archive by what was put away and what the log has since; None where that can't be, for whatever reason.

    `file` is an open one, which stays open, in which it was put away instead.
    """
    try:
        found = kept.opened(index_of(path)) if file is None else kept.on(os.dup(file))
        now = head(path, system)
        if found is None or now is None:
            return None
        label = msgspec.json.decode(found.label, type=Label)
        tail = _since(path, label, now, system)
        if tail is None or not same(path, system):
            return None
        return _laid(path, found, now, tail, system)
    except (SaysoError, OSError, Elsewhere, msgspec.DecodeError):
        return None  # whoever reads the archive itself is told what is wrong


def _since(path: Path, label: Label, now: Head, system: System) -> Tail | None:
    """What the log has after the moment; None where it isn't in the log, or what came since isn't."""
    log = Log(path, system)
    if label.end:
        tail = log.since(Position(label.sequence, label.start, label.end, label.hash, log.inode()))
    elif label.digest == now.digest:
        tail = log.found(now.meta)
    else:
        return None
    told = all(map(_is_told, tail.lines)) and tail.position.sequence >= now.meta.sequence
    return tail if told and label.archive == now.meta.archive else None


def _is_told(read: Read) -> bool:
    """Whether the line has all that it changed."""
    line: Line = read.line
    return not (line.foreign or line.bulk or line.void is not None or line.purged)


def _laid(path: Path, found: Kept, now: Head, tail: Tail, system: System) -> TakenUp | None:
    changes = list(chain.from_iterable(read.line.changes for read in tail.lines))
    ids = {change.id for change in changes}
    if len(ids) > MOST:
        return None
    base = Given(path, now.meta.demonstration, found.tables)
    state = State.on(base, changes)
    index = found.index_of(Records(base.table, demonstration=base.demonstration))
    view = View(path, system, now.meta, now.stamp, now.digest, tail.position, state)
    return TakenUp(view, index.updated(state.records, ids) if ids else index)


def put_away(path: Path, system: System = SYSTEM) -> bool:
    """Puts the archive's records and index away, for `take_up`; whether that could be done. It takes a while."""
    try:
        view = View.opened(path, system)
        return view.intact and put_in_place(view, kept.filled(label_of(view), view.state.records))
    except (ArchiveError, OSError):
        return False


def label_of(view: View) -> str:
    """What the file says of the moment that it is of."""
    return msgspec.json.encode(Label.of(view)).decode()


def put_in_place(view: View, pieces: Iterable[bytes]) -> bool:
    """Puts the file with these pieces beside the archive they were made of; False where that is another one by now.

    Takes the archive's lock for a moment at the end: what was purged meanwhile must not come back. Raises ArchiveError,
    OSError, and leaves nothing then.
    """
    path, system = view.path, view.system
    with (
        files.beside(index_of(path), pieces, system.stat(real(path)), system) as fresh,
        locked(path, "putting the index in its place", system=system),
    ):
        if still := _is_of(view):
            system.rename(fresh, index_of(path))
        return still


def worth_while(path: Path, system: System = SYSTEM) -> bool:
    """Whether it's large, and as sayso wrote it."""
    try:
        return system.stat(path).st_size > LARGE and head(path, system) is not None
    except (ArchiveError, OSError):
        return False


def _is_of(view: View) -> bool:
    """Whether what was read is still in the archive, whatever was added to it. Raises ArchiveError."""
    fresh, update = view.refreshed()
    lines: Sequence[Read] = ()
    if view.position.end:
        try:
            lines = view.log.since(view.position).lines
        except Elsewhere:
            return False
    return all(map(_is_told, lines)) and fresh.intact and not (update and update.whole)
