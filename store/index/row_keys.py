"""The keys of each row by their numbers: to count, where rows are few, how many of them have which."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from store.index.rows import Rows
from store.index.shelf import Pieces, Shelf


class RowKeys:
    """The first key of each row, 0 where it has none; and the further ones of those rows that have several."""

    def __init__(self, first: array[int], rows: array[int], more: array[int]) -> None:
        """`more` are the further keys of `rows`, which rise and come again for each."""
        self._first, self._rows, self._more = first, rows, more

    @classmethod
    def of(cls, keys_of: Sequence[Sequence[str]], number_of: Mapping[str, int]) -> RowKeys:
        first = array("I", [number_of[keys[0]] if keys else 0 for keys in keys_of])
        several = [(row, number_of[key]) for row, keys in enumerate(keys_of) for key in keys[1:]]
        return cls(first, array("I", [row for row, _ in several]), array("I", [number for _, number in several]))

    @classmethod
    def on(cls, shelf: Shelf) -> RowKeys:
        return cls(*(shelf.numbers(name, "I") for name in ("first", "rows", "more")))

    def pieces(self) -> Pieces:
        """What `on` reads."""
        return ("first", self._first.tobytes()), ("rows", self._rows.tobytes()), ("more", self._more.tobytes())

    def __len__(self) -> int:
        return len(self._first)

    def counted(self, rows: Rows) -> Counter[int]:
        """How many of the rows, all of which have a key, have each."""
        first = map(self._numbers.__getitem__, rows)
        return Counter(chain(first, chain.from_iterable(map(self._more_of, rows & self._several))))

    def _more_of(self, row: int) -> Sequence[int]:
        at = bisect_left(self._rows, row)
        return self._more[at : bisect_left(self._rows, row + 1, at)]

    @cached_property
    def _numbers(self) -> list[int]:
        """The first keys as objects that are made once: they are counted twice as fast as those of an array."""
        numbers = list(range(max(self._first, default=0) + 1))
        return [numbers[number] for number in self._first]

    @cached_property
    def _several(self) -> Rows:
        return Rows(self._rows)
