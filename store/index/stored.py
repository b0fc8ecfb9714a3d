"""Records as they lie on a shelf: a table of them, of which each is decoded when it's asked for."""

from __future__ import annotations

from array import array
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any

import msgspec

from store.index.remembered import Remembered
from store.index.shelf import Blob, Pieces, Shelf
from store.index.strings import Strings
from store.model import TABLES

_KEPT = 2048
_AT_ONCE = 256
"""Records that are read together where all are gone through."""


class Stored(Mapping[str, Any]):
    """Id -> record, in the order in which they were filed; the last ones that were asked for are kept decoded.

    Raises ShelfError where the file was cut since it was opened.
    """

    def __init__(self, name: str, ids: Strings, numbers: array[int], shelf: Shelf) -> None:
        """The ids are given by rows, and for each row the number of its record."""
        self._ids, self._numbers = ids, numbers
        self._data: Blob = shelf.blob("data")
        self._ends = shelf.numbers("ends", "Q")
        self._decode = msgspec.json.Decoder(TABLES[name]).decode
        self._known: Remembered[str, Any] = Remembered(_KEPT)

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, record_id: str) -> Any:
        return self._known.get(record_id, lambda: self._read(record_id))

    def __contains__(self, record_id: object) -> bool:
        return isinstance(record_id, str) and self._ids.number(record_id) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids.chosen(self._filed))

    def items(self) -> ItemsView[str, Any]:
        return _Items(self)

    def values(self) -> ValuesView[Any]:
        return _Values(self)

    def each(self) -> Iterator[Any]:
        """The records, none of which is kept."""
        for first in range(0, len(self), _AT_ONCE):
            ends = self._ends[first : first + _AT_ONCE + 1]
            data = self._data[ends[0] : ends[-1]]
            for start, end in pairwise(ends):
                yield self._decode(data[start - ends[0] : end - ends[0]])

    def _read(self, record_id: str) -> Any:
        row = self._ids.number(record_id)
        if row is None:
            raise KeyError(record_id)
        number = self._numbers[row]
        return self._decode(self._data[self._ends[number] : self._ends[number + 1]])

    @cached_property
    def _filed(self) -> array[int]:
        """The row of each number."""
        rows = array("I", bytes(self._numbers.itemsize * len(self._numbers)))
        for row, number in enumerate(self._numbers):
            rows[number] = row
        return rows


class _Items(ItemsView[str, Any]):
    _mapping: Stored

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        return ((record.id, record) for record in self._mapping.each())


class _Values(ValuesView[Any]):
    _mapping: Stored

    def __iter__(self) -> Iterator[Any]:
        return self._mapping.each()


def pieces(records: Iterable[Any]) -> Pieces:
    """What `Stored` reads, of the records of a table in the order in which they were filed."""
    lines = [msgspec.json.encode(record) for record in records]
    yield "ends", array("Q", accumulate(map(len, lines), initial=0)).tobytes()
    yield "data", b"".join(lines)
