"""Many sets of rows in flat bytes: small ones as plain numbers, the others as bitmaps that are read when asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from store.index.rows import Rows, union
from store.index.shelf import Blob, Pieces, Shelf

_FEW = 16


class Sets:
    """Sets of rows, numbered from 0."""

    def __init__(self, few: array[int], few_ends: array[int], many: Blob, many_ends: array[int]) -> None:
        """`few` are the rows of the first sets in one piece, `many` the bitmaps of the others; ends begin with 0."""
        self._few, self._few_ends, self._many, self._many_ends = few, few_ends, many, many_ends
        self._first_of_many = len(few_ends) - 1

    @classmethod
    def of(cls, sets: Iterable[Sequence[int] | Rows]) -> Sets:
        """They are given by how many rows they have, the smallest first."""
        few, few_ends, many = array("I"), array("I", [0]), list[bytes]()
        for rows in sets:
            if len(rows) < _FEW:
                few.extend(rows)
                few_ends.append(len(few))
            else:
                many.append((rows if isinstance(rows, Rows) else Rows(array("I", rows))).serialize())
        return cls(few, few_ends, b"".join(many), array("Q", accumulate(map(len, many), initial=0)))

    @classmethod
    def on(cls, shelf: Shelf) -> Sets:
        few, few_ends = shelf.numbers("few", "I"), shelf.numbers("few_ends", "I")
        return cls(few, few_ends, shelf.blob("many"), shelf.numbers("many_ends", "Q"))

    def pieces(self) -> Pieces:
        """What `on` reads."""
        yield "few", self._few.tobytes()
        yield "few_ends", self._few_ends.tobytes()
        yield "many", self._many[:]
        yield "many_ends", self._many_ends.tobytes()

    def __len__(self) -> int:
        return self._first_of_many + len(self._many_ends) - 1

    def __getitem__(self, number: int) -> Rows:
        return Rows(self._plain(number)) if number < self._first_of_many else self._bitmap(number)

    def union(self, numbers: Sequence[int]) -> Rows:
        """The rows that are in one of these sets, whose numbers are given rising."""
        few, rows = bisect_left(numbers, self._first_of_many), array("I")
        for number in numbers[:few]:
            rows += self._plain(number)
        return union([Rows(rows), *map(self._bitmap, numbers[few:])])

    def _plain(self, number: int) -> array[int]:
        return self._few[self._few_ends[number] : self._few_ends[number + 1]]

    def _bitmap(self, number: int) -> Rows:
        number -= self._first_of_many
        return Rows.deserialize(self._many[self._many_ends[number] : self._many_ends[number + 1]])
