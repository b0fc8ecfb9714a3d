"""The documents: reports with what the rest of the filter finds in each."""

from __future__ import annotations

from rich.segment import Segment

from tui.frame import ListPane
from tui.render.rows import counted_row, document_name
from tui.view.shown import Shown


class DocumentsPane(ListPane):
    """Titles with two counts, newest first."""

    NUMBER = 4
    TITLE = "Documents"
    TABLE = "documents"

    def side(self, shown: Shown) -> str:
        """Names the two columns, where the user chose no other order."""
        return shown.order(self.TABLE) if self.TABLE in shown.view.sorts else "said  num"

    def draw(self, row_id: str, width: int) -> list[Segment]:
        shown = self.shown
        if shown is None:
            return []
        name = document_name(shown.records.documents[row_id])
        counts = shown.counts(self.TABLE).get(row_id, (0, 0))
        return counted_row(self.page(shown, width), name, counts, shown.dimmed(self.TABLE, row_id))
