"""The statements: who said what, one line each, newest first."""

from __future__ import annotations

from rich.segment import Segment

from tui.frame import ListPane
from tui.render.rows import Page, statement_row
from tui.view.shown import Shown


class StatementsPane(ListPane):
    """When, who, what was said; its cursor leads the source pane."""

    NUMBER = 2
    TITLE = "Statements"
    TABLE = "statements"

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> list[Segment]:
        return statement_row(page, shown.records.statements[row_id], dimmed)
