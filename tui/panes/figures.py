"""The figures: whose numbers, one line each, newest first."""

from __future__ import annotations

from rich.segment import Segment

from tui.frame import ListPane
from tui.render.rows import Page, figure_row
from tui.view.shown import Shown


class FiguresPane(ListPane):
    """Number, what is counted, where, when, who claims it, who is blamed; its cursor leads the source pane."""

    NUMBER = 3
    TITLE = "Figures"
    TABLE = "figures"

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> list[Segment]:
        return figure_row(page, shown.records.figures[row_id], dimmed)
