"""The words that matter of a long text, for one row: never without the "not" of the sentence they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from tui.clean import MAX_CHARACTERS, clean

Span: TypeAlias = tuple[int, int]
Measure: TypeAlias = Callable[[str], int]
"""How much room text takes: in cells on a screen, in characters (`len`) elsewhere."""

NEGATIONS = re.compile(
    r"\b(?:not|no|never|neither|nor|none|cannot|nobody|nothing|nowhere)\b|(?<=\w)n['’]t\b"
    r"|\b(?:nicht|kein\w*|nie|jamais|aucun\w*|pas|nunca|jamás|ningun\w*|ningún|não|нет|не|ни)\b"
    r"|\b(?:لا|لم|لن|ليس|ليست|غير|نه|نیست|نمی\w*)\b",
    re.IGNORECASE,
)
"""Words that turn a sentence round, in the languages our users report in most; one too many does no harm."""

SENTENCE_ENDS = re.compile(r"""[.!?]['"”’)]*\s+(?=["“'‘(]*[^\W\d_])|⟨…⟩\s*""")
"""Where another sentence begins; what stands apart in the report is another one too."""

NOT = "⟨not⟩ "
"""Stands before an excerpt for a negation of its sentence that had no room in it."""

IN_SIGHT = 100
"""What it weighs that the first hit is in an excerpt: more than any words."""
_STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been by for from had has have he her his in into is it its of on or our she so some "
        "that the their them they this to was we were which while who will with would you",
    )
)
CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“", "«": "»", "»": "«"}
"""What closes a quotation that this mark opened."""
_PLAIN = re.compile("[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027⟨⟩]*")
"""Text of which each character is shown as it is, in one cell: Latin letters and typographic marks."""
_MARKS = re.compile('["“”„«»]')


class Excerpt(NamedTuple):
    """before + text[start:end] + after is what to show; `before` may itself begin with words of the text."""

    start: int
    end: int
    before: str
    after: str


def opening(text: str) -> str:
    """What excerpts of the text are taken from: of a very long one its first sentences, as many as are whole."""
    if len(text) <= MAX_CHARACTERS:
        return text
    ends = [found.end() for found in SENTENCE_ENDS.finditer(text, 0, MAX_CHARACTERS)]
    return text[: ends[-1] if ends else MAX_CHARACTERS] + "…"


def excerpted(text: str, width: int, hits: Sequence[Span] = (), measure: Measure = len) -> str:
    """The excerpt as it is shown, on one line."""
    text = opening(text)
    found = excerpt(text, width, hits, measure)
    return " ".join((found.before + text[found.start : found.end] + found.after).split())


def excerpt(text: str, width: int, hits: Sequence[Span], measure: Measure = len) -> Excerpt:
    """What fits into `width`, as `measure` has it, and says most.

    The first hit is in sight, and so is every negation of the sentence. Where a quotation is cut open, marks of ours
    close it beside the ellipsis, of the kind that opened it.
    """
    if len(text) <= 4 * width and measure(clean(text)) <= width:
        return Excerpt(0, len(text), "", "")
    windows = _windows(text, width, measure)
    if not windows:
        return Excerpt(0, 0, "", "…"[:width])
    start, end = hits[0] if hits else (0, 0)
    return max(windows, key=lambda found: found[0] + IN_SIGHT * (found[1].start <= start < end <= found[1].end))[1]


# While a filter is typed the same texts are looked at for each letter, with other hits.
@lru_cache(maxsize=512)
def _windows(text: str, width: int, measure: Measure) -> list[tuple[float, Excerpt]]:
    """Each excerpt there may be, with its weight; none where there are no words or no room."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    return list(_Windows(text, words, measure).weighed(width)) if words and width >= 8 else []


