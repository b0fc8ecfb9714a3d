"""The actors: who speaks and who claims, with their statements and figures under the rest of the filter."""

from __future__ import annotations

from rich.segment import Segment

from store.index import OWN_VOICE as OWN_VOICE_ID
from tui.frame import ListPane
from tui.render.names import OWN_VOICE
from tui.render.rows import counted_row
from tui.view.shown import Shown


class ActorsPane(ListPane):
    """Names with two counts; the reports' own voice comes last."""

    NUMBER = 1
    TITLE = "Actors"
    TABLE = "actors"

    def side(self, shown: Shown) -> str:
        """Names the two columns, where the user chose no other order."""
        return shown.order(self.TABLE) if self.TABLE in shown.view.sorts else "said  num"

    def draw(self, row_id: str, width: int) -> list[Segment]:
        shown = self.shown
        if shown is None:
            return []
        name = OWN_VOICE if row_id == OWN_VOICE_ID else shown.records.actor_name(row_id)
        counts = shown.counts(self.TABLE).get(row_id, (0, 0))
        return counted_row(self.page(shown, width), name, counts, shown.dimmed(self.TABLE, row_id))
