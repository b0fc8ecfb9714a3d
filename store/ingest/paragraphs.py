"""Paragraphs: what stands between line ends, or between blank lines where the text was broken to a width."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from store.ingest.attribution import Span

_LINE = re.compile("[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# A line of a broken text is about as wide as the column; what is shorter may be a headline or a by-line.
_WIDE = 45


# What is read of one text is asked for by several who read it one after the other.
@lru_cache(maxsize=1)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Runs of the text without the white space around them, in order; blank ones are left out.

    A line is a paragraph, as in texts from the web. Where a third of the wide lines goes on in lower case the text was
    broken to a width, and a blank line ends a paragraph.
    """
    lines = [line for match in _LINE.finditer(text) if (line := trimmed(text, match.start(), match.end()))]
    neighbours = [_next_line(text, before[1], after[0]) for before, after in pairwise(lines)]
    wide = [i for i, close in enumerate(neighbours) if close and lines[i][1] - lines[i][0] >= _WIDE]
    if sum(text[lines[i + 1][0]].islower() for i in wide) * 3 < max(1, len(wide)):
        return tuple(lines)
    return tuple(_joined(lines, neighbours))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The run without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _next_line(text: str, end: int, start: int) -> bool:
    """Whether one line end, and nothing but blanks, stands between."""
    between = text[end:start].strip(" \t\xa0")
    return between in ("\r\n", "\n", "\r")


def _joined(lines: list[Span], neighbours: list[bool]) -> list[Span]:
    joined = lines[:1]
    for line, close in zip(lines[1:], neighbours, strict=True):
        if close:
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined
