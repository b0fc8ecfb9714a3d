"""Many sets of rows in flat bytes: small ones as plain numbers, the others as bitmaps that are read when asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from store.index.rows import Rows, union

_FEW = 16
_BYTES = array("I").itemsize


class Sets:
    """Sets of rows, numbered from 0; they are given by how many rows they have, the smallest first."""

    def __init__(self, sets: Iterable[Sequence[int]]) -> None:
        self._few, parts = 0, []
        for rows in sets:
            if len(rows) < _FEW:
                self._few += 1
                parts.append(array("I", rows).tobytes())
            else:
                parts.append(Rows(array("I", rows)).serialize())
        self._bytes = b"".join(parts)
        self._ends = array("Q", accumulate(map(len, parts), initial=0))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> Rows:
        data = self._bytes[self._ends[number] : self._ends[number + 1]]
        return Rows(_plain(data)) if number < self._few else Rows.deserialize(data)

    def union(self, numbers: Sequence[int]) -> Rows:
        """The rows that are in one of these sets, whose numbers are given rising."""
        data, ends = self._bytes, self._ends
        few = bisect_left(numbers, self._few)
        plain = _plain(b"".join([data[ends[number] : ends[number + 1]] for number in numbers[:few]]))
        return union([Rows(plain), *map(self.__getitem__, numbers[few:])])


def _plain(data: bytes) -> Iterable[int]:
    rows = array("I")
    rows.frombytes(data)
    return rows
