"""Going places: panes, a record in its source, back and forward."""

from __future__ import annotations

import msgspec

from store.errors import FilterError
from store.index import OWN_VOICE
from store.model import Actor, Document, Figure, Statement
from tui.panes.titles import Titles
from tui.screens.board import BoardPart
from tui.view.view import PANES, Place


class Travelling(BoardPart):
    """The keys `1 2 3 4 5`, Tab, `z`, Enter and `[ ]`."""

    def action_actors(self) -> None:
        self.focus_pane("actors")

    def action_statements(self) -> None:
        self.focus_pane("statements")

    def action_figures(self) -> None:
        self.focus_pane("figures")

    def action_documents(self) -> None:
        self.focus_pane("documents")

    def action_source(self) -> None:
        self.focus_pane("source")

    def on_titles_clicked(self, event: Titles.Clicked) -> None:
        self.focus_pane(PANES[event.number - 1])

    def action_next_pane(self) -> None:
        self._neighbour(1)

    def action_previous_pane(self) -> None:
        self._neighbour(-1)

    def _neighbour(self, step: int) -> None:
        self.focus_pane(PANES[(PANES.index(self.view.pane) + step) % len(PANES)])

    def action_zoom(self) -> None:
        self.show_view(msgspec.structs.replace(self.here(), zoomed=not self.view.zoomed))
        self.focus_pane(self.view.pane)

    def action_open(self) -> None:
        """The row in its source, at its own words; of an actor or a document, its first statement."""
        record = self.record_of(self.rows().row_id)
        if self.view.pane == "source":
            self.say("This is the source. [ goes back to where you came from.")
        elif self.rows().row_id == OWN_VOICE or isinstance(record, Actor | Document):
            self._first_of(self.rows().row_id)
        elif isinstance(record, Statement | Figure):
            self.places.step(self.here().place)
            self.show_record(record)
            self.focus_pane("source")

    def _first_of(self, row_id: str) -> None:
        """The first statement shown of an actor or a document, else its first figure."""
        if self.shown is None:
            return
        for pane in ("statements", "figures"):
            for index, found in enumerate(self.rows(pane).ids):
                if row_id in self._owners(found):
                    self.places.step(self.here().place)
                    self.focus_pane(pane)
                    self.rows(pane).go_to(index)
                    return
        shown = "None of its statements or figures is shown. X shows all."
        self.say(shown if self.view.filter else "There is no statement or figure of it.")

    def _owners(self, record_id: str) -> set[str]:
        """Who speaks or claims, and the document."""
        record = self.record_of(record_id)
        if not isinstance(record, Statement | Figure) or self.archive is None:
            return set()
        people = record.speakers if isinstance(record, Statement) else record.claimants
        actors = {actor.id for speaker in people if (actor := self.archive.records.actor(speaker.actor))}
        return {record.document, *(actors or {OWN_VOICE})}

    def action_back(self) -> None:
        self._travel(self.places.back(self.here().place), "There is no place before this one.")

    def action_forward(self) -> None:
        self._travel(self.places.forward(self.here().place), "There is no place after this one.")

    def _travel(self, place: Place | None, otherwise: str) -> None:
        if place is None:
            self.say(otherwise)
            return
        self.cursors = dict(place.cursors)
        try:
            self.show_view(msgspec.structs.replace(self.view, cursors=self.cursors).at(place))
        except FilterError as error:
            self.say(str(error), wrong=True)
        if place.pane == "source" and (record := self.record_of(place.record)):
            self.show_record(record)
        self.focus_pane(place.pane)
        self.follow_now()
