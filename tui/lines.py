"""Lines of the screen that are no list: headings, tabs, status and footer."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


class Line(Widget):
    """A row of segments, or as many as are shown at once; drawn anew only when they change."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[list[Segment]] = [[]]

    def show(self, *rows: Sequence[Segment]) -> None:
        """What stands there from now on; the height follows the number of rows."""
        wanted = [list(row) for row in rows]
        if wanted == self._rows:
            return
        if len(wanted) != len(self._rows):
            self.styles.height = len(wanted)
        self._rows = wanted
        self.refresh()

    def render_line(self, y: int) -> Strip:
        return Strip(self._rows[y] if y < len(self._rows) else []).adjust_cell_length(self.size.width)


def spread(left: Sequence[Segment], right: Sequence[Segment], width: int) -> list[Segment]:
    """Left and right at the two ends of a line; where both don't fit, the left is cut."""
    end = Strip(right)
    room = max(width - end.cell_length, 0)
    return [*Strip(left).adjust_cell_length(room), *end]
