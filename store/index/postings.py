"""Which rows have which key, such as an actor, a document or a word of a closed list; none is a key too."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, compress
from typing import TypeAlias

from store.index import masks
from store.index.listed import Listed

Key: TypeAlias = str | None
"""None is the key of rows that have no other."""
_FEW = 16
"""Where so many times fewer rows are asked about than have several keys, each is looked up."""


class Tally(Mapping[Key, int]):
    """Key -> how many rows have it; keys that no row has are left out."""

    def __init__(self, postings: Postings, counts: Mapping[int, int]) -> None:
        self._postings, self._counts = postings, counts

    def __getitem__(self, key: Key) -> int:
        return self._counts[self._postings.numbers[key]]

    def __contains__(self, key: object) -> bool:
        return self._postings.numbers.get(key) in self._counts  # type: ignore[call-overload]

    def __iter__(self) -> Iterator[Key]:
        keys = list(self._postings.numbers)
        return map(keys.__getitem__, self._counts)

    def places(self, row_of: Mapping[str, int]) -> Iterator[int]:
        """The rows that the keys stand for in the one table whose ids they are; a key that isn't there has none."""
        places = self._postings.places(row_of)
        return (place for number in self._counts if (place := places[number]) >= 0)

    def __len__(self) -> int:
        return len(self._counts)


class Postings:
    """The keys of each row, given in the order of rows, and turned about: the rows of each key.

    Within, keys are numbers, so that 100,000 of them lie together and are counted without going all over the memory.
    """

    def __init__(self, keys_of_rows: Iterable[Sequence[str]], listed: Listed | None = None) -> None:
        """`listed` is that of the table, for what is listed there already."""
        self.numbers: dict[Key, int] = {}
        self._rows: list[list[int]] = []
        self._first, self._more, self._more_rows = array("I"), array("I"), array("I")
        for row, keys in enumerate(keys_of_rows):
            self._first.append(self._add(row, keys[0] if keys else None))
            for key in dict.fromkeys(keys[1:]) if len(keys) > 1 else ():  # what is named twice counts once
                if key != keys[0]:
                    self._more.append(self._add(row, key))
                    self._more_rows.append(row)
        self.size = len(self._first)
        self._masks: dict[Key, int] = {}
        self._listed = listed or Listed(self.size)
        self._counted: tuple[int, Counter[int]] = (0, Counter())
        self._places: array[int] | None = None

    def _add(self, row: int, key: Key) -> int:
        number = self.numbers.setdefault(key, len(self._rows))
        if number == len(self._rows):
            self._rows.append([])
        self._rows[number].append(row)
        return number

    def __iter__(self) -> Iterator[str]:
        """The keys that some row has."""
        return (key for key in self.numbers if key is not None)

    def having(self, *keys: Key) -> int:
        """The mask of rows that have one of the keys."""
        if len(keys) == 1:
            return self._having_one(keys[0])
        return masks.of_rows([row for rows in self._rows_of(keys) for row in rows], self.size)

    def _having_one(self, key: Key) -> int:
        if key not in self._masks:
            self._masks[key] = masks.of_rows([row for rows in self._rows_of([key]) for row in rows], self.size)
        return self._masks[key]

    def _rows_of(self, keys: Iterable[Key]) -> list[list[int]]:
        return [self._rows[self.numbers[key]] for key in keys if key in self.numbers]

    def among(self, keys: Set[str], rows: Sequence[int]) -> Iterable[int]:
        """All those of the rows that have one of the keys; there may be others among them. By the fewer of the two."""
        of_keys = self._rows_of(keys)
        if sum(map(len, of_keys)) < len(rows):
            return chain.from_iterable(of_keys)
        first, wanted = self._first, {self.numbers[key] for key in keys if key in self.numbers}
        found = [row for row in rows if first[row] in wanted]
        found += [row for row, number in zip(self._more_rows, self._more, strict=True) if number in wanted]
        return found

    def where(self, wanted: Callable[[str], bool]) -> int:
        """The mask of rows that have a wanted key; each key is asked once."""
        return self.having(*filter(wanted, self))

    def counts(self, mask: int) -> Tally:
        """How many rows of the mask have each key.

        Counts on from the rows that were counted last, or from none or all, whichever differs least.
        """
        known = (self._counted, (0, Counter[int]()), (masks.full(self.size), self._all_counts))
        before, nearest = min(known, key=lambda found: (found[0] ^ mask).bit_count())
        counts = nearest.copy()
        counts.update(self._numbers_in(mask & ~before))
        for number, gone in Counter(self._numbers_in(before & ~mask)).items():
            counts[number] -= gone
            if not counts[number]:
                del counts[number]
        self._counted = mask, counts
        return Tally(self, counts)

    def places(self, row_of: Mapping[str, int]) -> Sequence[int]:
        """For each key by its number the row in the one table whose ids the keys are; -1 where it isn't there."""
        if self._places is None:
            self._places = array("l", [row_of.get(key or "", -1) for key in self.numbers])
        return self._places

    @cached_property
    def _all_counts(self) -> Counter[int]:
        return Counter({number: len(rows) for number, rows in enumerate(self._rows)})

    def _numbers_in(self, mask: int) -> Iterable[int]:
        """The keys of the rows, each as often as there is a row that has it."""
        rows = self._listed.rows(mask)
        first = map(self._first.__getitem__, rows)
        if len(rows) * _FEW < len(self._more):
            return chain(first, chain.from_iterable(map(self._more_of, rows)))
        return chain(first, compress(self._more, map(masks.bits(mask, self.size).__getitem__, self._more_rows)))

    def _more_of(self, row: int) -> Sequence[int]:
        at = bisect_left(self._more_rows, row)
        return self._more[at : bisect_left(self._more_rows, row + 1, at)]
