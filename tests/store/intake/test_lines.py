"""Drafts as JSON: names for ids, runs for anchors."""

from __future__ import annotations

import json

from store.ingest import Drafts
from store.intake.lines import line
from store.model import Actor, Anchor, Figure, Origin, Place, Speaker, Statement, When


def test_names_stand_for_ids_and_runs_for_anchors() -> None:
    mayor = Actor(id="ac-1", name="Ana Petrović", kind="person", drafted=True)
    statement = Statement(
        id="st-1", document="do-1", type="mixed", content=(Anchor(0, 4, "Yes,"), Anchor(9, 12, "no.")),
        source=(Anchor(5, 8, "she"),), speakers=(Speaker("ac-1"),), uttered=When(edtf="2020-03-02"),
        origin=Origin(by="sayso", rule="quote-then-speaker", confidence=0.9),
    )  # fmt: skip
    figure = Figure(id="fi-1", document="do-1", anchor=Anchor(13, 20, "some 40"), bound="approximate", best=40,
                    counted="people", place=Place("Brae"), claimants=(Speaker("ac-gone"),))  # fmt: skip
    found = json.loads(json.dumps(line("a", Drafts((mayor,), (statement,), (figure,)))))
    assert found["document"] == "a"
    (said,), (counted,) = found["statements"], found["figures"]
    assert (said["type"], said["speaker"], said["content"]) == ("mixed", "Ana Petrović", [[0, 4], [9, 12]])
    assert (said["source"], said["cue"], said["uttered"], said["rule"]) == (
        [[5, 8]],
        [],
        "2020-03-02",
        "quote-then-speaker",
    )
    assert (counted["span"], counted["best"], counted["low"], counted["bound"]) == ([13, 20], 40, None, "approximate")
    assert (counted["place"], counted["period"], counted["claimant"]) == ("Brae", None, "ac-gone")


def test_of_nothing_there_is_nothing() -> None:
    assert line("a", Drafts()) == {"document": "a", "statements": [], "figures": []}
