"""Folded texts in flat bytes, to see in them whether a phrase stands there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from store.index.rows import Rows
from store.index.shelf import Blob, Pieces, Shelf

_AT_ONCE = 1 << 18
"""Bytes that are read in one go, where rows that are looked at stand so near to each other."""


class Texts:
    """One text a row."""

    def __init__(self, data: Blob, ends: array[int]) -> None:
        """`ends` begins with 0."""
        self._data, self._ends = data, ends

    @classmethod
    def of(cls, texts: Sequence[str]) -> Texts:
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        return cls(b"".join(encoded), array("Q", accumulate(map(len, encoded), initial=0)))

    @classmethod
    def on(cls, shelf: Shelf) -> Texts:
        return cls(shelf.blob("data"), shelf.numbers("ends", "Q"))

    def pieces(self) -> Pieces:
        """What `on` reads."""
        return ("data", self._data[:]), ("ends", self._ends.tobytes())

    def __len__(self) -> int:
        return len(self._ends) - 1

    def having(self, phrase: str, rows: Iterable[int]) -> Rows:
        """Those of the rows, which are given rising, whose text has the phrase in it."""
        wanted, ends, found = phrase.encode("utf-8", "surrogatepass"), self._ends, array("I")
        for near in self._near(rows):
            start = ends[near[0]]
            find = self._data[start : ends[near[-1] + 1]].find
            found.extend([row for row in near if find(wanted, ends[row] - start, ends[row + 1] - start) >= 0])
        return Rows(found)

    def _near(self, rows: Iterable[int]) -> Iterator[list[int]]:
        """The rows in groups whose texts stand together."""
        near, limit = list[int](), 0
        for row in rows:
            if near and self._ends[row + 1] > limit:
                yield near
                near = []
            if not near:
                limit = self._ends[row] + _AT_ONCE
            near.append(row)
        if near:
            yield near
