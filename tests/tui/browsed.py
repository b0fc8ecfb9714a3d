"""The browser on an archive in a terminal whose cells are compared with another's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

from pyte.screens import Char

from tests.tui.driver.emulator import Emulator
from tests.tui.driver.emulator import _clusters as clusters
from tests.tui.terminal import ROOT, Terminal
from tui.render import styles
from tui.render.source import GAP

HANG = 10.0
"""Seconds in which every key is answered, on a busy machine too."""


class Screen(Emulator):
    """As many characters in a cell as belong together, however the PTY cut what was written."""

    _last, _x, _after = "", 0, (0, 0)
    """The letter drawn last, its column, and where the cursor was behind it."""

    def draw(self, data: str) -> None:
        joined = clusters(self._last + data)[0][0] if self._after == (self.cursor.x, self.cursor.y) else ""
        if self._last and len(joined) > len(self._last):
            pen, self.cursor.attrs = self.cursor.attrs, self.buffer[self.cursor.y][self._x]
            data = data[len(joined) - len(self._last) :]
            self.cursor.x = self._x
            super().draw(joined)
            self.cursor.attrs, self._last, self._after = pen, joined, (self.cursor.x, self.cursor.y)
        if data:
            super().draw(data)
            self._last, width = clusters(data)[-1]
            self._x, self._after = self.cursor.x - width, (self.cursor.x, self.cursor.y)

    @property
    def display(self) -> list[str]:
        return ["".join(self.buffer[y][x].data for x in range(self.columns)) for y in range(self.lines)]


class Browsed(Terminal):
    """The browser on an archive of this home, with a state of its own."""

    def __init__(self, home: Path, archive: str, *arguments: str, size: tuple[int, int]) -> None:
        own = home / f"home of {Path(archive).stem[:9]}"
        environment = {f"XDG_{kind.upper()}_HOME": str(own / kind) for kind in ("data", "state", "config")}
        environment |= {"HOME": str(home), "PYTHONPATH": ROOT}
        super().__init__("--archive", archive, *arguments, env=environment, cwd=home, size=size, emulator=Screen)

    def until(self, wanted: str) -> None:
        """Waits until a line of the screen has what is wanted. Fails where that takes as long as a hang."""
        limit = monotonic() + HANG
        while not re.search(wanted, self.text, re.MULTILINE):
            assert monotonic() < limit, f"{wanted} did not come to the screen:\n{self.text}"
            self.read(0.05)

    def row_of(self, words: str) -> int:
        """The row of the screen in which the words stand first."""
        return next(y for y, line in enumerate(self.wait_for(words).split("\n")) if words in line)

    def paste(self, text: str) -> None:
        """As terminals do it, which let no ESC through: with one the paste could end itself and go on as keys."""
        inside = text.encode("utf-8", "surrogateescape").replace(b"\x1b", b"")
        os.write(self.master, b"\x1b[200~" + inside + b"\x1b[201~")

    def halves(self, y: int) -> Iterator[list[Char]]:
        """The cells of a row left and right of the rule between the panes, without the signs and looks of gaps.

        What of a report is a gap hangs on its words, and is found out some time after they are shown.
        """
        line = self.screen.buffer[y]
        cells = [_seen(line[x]) for x in range(self.columns)]
        if cells[0].data == GAP:
            cells[0] = Char(" ", bg=cells[0].bg)
        middle = next((x for x, cell in enumerate(cells) if cell.data == "│"), 0)
        yield cells[:middle]
        yield cells[middle:]


def compare(one: Browsed, other: Browsed, what: str, *, but: str, rows: Sequence[int] = ()) -> None:
    """Fails where the two don't come to show the same in these rows, or in all.

    Halves of rows count for nothing in which a line of either is like the pattern `but`.
    """
    limit = monotonic() + HANG
    while found := list(_differences(one, other, re.compile(but), rows or range(one.lines))):
        assert monotonic() < limit, f"{what}: {found[0]}"
        for terminal in (one, other):
            terminal.read(0.02)


def _differences(
    one: Browsed, other: Browsed, but: re.Pattern[str], rows: Sequence[int]
) -> Iterator[tuple[int, str, str]]:
    for y in rows:
        for cells, others in zip(one.halves(y), other.halves(y), strict=True):
            if cells != others:
                text, its = _text(cells), _text(others)
                if not but.search(text) and not but.search(its):
                    yield y, text, its


def _seen(cell: Char) -> Char:
    """The cell without what nobody sees of a blank one, and without the look of a gap."""
    if cell.italics and styles.GAP.color is not None and cell.fg == styles.GAP.color.name:
        cell = cell._replace(italics=False, fg="default")
    return cell if cell.data != " " or cell.reverse or cell.underscore else Char(" ", bg=cell.bg)


def _text(cells: list[Char]) -> str:
    return "".join(cell.data for cell in cells)
