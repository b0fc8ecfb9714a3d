"""A step of a sitting that undo takes back: another view, or a change of records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from msgspec import Struct

from store import archive
from store.archive import KIND_TABLES, Change
from store.errors import SaysoError
from store.model import Record
from store.records import Records
from tui.view.view import View

Pair: TypeAlias = tuple[Record | None, Record | None]
"""A record before and after; None before where it was made, None after where it was taken out."""


class Edit(Struct, frozen=True):
    """Records that we changed in one go, each as it was and as it came to be, revisions and stamps included."""

    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, *pairs: Pair) -> Edit:
        return cls(pairs)

    @property
    def reversal(self) -> list[Any]:
        """The changes that take it back; each expects the revision that we left, so that nobody's work is lost."""
        return list(self._reversal())

    def _reversal(self) -> Iterator[Any]:
        for before, after in self.pairs:
            if before is not None:
                yield Change(before, after.revision if after else 0)
            elif after is not None:
                yield _removal(after)

    def undone(self, records: Records) -> Edit:
        """What taking it back was, once `records` are those after that."""
        return Edit(tuple((after, _standing(records, before)) for before, after in self.pairs))


def _standing(records: Records, record: Record | None) -> Record | None:
    found: Record | None = records.table(KIND_TABLES[type(record)]).get(record.id) if record else None
    return found


def _removal(record: Record) -> Any:
    """Raises SaysoError where this archive's storage can't take a record out."""
    removal = getattr(archive, "Removal", None)
    if removal is None:
        raise SaysoError(f"{record.id} was made in this sitting, and a record that was made can't be taken out yet.")
    return removal(record.id, record.revision)


class Step(NamedTuple):
    """A word for what was done, and what takes it back: the view before it, or the edit itself."""

    word: str
    was: View | Edit
