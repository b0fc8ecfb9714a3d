"""The documents: reports with what the rest of the filter finds in each."""

from __future__ import annotations

from tui.frame import CountedPane
from tui.render.rows import document_name
from tui.view.shown import Shown


class DocumentsPane(CountedPane):
    """Titles with their dates, newest first."""

    NUMBER = 4
    TITLE = "Documents"
    TABLE = "documents"

    def name_of(self, shown: Shown, row_id: str) -> str:
        return document_name(shown.records.documents[row_id])
