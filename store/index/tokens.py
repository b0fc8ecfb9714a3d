"""The different words of many texts, as one string that is looked through for what is sought."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from store.index.shelf import Pieces, Shelf

APART = " "
"""Between words; NUL, which keeps the parts of a record's text apart, counts as one."""


def split(text: str) -> list[str]:
    """The words of a folded text and some empty ones: a phrase's first and last tell how it begins and ends."""
    return text.replace("\0", APART).split(APART)


class Tokens:
    """Words, numbered from 0 as they were given; none is empty, none has a space or NUL in it."""

    def __init__(self, joined: str, starts: array[int]) -> None:
        """All of them with a space before and behind each; where each begins, and where one more would."""
        self._joined, self._starts = joined, starts

    @classmethod
    def of(cls, tokens: Sequence[str]) -> Tokens:
        starts = array("I", accumulate((len(token) + 1 for token in tokens), initial=1))
        return cls(APART + "".join([token + APART for token in tokens]), starts)

    @classmethod
    def on(cls, shelf: Shelf) -> Tokens:
        return cls(shelf.text("joined"), shelf.numbers("starts", "I"))

    def pieces(self) -> Pieces:
        """What `on` reads."""
        return ("joined", self._joined.encode("utf-8", "surrogatepass")), ("starts", self._starts.tobytes())

    def __iter__(self) -> Iterator[str]:
        return iter(self._joined.split(APART)[1:-1])

    def containing(self, part: str) -> list[int]:
        """The numbers, rising, of the words that have the part in them; it is not empty."""
        return self._having(part, 0)

    def beginning(self, part: str) -> list[int]:
        return self._having(APART + part, 1)

    def ending(self, part: str) -> list[int]:
        return self._having(part + APART, 0)

    def whole(self, token: str) -> list[int]:
        return self._having(APART + token + APART, 1)

    def _having(self, part: str, ahead: int) -> list[int]:
        """`ahead` is how many characters of the part stand before the word."""
        find, starts, found = self._joined.find, self._starts, []
        at = find(part)
        while at >= 0:
            number = bisect_right(starts, at + ahead) - 1
            found.append(number)
            at = find(part, starts[number + 1] - 1)
        return found
