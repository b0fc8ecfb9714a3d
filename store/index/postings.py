"""Which rows have which key, such as an actor, a document or a word of a closed list; none is a key too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from store.index import masks
from store.index.listed import Listed

Key: TypeAlias = str | None
"""None is the key of rows that have no other."""


class Postings:
    """The keys of each row, given in the order of rows, and turned about: the rows of each key."""

    def __init__(self, keys_of_rows: Iterable[Sequence[str]], listed: Listed | None = None) -> None:
        """`listed` is that of the table, for what is listed there already."""
        self._rows: dict[Key, list[int]] = {}
        self._first: list[Key] = []
        self._more: dict[int, list[str]] = {}
        for row, keys in enumerate(keys_of_rows):
            first: Key = keys[0] if keys else None
            self._first.append(first)
            self._rows.setdefault(first, []).append(row)
            if len(keys) > 1:
                self._add_more(row, keys)
        self.size = len(self._first)
        self._masks: dict[Key, int] = {}
        self._listed = listed or Listed(self.size)
        self._counted: tuple[int, Counter[Key]] = (0, Counter())

    def _add_more(self, row: int, keys: Sequence[str]) -> None:
        more = [key for key in dict.fromkeys(keys) if key != keys[0]]  # what is named twice counts once
        if more:
            self._more[row] = more
            for key in more:
                self._rows.setdefault(key, []).append(row)

    def __iter__(self) -> Iterator[str]:
        """The keys that some row has."""
        return (key for key in self._rows if key is not None)

    def having(self, *keys: Key) -> int:
        """The mask of rows that have one of the keys."""
        if len(keys) == 1:
            return self._having_one(keys[0])
        return masks.of_rows([row for key in keys for row in self._rows.get(key, ())], self.size)

    def _having_one(self, key: Key) -> int:
        if key not in self._masks:
            self._masks[key] = masks.of_rows(self._rows.get(key, ()), self.size)
        return self._masks[key]

    def among(self, keys: Set[str], rows: Sequence[int]) -> Iterable[int]:
        """All those of the rows that have one of the keys; there may be others among them. By the fewer of the two."""
        of_keys = [self._rows[key] for key in keys if key in self._rows]
        if sum(map(len, of_keys)) < len(rows):
            return chain.from_iterable(of_keys)
        first, more = self._first, self._more
        return [row for row in rows if first[row] in keys or (row in more and not keys.isdisjoint(more[row]))]

    def where(self, wanted: Callable[[str], bool]) -> int:
        """The mask of rows that have a wanted key; each key is asked once."""
        return self.having(*filter(wanted, self))

    def counts(self, mask: int) -> Counter[Key]:
        """How many rows of the mask have each key; keys without any are left out. Nobody changes what is returned.

        Counts on from the rows that were counted last, or from none or all, whichever differs least.
        """
        known = (self._counted, (0, Counter[Key]()), (masks.full(self.size), self._all_counts))
        before, nearest = min(known, key=lambda found: (found[0] ^ mask).bit_count())
        counts = nearest.copy()
        counts.update(self._keys(mask & ~before))
        for key, number in Counter(self._keys(before & ~mask)).items():
            counts[key] -= number
            if not counts[key]:
                del counts[key]
        self._counted = mask, counts
        return counts

    @cached_property
    def _all_counts(self) -> Counter[Key]:
        return Counter({key: len(rows) for key, rows in self._rows.items()})

    def _keys(self, mask: int) -> Iterator[Key]:
        """The keys of the rows, each as often as there is a row that has it."""
        rows = self._listed.rows(mask)
        more = map(self._more.__getitem__, filter(self._more.__contains__, rows))
        return chain(map(self._first.__getitem__, rows), chain.from_iterable(more))