class _Windows:
    """The windows of one text, weighed."""

    def __init__(self, text: str, words: list[Span], measure: Measure) -> None:
        self.text, self.words = text, words
        self.measure = measure
        self.plain = bool(_PLAIN.fullmatch(text))
        self.negations = [match.span() for match in NEGATIONS.finditer(text)]
        self.sentences = [0, *(match.end() for match in SENTENCE_ENDS.finditer(text))]
        self.marks = [(mark.start(), mark[0]) for mark in _MARKS.finditer(text)]
        # Room of each word, and of all up to each word with the gaps between.
        self.sizes = [self._room(start, end) for start, end in words]
        self.reach = list(accumulate(self._room(a, b) for (_, a), (_, b) in pairwise([(0, 0), *words])))
        self.weights = [0.0, *accumulate(_weight(text[a:b], not index) for index, (a, b) in enumerate(words))]

    def weighed(self, width: int) -> Iterator[tuple[float, Excerpt]]:
        for first, (start, _) in enumerate(self.words):
            window = self._window(first, width, self._opening(first))
            if not self._cuts_negation(window):
                yield self._score(window, first), window
                if window.end == len(self.text):
                    return
                continue
            tagged = self._window(first, width, NOT + self._opening(first))
            yield self._score(tagged, first) - 30, tagged
            if start in self.sentences:
                yield from self._bridged(first, width)

    def _bridged(self, first: int, width: int) -> Iterator[tuple[float, Excerpt]]:
        """How the sentence begins, then, after an ellipsis, its negation and what follows it."""
        start = self.words[first][0]
        wanted = next((a for a, _ in self.negations if a >= start), None)
        if wanted is None:
            return
        second = bisect_right(self.words, (wanted, len(self.text))) - 1
        for last in range(second - 1, first, -1):
            lead = self._opening(first) + self.text[start : self.words[last][1]] + " … "
            if self.measure(clean(lead)) * 2 <= width:
                window = self._window(second, width, lead)
                if not self._cuts_negation(window):
                    weight = self.weights[last + 1] - self.weights[first]
                    yield weight + self._score(window, second) + self._beginning(first), window
                return

    def _score(self, window: Excerpt, first: int) -> float:
        last = bisect_right(self.words, (window.end, 0))
        return self.weights[last] - self.weights[first] + self._beginning(first)

    def _beginning(self, first: int) -> float:
        """What is read from its beginning is understood best."""
        return 5 if first == 0 else 3 if self.words[first][0] in self.sentences else 0

    def _opening(self, first: int) -> str:
        if first == 0:
            return ""
        mark = self._open_mark(self.words[first][0])
        return f"… {mark}" if mark else "… "

    def _window(self, first: int, width: int, before: str) -> Excerpt:
        """As many words from `first` on as there is room for, behind `before`."""
        start = end = self.words[first][0]
        room = width - _room(before, self.measure) - 2
        limit = room - self.sizes[first] + self.reach[first]
        # Where nothing follows no ellipsis does either.
        whole = self.words[-1][1] == len(self.text) and self.reach[-1] <= limit + 2
        last = len(self.words) - 1 if whole else bisect_right(self.reach, limit, first) - 1
        if last >= first:
            end = self.words[last][1]
        if end == start:
            end = start + max(room // 2, 1)
        after = "" if end == len(self.text) else "…" + CLOSING.get(self._open_mark(end), "")
        return Excerpt(start, end, before, after)

    def _open_mark(self, at: int) -> str:
        """The mark that opened the quotation the offset stands in: each opens one or closes it, whatever its kind."""
        if not self.marks:
            return ""
        before = bisect_left(self.marks, (at, ""))
        return self.marks[before - 1][1] if before % 2 else ""

    def _room(self, start: int, end: int) -> int:
        return end - start if self.plain else self.measure(clean(self.text[start:end]))

    def _cuts_negation(self, window: Excerpt) -> bool:
        if not self.negations:
            return False
        begin = self.sentences[bisect_right(self.sentences, window.start) - 1]
        last = bisect_right(self.sentences, max(window.end - 1, window.start))
        end = self.sentences[last] if last < len(self.sentences) else len(self.text)
        return any(begin <= a < end and not (window.start <= a and b <= window.end) for a, b in self.negations)


# Before most windows there is one of a few beginnings.
@lru_cache(maxsize=64)
def _room(text: str, measure: Measure) -> int:
    return measure(clean(text))


@lru_cache(maxsize=4096)
def _weight(word: str, first: bool) -> float:
    bare = word.strip("\"“”'’.,;:!?()[]")
    if not bare or bare.casefold() in _STOP:
        return 0
    return 3 if any(c.isdigit() for c in bare) else 2 if bare[0].isupper() and not first else 1
