"""The ids of the rows that a filter chose: a sequence that is spelled out only as far as a screen shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import overload

from store.index import masks

_HEAD = 1024  # rows of the table that are looked at first; then as many again, and so on


class Chosen(Sequence[str]):
    """The ids of the rows in a mask, rising; equal to any sequence of the same ids."""

    def __init__(self, ids: Sequence[str], mask: int, row_of: Mapping[str, int]) -> None:
        """All ids of the table, and the row of each."""
        self._ids, self._mask, self._row_of = ids, mask, row_of
        self._length = mask.bit_count()
        self._rows: list[int] = []
        self._seen = 0
        """Rows of the table that were looked at."""

    def _look(self, upto: int | None) -> list[int]:
        """The rows chosen, as far as there are so many; all of them where None."""
        while self._seen < len(self._ids) and (upto is None or len(self._rows) < upto):
            size = min(max(_HEAD, self._seen), len(self._ids) - self._seen)
            part = self._mask >> self._seen & masks.full(size)
            self._rows += masks.rows(part, size, self._seen)
            self._seen += size
        return self._rows

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            rows = self._look(max(places, default=-1) + 1)
            return [self._ids[rows[place]] for place in places]
        return self._ids[self._look(index + 1 if index >= 0 else None)[index]]

    def __iter__(self) -> Iterator[str]:
        for at in range(len(self)):
            yield self._ids[self._look(at + 1)[at]]

    def __contains__(self, record_id: object) -> bool:
        row = self._row_of.get(record_id) if isinstance(record_id, str) else None
        return row is not None and bool(self._mask >> row & 1)

    def index(self, record_id: str, start: int = 0, stop: int | None = None) -> int:
        """Where the id stands, found without going through them. Raises ValueError where it isn't among them."""
        if record_id not in self:
            raise ValueError(record_id)
        at = (self._mask & masks.full(self._row_of[record_id])).bit_count()
        if at not in range(*slice(start, stop).indices(len(self))):
            raise ValueError(record_id)
        return at

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
