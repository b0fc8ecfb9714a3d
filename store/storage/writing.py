"""Changing an archive: under its lock one line is appended to the log, and now and then the log folded in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from store import files
from store.errors import ArchiveError, DamagedArchiveError, ReadOnlyError, UnprovedError, UnsavedError
from store.model import Record
from store.storage import snapshot as snapshots
from store.storage.advice import advice
from store.storage.author import alias, login, now
from store.storage.changes import Changed
from store.storage.clash import passed_over
from store.storage.fold import KIND_TABLES, folded
from store.storage.line import FORM, Line
from store.storage.lock import locked
from store.storage.meta import SCHEMA, Folded, Meta, row, sealed
from store.storage.meta import digest as digest_of
from store.storage.names import real
from store.storage.snapshot import Snapshot, Stamp, load
from store.storage.splice import spliced
from store.storage.state import State
from store.storage.view import View, Written, settled

FOLD_LINES = 1000
"""So many lines that are not in the snapshot yet are folded in by whoever writes the next one,"""
FOLD_BYTES = 1 << 20
"""or so many bytes."""
BULK_RECORDS = 2000
"""More new records than these in one change set go into the snapshot at once, and the log has but their ids,"""
BULK_BYTES = 1 << 20
"""or more bytes of them."""


class Draft(NamedTuple):
    """What is to be written: new records, and what changes in others."""

    new: Sequence[Record] = ()
    changes: Sequence[Changed] = ()


def write(view: View, what: str, make: Callable[[State], Draft]) -> Written:
    """Writes what `make` wants of the state that it is shown under the lock; all of it or nothing.

    Raises what `make` does, BusyArchiveError, ReadOnlyError, UnsavedError, and UnprovedError where it may have been
    written, or was, but isn't proved safe.
    """
    may_write(view)
    with locked(view.path, what, system=view.system):
        view, update = view.refreshed()
        draft = make(view.state)
        view = prepared(view)
        view = _imported(view, what, draft.new) if _is_bulk(draft) else _appended(view, what, draft)
        tail = view.position.sequence - view.meta.sequence
        if tail > FOLD_LINES or view.position.end - (view.meta.folded.end if view.meta.folded else 0) > FOLD_BYTES:
            with suppress(ArchiveError):  # what was asked for is safe in the log
                view = fold_now(view)
    _insist(view)
    return Written(view, update)


def fold(view: View, *, wait: float = 0.0) -> Written:
    """The log folded into the snapshot, so that whoever reads that alone has all. Raises as `write` does."""
    may_write(view)
    with locked(view.path, "folding", wait=wait, system=view.system):
        view, update = view.refreshed()
        if view.position.sequence > view.meta.sequence or not view.intact:
            view = fold_now(prepared(view))
    return Written(view, update)


def may_write(view: View) -> None:
    """Raises ReadOnlyError: whoever may write the folder could put a new file in the place of one only to be read."""
    target = real(view.path)
    try:
        writable = view.system.stat(target).st_mode & 0o222 and view.system.access(target, os.W_OK)
    except OSError:
        return  # told by what reads it next
    if not writable:
        raise ReadOnlyError(f"{view.path} may only be read, by its access rights; nothing was changed.")


def new_line(what: str) -> Line:
    """A line by who is at work now, to be numbered when it is written."""
    return Line(seq=0, at=now(), who=login(), as_=alias(), what=what)


def append(view: View, line: Line) -> View:
    """With the line in the log; `proved` tells whether its name is durable. Raises UnsavedError, UnprovedError.

    A log is begun only beside a file whose own name is durable: after a power cut it could stand beside an older one,
    which hasn't its number.
    """
    header = replace(new_line("the log begins"), seq=view.position.sequence, log=FORM, archive=view.meta.archive)
    if view.position.end:  # what another left unproved must be durable before what rests on it
        view = _proved(view)
        return replace(view, position=view.log.append(line, view.position, header))
    view = _proved(view)
    if not view.proved:
        raise _unsynced(view)
    return _proved(replace(view, position=view.log.append(line, view.position, header), proved=False))


def _proved(view: View) -> View:
    if not view.proved:
        with suppress(OSError):
            files.sync_folder(real(view.path).parent, view.system)
            return replace(view, proved=True)
    return view


def _unsynced(view: View) -> UnsavedError:
    return UnsavedError(f"{view.path} could not be saved: its folder could not be synced. Nothing was changed.")


def _insist(view: View) -> None:
    if not view.proved:
        raise UnprovedError(f"{view.path} is saved, but not yet proved safe: its folder could not be synced.")


def prepared(view: View) -> View:
    """The archive fit to be written to: its own number given, and what befell it before written down."""
    if not view.meta.archive:
        return fold_now(view, archive=os.urandom(8).hex())
    if not view.intact:
        snapshot = load(view.path, view.system)
        lost = passed_over(snapshot, settled(view.log.found(snapshot.meta).lines)[0])
        line = new_line("changed by another program")
        line = replace(line, foreign=True, changes=view.foreign, passed_over=lost)
        view = fold_now(append(view, line))
    if view.broken_off:
        line = replace(new_line("was broken off: nothing of it came in"), void=view.broken_off.line.seq)
        view = replace(append(view, line), broken_off=None)
    return view


def _is_bulk(draft: Draft) -> bool:
    if draft.changes or not draft.new:
        return False
    return len(draft.new) > BULK_RECORDS or sum(len(msgspec.json.encode(record)) for record in draft.new) > BULK_BYTES


def _appended(view: View, what: str, draft: Draft) -> View:
    made = (Changed(KIND_TABLES[type(record)], record.id, new=msgspec.to_builtins(record)) for record in draft.new)
    changes = (*draft.changes, *made)
    state = view.state.after(changes)
    for name in {change.table for change in changes}:
        state.table(name)  # what doesn't fit is told before the line is written
    return replace(append(view, replace(new_line(what), changes=changes)), state=state)


def _imported(view: View, what: str, new: Sequence[Record]) -> View:
    """The line first, then the snapshot with the records, which makes the line hold."""
    bulk: dict[str, list[str]] = {}
    for record in new:
        bulk.setdefault(KIND_TABLES[type(record)], []).append(record.id)
    ids = {name: tuple(found) for name, found in bulk.items()}
    after = append(view, replace(new_line(what), bulk=ids))
    try:
        after = fold_now(after, new)
    except BaseException:
        _take_back(view, after)
        raise
    return replace(after, state=view.state.joined(new))


def _take_back(view: View, after: View) -> None:
    """Cuts off the line of an import that didn't come in; one that stays has no effect."""
    with suppress(OSError, ArchiveError):
        found = snapshots.head(view.path, view.system)
        if found and found.meta.sequence < after.position.sequence:
            view.log.cut(view.position)


