"""Which rows have a word or a phrase in their text: by the different words there are, and the rows of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from store.index.remembered import Remembered
from store.index.rows import Rows, full
from store.index.sets import Sets
from store.index.texts import Texts
from store.index.tokens import APART, Tokens, split

_SHORT, _MANY = 3, 400
"""Characters and words: the rows of what is so short and stands in more words are kept ready; others are found fast."""
_FEW = 500
"""Rows: of so many, all are looked at rather than made fewer by one word more."""


class Words:
    """The folded texts of some rows. Parts of a text are kept apart by NUL, which no phrase that is typed has."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._size, self._texts = len(texts), Texts(texts)
        rows_of = _rows_of_tokens(texts)
        words = sorted(rows_of, key=lambda word: len(rows_of[word]))
        self._tokens, self._sets = Tokens(words), Sets(map(rows_of.__getitem__, words))
        self._found: Remembered[str, Rows] = Remembered()

    def having(self, needle: str) -> Rows:
        """The rows whose text has the folded needle in it."""
        if needle in self._short:
            return self._short[needle]
        return self._found.get(needle, lambda: self._sought(needle))

    def prepare(self) -> None:
        """Makes now what the first search would wait for."""
        _ = self._short

    def _sought(self, needle: str) -> Rows:
        if not needle:
            return full(self._size)
        if APART in needle or "\0" in needle:
            return self._phrase(needle)
        return self._sets.union(self._tokens.containing(needle))

    def _phrase(self, phrase: str) -> Rows:
        """A phrase begins with the end of a word, ends with the beginning of one, and has whole ones between."""
        rows = full(self._size)
        for numbers in self._words_of(split(phrase)):
            rows &= self._sets.union(numbers)
            if len(rows) < _FEW:
                break
        return self._texts.having(phrase, rows)

    def _words_of(self, parts: list[str]) -> Iterator[list[int]]:
        """For each part of a phrase that isn't empty the words it may be, longest first."""
        first, *between, last = parts
        kinds: list[tuple[str, Callable[[str], list[int]]]] = [(part, self._tokens.whole) for part in between]
        kinds += [(first, self._tokens.ending), (last, self._tokens.beginning)]
        for part, words in sorted(kinds, key=lambda kind: len(kind[0]), reverse=True):
            if part:
                yield words(part)

    @cached_property
    def _short(self) -> dict[str, Rows]:
        """What so few characters find, where they stand in many words."""
        numbers: dict[str, list[int]] = {}
        for number, word in enumerate(self._tokens):
            for size in range(1, _SHORT + 1):
                for part in {word[at : at + size] for at in range(len(word) - size + 1)}:
                    numbers.setdefault(part, []).append(number)
        return {part: self._sets.union(found) for part, found in numbers.items() if len(found) > _MANY}


def _rows_of_tokens(texts: Iterable[str]) -> dict[str, list[int]]:
    rows_of: defaultdict[str, list[int]] = defaultdict(list)
    for row, text in enumerate(texts):
        for token in set(split(text)):
            rows_of[token].append(row)
    rows_of.pop("", None)
    return rows_of
