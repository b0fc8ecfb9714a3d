"""Taking records out of an archive's file, its log and its copies; a line without content is left of them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from store import files
from store.errors import ArchiveError, DamagedArchiveError, UnsavedError
from store.model import TABLES
from store.storage import originals
from store.storage import snapshot as snapshots
from store.storage.backups import backups
from store.storage.changes import Changed
from store.storage.fold import folded
from store.storage.line import Line, decoded, encoded, hashed
from store.storage.lock import locked
from store.storage.names import index_of, log_of, real
from store.storage.snapshot import load
from store.storage.view import Update, View
from store.storage.writing import append, fold_now, may_write, new_line, prepared
from store.system import System

TAKEN_OUT = "taken out by a purge"
"""What a line says of itself whose words might have told what was purged."""


class Scrubbed(NamedTuple):
    """The archive afterwards, what others wrote before, and what was rewritten: lines of the log, copies; copies that
    could not be read, and were removed."""

    view: View
    update: Update | None
    lines: int
    copies: int
    removed: list[Path]


def purge(
    view: View,
    gone: Mapping[str, str],
    blank: Mapping[str, dict[str, Any]],
    what: str,
    files_of_theirs: Collection[str] = (),
) -> Scrubbed:
    """Takes records out: `gone` is id -> table; `blank` are rows, by id, that stay without their content;
    `files_of_theirs` are the hashes of the files that were kept for them alone.

    Those that are gone need not be there any more: the log and the copies may still have them. A line of the log says
    that it was done; where it is broken off after that, doing it again goes on with it.

    Raises ReadOnlyError, BusyArchiveError, DamagedArchiveError before anything is done; UnsavedError from then on,
    which says that some of it may still stand there.
    """
    may_write(view)
    with locked(view.path, "purge", system=view.system):
        view, update = view.refreshed()
        with _until_the_end(view.path):
            return _purged(view, gone, blank, what, files_of_theirs, update)


@contextmanager
def _until_the_end(path: Path) -> Iterator[None]:
    """Where it is broken off the user can't be told that nothing was done, nor that all was."""
    try:
        yield
    except (ArchiveError, OSError) as error:
        refusal = error if isinstance(error, OSError) else error.__cause__
        why = refusal.strerror if isinstance(refusal, OSError) else str(error).removesuffix(".")
        raise UnsavedError(
            f"The purge didn't come to its end ({why}): what was to be taken out may still stand in {path}, in its "
            "log, in its copies or in the files of the reports. Ask for the same purge again."
        ) from error


def _purged(
    view: View,
    gone: Mapping[str, str],
    blank: Mapping[str, dict[str, Any]],
    what: str,
    files_of_theirs: Collection[str],
    update: Update | None,
) -> Scrubbed:
    # The files go first: as long as the records are there, they can be asked for by them.
    originals.remove(view.path, files_of_theirs, view.system)
    view = fold_now(prepared(view))
    tables = {**gone, **{record_id: _table(record_id, view) for record_id in blank}}
    line = msgspec.structs.replace(
        new_line(what), purged=tables, rewritten=view.position.hash,
        changes=(*(Changed(name, record_id, gone={}) for record_id, name in gone.items()),
                 *(Changed(tables[record_id], record_id, new=row) for record_id, row in blank.items())),
    )  # fmt: skip
    return _scrub(append(view, line), tables, blank, update)


def _table(record_id: str, view: View) -> str:
    return next(name for name in TABLES if record_id in view.state.table(name))


def _scrub(
    view: View, tables: Mapping[str, str], blank: Mapping[str, dict[str, Any]], update: Update | None
) -> Scrubbed:
    count = _rewrite_log(view, tables)
    view = fold_now(view)
    with suppress(FileNotFoundError):  # the next start makes it anew
        view.system.unlink(index_of(view.path))
    changes = [
        Changed(name, record_id, new=blank[record_id]) if record_id in blank else Changed(name, record_id, gone={})
        for record_id, name in tables.items()
    ]
    copies, removed = _scrub_copies(view, changes)
    return Scrubbed(View.opened(view.path, view.system), update, count, copies, removed)


def _scrub_copies(view: View, changes: list[Changed]) -> tuple[int, list[Path]]:
    """How many were rewritten, and those that could not be read and were removed. Raises OSError."""
    copies, removed = 0, []
    for backup in backups(view.path, view.system):
        try:
            copies += _rewrite_copy(backup.path, changes, view.system)
        except DamagedArchiveError:
            view.system.unlink(backup.path)
            removed.append(backup.path)
    files.sync_folder(real(view.path).parent, view.system)  # else what was taken away could be back after a power cut
    return copies, removed


def _rewrite_log(view: View, ids: Collection[str]) -> int:
    """How many lines lost their content; they all follow each other anew. Raises OSError."""
    log = log_of(view.path)
    with files.opened(log, os.O_RDONLY, system=view.system) as fd:
        like, data = view.system.fstat(fd), files.read_on(fd, 0, view.system)
    lines = list(_rewritten(data[: view.position.end], ids))
    with files.beside(log, (encoded(line) for line, _ in _chained(lines)), like, view.system) as fresh:
        view.system.rename(fresh, log)
    files.sync_folder(log.parent, view.system)
    return sum(changed for _, changed in lines)


def _rewritten(data: bytes, ids: Collection[str]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it is another than before."""
    number = 0
    for raw in data.split(b"\n")[:-1]:
        try:
            line = decoded(raw)
        except ValueError:
            line, lost = msgspec.structs.replace(new_line("was damaged"), seq=number + 1), True
        else:
            told = (*line.changes, *line.passed_over)
            lost = not line.purged and any(change.id in ids and _has_content(change) for change in told)
        number = line.seq
        line = msgspec.structs.replace(line, passed_over=tuple(c for c in line.passed_over if c.id not in ids))
        if lost and line.changes:
            changes = tuple(Changed(c.table, c.id) if c.id in ids else c for c in line.changes)
            line = msgspec.structs.replace(line, changes=changes, what=TAKEN_OUT)
        yield line, lost


def _has_content(change: Changed) -> bool:
    return bool(change.fields or change.new or change.gone)


def _chained(lines: list[tuple[Line, bool]]) -> Iterator[tuple[Line, bool]]:
    before = ""
    for line, changed in lines:
        fresh = msgspec.structs.replace(line, before=before)
        before = hashed(encoded(fresh)[:-1])
        yield fresh, changed


def _rewrite_copy(path: Path, changes: list[Changed], system: System) -> bool:
    """Whether there was anything to take out. Raises DamagedArchiveError, OSError."""
    found = load(path, system)
    there = [change for change in changes if change.id.encode() in found.data]
    if not there:
        return False
    known = [change for change in there if change.new is None or _has_row(found, change)]
    data = snapshots.encode(found.meta, folded(found, known, {}), found.others)
    with files.beside(path, data, system.stat(path), system) as fresh:
        system.rename(fresh, path)
    return True


def _has_row(found: snapshots.Snapshot, change: Changed) -> bool:
    needle = change.id.encode()
    return any(needle in bytes(raw) for raw in found.raw_table(change.table).values())