def fold_now(view: View, new: Iterable[Record] = (), archive: str = "") -> View:
    """The snapshot written anew, with all that the log has and with new records; under the lock.

    Raises UnsavedError, also where the log's name isn't proved: a snapshot could outlast a power cut without its log.
    """
    if view.position.end:
        view = _proved(view)
        if not view.proved:
            raise _unsynced(view)
    snapshot = load(view.path, view.system)
    tail = view.log.found(snapshot.meta)
    changes, _ = settled(tail.lines)
    at = tail.position
    meta = replace(
        snapshot.meta, schema=SCHEMA, generation=snapshot.meta.generation + 1, sequence=at.sequence,
        archive=snapshot.meta.archive or archive, folded=Folded(at.start, at.end, at.hash) if at.end else None,
    )  # fmt: skip
    data = _contents(snapshot, meta, changes, new)
    try:
        snapshots.replace(view.path, data, view.system)
        proved = True
    except UnprovedError:
        proved = False
    try:
        stamp = Stamp.of(view.system.stat(real(view.path)))
    except OSError:
        stamp = Stamp(0, 0, 0)  # to be looked at again
    digest = digest_of(bytes(data[0]))
    return replace(
        view, meta=meta, stamp=stamp, digest=digest, position=at, intact=True, foreign=(), broken_off=None,
        proved=proved,
    )  # fmt: skip


def _contents(
    snapshot: Snapshot, meta: Meta, changes: Sequence[Changed], new: Iterable[Record]
) -> Sequence[bytes | memoryview]:
    """The pieces of the new file, the digest in the first."""
    added: dict[str, list[bytes]] = {}
    encode = msgspec.json.Encoder().encode
    for record in new:
        added.setdefault(KIND_TABLES[type(record)], []).append(encode(record))
    try:
        rest = spliced(snapshot, changes, added)
        if rest is not None:
            return sealed(row(meta, snapshot.others) + b"}", *rest)
        return [snapshots.encode(meta, folded(snapshot, changes, added), snapshot.others)]
    except KeyError as error:
        raise DamagedArchiveError(
            snapshot.path, f"has no record {error}, which its log changes.", advice=advice(snapshot.path)
        ) from error
