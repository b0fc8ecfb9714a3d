"""Where an archive has an actor already, drafts name that one, wherever they name any."""

from __future__ import annotations

from store.ingest import Drafts
from store.intake.naming import renamed, with_those_there
from store.model import Actor, Figure, Hop, Speaker, Statement
from tests.store.conftest import anchor

STATEMENT = Statement(
    id="st-1", document="do-1", type="direct", content=(anchor("We counted"),), speakers=(Speaker("a", "mayor"),),
    via=(Hop("b"), Hop(None)), about=("c",), accuses=("d",),
)  # fmt: skip
FIGURE = Figure(
    id="fi-1", document="do-1", anchor=anchor("12 dead"), bound="exact", claimants=(Speaker("a"),), via=(Hop("b"),),
    based_on=("c",), attributed_to=("d",),
)  # fmt: skip


def test_in_every_place() -> None:
    said, counted = (renamed(record, str.upper) for record in (STATEMENT, FIGURE))  # type: ignore[type-var]
    assert (said.speakers, said.via) == ((Speaker("A", "mayor"),), (Hop("B"), Hop(None)))
    assert (said.about, said.accuses) == (("C",), ("D",))
    assert (counted.claimants, counted.via, counted.based_on, counted.attributed_to) == (
        (Speaker("A"),), (Hop("B"),), ("C",), ("D",),
    )  # fmt: skip


def test_an_actor_who_is_there_is_not_made_again() -> None:
    drafts = Drafts(
        (Actor(id="a", name="A", kind="person"), Actor(id="b", name="B", kind="person", parent="a")),
        (STATEMENT,),
        (FIGURE,),
    )
    found = with_those_there(drafts, {"a": "ac-there"})
    assert found.actors == (Actor(id="b", name="B", kind="person", parent="ac-there"),)
    assert found.statements[0].speakers[0].actor == found.figures[0].claimants[0].actor == "ac-there"
    assert with_those_there(drafts, {}) is drafts
