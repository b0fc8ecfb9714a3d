"""A terminal emulator that agrees with Rich about widths, so that two outputs can be compared cell for cell."""

from __future__ import annotations

import re
from typing import Any

import pyte
from pyte.screens import Char
from rich.cells import split_graphemes

FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
DIM, BLINK = 2, 5
_KEYS = re.compile(r"\x1b\[[<>][0-9]*u|\x1b\[\?2026[hl]")
"""Sequences that draw nothing, and that pyte would take for text."""


class Emulator(pyte.Screen):
    """Wide characters take two cells, marks none; lines don't wrap, as Textual asks for; dim is pyte's blink."""

    def __init__(self, columns: int, lines: int) -> None:
        super().__init__(columns, lines)
        self._stream = pyte.Stream(self)

    def show(self, output: str) -> None:
        """Takes what a program wrote."""
        self._stream.feed(_KEYS.sub("", output).replace("\n", "\r\n"))

    def draw(self, data: str) -> None:
        for cluster, width in _clusters(data):
            if width == 0:
                self._mark(cluster)
                continue
            at = min(self.cursor.x, self.columns - 1)
            self._put(at, [cluster, *[""] * (width - 1)] if at + width <= self.columns else [" "])
            self.cursor.x = min(at + width, self.columns - 1)
            # In the last column the cursor stays on what it wrote: a mark that follows belongs there.
            self._behind = at

    _behind = 0

    def _mark(self, mark: str) -> None:
        line = self.buffer[self.cursor.y]
        line[self._behind] = line[self._behind]._replace(data=line[self._behind].data + mark)

    def _put(self, x: int, cells: list[str]) -> None:
        line = self.buffer[self.cursor.y]
        if line[x].data == "" and x:
            line[x - 1] = line[x - 1]._replace(data=" ")
        beyond = x + len(cells)
        if beyond < self.columns and line[beyond].data == "":
            line[beyond] = line[beyond]._replace(data=" ")
        for at, text in enumerate(cells, x):
            line[at] = self.cursor.attrs._replace(data=text)

    def select_graphic_rendition(self, *attrs: int, **options: Any) -> None:
        codes = list(attrs)
        for at, code in enumerate(codes):
            if code == DIM and (at == 0 or codes[at - 1] not in (38, 48)):
                codes[at] = BLINK
        super().select_graphic_rendition(*codes, **options)

    def picture(self) -> list[list[tuple[object, ...]]]:
        """What one sees of each cell: its text and look; of a blank one, what is seen without a letter."""
        return [[_seen(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]


def _clusters(data: str) -> list[tuple[str, int]]:
    """Each cluster and its cells; two letters of a flag are one cluster."""
    found: list[tuple[str, int]] = []
    for start, end, width in split_graphemes(data)[0]:
        cluster = data[start:end]
        if found and FLAG.fullmatch(found[-1][0] + cluster):
            found[-1] = (found[-1][0] + cluster, found[-1][1] + width)
        else:
            found.append((cluster, width))
    return found


def _seen(cell: Char) -> tuple[object, ...]:
    ground = (cell.bg, cell.reverse, cell.underscore, cell.strikethrough, cell.fg if cell.reverse else "")
    if cell.data == " ":
        return (" ", *ground)
    return (cell.data, cell.fg, cell.bold, cell.italics, cell.blink, *ground)
