"""Folded texts in flat bytes, to see in them whether a phrase stands there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate

from store.index.rows import Rows


class Texts:
    """One text a row."""

    def __init__(self, texts: Sequence[str]) -> None:
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        self._bytes = b"".join(encoded)
        self._ends = array("Q", accumulate(map(len, encoded), initial=0))

    def having(self, phrase: str, rows: Iterable[int]) -> Rows:
        """Those of the rows whose text has the phrase in it."""
        wanted, find, ends = phrase.encode("utf-8", "surrogatepass"), self._bytes.find, self._ends
        return Rows(array("I", [row for row in rows if find(wanted, ends[row], ends[row + 1]) >= 0]))
