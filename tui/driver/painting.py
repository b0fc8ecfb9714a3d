"""From the screen that is shown to the one that is wanted, in as few bytes as that takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from operator import ne
from typing import TypeAlias

from tui.driver.cells import Cells
from tui.driver.looks import PLAIN, Look, change, of_blank
from tui.driver.moves import UNKNOWN, move
from tui.driver.scrolling import shift
from tui.terminal import Terminal

Run: TypeAlias = tuple[int, int]
"""Columns of one row, half-open."""

GAP = 4
"""Unchanged cells between two runs that are sent again, for a move costs as much."""
ERASED = 10
"""Blank cells from which on it is shorter to have them erased and to move on."""
RULE = "│"
"""Stands between panes."""
_BLANKS = re.compile(f" {{{ERASED},}}")


class Painter:
    """Knows what the terminal shows, where its cursor stands and how its pen looks."""

    def __init__(self, terminal: Terminal, columns: int, rows: int) -> None:
        self.terminal = terminal
        self.shown = Cells(columns, rows)
        self._x, self._y = 0, UNKNOWN
        self._sure = False
        self._pen: Look = PLAIN
        self._out: list[str] = []

    def clear(self) -> str:
        """The code that blanks the whole screen, whatever it showed."""
        self.shown = Cells(self.shown.columns, self.shown.rows)
        self._x, self._y, self._sure = 0, 0, True
        self._pen = PLAIN
        return "\x1b[m\x1b[H\x1b[2J"

    def paint(self, wanted: Cells, rows: set[int]) -> str:
        """The code that makes these rows look as wanted; the others are known to be as they should."""
        changed = sorted(y for y in rows if self._differs(wanted, y))
        if self.terminal.scroll_region and (moved := shift(self.shown, wanted, changed)):
            self._scroll(*moved)
            changed = [y for y in range(wanted.rows) if self._differs(wanted, y)]
        for y in changed:
            self._row(wanted, y)
        return self._taken()

    def point(self, x: int, y: int) -> str:
        """The code that puts the cursor there."""
        self._go(x, y)
        return self._taken()

    def _taken(self) -> str:
        out, self._out = "".join(self._out), []
        return out

    def _differs(self, wanted: Cells, y: int) -> bool:
        return wanted.texts[y] != self.shown.texts[y] or wanted.looks[y] != self.shown.looks[y]

    def _scroll(self, top: int, bottom: int, lines: int) -> None:
        self._wipe_pen()
        step, edge = ("\x1bD", bottom) if lines > 0 else ("\x1bM", top + 1)
        self._out.append(f"\x1b[{top + 1};{bottom}r\x1b[{edge}H{step * abs(lines)}\x1b[r")
        # Setting the margins takes the cursor home on most terminals.
        self._y = UNKNOWN
        self.shown.scroll(top, bottom, lines)

    def _row(self, wanted: Cells, y: int) -> None:
        changed = self._changed(wanted, y)
        end = self._erased_from(wanted, y, changed)
        for start, stop in _runs(wanted.texts[y], wanted.looks[y], [x for x in changed if x < end]):
            self._write(wanted.texts[y][start:stop], wanted.looks[y][start:stop], start, y)
        if end < wanted.columns:
            self._go(end, y)
            self._wipe_pen()
            self._out.append("\x1b[K")
        self.shown.texts[y] = wanted.texts[y][:]
        self.shown.looks[y] = wanted.looks[y][:]

    def _changed(self, wanted: Cells, y: int) -> list[int]:
        """The columns that have to be sent; spaces that would look the same have not."""
        texts, looks, was = wanted.texts[y], wanted.looks[y], self.shown.looks[y]
        # Most cells of most rows are as they were: those are passed over without a thought.
        other_text = map(ne, texts, self.shown.texts[y])
        other_look = map(ne, looks, was)
        return [
            x
            for x, text, look in zip(range(len(texts)), other_text, other_look, strict=True)
            if text or (look and (texts[x] != " " or of_blank(looks[x]) != of_blank(was[x])))
        ]

    def _erased_from(self, wanted: Cells, y: int, changed: list[int]) -> int:
        """The column from which on the row is erased; the number of columns where that is not worth it."""
        texts, looks = wanted.texts[y], wanted.looks[y]
        end = wanted.columns
        while end and texts[end - 1] == " " and of_blank(looks[end - 1]) == PLAIN:
            end -= 1
        return end if sum(x >= end for x in changed) > GAP else wanted.columns

    def _write(self, texts: list[str], looks: list[Look], x: int, y: int) -> None:
        """One run: pieces of one look each, one right behind the other."""
        self._go(x, y)
        at = 0
        for look, same in groupby(looks):
            size = sum(1 for _ in same)
            piece = texts[at : at + size]
            if piece[0] == RULE:
                # Whatever a terminal makes of the letters in one pane, the next one begins in its place.
                self._go(x + at, y)
            if of_blank(look) == PLAIN and self.terminal.erase_characters:
                self._write_with_gaps(piece, look, x + at, y)
            else:
                self._text(piece, look, x + at, y)
            at += size

    def _write_with_gaps(self, texts: list[str], look: Look, x: int, y: int) -> None:
        """Text in which long blanks are erased where they stand."""
        # One character for each cell, so that what is found in it are columns.
        outline = "".join(text[:1] or "." for text in texts)
        at = 0
        for blanks in _BLANKS.finditer(outline):
            self._text(texts[at : blanks.start()], look, x + at, y)
            self._follow(x + blanks.start(), y)
            self._wipe_pen()
            self._out.append(f"\x1b[{blanks.end() - blanks.start()}X")
            at = blanks.end()
        self._text(texts[at:], look, x + at, y)

    def _text(self, texts: list[str], look: Look, x: int, y: int) -> None:
        if not texts:
            return
        text = "".join(texts)
        if text.isascii() or not any(map(disputed, texts)):
            self._piece(text, len(texts), look, x, y)
            return
        for at, cluster in enumerate(texts):
            if cluster:
                width = 2 if texts[at + 1 : at + 2] == [""] else 1
                self._piece(cluster, width, look, x + at, y)
                if disputed(cluster):
                    self._x = UNKNOWN

    def _piece(self, text: str, cells: int, look: Look, x: int, y: int) -> None:
        self._follow(x, y)
        self._out += (change(self._pen, look), text)
        self._pen = look
        self._x = x + cells
        # In the last column the cursor stays where it is, or not: terminals differ.
        self._sure = text.isascii() and self._x < self.shown.columns

    def _follow(self, x: int, y: int) -> None:
        """To the next piece of a run, which is where the cursor stands already but after a disputed width."""
        if (x, y) != (self._x, self._y):
            self._go(x, y)

    def _go(self, x: int, y: int) -> None:
        if (x, y) == (self._x, self._y) and self._sure:
            return
        if self._y == UNKNOWN:
            self._out.append(f"\x1b[{y + 1};{x + 1}H")
        else:
            column = self._x if self._sure else UNKNOWN
            self._out.append(move(column, self._y, x, y, self.terminal.columns_and_rows))
        self._x, self._y, self._sure = x, y, True

    def _wipe_pen(self) -> None:
        """A pen with which what is erased is plain on every terminal."""
        if of_blank(self._pen) != PLAIN:
            self._out.append(change(self._pen, PLAIN))
            self._pen = PLAIN


EMOJI = "\U0001f000"


def disputed(cluster: str) -> bool:
    """Whether terminals are known to disagree how wide this is: emoji, and signs that are to be shown as such."""
    return cluster >= EMOJI or "\ufe0f" in cluster


def _runs(texts: list[str], looks: list[Look], changed: list[int]) -> Iterator[Run]:
    """The changed columns as runs: a wide character is sent whole, short gaps are closed."""
    start = stop = UNKNOWN
    for x in changed:
        if start == UNKNOWN or not _bridged(texts, looks, stop, x):
            if start != UNKNOWN:
                yield start, stop
            start = x - 1 if texts[x] == "" and x else x
        stop = x + 1
        while stop < len(texts) and texts[stop] == "":
            stop += 1
    if start != UNKNOWN:
        yield start, stop


def _bridged(texts: list[str], looks: list[Look], stop: int, x: int) -> bool:
    """Whether the cells from stop to before x are sent again rather than jumped over."""
    if x <= stop:
        return True
    if x - stop > GAP:
        return False
    look = looks[stop - 1]
    return all(texts[at] and texts[at].isascii() and looks[at] == look for at in range(stop, x))
