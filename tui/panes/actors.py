"""The actors: who speaks and who claims, with their statements and figures under the rest of the filter."""

from __future__ import annotations

from store.index import OWN_VOICE as OWN_VOICE_ID
from tui.frame import CountedPane
from tui.render.names import OWN_VOICE
from tui.view.shown import Shown


class ActorsPane(CountedPane):
    """Who has a statement or a figure stands first; the reports' own voice last."""

    NUMBER = 1
    TITLE = "Actors"
    TABLE = "actors"

    def name_of(self, shown: Shown, row_id: str) -> str:
        return OWN_VOICE if row_id == OWN_VOICE_ID else shown.records.actor_name(row_id)
