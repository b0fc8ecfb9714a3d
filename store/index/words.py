"""Which rows have a word or a phrase in their text: by the different words there are, and the rows of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import repeat

from store.index.remembered import Remembered
from store.index.rows import Rows, full
from store.index.sets import Sets
from store.index.shelf import Pieces, Shelf, joined
from store.index.strings import Strings
from store.index.texts import Texts
from store.index.tokens import APART, Tokens, split
from store.index.turned import Turned

_SHORT, _MANY = 3, 400
"""Characters and words: the rows of what is so short and stands in more words are kept ready; others are found fast."""
_FEW = 500
"""Rows: of so many, all are looked at rather than made fewer by one word more."""


class Words:
    """The folded texts of some rows. Parts of a text are kept apart by NUL, which no phrase that is typed has."""

    def __init__(self, texts: Texts, tokens: Tokens, sets: Sets, short: tuple[Strings, Sets] | None = None) -> None:
        """`sets` are the rows of each word, `short` those of parts of words; they are made when first needed."""
        self._texts, self._tokens, self._sets = texts, tokens, sets
        if short is not None:
            self._short = short
        self._found: Remembered[str, Rows] = Remembered()

    @classmethod
    def of(cls, texts: Sequence[str]) -> Words:
        """Of folded texts, in the order of rows."""
        rows_of = _rows_of_tokens(texts)
        words = sorted(rows_of, key=lambda word: len(rows_of[word]))
        return cls(Texts.of(texts), Tokens.of(words), Sets.of(map(rows_of.__getitem__, words)))

    @classmethod
    def on(cls, shelf: Shelf) -> Words:
        texts, tokens, sets = (shelf.within(name) for name in ("texts", "tokens", "sets"))
        short = Strings.on(shelf.within("short")), Sets.on(shelf.within("short_sets"))
        return cls(Texts.on(texts), Tokens.on(tokens), Sets.on(sets), short)

    def pieces(self) -> Pieces:
        """What `on` reads."""
        short, short_sets = self._short
        yield from joined({"texts": self._texts, "tokens": self._tokens, "sets": self._sets})
        yield from joined({"short": short, "short_sets": short_sets})

    def having(self, needle: str) -> Rows:
        """The rows whose text has the folded needle in it."""
        return self._found.get(needle, lambda: self._sought(needle))

    def prepare(self) -> None:
        """Makes now what the first search would wait for."""
        _ = self._short

    def _sought(self, needle: str) -> Rows:
        if not needle:
            return full(len(self._texts))
        if APART in needle or "\0" in needle:
            return self._phrase(needle)
        parts, sets = self._short if len(needle) <= _SHORT else _NONE
        number = parts.number(needle)
        return self._sets.union(self._tokens.containing(needle)) if number is None else sets[number]

    def _phrase(self, phrase: str) -> Rows:
        """A phrase begins with the end of a word, ends with the beginning of one, and has whole ones between."""
        rows = full(len(self._texts))
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
    def _short(self) -> tuple[Strings, Sets]:
        """What so few characters find, where they stand in many words."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._tokens):
            for size in range(1, _SHORT + 1):
                for part in {word[at : at + size] for at in range(len(word) - size + 1)}:
                    numbers[part].append(number)
        many = [(part, self._sets.union(found)) for part, found in numbers.items() if len(found) > _MANY]
        many.sort(key=lambda found: len(found[1]))
        return Strings.of(part for part, _ in many), Sets.of(rows for _, rows in many)


_NONE = Strings.of(()), Sets.of(())


def _rows_of_tokens(texts: Iterable[str]) -> dict[str, list[int]]:
    turned = Turned()
    for row, text in enumerate(texts):
        turned.add(set(split(text)), repeat(row))
    turned.rows_of.pop("", None)
    return turned.rows_of
