"""Text into cells: fitted to a width, wrapped with offsets, hits lit. All of it goes through `clean`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from rich.cells import cell_len, get_character_cell_size, set_cell_size
from rich.style import Style

from store.characters import IGNORED
from store.folding import find
from tui.clean import MAX_CHARACTERS, Shown, clean
from tui.ink import Ink
from tui.render import styles
from tui.view import letters

Span: TypeAlias = tuple[int, int]
Paint: TypeAlias = tuple[int, int, Style]
"""A half-open run of `str` offsets, and how it looks."""

LINE_ENDS = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
WORDS = re.compile(r"\s*\S+|\s+$")
PER_CELL = 8
"""Characters of a text that are looked at for each cell: with marks and what doesn't show, there may be several."""


def cut(text: str, width: int) -> Shown:
    """At most `width` cells of the text; what is cut ends in an ellipsis."""
    if width <= 0:
        return clean("")
    most = min(PER_CELL * (width + 1), MAX_CHARACTERS)
    shown = clean(text[:most])
    if cell_len(shown) <= width and len(text) <= most:
        return shown
    return clean(set_cell_size(shown, width - 1).rstrip() + "…")


def fit(text: str, width: int) -> Shown:
    """Exactly `width` cells: cut or padded."""
    return clean(set_cell_size(cut(text, width), width))


def column(text: str, width: int, style: Style = styles.PLAIN) -> Ink:
    """A cell of a row, with a space after it."""
    return Ink(clean(fit(text, width) + " "), style)


def hits(text: str, words: Iterable[str]) -> list[Span]:
    """Where any of the words stands in the text, in order."""
    return sorted(span for word in words for span in find(text, word))


def painted(text: str, start: int, end: int, paints: Sequence[Paint]) -> Iterator[Ink]:
    """text[start:end] in runs, each with the styles of all the paints over it, later ones above.

    A run ends where a character ends as one sees it, with its marks and what is joined to it.
    """
    whole = [(_whole(text, a, end), _whole(text, b, end), look) for a, b, look in paints if a < end and start < b]
    edges = {start, end} | {edge for a, b, _ in whole for edge in (a, b) if start < edge < end}
    for a, b in pairwise(sorted(edges)):
        style = Style.combine([styles.PLAIN, *(look for s, e, look in whole if s <= a and b <= e)])
        yield Ink(clean(text[a:b]), style)


def lit(text: str, words: Sequence[str], style: Style = styles.PLAIN) -> list[Ink]:
    """The whole text in one style, with its hits lit."""
    found = hits(text, words)
    if not found:
        return [Ink(clean(text), style)]
    paints: list[Paint] = [(0, len(text), style), *((a, b, styles.HIT) for a, b in found)]
    return list(painted(text, 0, len(text), paints))


class _Cells(dict[str, int]):
    """Character -> the most cells it takes as it is shown, found out when first met."""

    def __missing__(self, character: str) -> int:
        # An emoji selector widens the sign before it; what a control is shown by is one cell wide.
        ignored = IGNORED.match(character) and character != "\ufe0f"
        cells = 0 if ignored else get_character_cell_size(clean(character) or " ")
        self[character] = cells
        return cells


_CELLS = _Cells()


def _whole(text: str, at: int, end: int) -> int:
    """The offset, or the next one at which no character as one sees it is cut; `end` at the most."""
    while 0 < at < end and letters.hangs(text, at):
        at += 1
    return at


def wrap(text: str, width: int) -> list[Span]:
    """Lines of at most `width` cells as half-open offsets into the text; breaks at spaces, and at every line end.

    A word longer than a line is broken where it has to be. The space at a break belongs to no line. Takes time in
    proportion to the text's length, whatever stands in it.
    """
    lines: list[Span] = []
    start = 0
    for line_end in LINE_ENDS.finditer(text):
        lines += _wrap_line(text, start, line_end.start(), max(width, 1))
        start = line_end.end()
    return lines + _wrap_line(text, start, len(text), max(width, 1)) if start < len(text) or not lines else lines


def _wrap_line(text: str, start: int, end: int, width: int) -> list[Span]:
    if end - start <= width and text[start:end].isascii():
        return [(start, end)]
    lines: list[Span] = []
    begin, used, stop = start, 0, start
    for word in WORDS.finditer(text, start, end):
        size = _cells(word[0])
        if used + size <= width and word.end() - begin <= MAX_CHARACTERS:
            used, stop = used + size, word.end()
            continue
        if stop > begin:
            lines.append((begin, stop))
        begin = word.start() + (len(word[0]) - len(word[0].lstrip()) if stop > start else 0)
        begin = _break(text, begin, word.end(), width, lines)
        used, stop = _cells(text[begin : word.end()]), word.end()
    return [*lines, (begin, stop)] if stop > begin or not lines else lines


def cells_to(text: str, start: int, at: int) -> int:
    """How many cells the text takes from the offset `start` of its line to the letter at `at`."""
    return _cells(text[start:at])


def letter_at(text: str, line: Span, cells: int) -> int:
    """The offset of the letter in this cell of a line, from 0; the last one where the line is shorter."""
    at, end = line
    while (following := letters.after(text, at)) < end and (cells := cells - _cells(text[at:following])) >= 0:
        at = following
    return at


def _cells(text: str) -> int:
    """The most cells that the text takes as it is shown."""
    if text.isascii():
        return len(text)
    most = sum(map(_CELLS.__getitem__, text))
    # A selector behind another sign than an emoji takes none.
    return min(most, cell_len(clean(text))) if "\ufe0f" in text and len(text) <= MAX_CHARACTERS else most


def _break(text: str, begin: int, end: int, width: int, lines: list[Span]) -> int:
    """Adds lines of what is too long for one; where the last of them, which is not added, begins."""
    if text[begin:end].isascii():
        starts = range(begin, max(end - width, begin), width)
        lines += [(start, start + width) for start in starts]
        return begin + width * len(starts)
    used, safe = 0, begin
    for at in range(begin, end):
        full = at - begin >= MAX_CHARACTERS
        if full or not letters.hangs(text, at):
            safe = at
        used += _CELLS[text[at]]
        if safe > begin and (full or used > width):
            lines.append((begin, safe))
            begin, used = safe, _cells(text[safe : at + 1])
    return begin
