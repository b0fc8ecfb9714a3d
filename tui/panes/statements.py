"""The statements: who said what, one line each, newest first."""

from __future__ import annotations

from rich.segment import Segment

from tui.frame import ListPane
from tui.render.rows import statement_row


class StatementsPane(ListPane):
    """When, who, what was said; its cursor leads the source pane."""

    NUMBER = 2
    TITLE = "Statements"
    TABLE = "statements"

    def draw(self, row_id: str, width: int) -> list[Segment]:
        shown = self.shown
        if shown is None:
            return []
        return statement_row(
            self.page(shown, width), shown.records.statements[row_id], shown.dimmed(self.TABLE, row_id)
        )
