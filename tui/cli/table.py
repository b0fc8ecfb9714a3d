"""Rows as a table of text: columns side by side, the last one wrapped where the width is bounded."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

from store.characters import visible

GAP = "  "
NARROW = 24
"""Cells that a column before the last may take where the width is bounded, and the least the last one gets."""


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """One line a row, as wide as its texts; within `width` cells the last column goes on below itself, whole.

    Columns before the last are then cut at NARROW cells, with an ellipsis; nothing of the last is. Each line ends
    in a newline, and no text can break a line or act on a terminal.
    """
    lines = [[visible(text) for text in row] for row in (headings, *rows)]
    if width is not None:
        lines = [[*(cut(text, NARROW) for text in row[:-1]), row[-1]] for row in lines]
    widths = [max(map(cells, column)) for column in zip(*lines, strict=True)]
    indent = sum(widths[:-1]) + len(GAP) * (len(widths) - 1)
    room = None if width is None else max(width - indent, NARROW)
    return "".join(line.rstrip() + "\n" for row in lines for line in _row(row, widths, indent, room))


def _row(row: Sequence[str], widths: Sequence[int], indent: int, room: int | None) -> Iterator[str]:
    first, *more = [row[-1]] if room is None else wrap(row[-1], room)
    yield GAP.join([*(pad(text, width) for text, width in zip(row[:-1], widths, strict=False)), first])
    yield from (" " * indent + line for line in more)


def cells(text: str) -> int:
    """Columns that a terminal gives the text: two for a wide character, none for a mark on another."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """At most `width` cells of the text; what was cut ends in an ellipsis."""
    if cells(text) <= width:
        return text
    return text[: _fitting(text, width - 1)].rstrip() + "…"


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, at least one; a word longer than a line is broken."""
    lines = []
    for line in textwrap.wrap(text, width, break_on_hyphens=False) or [""]:
        while cells(line) > width:  # textwrap counts characters, and some are wide
            at = _fitting(line, width)
            at = line.rfind(" ", 0, at + 1) if " " in line[: at + 1].strip() else at
            lines.append(line[:at].rstrip())
            line = line[at:].lstrip()
        lines.append(line)
    return lines


def _fitting(text: str, width: int) -> int:
    """How many characters of the text fit into `width` cells; one at least."""
    return max(1, sum(total <= width for total in accumulate(map(_cells, text))))
