"""A screen as cells: what stands in each, and how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from rich.cells import split_graphemes

from tui.driver.looks import PLAIN, Look

SINGLE = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2190-\u2193\u2500-\u25fc]*")
"""Text of which each character is one cell; the ranges are those that Rich takes for that, and typographic marks."""

FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


class Cells:
    """Rows of cells. A wide character stands in its first cell, and its second holds nothing ("")."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.texts = [[" "] * columns for _ in range(rows)]
        """What stands in each cell: one character and the marks on it."""
        self.looks: list[list[Look]] = [[PLAIN] * columns for _ in range(rows)]

    def resized(self, columns: int, rows: int) -> Cells:
        """As many of the cells as there is room for, and blank ones beyond."""
        cells = Cells(columns, rows)
        for y in range(min(rows, self.rows)):
            cells.texts[y][: self.columns] = self.texts[y][:columns]
            cells.looks[y][: self.columns] = self.looks[y][:columns]
        return cells

    def put(self, x: int, y: int, text: str, look: Look) -> int:
        """Writes text without controls from this cell on; the column after it. What is beyond the edges is lost."""
        if not 0 <= y < self.rows or x >= self.columns:
            return x
        if SINGLE.fullmatch(text):
            end = min(x + len(text), self.columns)
            self._fill(x, y, text[: end - x], look)
            return x + len(text)
        return self._put_clusters(x, y, text, look)

    def _fill(self, x: int, y: int, text: str | list[str], look: Look) -> None:
        """One cell for each item; a wide character of which but one half is written over loses the other one."""
        texts, looks, end = self.texts[y], self.looks[y], x + len(text)
        if texts[x] == "" and x:
            texts[x - 1] = " "
        if end < self.columns and texts[end] == "":
            texts[end] = " "
        texts[x:end] = text
        looks[x:end] = [look] * len(text)

    def _put_clusters(self, x: int, y: int, text: str, look: Look) -> int:
        for start, end, width in _clusters(text):
            cluster = text[start:end]
            if width and x + width <= self.columns:
                self._fill(x, y, [cluster, *[""] * (width - 1)], look)
            elif width and x < self.columns:
                self._fill(x, y, " ", look)
            elif not width and 0 < x <= self.columns:
                # A mark that begins a text belongs to the cell before it.
                at = x - 2 if self.texts[y][x - 1] == "" and x > 1 else x - 1
                self.texts[y][at] += cluster
            x += width
        return x

    def scroll(self, top: int, bottom: int, lines: int) -> None:
        """Moves the rows from top to before bottom up by so many (down where negative); blank ones come after them."""
        lines = max(min(lines, bottom - top), top - bottom)
        fresh = Cells(self.columns, abs(lines))
        self.texts[top:bottom] = _shifted(self.texts[top:bottom], fresh.texts, lines)
        self.looks[top:bottom] = _shifted(self.looks[top:bottom], fresh.looks, lines)


def _clusters(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and width of each; the two letters of a flag are one, for alone they are none."""
    spans = iter(split_graphemes(text)[0])
    for start, end, width in spans:
        if FLAG.match(text, start):
            _, second_end, second_width = next(spans)
            yield start, second_end, width + second_width
        else:
            yield start, end, width


Row = TypeVar("Row")


def _shifted(rows: list[Row], fresh: list[Row], lines: int) -> list[Row]:
    return [*rows[lines:], *fresh] if lines > 0 else [*fresh, *rows[:lines]]
