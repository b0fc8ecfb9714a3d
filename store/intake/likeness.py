"""Which documents have the same copy: paragraphs that are the same, or nearly, found by runs of their words.

After Broder's shingles (1997). Of each document a sample of its runs is kept: those that begin with one of a quarter of
all words, always the same quarter, so that what two documents share is sampled in both. What the samples suggest is
then counted in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple
from zlib import crc32

RUN = 5
"""Words of a run. A name with an office is as long, a sentence longer."""
SAMPLED = 4
"""One of so many words begins a run that is kept."""
NEARLY = 0.6
"""The share of a paragraph's runs that stand in the other document where it is nearly the same."""
SAME_COPY = 0.5
"""The share of the shorter document's words in such paragraphs where the two have the same copy."""
FEWEST = 30
"""Words that two documents must share so: below are standing phrases."""
CANDIDATES = 8
_WORD = re.compile(r"\w+")
Run = tuple[str, ...]


class Alike(NamedTuple):
    """Another document with the same copy: how many of `of` paragraphs of the shorter one are the same or nearly."""

    document: str
    paragraphs: int
    of: int


class Likeness:
    """The samples of all documents that were added; `text_of` gives a document's text when it has to be counted."""

    def __init__(self, text_of: Callable[[str], str]) -> None:
        self._text_of = text_of
        self._holders: dict[Run, list[str]] = {}

    def add(self, document: str, text: str) -> None:
        for run in _sample(text):
            self._holders.setdefault(run, []).append(document)

    def alike(self, text: str, but: Iterable[str] = ()) -> Alike | None:
        """The document that shares most of the text, the first added of several; None where none has the same copy.

        Those in `but` don't count.
        """
        shared: Counter[str] = Counter()
        for run in _sample(text):
            shared.update(self._holders.get(run, ()))
        for document in but:
            shared.pop(document, None)
        best: tuple[float, Alike] | None = None
        for document, _ in shared.most_common(CANDIDATES):
            counted = _compared(document, text, self._text_of(document))
            if counted and (best is None or counted[0] > best[0]):
                best = counted
        return best[1] if best else None


@cache
def _begins(word: str) -> bool:
    return crc32(word.encode("utf-8", "surrogatepass")) % SAMPLED == 0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> set[Run]:
    return set(zip(*(words[first:] for first in range(RUN)), strict=False))


def _sample(text: str) -> set[Run]:
    words = _words(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1) if _begins(words[at])}


def _compared(document: str, one: str, other: str) -> tuple[float, Alike] | None:
    """The share of the shorter text's words that stand in paragraphs which the longer one has too, if it suffices."""
    shorter, longer = sorted((one, other), key=len)
    there = _runs(_words(longer))
    paragraphs = [words for line in shorter.splitlines() if len(words := _words(line)) >= RUN]
    same = [words for words in paragraphs if _nearly(_runs(words), there)]
    shared, total = sum(map(len, same)), sum(map(len, paragraphs))
    if shared < FEWEST or shared < SAME_COPY * total:
        return None
    return shared / total, Alike(document, len(same), len(paragraphs))


def _nearly(runs: set[Run], there: set[Run]) -> bool:
    return len(runs & there) >= NEARLY * len(runs)
