"""Which rows have a word in their text. Texts are folded once; a longer word is sought where a part of it was found."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from store.index import masks
from store.index.listed import Listed

_REMEMBERED = 128
_FEW = 4
"""Where less than this part of the rows is wanted, only those are looked at."""
_MOST = 0.75
"""Where more than this part is wanted, all are looked at: it's quicker than to ask for each whether it's wanted."""
_SAMPLE = 64
"""Rows that tell whether a word is a common one."""
_SHORT, _LONG = 100, 1000
"""Characters: longer texts gain nothing from being read in one piece, and would take their room twice."""
_APART = "\x01"
"""Between the texts that are read in one piece; what is typed has none."""


class Words:
    """The folded texts of a table's rows; and the masks of the words that were sought in all of them last."""

    def __init__(
        self, texts: Sequence[str], elsewhere: Callable[[str, int], int], listed: Listed | None = None
    ) -> None:
        """`elsewhere` gives those of a mask's rows that have a folded word by what they refer to: a title, a name."""
        self._texts, self._elsewhere = texts, elsewhere
        self._listed = listed or Listed(len(texts))
        self._found: dict[str, int] = {}

    def having(self, word: str, within: int) -> int:
        """The rows that have the folded word, of those `within`."""
        if word not in self._found:
            everything = masks.full(len(self._texts))
            # A word is only where each part of it is: "egela" is among the rows of "egel".
            parts = (mask for part, mask in self._found.items() if part in word)
            among = min(parts, key=int.bit_count, default=everything)
            if within != everything and self._share(among & within) * _FEW < 1:
                return self._sought(word, among & within)
            self._remember(word, self._sought(word, among))
        return self._found[word] & within

    def knows(self, word: str) -> bool:
        """Whether `having` answers at once."""
        return word in self._found

    def prepare(self) -> None:
        """Makes now what the first search would wait for."""
        _ = self._ends

    def _share(self, rows: int) -> float:
        return rows.bit_count() / max(len(self._texts), 1)

    def _sought(self, word: str, among: int) -> int:
        """What is found more easily is sought first: a common word, or one in short texts, is so in the texts."""
        sample = self._texts[:: len(self._texts) // _SAMPLE + 1]
        if 2 * sum(word in text for text in sample) > len(sample) or sum(map(len, sample)) < _SHORT * len(sample):
            found = self._in_texts(word, among, easily=True)
            return found | self._elsewhere(word, among & ~found)
        found = self._elsewhere(word, among)
        return found | self._in_texts(word, among & ~found, easily=False)

    def _in_texts(self, word: str, among: int, *, easily: bool) -> int:
        texts = self._texts
        if self._share(among) * _FEW < 1:
            return self._listed.mask([row for row in self._listed.rows(among) if word in texts[row]])
        if easily or not self._ends or _APART in word:
            if self._share(among) > _MOST:
                return masks.of_flags([word in text for text in texts]) & among
            wanted = masks.bits(among, len(texts))
            return masks.of_flags([want and word in text for want, text in zip(wanted, texts, strict=True)])
        return masks.of_rows(list(self._in_one_piece(word)), len(texts)) & among

    def _in_one_piece(self, word: str) -> Iterator[int]:
        """The rows whose text has the word, one by one: a rare word is found several times faster so."""
        for found in re.finditer(re.escape(word), self._joined):
            yield bisect_right(self._ends, found.start())

    @cached_property
    def _joined(self) -> str:
        return _APART.join(self._texts)

    @cached_property
    def _ends(self) -> Sequence[int]:
        """Where each text ends in the one piece; empty where the texts are long."""
        if len(self._joined) > _LONG * len(self._texts):
            del self._joined
            return ()
        return array("Q", accumulate(len(text) + 1 for text in self._texts))

    def _remember(self, word: str, found: int) -> None:
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[word] = found
