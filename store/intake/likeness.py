"""Which documents have the same copy: paragraphs that are the same, or nearly, found by runs of their words.

After Broder's shingles (1997). Of each document a sample of its runs is kept: those that begin with one of a quarter of
all words, always the same quarter, so that what two documents share is sampled in both. What the samples suggest is
then counted in full.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
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
"""So many of those that it suggests are counted, the likeliest."""
SUGGESTS = 0.15
"""The share of the shorter document's sample that makes it worth counting: half of the least that can suffice."""
MOST = 50
"""Documents remembered for a run: what more of them have is a standing phrase, or a copy of the first ones'."""
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
        self._holders: dict[int, tuple[str, ...]] = {}
        self._sizes: dict[str, int] = {}

    def add(self, document: str, text: str) -> None:
        sample = _sample(text)
        self._sizes[document] = len(sample)
        for run in sample:
            holders = self._holders.get(run, ())
            if len(holders) < MOST:
                self._holders[run] = (*holders, document)

    def alike(self, text: str, but: Iterable[str] = ()) -> Alike | None:
        """The document that shares most of the text, the first added of several; None where none has the same copy.

        Those in `but` don't count.
        """
        best: tuple[float, Alike] | None = None
        for document in self._suggested(text, frozenset(but)):
            counted = _compared(document, text, self._text_of(document))
            if counted and (best is None or counted[0] > best[0]):
                best = counted
        return best[1] if best else None

    def _suggested(self, text: str, but: Collection[str]) -> list[str]:
        sample = _sample(text)
        shared: Counter[str] = Counter()
        for run in sample:
            shared.update(self._holders.get(run, ()))
        likely = [
            document
            for document, count in shared.items()
            if document not in but and count >= SUGGESTS * min(len(sample), self._sizes[document])
        ]
        likely.sort(key=lambda document: -shared[document])
        first = likely[:CANDIDATES]
        order = {document: number for number, document in enumerate(self._sizes) if document in first}
        return sorted(first, key=order.__getitem__)


@cache
def _begins(word: str) -> bool:
    return crc32(word.encode("utf-8", "surrogatepass")) % SAMPLED == 0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> set[Run]:
    return set(zip(*(words[first:] for first in range(RUN)), strict=False))


@lru_cache(maxsize=8)  # asked for by who looks for a document and by who adds it then
def _sample(text: str) -> frozenset[int]:
    """Numbers of the runs, for they are many; two that have the same one by chance are told apart when counted."""
    words = _words(text)
    starts = [at for at, word in enumerate(words) if _begins(word)]
    return frozenset(
        crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass"))
        for at in starts
        if at <= len(words) - RUN
    )


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
