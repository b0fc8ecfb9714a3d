"""Which rows have which key, such as an actor, a document or a word of a closed list; none is a key too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress
from typing import TypeAlias

from store.index import masks

Key: TypeAlias = str | None
"""None is the key of rows that have no other."""


class Postings:
    """The keys of each row, given in the order of rows, and turned about: the rows of each key."""

    def __init__(self, keys_of_rows: Iterable[Sequence[str]]) -> None:
        self._rows: dict[Key, list[int]] = {}
        self._first: list[Key] = []
        self._more: list[tuple[int, str]] = []
        for row, keys in enumerate(keys_of_rows):
            first: Key = keys[0] if keys else None
            self._first.append(first)
            self._rows.setdefault(first, []).append(row)
            if len(keys) > 1:
                self._add_more(row, keys)
        self.size = len(self._first)
        self._masks: dict[Key, int] = {}

    def _add_more(self, row: int, keys: Sequence[str]) -> None:
        for key in dict.fromkeys(keys[1:]):  # what is named twice counts once
            if key != keys[0]:
                self._more.append((row, key))
                self._rows.setdefault(key, []).append(row)

    def __iter__(self) -> Iterator[str]:
        """The keys that some row has."""
        return (key for key in self._rows if key is not None)

    def having(self, *keys: Key) -> int:
        """The mask of rows that have one of the keys."""
        if len(keys) == 1:
            return self._having_one(keys[0])
        return masks.of_rows(chain.from_iterable(self._rows.get(key, ()) for key in keys), self.size)

    def _having_one(self, key: Key) -> int:
        if key not in self._masks:
            self._masks[key] = masks.of_rows(self._rows.get(key, ()), self.size)
        return self._masks[key]

    def where(self, wanted: Callable[[str], bool]) -> int:
        """The mask of rows that have a wanted key; each key is asked once."""
        return self.having(*filter(wanted, self))

    def counts(self, mask: int) -> Counter[Key]:
        """How many rows of the mask have each key; keys without any are left out."""
        left_out = masks.full(self.size) & ~mask
        if left_out.bit_count() > mask.bit_count():
            return self._counted(mask)
        counted = Counter({key: len(rows) for key, rows in self._rows.items()})
        counted.subtract(self._counted(left_out))  # fewer rows to look at
        return +counted

    def _counted(self, mask: int) -> Counter[Key]:
        bits = masks.bits(mask, self.size)
        counted = Counter(compress(self._first, bits))
        counted.update(key for row, key in self._more if bits[row])
        return counted
