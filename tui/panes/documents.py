"""The documents: reports with what the rest of the filter finds in each, and how far each is reviewed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from tui.frame import CountedPane
from tui.render.names import DRAFT, UNREAD
from tui.render.rows import Beside, document_name
from tui.view.shown import Shown


class DocumentsPane(CountedPane):
    """Titles with their dates, newest first. What is accounted for in a report is known once it was shown."""

    NUMBER = 4
    TITLE = "Documents"
    TABLE = "documents"

    share_of: Callable[[str], int | None] = staticmethod(lambda _: None)
    """From a document's id to the percentage of its quotations and numbers that is accounted for."""

    def more(self, shown: Shown) -> Sequence[str]:
        """Drafts left and what is accounted for, where there is anything to review or much room."""
        return ("left", "cov") if shown.reading.left or self.size.width >= 60 else ()

    def beside(self, shown: Shown, row_id: str) -> Beside:
        left, share = shown.reading.left.get(row_id, 0), self.share_of(row_id)
        copies = sum(relation.kind == "same-origin" for relation in shown.records.relations_of(row_id))
        unread = shown.reading.known and row_id not in shown.reading.reviewed
        read = (UNREAD if unread else "") + (DRAFT if left else "")
        signs = " ".join(filter(None, [read, f"={copies}" if copies else ""]))
        more = (("left", str(left or "–")), ("cov", "–" if share is None else f"{share}%")) if self.more(shown) else ()
        heard = tuple(_heard(left, share, copies, unread=unread))
        return replace(super().beside(shown, row_id), signs=signs, more=more, heard=heard)

    def name_of(self, shown: Shown, row_id: str) -> str:
        return document_name(shown.records.documents[row_id])


def _heard(left: int, share: int | None, copies: int, *, unread: bool) -> Iterator[str]:
    """The same in words."""
    if unread:
        yield "unread"
    if left:
        yield f"{left:,} draft{'' if left == 1 else 's'} left"
    if share is not None:
        yield f"{share} percent covered"
    if copies:
        yield f"{copies} {'copy' if copies == 1 else 'copies'}"
