"""Which rows have a word in their text. Texts are folded once; a longer word is sought where a part of it was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from store.index import masks
from store.index.listed import Listed
from store.index.tokens import Tokens

_REMEMBERED = 128
_SHORT = 200_000  # so many characters are looked through as they are
_A_ROW = 50  # in the time of so many characters one row is gathered from the tokens
_DENSE = 8  # where more than this part is to be looked through, all rows are gone through
_FEW = 4  # where less than this part of the rows is wanted, only those are looked at


class Words:
    """The folded texts of a table's rows; and the masks of the words that were sought in all of them last."""

    def __init__(
        self, texts: Sequence[str], elsewhere: Callable[[str, int], int], listed: Listed | None = None
    ) -> None:
        """`elsewhere` gives those of a mask's rows that have a folded word by what they refer to: a title, a name."""
        self._texts, self._elsewhere = texts, elsewhere
        self._listed = listed or Listed(len(texts))
        self._tokens = Tokens(texts)
        self._length = sum(map(len, texts)) // max(len(texts), 1)
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
        elsewhere = self._elsewhere(word, among)
        left, texts = among & ~elsewhere, self._texts
        reading = left.bit_count() * self._length
        if reading > _SHORT and (of_tokens := self._tokens.rows(word, reading // _A_ROW)) is not None:
            return elsewhere | masks.of_rows(of_tokens, len(texts)) & left
        if left.bit_count() * _DENSE > len(texts):
            wanted = masks.bits(left, len(texts))
            return elsewhere | masks.of_flags([w and word in text for w, text in zip(wanted, texts, strict=True)])
        return elsewhere | self._listed.mask([row for row in self._listed.rows(left) if word in texts[row]])

    def _remember(self, word: str, found: int) -> None:
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[word] = found
