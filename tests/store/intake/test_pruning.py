"""Drafts that don't hold together are left out, and nothing names what isn't there any more."""

from __future__ import annotations

from msgspec.structs import replace

from store.check import check
from store.ingest import Drafts
from store.intake.pruning import sound, without
from store.model import Actor, Anchor, Document, Figure, Speaker, Statement
from store.records import Records
from tests.store.conftest import anchor, records

DOCUMENT = next(record for record in records() if isinstance(record, Document))
MAYOR, ARMY = (Actor(id=f"ac-{name}", name=name, kind="person", drafted=True) for name in ("mayor", "army"))


def said(name: str, words: str, **fields: object) -> Statement:
    return Statement(id=f"st-{name}", document=DOCUMENT.id, type="indirect", content=(anchor(words),), **fields)  # type: ignore[arg-type]


def test_what_named_them_names_nothing_and_their_actors_go() -> None:
    figure = Figure(id="fi-1", document=DOCUMENT.id, anchor=anchor("12 dead"), bound="exact", statement="st-a")
    drafts = Drafts(
        (replace(MAYOR, parent="ac-army"), ARMY),
        (said("a", "We counted", speakers=(Speaker("ac-mayor"),)), said("b", "its guns", nested_in="st-a")),
        (figure,),
    )
    assert without(drafts, {"st-a"}) == Drafts((), (said("b", "its guns"),), (replace(figure, statement=None),))
    assert without(drafts, {"st-b"}).actors == drafts.actors
    assert without(drafts, ()) is drafts


def test_sound_drafts_stay_as_they_are() -> None:
    drafts = Drafts((MAYOR,), (said("a", "We counted", speakers=(Speaker("ac-mayor"),)),))
    assert sound(DOCUMENT, drafts) == drafts


def test_a_circle_a_double_a_broken_anchor_and_a_name_of_nobody_are_left_out() -> None:
    whole = said("a", "Some 40 people")
    drafts = Drafts(
        (),
        (
            whole, said("b", "We counted", nested_in="st-c"), said("c", "its guns", nested_in="st-b"),
            replace(whole, id="st-d"), replace(whole, id="st-e", content=(Anchor(0, 3, "not"),)),
            said("f", "hospital", speakers=(Speaker("ac-gone"),)),
        ),
    )  # fmt: skip
    found = sound(DOCUMENT, drafts)
    assert found.statements[0] == whole
    assert check(Records.of(DOCUMENT, *found.statements)) == []
