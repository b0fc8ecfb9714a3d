"""The figures: whose numbers, one line each, newest first."""

from __future__ import annotations

from rich.segment import Segment

from tui.frame import ListPane
from tui.render.rows import figure_row


class FiguresPane(ListPane):
    """Number, what is counted, where, when, who claims it, who is blamed; its cursor leads the source pane."""

    NUMBER = 3
    TITLE = "Figures"
    TABLE = "figures"

    def draw(self, row_id: str, width: int) -> list[Segment]:
        shown = self.shown
        if shown is None:
            return []
        return figure_row(self.page(shown, width), shown.records.figures[row_id], shown.dimmed(self.TABLE, row_id))
