"""Which rows have a word in their text. Texts are folded once; a longer word is sought where a part of it was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress

from store.index import masks

_REMEMBERED = 128
_FEW = 8  # where less than this part of the rows is wanted, only those are looked at


class Words:
    """The folded texts of a table's rows; and the masks of the words that were sought in all of them last."""

    def __init__(self, texts: Sequence[str], elsewhere: Callable[[str], int]) -> None:
        """`elsewhere` gives the rows that have a folded word by what they refer to: a title, names of actors."""
        self._texts, self._elsewhere = texts, elsewhere
        self._found: dict[str, int] = {}

    def having(self, word: str, within: int) -> int:
        """The rows that have the folded word, of those `within`."""
        if word not in self._found:
            everything = masks.full(len(self._texts))
            # A word is only where each part of it is: "egela" is among the rows of "egel".
            parts = (mask for part, mask in self._found.items() if part in word)
            among = min(parts, key=int.bit_count, default=everything)
            if within != everything and self._few(among & within):
                return self._sought(word, among & within)
            self._remember(word, self._sought(word, among))
        return self._found[word] & within

    def knows(self, word: str) -> bool:
        """Whether `having` answers at once."""
        return word in self._found

    def _few(self, rows: int) -> bool:
        return rows.bit_count() * _FEW < len(self._texts)

    def _sought(self, word: str, among: int) -> int:
        texts, size = self._texts, len(self._texts)
        elsewhere = self._elsewhere(word) & among
        left = among & ~elsewhere
        if not self._few(left):
            return elsewhere | (masks.of_flags([word in text for text in texts]) & left)
        rows = compress(range(size), masks.bits(left, size))
        return elsewhere | masks.of_rows([row for row in rows if word in texts[row]], size)

    def _remember(self, word: str, found: int) -> None:
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[word] = found
