"""The ids of the rows that a filter chose: a sequence that is spelled out only as far as a screen shows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

from store.index import masks

_HEAD = 1024  # rows of the table in which a screen looks first


class Chosen(Sequence[str]):
    """The ids of the rows in a mask, rising; equal to any sequence of the same ids."""

    def __init__(self, ids: Sequence[str], mask: int, row_of: Mapping[str, int]) -> None:
        """All ids of the table, and the row of each."""
        self._ids, self._mask, self._row_of = ids, mask, row_of

    @cached_property
    def _first(self) -> list[int]:
        return masks.rows(self._mask & masks.full(_HEAD), min(_HEAD, len(self._ids)))

    @cached_property
    def _rows(self) -> list[int]:
        return masks.rows(self._mask, len(self._ids))

    def __len__(self) -> int:
        return self._mask.bit_count()

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self._ids[row] for row in self._rows[index]]
        rows = self._first if 0 <= index < len(self._first) else self._rows
        return self._ids[rows[index]]

    def __iter__(self) -> Iterator[str]:
        for row in self._first:
            yield self._ids[row]
        if len(self._first) < len(self):
            yield from map(self._ids.__getitem__, self._rows[len(self._first) :])

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
