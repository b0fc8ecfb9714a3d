"""A view and what of it undo and `[ ]` bring back."""

from __future__ import annotations

import msgspec

from tui.view.view import Place, Sort, View

THERE = View(
    filter="siege",
    light=True,
    sorts={"figures": Sort("value", reverse=True)},
    marks=frozenset({"st-1", "fi-1"}),
    zoomed=True,
    pane="figures",
    cursors={"figures": "fi-1"},
    record="fi-1",
)
HERE = View(filter="tweet", pane="actors", cursors={"actors": "ac-1"}, record="ac-1", marks=frozenset({"st-2"}))


def test_a_place_takes_filter_pane_and_rows_but_leaves_marks_and_sorts() -> None:
    gone = HERE.at(THERE.place)
    assert (gone.filter, gone.light, gone.pane, gone.cursors, gone.record) == (
        "siege",
        True,
        "figures",
        {"figures": "fi-1"},
        "fi-1",
    )
    assert (gone.marks, gone.sorts) == (HERE.marks, HERE.sorts)


def test_undo_takes_filter_light_sorts_and_marks_but_leaves_the_place() -> None:
    undone = HERE.selected(THERE)
    assert (undone.filter, undone.light, undone.sorts, undone.marks) == ("siege", True, THERE.sorts, THERE.marks)
    assert (undone.pane, undone.cursors, undone.record) == ("actors", {"actors": "ac-1"}, "ac-1")


def test_a_view_and_a_place_outlive_json() -> None:
    for value in (THERE, THERE.place, View(), Place("", False, "source", {}, "none")):
        assert msgspec.json.decode(msgspec.json.encode(value), type=type(value)) == value
