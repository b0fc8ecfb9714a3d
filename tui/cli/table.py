"""Rows as a table: columns of text side by side, wrapped where the width is bounded; or as Markdown."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, zip_longest
from typing import NamedTuple

from store.characters import visible

GAP = "  "
CAPS = (1 << 30, 40, 24, 16)
"""Cells that a column before the last may take: the first of these at which all columns have room, or the last."""
LEAST = 30
"""Cells that the last column wants where the width is bounded."""
_UNEVEN = re.compile("[\u00ad\u0300-\U0010ffff]")
"""Characters that may not be one cell wide; all of Latin is."""


class Heading(NamedTuple):
    """`give_up` orders the columns that go where the width is too small for all: 1 goes first, 0 never."""

    text: str
    give_up: int = 0


def text_table(headings: Sequence[Heading], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """One line a row, as wide as its texts; within `width` cells a text goes on below itself, so that none is cut.

    Columns are given up where even narrow ones have no room. Each line ends in a newline, and no text can break a line
    or act on a terminal.
    """
    lines = [[visible(text) for text in row] for row in ([heading.text for heading in headings], *rows)]
    natural = [max(map(cells, column)) for column in zip(*lines, strict=True)]
    places, widths = list(range(len(headings))), natural
    if width is not None:
        places, widths = _fitted(headings, natural, width)
    return "".join(line.rstrip() + "\n" for row in lines for line in _row([row[i] for i in places], widths))


def _fitted(headings: Sequence[Heading], natural: Sequence[int], width: int) -> tuple[list[int], list[int]]:
    """The columns that stay, and how wide each is."""
    places = list(range(len(headings)))
    leave = sorted((i for i in places if headings[i].give_up), key=lambda i: headings[i].give_up)
    while leave and not _fits([natural[i] for i in places], CAPS[-1], width):
        places.remove(leave.pop(0))
    cap = next((cap for cap in CAPS if _fits([natural[i] for i in places], cap, width)), CAPS[-1])
    widths = [min(natural[i], cap) for i in places[:-1]]
    return places, [*widths, max(width - sum(widths) - len(GAP) * len(widths), LEAST)]


def _fits(natural: Sequence[int], cap: int, width: int) -> bool:
    before = sum(min(cells, cap) + len(GAP) for cells in natural[:-1])
    return before + min(natural[-1], LEAST) <= width


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    columns = [wrap(text, width) for text, width in zip(row, widths, strict=True)]
    for texts in zip_longest(*columns, fillvalue=""):
        yield GAP.join(pad(text, width) for text, width in zip(texts, widths, strict=True))


def markdown_table(headings: Sequence[Heading], rows: Sequence[Sequence[str]]) -> str:
    """A table of GitHub's Markdown, in which no text can become markup."""
    from store.export.commonmark import cell

    lines = [[heading.text for heading in headings], ["---"] * len(headings), *([*map(cell, row)] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cells(text: str) -> int:
    """Columns that a terminal gives the text: two for a wide character, none for a mark on another."""
    if text.isascii():
        return len(text)
    return len(text) + sum(_cells(character) - 1 for character in _UNEVEN.findall(text))


@cache
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, at least one; a word longer than a line is broken, best at a dash."""
    if cells(text) <= width:
        return [text]
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    return [piece for line in lines for piece in _pieces(line, width)]


def _pieces(line: str, width: int) -> Iterator[str]:
    """textwrap counts characters, and some are two cells wide."""
    while cells(line) > width:
        at = _fitting(line, width)
        dash = line.rfind("-", 1, at) + 1
        at = line.rfind(" ", 1, at + 1) if " " in line[1 : at + 1] else dash or at
        yield line[:at].rstrip()
        line = line[at:].lstrip()
    yield line


def _fitting(text: str, width: int) -> int:
    """How many characters of the text fit into `width` cells; one at least."""
    return max(1, sum(total <= width for total in accumulate(map(_cells, text))))
