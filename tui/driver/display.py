"""A terminal's screen as it is and as it should be, kept from what Textual writes: no terminal is needed for it."""

from __future__ import annotations

from tui.driver.cells import Cells
from tui.driver.painting import Painter
from tui.driver.reading import Reader
from tui.terminal import Terminal

SYNCHRONISED = 512
"""Bytes of a frame from which on the terminal is asked to show it at once; less arrives at once."""
BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronised output. Terminals that don't have it ignore the mode."""


class Display:
    """Takes what Textual writes, gives what is to be sent. Nothing is known at first of what the terminal shows."""

    def __init__(self, terminal: Terminal, columns: int, rows: int) -> None:
        self.terminal = terminal
        self._reader = Reader(terminal)
        self._wanted = Cells(columns, rows)
        self._painter = Painter(terminal, columns, rows)
        self._dirty: set[int] = set()
        self._forgotten = True

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._wanted.columns, self._wanted.rows

    def resize(self, columns: int, rows: int) -> None:
        """Another size; what is shown is unknown then, for a terminal moves its lines about."""
        self._wanted = self._wanted.resized(columns, rows)
        self._painter = Painter(self.terminal, columns, rows)
        self.forget()

    def forget(self) -> None:
        """Somebody else wrote on the terminal: the next frame clears it and sends all."""
        self._forgotten = True

    def write(self, data: str) -> str:
        """Keeps the frames in what Textual writes; the modes in it, which are to be sent at once."""
        return self._reader.read(data, self._wanted, self._dirty)

    def frame(self) -> str:
        """The difference between what the terminal shows and what it should, which it shows from now on."""
        rows, self._dirty = self._dirty, set()
        frame = ""
        if self._forgotten:
            self._forgotten = False
            frame, rows = self._painter.clear(), set(range(self._wanted.rows))
        frame += self._painter.paint(self._wanted, rows)
        x, y = self._reader.cursor
        # The first cell is where Textual leaves a cursor that nobody asked for.
        if (x or y) and x < self._wanted.columns and y < self._wanted.rows:
            frame += self._painter.point(x, y)
        if len(frame) >= SYNCHRONISED and self.terminal.extended:
            return BEGIN + frame + END
        return frame
