"""A single line of the screen: headings, tabs, status and footer."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget


class Line(Widget):
    """One row of segments; drawn anew only when it changes."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._segments: list[Segment] = []

    def show(self, segments: Sequence[Segment]) -> None:
        """What stands on the line from now on."""
        if list(segments) != self._segments:
            self._segments = list(segments)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        return Strip(self._segments).adjust_cell_length(self.size.width)


def spread(left: Sequence[Segment], right: Sequence[Segment], width: int) -> list[Segment]:
    """Left and right at the two ends of a line; where both don't fit, the left is cut."""
    end = Strip(right)
    room = max(width - end.cell_length, 0)
    return [*Strip(left).adjust_cell_length(room), *end]
