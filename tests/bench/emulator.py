"""What a terminal shows of a program's output, and which cells change from one picture of it to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import pyte
from pyte.screens import Char

Picture: TypeAlias = tuple[tuple[Char, ...], ...]
"""Rows of cells; the second cell of a wide character holds no text."""
Cell: TypeAlias = tuple[int, int]
"""Row and column, from 0."""

FOREIGN = re.compile(
    rb"\x1b\[[<=>][0-?]*[ -/]*[@-~]"  # private parameters: kitty's keys, xterm's key modifiers
    rb"|\x1b\[[0-?]*[ -/]+[@-~]"  # intermediates: DECRQM, the cursor's shape
    rb"|\x1b\[\?[0-9;]*[^0-9;hl]"  # private, but no mode
    rb"|\x1b\[[0-9;]*t"  # window operations
    rb"|\x1b[P_^X\]].*?(?:\x1b\\|\x07)"  # strings: DCS, APC, PM, SOS, OSC
    rb"|\x1b[=>]",
    re.DOTALL,
)
"""Sequences that no terminal shows anything for, and that pyte would take for text or for others."""
UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[P_^X\]](?:(?!\x1b\\|\x07).)*|\x1b?)$", re.DOTALL)
COLON_COLOURS = re.compile(rb"\x1b\[[0-9;]*:[0-9;:]*m")


class _Screen(pyte.Screen):
    """Also scrolls and repeats on command, as xterm does."""

    last = " "

    def draw(self, data: str) -> None:
        super().draw(data)
        self.last = data[-1:] or self.last

    def repeat(self, count: int = 1) -> None:
        self.draw(self.last * max(count, 1))

    def scroll_up(self, count: int = 1) -> None:
        self._scroll(max(count, 1), up=True)

    def scroll_down(self, count: int = 1) -> None:
        self._scroll(max(count, 1), up=False)

    def _scroll(self, count: int, *, up: bool) -> None:
        top, bottom = self.margins or (0, self.lines - 1)
        row, column = self.cursor.y, self.cursor.x
        self.cursor.y = bottom if up else top
        for _ in range(count):
            (self.index if up else self.reverse_index)()
        self.cursor.y, self.cursor.x = row, column

    def back_tab(self, count: int = 1) -> None:
        self.cursor.x = max((self.cursor.x - 1) // 8 - max(count, 1) + 1, 0) * 8


class _Stream(pyte.ByteStream):
    csi = {**pyte.Stream.csi, "S": "scroll_up", "T": "scroll_down", "b": "repeat", "Z": "back_tab"}  # noqa: RUF012
    events = frozenset({*pyte.Stream.events, "scroll_up", "scroll_down", "repeat", "back_tab"})


class Emulator:
    """A terminal's screen. Takes output in pieces cut anywhere."""

    def __init__(self, columns: int, lines: int) -> None:
        self.screen = _Screen(columns, lines)
        self._stream = _Stream(self.screen)
        self._tail = b""

    def feed(self, data: bytes) -> None:
        data = self._tail + data
        cut = found.start() if (found := UNFINISHED.search(data)) else len(data)
        self._tail = data[cut:]
        data = FOREIGN.sub(b"", data[:cut])
        self._stream.feed(COLON_COLOURS.sub(lambda colour: colour[0].replace(b":", b";"), data))

    @property
    def text(self) -> str:
        """The screen, a line each, without the spaces at line ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def picture(self) -> Picture:
        """What a reader sees; the colour of blanks, which nobody can see, is no part of it."""
        buffer, columns = self.screen.buffer, range(self.screen.columns)
        return tuple(tuple(_seen(row[x]) for x in columns) for row in (buffer[y] for y in range(self.screen.lines)))


@cache
def _seen(cell: Char) -> Char:
    if cell.data != " " or cell.reverse or cell.underscore or cell.strikethrough:
        return cell
    return Char(" ", bg=cell.bg)


@dataclass(frozen=True)
class Change:
    """What differs between two pictures of one size."""

    cells: frozenset[Cell]
    runs: int
    """A run: neighbouring changed cells in a row."""
    text_bytes: int
    """Of the changed cells' new characters, in UTF-8."""

    @classmethod
    def between(cls, before: Picture, after: Picture) -> Change:
        cells = frozenset(_differing(before, after))
        runs = sum((row, column - 1) not in cells for row, column in cells)
        return cls(cells, runs, sum(len(after[row][column].data.encode()) for row, column in cells))


def _differing(before: Sequence[Sequence[Char]], after: Sequence[Sequence[Char]]) -> Iterator[Cell]:
    for y, (old_row, new_row) in enumerate(zip(before, after, strict=True)):
        if old_row != new_row:
            yield from ((y, x) for x, (old, new) in enumerate(zip(old_row, new_row, strict=True)) if old != new)
