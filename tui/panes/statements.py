"""The statements: who said what, one line each, newest first."""

from __future__ import annotations

from tui.frame import ListPane
from tui.ink import Row
from tui.render.rows import Page, statement_row
from tui.render.spoken import statement_line
from tui.view.shown import Shown


class StatementsPane(ListPane):
    """When, who, what was said; its cursor leads the source pane."""

    NUMBER = 2
    TITLE = "Statements"
    TABLE = "statements"

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> Row:
        draw = statement_line if page.spoken else statement_row
        return draw(page, shown.records.statements[row_id], dimmed)
