"""Text into cells: fitted to a width, wrapped with offsets, hits lit. All of it goes through `clean`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from store.folding import find
from tui.clean import Shown, clean
from tui.render import styles

Span: TypeAlias = tuple[int, int]
Paint: TypeAlias = tuple[int, int, Style]
"""A half-open run of `str` offsets, and how it looks."""

LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
WORDS = re.compile(r"\s*\S+|\s+$")


def cut(text: str, width: int) -> Shown:
    """At most `width` cells of the text; what is cut ends in an ellipsis."""
    shown = clean(text)
    if cell_len(shown) <= width:
        return shown
    return Shown(set_cell_size(shown, max(width - 1, 0)).rstrip() + "…") if width > 0 else Shown("")


def fit(text: str, width: int) -> Shown:
    """Exactly `width` cells: cut or padded."""
    return Shown(set_cell_size(cut(text, width), width))


def column(text: str, width: int, style: Style = styles.PLAIN) -> Segment:
    """A cell of a row, with a space after it."""
    return Segment(fit(text, width) + " ", style)


def hits(text: str, words: Iterable[str]) -> list[Span]:
    """Where any of the words stands in the text, in order."""
    return sorted(span for word in words for span in find(text, word))


def painted(text: str, start: int, end: int, paints: Sequence[Paint]) -> Iterator[Segment]:
    """text[start:end] in runs, each with the styles of all the paints over it, later ones above."""
    edges = {start, end} | {edge for a, b, _ in paints for edge in (a, b) if start < edge < end}
    points = sorted(edges)
    for a, b in pairwise(points):
        style = Style.combine([styles.PLAIN, *(look for s, e, look in paints if s <= a and b <= e)])
        yield Segment(clean(text[a:b]), style)


def lit(text: str, words: Sequence[str], style: Style = styles.PLAIN) -> list[Segment]:
    """The whole text in one style, with its hits lit."""
    paints: list[Paint] = [(0, len(text), style), *((a, b, styles.HIT) for a, b in hits(text, words))]
    return list(painted(text, 0, len(text), paints))


def wrap(text: str, width: int) -> list[Span]:
    """Lines of at most `width` cells as half-open offsets into the text; breaks at spaces, and at every line end.

    A word longer than a line is broken where it has to be. The space at a break belongs to no line.
    """
    lines: list[Span] = []
    start = 0
    for line_end in LINE_ENDS.finditer(text):
        lines += _wrap_line(text, start, line_end.start(), max(width, 1))
        start = line_end.end()
    return lines + _wrap_line(text, start, len(text), max(width, 1)) if start < len(text) or not lines else lines


def _wrap_line(text: str, start: int, end: int, width: int) -> list[Span]:
    if end - start <= width and text.isascii():
        return [(start, end)]
    lines, begin, used, stop = [], start, 0, start
    for word in WORDS.finditer(text, start, end):
        size = cell_len(clean(word[0]))
        if used + size <= width:
            used, stop = used + size, word.end()
            continue
        if stop > begin:
            lines.append((begin, stop))
        begin = word.start() + (len(word[0]) - len(word[0].lstrip()) if stop > start else 0)
        begin = _break(text, begin, word.end(), width, lines)
        used, stop = cell_len(clean(text[begin : word.end()])), word.end()
    return [*lines, (begin, stop)] if stop > begin or not lines else lines


def _break(text: str, begin: int, end: int, width: int, lines: list[Span]) -> int:
    while cell_len(clean(text[begin:end])) > width:
        stop = begin + 1
        while cell_len(clean(text[begin : stop + 1])) <= width:
            stop += 1
        lines.append((begin, stop))
        begin = stop
    return begin
