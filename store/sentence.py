"""The sentence and the paragraph around a place in a text, as half-open `str` offsets.

Nothing looks further than NEAR characters around where one is, however long the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

NEAR = 10_000
LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
FULL, LONG = 45, 100
"""Characters of a line that was wrapped: at least and at most."""
_ENDS = '.!?…؟。！？:”»"\n '

# A full stop is none behind "Mr." or an initial; nothing ends a sentence that goes on in lower case.
_TITLES = "Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|No".replace("|", r")(?<!\b")
_SENTENCE_ENDS = re.compile(
    rf"""(?:(?<!\b{_TITLES})(?<!\b[^\W\d_])\.|[!?…؟۔।])[.!?…؟]*['"”’»›)\]]*(?=\s+(?!\s|[a-zà-ÿ])|\s*$)"""
    r"""|[。！？]+[」』”’）]*"""
)


def paragraph(text: str, at: int) -> Span:
    """The paragraph of the offset: a line of the report, or several of one whose lines were wrapped by its sender."""
    lines = list(_lines(text, max(at - NEAR, 0), min(at + NEAR, len(text))))
    here = next((number for number, (_, end) in enumerate(lines) if at <= end), len(lines) - 1)
    first = last = here
    while first and _goes_on(text, lines[first - 1], lines[first]):
        first -= 1
    while last + 1 < len(lines) and _goes_on(text, lines[last], lines[last + 1]):
        last += 1
    return lines[first][0], lines[last][1]


def _lines(text: str, lowest: int, highest: int) -> Iterator[Span]:
    start = lowest
    for found in LINE_ENDS.finditer(text, lowest, highest):
        yield start, found.start()
        start = found.end()
    yield start, highest


def _goes_on(text: str, line: Span, following: Span) -> bool:
    """Whether a paragraph goes on over this line end: neither line is long, and the first is full and ends nothing."""
    (start, end), (first, last) = line, following
    if not FULL <= end - start <= LONG or not 0 < last - first <= LONG:
        return False
    return text[end - 1 : end] not in _ENDS and not text[first : first + 1].isspace() and not text[start:end].isspace()


def sentence(text: str, at: int) -> Span | None:
    """The sentence in which the offset stands, without the spaces around it; None on an empty line."""
    first, last = paragraph(text, at)
    return sentence_within(text, first, last, at)


def sentence_within(text: str, first: int, last: int, at: int) -> Span | None:
    """As `sentence`, of a paragraph whose ends are known."""
    ends = [found.end() for found in _SENTENCE_ENDS.finditer(text, first, last)]
    start = max((end for end in ends if end <= at), default=first)
    return trimmed(text, start, min((end for end in ends if end > at), default=last))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The run without the spaces around it; None where it has nothing else."""
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    return (start, start + len(inside.strip())) if inside.strip() else None
