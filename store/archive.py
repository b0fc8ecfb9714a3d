"""The one door to an archive: open, search, get, apply, refresh, close. Only `apply`, `fold` and `close` write."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from store import files, storage
from store.change import Change, Removal
from store.errors import ArchiveError, ReadOnlyError, UnprovedError, UnsavedError
from store.index import Index, Result
from store.model import TABLES, Record
from store.query import Query
from store.records import Records
from store.storage.changes import Changed
from store.storage.fold import KIND_TABLES
from store.storage.names import index_of, log_of, originals_of
from store.storage.view import Update, View, Written
from store.system import SYSTEM, System

if TYPE_CHECKING:
    from store.index.shelf import Filled
    from store.storage.line import Line
    from store.storage.scrub import Scrubbed

# What only a writer needs is imported where it writes: every start would wait for it.
__all__ = ["KIND_TABLES", "Archive", "Change", "Removal", "Update", "create", "snapshot"]


class Archive:
    """An archive opened from a file.

    Reading never locks: the snapshot is only ever replaced whole, and of the log only whole lines count. Safe to use
    from several threads; `apply`, `refresh`, `fold` and `close` take turns. Records and index change together, once
    both are there, and never while somebody holds them: what changes is which ones the archive gives out.
    """

    def __init__(self, view: View, *, read_only: bool = False) -> None:
        self.path = view.path
        self.read_only = read_only
        self._view = view
        self._unseen: Update | None = None
        self._wrote = False
        self._index: Index | None = None
        self._turn = RLock()

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, system: System = SYSTEM) -> Self:
        """Raises MissingArchiveError, DamagedArchiveError or NewerArchiveError; the file stays untouched.

        Tables are decoded when first asked for, so a damaged record is told by whatever first needs its table.
        """
        return cls.taken_up(path, read_only=read_only, system=system) or cls(
            View.opened(path, system), read_only=read_only
        )

    @classmethod
    def taken_up(
        cls, path: Path, *, read_only: bool = False, system: System = SYSTEM, filled: Filled | None = None
    ) -> Self | None:
        """An archive whose index was put away beside it, in a fraction of the time; None where it wasn't.

        Or put away in an open file, which stays open: maybe as yet in part, for `complete` later.
        """
        if filled is None and not index_of(path).exists():
            return None
        from store import shelving

        found = shelving.take_up(path, system, filled)
        if found is None:
            return None
        archive = cls(found.view, read_only=read_only)
        archive._index = found.index
        return archive

    @classmethod
    def create(cls, path: Path, *, demonstration: bool = False, system: System = SYSTEM) -> Self:
        """A new, empty archive. Raises ArchiveError where something stands at the path already."""
        create(path, snapshot([], demonstration=demonstration, archive=os.urandom(8).hex()), system)
        return cls.open(path, system=system)

    @property
    def system(self) -> System:
        """What its files are read and written by."""
        return self._view.system

    @property
    def records(self) -> Records:
        return self._view.state.records

    @property
    def demonstration(self) -> bool:
        """Whether this is the sample, whose exports are headed DEMONSTRATION."""
        return self._view.meta.demonstration

    @property
    def generation(self) -> int:
        """Counts the writes of the snapshot."""
        return self._view.meta.generation

    @property
    def sequence(self) -> int:
        """The number of the last change set, ours or another's."""
        return self._view.position.sequence

    @property
    def stale(self) -> bool:
        """Whether the files are not those that were read last, by date and size alone: then `refresh` tells more."""
        return self._view.stale

    @property
    def unfolded(self) -> bool:
        """Whether what was written here is in the log alone as yet."""
        return self._wrote

    @property
    def index(self) -> Index:
        """Of the records as they are now; made when it is first asked for, and carried on from then on."""
        if self._index is None:
            self._index = Index(self.records)
        return self._index

    def complete(self, filled: Filled | None) -> None:
        """Takes up an index that was made whole meanwhile, beside the archive or in the open file; where there's none
        makes it, which takes a while. From then on every filter is answered. Raises as `refresh`."""
        from store import shelving

        for place in (None, filled, None, filled):  # what others write just now may come in between
            found = shelving.take_up(self.path, self._view.system, place)
            if found is not None and found.index.complete:
                found.index.prepare()
                with self._turn:
                    self._adopt(Written(*self._view.refreshed()))
                    if found.view.position == self._view.position:
                        self._view, self._index = found.view, found.index
                        return
        with self._turn:
            self._index = Index(self.records)
            self._index.prepare()

    def load(self, progress: Callable[[str], None] = lambda _: None) -> None:
        """Decodes every table and makes the index now; `progress` is told each table's name before it is read."""
        self.decode(progress)
        self.index.prepare(lambda name: progress(f"index of {name}"))

    def decode(self, progress: Callable[[str], None] = lambda _: None) -> None:
        """Decodes every table now, so that a damaged record is told; `progress` as for `load`."""
        for name in TABLES:
            progress(name)
            self.records.table(name)

    def search(self, query: Query | str, marked: frozenset[str] = frozenset()) -> Result:
        """Raises FilterError. `marked` are the ids for which `is:marked` holds."""
        return self.index.search(query, marked)

    def get(self, prefix: str) -> Record:
        """The record with this id or the one whose id begins so. Raises UnknownRecordError."""
        return self.records.get(prefix)

    def apply(self, changes: Iterable[Change | Removal], what: str = "") -> int:
        """Writes all the changes or none, and returns the number of the change set; `what` says in a phrase why.

        Sets revision, added and changed (UTC, seconds) itself. Raises ConflictError with mine and theirs where a
        record's revision isn't the expected one, ReadOnlyError, BusyArchiveError, UnsavedError where nothing was
        changed, and UnprovedError where it was saved, but may not outlast a power cut; the records then are as saved.
        """
        from store.drafting import drafted
        from store.storage.writing import write

        self._refuse_to_write()
        wanted = list(changes)
        own = frozenset(change.id if isinstance(change, Removal) else change.record.id for change in wanted)
        with self._turn:
            try:
                self._adopt(write(self._view, what, lambda state: drafted(state.records, wanted)), own)
            except UnprovedError:
                self._adopt(Written(*self._view.refreshed()), own)
                self._wrote = True
                raise
            self._wrote = True
            return self.sequence

    def change(self, changes: Sequence[Changed], what: str = "") -> int:
        """As `apply`, for rows told by field, as another program would change them: no revision is asked for."""
        from store.storage.writing import Draft, write

        self._refuse_to_write()
        with self._turn:
            own = frozenset(change.id for change in changes)
            self._adopt(write(self._view, what, lambda _: Draft(changes=changes)), own)
            self._wrote = True
            return self.sequence

    @property
    def warning(self) -> str | None:
        """What is to be said once of the file and of where it lies; None where there's nothing to say."""
        from store.storage.mounts import warning

        return "\n".join(filter(None, [self._view.suspicion, warning(self.path)])) or None

    def refresh(self) -> Update | None:
        """Takes in what others wrote, and says which records it is about; None where nothing changed. Cheap then.

        Raises MissingArchiveError, DamagedArchiveError; the archive then stays as it was.
        """
        with self._turn:
            self._adopt(Written(*self._view.refreshed()))
            update, self._unseen = self._unseen, None
            return update

    def fold(self) -> None:
        """Brings the file itself up to date, which until then lacks what the log has: for a quiet moment.

        Raises BusyArchiveError at once where another writes, ReadOnlyError, UnsavedError; all that is saved stays so.
        """
        from store.storage.writing import fold

        if not self.read_only:
            with self._turn:
                self._adopt(fold(self._view))
                self._wrote = False

    def purge(
        self, gone: Mapping[str, str], blank: Iterable[Record], what: str, originals: Collection[str] = ()
    ) -> Scrubbed:
        """Takes records out of the file, the log and the copies: `gone` is id -> table; `blank` stay as they are given;
        `originals` are the hashes of the files that go with them.

        It can't be undone. Raises as `apply` does; where it was broken off, doing it again goes on with it.
        """
        from store.storage.scrub import purge

        self._refuse_to_write()
        rows = {record.id: msgspec.to_builtins(record) for record in blank}
        with self._turn:
            own = frozenset((*gone, *rows))
            try:
                done = purge(self._view, gone, rows, what, originals)
            except UnsavedError:
                with suppress(ArchiveError):
                    self._adopt(Written(*self._view.refreshed()), own)
                raise
            self._adopt(Written(done.view, done.update), own)
            return done

    def purged(self) -> list[dict[str, str]]:
        """What was purged, id -> table; each time for itself."""
        from store.storage.history import lines

        return [told.line.purged for told in lines(self.path, self._view.system) if told.line and told.line.purged]

    def changes_to(self, record_id: str) -> Iterator[Line]:
        """The change sets that are about the record, the newest first. Raises DamagedArchiveError."""
        from store.storage.history import touching

        return touching(self.path, record_id, self._view.system)

    def former(self) -> list[Record]:
        """The records that the log has whole, as they came in or went; also those that are there no more."""
        from store.storage.history import former, lines

        return former(told.line for told in lines(self.path, self._view.system) if told.line)

    def _refuse_to_write(self) -> None:
        if self.read_only:
            raise ReadOnlyError(f"{self.path} was opened to be read only; nothing was changed.")

    def _adopt(self, written: Written, own: frozenset[str] = frozenset()) -> None:
        """`own` are the records that this very archive changed."""
        if written.update:
            self._unseen = written.update.joined(self._unseen)
        index = self._index
        if index is not None and written.view.state is not self._view.state:
            theirs = written.update.ids if written.update else frozenset()
            index = index.updated(written.view.state.records, own | theirs)
        self._view, self._index = written.view, index

    def discard(self) -> None:
        """Takes away an archive that nothing was ever written to, with its lock, as if it had never been made."""
        if not self._view.position.sequence and not any(map(self.records.table, TABLES)):
            for file in (storage.real(self.path), log_of(self.path), storage.lock_of(self.path)):
                file.unlink(missing_ok=True)
            with suppress(OSError):
                originals_of(self.path).rmdir()

    def close(self) -> None:
        """Folds in what was written, so that whoever reads the file alone has it; where that can't be, it stays in the
        log."""
        if self._wrote:
            with suppress(ArchiveError):
                self.fold()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def snapshot(records: Iterable[Record], *, demonstration: bool = False, archive: str = "") -> bytes:
    """The bytes of an archive that holds these records as they are, revisions and stamps included."""
    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLES}
    for record in records:
        rows = tables[KIND_TABLES[type(record)]]
        rows[str(len(rows) + 1)] = msgspec.json.encode(record)
    meta = storage.Meta(schema=storage.SCHEMA, demonstration=demonstration, archive=archive)
    return storage.encode(meta, tables)


def create(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Writes a new file, with its folders; whole or not at all. Raises ArchiveError where something stands there, and
    UnprovedError where it was made, but may not outlast a power cut."""
    target = storage.real(path)
    if os.path.lexists(log_of(path)):
        raise ArchiveError(
            f"{log_of(path)} is left of an archive that stood there. Move it away first, or choose another path."
        )
    made = [folder for folder in target.parents if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with files.beside(target, data, system=system) as fresh:
            files.place_new(fresh, target, system)
    except FileExistsError as error:
        raise ArchiveError(f"{path} exists already and is left as it is. Choose another path, or open it.") from error
    except OSError as error:
        raise ArchiveError(f"{path} can't be made ({error.strerror}).") from error
    try:
        for folder in (target.parent, *(folder.parent for folder in made)):
            files.sync_folder(folder, system)
    except OSError as error:
        raise UnprovedError(
            f"{path} is made, but not yet proved safe: its folder could not be synced ({error.strerror})."
        ) from error
