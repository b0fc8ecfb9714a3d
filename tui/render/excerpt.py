"""The words that matter of a long text, for one row: never without the "not" of the sentence they stand in."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from rich.cells import cell_len

from tui.clean import clean
from tui.render.text import Span

NEGATIONS = re.compile(
    r"\b(?:not|no|never|neither|nor|none|cannot|nobody|nothing|nowhere)\b|\w+n['’]t\b"
    r"|\b(?:nicht|kein\w*|nie|jamais|aucun\w*|pas|nunca|jamás|ningun\w*|ningún|não|нет|не|ни)\b"
    r"|\b(?:لا|لم|لن|ليس|ليست|غير|نه|نیست|نمی\w*)\b",
    re.IGNORECASE,
)
"""Words that turn a sentence round, in the languages our users report in most; one too many does no harm."""

SENTENCE_ENDS = re.compile(r"""[.!?]['"”’)]*\s+(?=["“'‘(]*[^\W\d_])|⟨…⟩\s*""")
"""Where another sentence begins; what stands apart in the report is another one too."""

NOT = "⟨not⟩ "
"""Stands before an excerpt for a negation of its sentence that had no room in it."""

_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "our",
        "she",
        "so",
        "some",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "was",
        "we",
        "were",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "you",
    ]
)
_MARKS = re.compile('["“”„«»]')


class Excerpt(NamedTuple):
    """before + text[start:end] + after is what to show."""

    start: int
    end: int
    before: str
    after: str


def excerpt(text: str, width: int, hits: list[Span]) -> Excerpt:
    """At most `width` cells that say most: with the first hit in sight, with every negation of the sentence.

    Where a quotation is cut open, marks of ours close it beside the ellipsis.
    """
    if len(text) <= 4 * width and cell_len(clean(text)) <= width:
        return Excerpt(0, len(text), "", "")
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if not words or width < 8:
        return Excerpt(0, 0, "", "…"[:width])
    return max(_windows(text, words, width, hits), key=lambda found: found[0])[1]


def _windows(text: str, words: list[Span], width: int, hits: list[Span]) -> list[tuple[float, Excerpt]]:
    negations = [match.span() for match in NEGATIONS.finditer(text)]
    sentences = [0, *(match.end() for match in SENTENCE_ENDS.finditer(text))]
    weights = [0, *accumulate(_weight(text[a:b], index) for index, (a, b) in enumerate(words))]
    found = []
    for first in range(len(words)):
        for room in (width, width - len(NOT)):
            window = _window(text, words, first, room)
            cuts_not = _cuts_negation(window, negations, sentences)
            if not cuts_not or room < width:
                break
        last = bisect_right(words, (window.end, 0))
        score = weights[last] - weights[first] + (4 if first == 0 else 0) - (30 if cuts_not else 0)
        score += 100 if hits and window.start <= hits[0][0] and hits[0][1] <= window.end else 0
        score += 2 if first and words[first][0] in sentences else 0
        found.append((score, window._replace(before=NOT + window.before) if cuts_not else window))
        if window.end == len(text) and not cuts_not:
            break
    return found


def _weight(word: str, index: int) -> float:
    bare = word.strip("\"“”'’.,;:!?()[]")
    if not bare or bare.casefold() in _STOP:
        return 0
    return 3 if any(c.isdigit() for c in bare) else 2 if bare[0].isupper() and index else 1


def _window(text: str, words: list[Span], first: int, width: int) -> Excerpt:
    start = words[first][0]
    before = ("… “" if _inside(text, start) else "… ") if first else ""
    room = width - len(before) - 2
    end, used = start, 0
    for _, b in words[first:]:
        size = cell_len(clean(text[end:b]))
        if used + size > room + (2 if b == len(text) else 0):
            break
        end, used = b, used + size
    if end == start:
        end = start + max(room // 2, 1)
    after = "" if end == len(text) else ("…”" if _inside(text, end) else "…")
    return Excerpt(start, end, before, after)


def _inside(text: str, at: int) -> bool:
    """Whether a quotation is open there: every mark opens one or closes it, whatever its kind."""
    return len(_MARKS.findall(text, 0, at)) % 2 == 1


def _cuts_negation(window: Excerpt, negations: list[Span], sentences: list[int]) -> bool:
    first = bisect_right(sentences, window.start) - 1
    last = bisect_right(sentences, max(window.end - 1, window.start))
    begin = sentences[first]
    end = sentences[last] if last < len(sentences) else 1 << 60
    return any(begin <= a < end and not (window.start <= a and b <= window.end) for a, b in negations)
