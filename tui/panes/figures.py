"""The figures: whose numbers, one line each, newest first."""

from __future__ import annotations

from tui.frame import ListPane
from tui.ink import Row
from tui.render.rows import Page, figure_row, figure_widths
from tui.render.spoken import figure_line
from tui.view.shown import Shown


class FiguresPane(ListPane):
    """Number, what is counted, where, when, who claims it, who is blamed; its cursor leads the source pane."""

    NUMBER = 3
    TITLE = "Figures"
    TABLE = "figures"

    def take(self, shown: Shown) -> None:
        """The columns are as wide as what is shown wants them."""
        self.widths = figure_widths(shown.records, shown.ids(self.TABLE))
        super().take(shown)

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> Row:
        draw = figure_line if page.spoken else figure_row
        return draw(page, shown.records.figures[row_id], dimmed)
