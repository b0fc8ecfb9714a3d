"""Whom an actor is said to belong to."""

from __future__ import annotations

import pytest

from store.ingest.belonging import branch_of, office_in
from tests.store.ingest.drafted import Told


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Oxi, a branch of Open Rivers, left.", "Open Rivers"),
        ("Oxi is the armed wing of the Harbour Front.", "the Harbour Front"),
        ("Oxi, a wholly owned subsidiary of Oxi Group, left.", "Oxi Group"),
        ("Oxi, a town of bakers, left.", None),
    ],
)
def test_a_branch_is_told_whose(text: str, body: str | None) -> None:
    found = branch_of(text, 3)
    assert (text[slice(*found)] if found else None) == body


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("The health ministry's spokesman, Karim Lund", "The health ministry"),
        ("Jo Ray, director of Open Rivers", "Open Rivers"),
        ("A spokesman for the National Army, Ali Saleh", "the National Army"),
        ("Jo Ray, a baker in the old town", None),
    ],
)
def test_an_office_is_told_in_what(source: str, body: str | None) -> None:
    found = office_in(source, (0, len(source)))
    assert (source[slice(*found)] if found else None) == body


def test_the_drafted_actor_has_its_parent_and_the_parent_is_drafted_too() -> None:
    told = Told("The White Helmets, a branch of the Syria Civil Defence, said 14 men had died.")
    helmets, parent = told.drafts.actors
    assert (helmets.name, parent.name, parent.kind) == ("White Helmets", "Syria Civil Defence", "organisation")
    assert helmets.parent == parent.id


def test_a_country_is_nobodys_parent() -> None:
    told = Told("Kenya's chief envoy, Jo Ray, said it rained.")
    assert [actor.parent for actor in told.drafts.actors] == [None]
