"""The view: filter, sorts, marks, zoom, pane and the row under each cursor. Undo is a list of them."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

PANES = ("actors", "statements", "figures", "documents", "source")
"""The panes by their numbers, from 1."""

Cursors: TypeAlias = dict[str, str]
"""Pane -> id of the row under its cursor."""


class Sort(msgspec.Struct, frozen=True):
    """A column of store.index's SORTS, and whether it runs the other way."""

    column: str
    reverse: bool = False


class View(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides what the screen shows of an archive.

    `light` shows all rows with those lit that the filter finds. `pane` is one of PANES; `record` is what the source
    pane shows, an id, "none" (the reports' own voice) or "".
    """

    filter: str = ""
    light: bool = False
    sorts: dict[str, Sort] = {}
    marks: frozenset[str] = frozenset()
    zoomed: bool = False
    pane: str = "statements"
    cursors: Cursors = {}
    record: str = ""

    @property
    def place(self) -> Place:
        return Place(self.filter, self.light, self.pane, self.cursors, self.record)

    def at(self, place: Place) -> View:
        """The same marks and sorts at another place."""
        return msgspec.structs.replace(
            self, filter=place.filter, light=place.light, pane=place.pane, cursors=place.cursors, record=place.record
        )

    def selected(self, other: View) -> View:
        """What undo brings back of `other`: its filter, light, sorts and marks; the place stays."""
        return msgspec.structs.replace(
            self, filter=other.filter, light=other.light, sorts=other.sorts, marks=other.marks
        )


class Place(msgspec.Struct, frozen=True):
    """Where one is: the filter, the pane and the row in each pane."""

    filter: str
    light: bool
    pane: str
    cursors: Cursors
    record: str
