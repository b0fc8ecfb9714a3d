"""The one door to an archive: open, search, get, apply, refresh, close. Only `apply`, `fold` and `close` write."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import msgspec

from store.change import Change, Removal
from store.errors import ArchiveError, ReadOnlyError, UnprovedError, UnsavedError
from store.model import TABLES, Record
from store.reading import Reading
from store.storage.changes import Changed
from store.storage.fold import KIND_TABLES
from store.storage.view import Update, View, Written
from store.system import SYSTEM, System

if TYPE_CHECKING:
    from store.storage.scrub import Scrubbed
    from store.storage.state import State
    from store.storage.writing import Draft

# What only a writer needs is imported where it writes: every start would wait for it.
__all__ = ["KIND_TABLES", "Archive", "Change", "Removal", "Update"]


class Archive(Reading):
    """An archive opened from a file, to be read and written; `apply`, `refresh`, `fold` and `close` take turns."""

    def __init__(self, view: View, *, read_only: bool = False) -> None:
        super().__init__(view, read_only=read_only)
        self._wrote = False

    @classmethod
    def create(cls, path: Path, *, demonstration: bool = False, system: System = SYSTEM) -> Self:
        """A new, empty archive. Raises ArchiveError where something stands at the path already."""
        from store.founding import create, snapshot

        create(path, snapshot([], demonstration=demonstration, archive=os.urandom(8).hex()), system)
        return cls.open(path, system=system)

    @property
    def unfolded(self) -> bool:
        """Whether what was written here is in the log alone as yet."""
        return self._wrote

    def apply(self, changes: Iterable[Change | Removal], what: str = "") -> int:
        """Writes all the changes or none, and returns the number of the change set; `what` says in a phrase why.

        Sets revision, added and changed (UTC, seconds) itself. Raises ConflictError with mine and theirs where a
        record's revision isn't the expected one, ReadOnlyError, BusyArchiveError, UnsavedError where nothing was
        changed, and UnprovedError where it was saved, but may not outlast a power cut; the records then are as saved.
        """
        from store.drafting import drafted

        wanted = list(changes)
        own = frozenset(change.id if isinstance(change, Removal) else change.record.id for change in wanted)
        return self._write(what, own, lambda state: drafted(state.records, wanted))

    def change(self, changes: Sequence[Changed], what: str = "") -> int:
        """As `apply`, for rows told by field, as another program would change them: no revision is asked for."""
        from store.storage.writing import Draft

        return self._write(what, frozenset(change.id for change in changes), lambda _: Draft(changes=changes))

    def _write(self, what: str, own: frozenset[str], make: Callable[[State], Draft]) -> int:
        from store.storage.writing import write

        self._refuse_to_write()
        with self._turn:
            try:
                self._adopt(write(self._view, what, make), own)
            except UnprovedError:
                self._adopt(Written(*self._view.refreshed()), own)
                self._wrote = True
                raise
            self._wrote = True
            return self.sequence

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

    def discard(self) -> None:
        """Takes away an archive that nothing was ever written to, with its lock, as if it had never been made."""
        from store.founding import take_away

        if not self.sequence and not any(map(self.records.table, TABLES)):
            take_away(self.path)

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

    def _refuse_to_write(self) -> None:
        if self.read_only:
            raise ReadOnlyError(f"{self.path} was opened to be read only; nothing was changed.")
