"""A step of a sitting that undo takes back: another view, or a change of records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from store.archive import KIND_TABLES, Change, Removal
from store.model import Record
from store.records import Records
from tui.view.view import View

Pair: TypeAlias = tuple[Record | None, Record | None]
"""A record before and after; None before where it was made, None after where it was taken out."""


class Edit(Struct, frozen=True):
    """Records that we changed in one go, each as it was and as it came to be, revisions and stamps included.

    `warning` is what the system didn't say of them: that they would outlast a power cut. Mostly empty.
    """

    pairs: tuple[Pair, ...]
    warning: str = ""

    @classmethod
    def of(cls, *pairs: Pair) -> Edit:
        return cls(pairs)

    @property
    def reversal(self) -> list[Change | Removal]:
        """The changes that take it back; each expects the revision that we left, so that nobody's work is lost."""
        return list(self._reversal())

    def _reversal(self) -> Iterator[Change | Removal]:
        for before, after in self.pairs:
            if before is not None:
                yield Change(before, after.revision if after else 0, after)
            elif after is not None:
                yield Removal(after.id, after.revision)

    def undone(self, records: Records) -> Edit:
        """What taking it back was, once `records` are those after that."""
        return Edit(tuple((after, _standing(records, before)) for before, after in self.pairs))


def _standing(records: Records, record: Record | None) -> Record | None:
    found: Record | None = records.table(KIND_TABLES[type(record)]).get(record.id) if record else None
    return found


class Brought:
    """What undo and redo brought back: the same records, each at a later revision than the one that it had before.

    Nobody else changed these, so that what was done before them can be taken back too.
    """

    def __init__(self) -> None:
        self._records: list[tuple[Record, Record]] = []

    def back(self, edit: Edit, reversal: Edit) -> None:
        """The edit was taken back by this other one."""
        pairs = zip(edit.pairs, reversal.pairs, strict=True)
        self._records += [(was, now) for (was, _), (_, now) in pairs if was is not None and now is not None]

    def again(self, edit: Edit) -> Edit:
        """The edit, as if it had led to what stands there since it was brought back."""
        return replace(edit, pairs=tuple((before, after and self._since(after)) for before, after in edit.pairs))

    def _since(self, record: Record) -> Record:
        for was, now in self._records:
            if was.id == record.id and was == record:
                record = now
        return record


class Step(NamedTuple):
    """A word for what was done, and what takes it back: the view before it, or the edit itself."""

    word: str
    was: View | Edit
