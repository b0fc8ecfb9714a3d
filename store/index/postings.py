"""Which rows have which key, such as an actor, a document or a word of a closed list; and which have none."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain

from store.index.rows import Rows, full, union
from store.index.sets import Sets
from store.index.strings import Strings

_FEW = 16
"""Sets of rows that are read each time; more are kept once they were read."""
_ROWS_A_KEY = 3
"""So many rows are counted one by one in the time that it takes to count all rows of one key."""


class Postings:
    """The keys of each row, given in the order of rows, and turned about: the rows of each key."""

    def __init__(self, keys_of_rows: Iterable[Sequence[str]]) -> None:
        keys_of = [tuple(dict.fromkeys(keys)) if len(keys) > 1 else keys for keys in keys_of_rows]
        rows_of: defaultdict[str, list[int]] = defaultdict(list)
        for row, keys in enumerate(keys_of):
            for key in keys:
                rows_of[key].append(row)
        known = sorted(rows_of, key=lambda key: len(rows_of[key]))
        self._size = len(keys_of)
        self.keys, self._sets = Strings(known), Sets(map(rows_of.__getitem__, known))
        self.none = Rows(array("I", [row for row, keys in enumerate(keys_of) if not keys]))
        self._row_keys = _RowKeys(keys_of, {key: number for number, key in enumerate(known)})

    def prepare(self) -> None:
        """Makes now what the first counting would wait for."""
        _ = self._every, self.keys.by_string

    def having(self, keys: Collection[str]) -> Rows:
        """The rows that have one of the keys."""
        numbers = self.keys.numbers(keys)
        if len(numbers) < _FEW and "_every" not in self.__dict__:
            return union(map(self._sets.__getitem__, numbers))
        return union(map(self._every.__getitem__, numbers))

    def where(self, wanted: Callable[[str], bool]) -> Rows:
        """The rows that have a wanted key; each key is asked once."""
        return self._sets.union([number for number, key in enumerate(self.keys) if wanted(key)])

    def counts(self, rows: Rows) -> tuple[Counter[str], int]:
        """How many of the rows have each key, keys that none has left out; and how many have none."""
        without = rows.intersection_cardinality(self.none)
        if len(rows) < _ROWS_A_KEY * len(self.keys):
            counted = self._row_keys.counted(rows - self.none)
            return Counter(dict(zip(self.keys.of(counted), counted.values(), strict=True))), without
        counts = self._counts_of_many(rows)
        return Counter({key: count for key, count in zip(self.keys, counts, strict=True) if count}), without

    def _counts_of_many(self, rows: Rows) -> Iterable[int]:
        """For each key how many of the rows have it."""
        if self._size - len(rows) > _ROWS_A_KEY * len(self.keys):
            return map(rows.intersection_cardinality, self._every)
        others = self._row_keys.counted(full(self._size) - rows - self.none)
        counts = array("I", map(len, self._every))
        for number, count in others.items():
            counts[number] -= count
        return counts

    @cached_property
    def _every(self) -> list[Rows]:
        return [self._sets[number] for number in range(len(self._sets))]


class _RowKeys:
    """The numbers of each row's keys."""

    def __init__(self, keys_of: Sequence[Sequence[str]], number_of: Mapping[str, int]) -> None:
        self._first = array("I", [number_of[keys[0]] if keys else 0 for keys in keys_of])
        several = [(row, number_of[key]) for row, keys in enumerate(keys_of) for key in keys[1:]]
        self._rows, self._more = array("I", [row for row, _ in several]), array("I", [number for _, number in several])

    def counted(self, rows: Rows) -> Counter[int]:
        """How many of the rows, all of which have a key, have each."""
        first = map(self._first.__getitem__, rows)
        return Counter(chain(first, chain.from_iterable(map(self._more_of, rows & self._several))))

    def _more_of(self, row: int) -> Sequence[int]:
        at = bisect_left(self._rows, row)
        return self._more[at : bisect_left(self._rows, row + 1, at)]

    @cached_property
    def _several(self) -> Rows:
        return Rows(self._rows)
