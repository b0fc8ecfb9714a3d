"""An actor is named by a part of the name, or is new; nobody is ever meant who can't be."""

from __future__ import annotations

import pytest

from store.errors import EditError
from store.model import Actor, Name
from store.records import Records
from tui.view.naming import NewActor, completed, known, matching, offers, typed

RECORDS = Records.of(
    Actor(id="ac-1", name="Jan Egeland", kind="person", names=(Name("the adviser", "description"), Name("J. Egeland"))),
    Actor(id="ac-2", name="Russian army", kind="armed-group"),
    Actor(id="ac-3", name="Army of Islam", kind="armed-group"),
    Actor(id="ac-4", name="Légion d’Orient", kind="armed-group"),
    Actor(id="ac-5", name="local sources", kind="collective", document="do-1"),
    Actor(id="ac-6", name="Egeland", kind="person", merged_into="ac-1"),
)


def names(text: str, document: str = "do-1") -> list[str]:
    return [actor.name for actor in matching(RECORDS, document, text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("egel", ["Jan Egeland"]),
        ("army", ["Army of Islam", "Russian army"]),
        ("LEGION", ["Légion d’Orient"]),
        ("adviser", []),
        ("Russian army; jan", ["Jan Egeland"]),
        ("jan (UN adviser)", ["Jan Egeland"]),
        ("", []),
        ("Jan Egeland; ", []),
    ],
)
def test_the_name_that_is_typed_finds_those_who_begin_so_first(text: str, wanted: list[str]) -> None:
    assert names(text) == wanted


def test_who_belongs_to_another_report_cannot_be_meant() -> None:
    assert names("local") == ["local sources"]
    assert names("local", "do-2") == []


def test_a_name_is_completed_where_it_stands_and_the_rest_stays() -> None:
    assert completed("Russian army; jan (UN adviser) [inferred]", "Jan Egeland") == (
        "Russian army; Jan Egeland (UN adviser) [inferred]"
    )
    assert completed("jan", "The army; of two [names]") == '"The army; of two [names]"'
    assert typed("a; b (c)") == "b"


def test_nothing_is_offered_for_a_name_that_is_known_or_not_begun() -> None:
    assert known(RECORDS, "do-1", "Jan Egeland (UN adviser); local sources")
    assert offers(RECORDS, "do-1", "jan egeland") == offers(RECORDS, "do-1", "") == []
    assert [offer.name for offer in offers(RECORDS, "do-1", "army")] == ["Army of Islam", "Russian army", "army"]
    assert [offer.new for offer in offers(RECORDS, "do-1", "nobody known")] == [True]


def test_he_is_never_offered_as_somebody_new() -> None:
    assert offers(RECORDS, "do-1", "She") == offers(RECORDS, "do-1", "Jan Egeland; they") == []


def test_a_new_actor_belongs_to_the_report_where_nobody_else_can_know_who_it_is() -> None:
    assert NewActor("an official", "anonymous-source").made(RECORDS, "do-1").document == "do-1"
    assert NewActor("Ana Petrović", "person").made(RECORDS, "do-1").document is None
    with pytest.raises(EditError, match="empty"):
        NewActor("  ").made(RECORDS, "do-1")
