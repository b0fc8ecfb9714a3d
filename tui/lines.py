"""Lines of the screen that are no list: headings, tabs, status and footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.ink import Ink, Row, fitted
from tui.lined import Lined, unscrolled

Drawing: TypeAlias = Callable[[int], Sequence[Row]]
"""From a width in cells to the rows that stand there."""


class Line(Lined, Widget, inherit_css=False):
    """A row of ink, or as many as are shown at once; drawn anew only when they change."""

    DEFAULT_CSS = """
    Line { height: auto; width: 1fr; }
    """

    virtual_size = unscrolled()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawing: Drawing = _nothing
        self._drawn: tuple[int, list[list[Ink]]] | None = None

    def fill(self, drawing: Drawing) -> None:
        """What stands there from now on, at whatever width; the height follows the number of rows."""
        before = self._rows(self.size.width)
        self._drawing, self._drawn = drawing, None
        after = self._rows(self.size.width)
        if len(after) != len(before):
            self.refresh(layout=True)
        elif after != before:
            self.refresh(Region(0, 0, self.size.width, len(after)))

    def show(self, *rows: Row) -> None:
        """Rows that are the same at any width."""
        self.fill(lambda width: rows)

    def _rows(self, width: int) -> list[list[Ink]]:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, [list(row) for row in self._drawing(width)]
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def render_line(self, y: int) -> Strip:
        rows = self._rows(self.size.width)
        return Strip(rows[y] if y < len(rows) else []).adjust_cell_length(self.size.width)


def spread(left: Row, right: Row, width: int) -> list[Ink]:
    """Left and right at the two ends of a line; where both don't fit, the left is cut."""
    room = width - sum(ink.cell_length for ink in right)
    return [*fitted(left, max(room, 0)), *right]


def _nothing(width: int) -> Sequence[Row]:
    return [[]]
