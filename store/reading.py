"""An archive as it is read: its records and their index at one moment, and how both follow what others write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Self

from store.index import Index, Result
from store.model import TABLES, Record
from store.query import Query
from store.records import Records
from store.storage.names import index_of
from store.storage.view import Update, View, Written
from store.system import SYSTEM, System

if TYPE_CHECKING:
    from store.index.shelf import Filled
    from store.storage.line import Line


class Reading:
    """Reading never locks: the snapshot is only ever replaced whole, and of the log only whole lines count.

    Safe to use from several threads. Records and index change together, once both are there, and never while somebody
    holds them: what changes is which ones are given out.
    """

    def __init__(self, view: View, *, read_only: bool = False) -> None:
        self.path = view.path
        self.read_only = read_only
        self._view = view
        self._unseen: Update | None = None
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

    def _adopt(self, written: Written, own: frozenset[str] = frozenset()) -> None:
        """`own` are the records that this very archive changed."""
        if written.update:
            self._unseen = written.update.joined(self._unseen)
        index = self._index
        if index is not None and written.view.state is not self._view.state:
            theirs = written.update.ids if written.update else frozenset()
            index = index.updated(written.view.state.records, own | theirs)
        self._view, self._index = written.view, index
