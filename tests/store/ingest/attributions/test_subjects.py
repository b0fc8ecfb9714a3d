"""Whose a cue is."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import said


@pytest.mark.parametrize(
    ("before", "source"),
    [
        ("UN adviser on Denmark, Jo Ray,", "UN adviser on Denmark, Jo Ray"),
        ("Jo Ray, a baker in the old town,", "Jo Ray, a baker in the old town"),
        ("Jo Ray, 42, a baker,", "Jo Ray, 42, a baker"),
        ("Sen. Jo Ray (D-Ky.)", "Sen. Jo Ray (D-Ky.)"),
        ('Jo "Red" Ray', 'Jo "Red" Ray'),
        ("The union and the city", "The union and the city"),
        ("A spokeswoman for the union", "A spokeswoman for the union"),
        ("But last month, the union", "the union"),
        ("In a meeting with bakers Ray", "Ray"),
        ("Meanwhile he", "he"),
        ("A third man, Al Lo, 42, from the old town,", "A third man, Al Lo, 42, from the old town"),
        ("Ray last week", "Ray"),
        ("The firm which has 90 workers in Denmark", "The firm"),
        ("The bakers’ spokesman", "The bakers’ spokesman"),
        ("The union, however,", "The union"),
        ("Denmark, Norway and Sweden", "Denmark, Norway and Sweden"),
        ("One man — a baker —", "One man — a baker"),
        ("The union, in a statement,", "The union"),
        ("The Monday club", "The Monday club"),
        ("Prime Minister Theresa May", "Prime Minister Theresa May"),
        ("It rained for days, and Ray", "Ray"),
        ("The cook, whose son, 13, is ill,", "The cook, whose son, 13, is ill"),
        ("A guard who was not allowed to speak", "A guard"),
        ("A guard who refused to give her name", "A guard"),
        ("A guard who witnessed the fire", "A guard"),
        ("They fear fines for paying a guard who", "a guard"),
        ("The bakers turned to a guard who", "a guard"),
    ],
)
def test_the_source_is_the_noun_phrase_with_its_apposition(before: str, source: str) -> None:
    assert said(f"{before} said that the oven was cold.")[0][0] == source


def test_who_stands_for_the_one_before_it() -> None:
    assert said("The city thanked Jo Ray, who said that the oven was cold.")[-1][0] == "Jo Ray"


def test_one_who_could_not_resist_saying_it_says_it() -> None:
    assert said("The bakers could not resist saying that it was cold.")[0][0] == "The bakers"
    assert said("The bakers kept saying that it was cold.")[0][0] == "The bakers"


def test_a_name_may_begin_with_a_small_letter() -> None:
    assert said("The envoy, Karim al-Saleh, said that it was over.")[0][0] == "The envoy, Karim al-Saleh"


def test_a_source_behind_its_verb_has_its_apposition_too() -> None:
    text = "“It was cold,” said Jo Ray, a baker who left in May."
    assert said(text)[0][0] == "Jo Ray, a baker who left in May"
    text = "“It was cold,” said Jo Ray, whose son Al, 13, is missing."
    assert said(text)[0][0] == "Jo Ray, whose son Al, 13, is missing"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("When boats sink, Lo and Ray call them “old wood”.", "Lo and Ray"),
        ("When boats sink, the owners call it “fate”, describing the boats as sound.", "the owners"),
    ],
)
def test_who_speaks_in_the_clause_behind_a_when(text: str, source: str) -> None:
    assert {found[0] for found in said(text)} == {source}


def test_who_is_accused_of_a_deed_is_no_part_of_it() -> None:
    assert said("A builder accused of causing the deaths of 14 men told a court that it rained.")[0][0] == (
        "A builder accused of causing the deaths of 14 men"
    )


def test_small_words_in_capitals_are_part_of_a_name() -> None:
    assert said("Oxi Energy AS (OSE: OXI) today announced that it had rained.")[0][0] == "Oxi Energy AS (OSE: OXI)"
    assert said("Hartley & Co said it had rained.")[0][0] == "Hartley & Co"
