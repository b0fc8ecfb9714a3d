"""The actors: who speaks and who claims, with their statements and figures under the rest of the filter."""

from __future__ import annotations

from msgspec.structs import replace

from store.index import OWN_VOICE as OWN_VOICE_ID
from tui.frame import CountedPane
from tui.render.names import DRAFT, OWN_VOICE
from tui.render.rows import Beside
from tui.view.shown import Shown


class ActorsPane(CountedPane):
    """Who has a statement or a figure stands first; the reports' own voice last."""

    NUMBER = 1
    TITLE = "Actors"
    TABLE = "actors"

    def beside(self, shown: Shown, row_id: str) -> Beside:
        beside = super().beside(shown, row_id)
        actor = shown.records.actor(row_id)
        return replace(beside, signs=DRAFT, heard=("draft",)) if actor is not None and actor.drafted else beside

    def name_of(self, shown: Shown, row_id: str) -> str:
        return OWN_VOICE if row_id == OWN_VOICE_ID else shown.records.actor_name(row_id)
