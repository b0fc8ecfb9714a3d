"""Sources without a verb."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, runs, said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The dam held, according to the mayor.", "the mayor", "The dam held"),
        ("According to the mayor, the dam held.", "the mayor", "the dam held"),
        ("It rained; the dam held, according to the mayor.", "the mayor", "the dam held"),
        ("The dam, according to the mayor, held for days.", "the mayor", "The dam | held for days"),
        ("In the words of one baker, the dam held.", "one baker", "the dam held"),
        ("The dam held, according to Jo Ray, head of the union.", "Jo Ray, head of the union", "The dam held"),
    ],
)
def test_the_clause_beside_it_is_said(text: str, source: str, content: str) -> None:
    assert [(found[0], found[2]) for found in said(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("By the union's own count, 40 men were there.", "the union", "40 men were there"),
        ("The flood killed an estimated 40, by the mayor's tally.", "the mayor", "The flood killed an estimated 40"),
        ("The flood killed 40 people, by its reckoning.", "its", "The flood killed 40 people"),
        ("The flood killed 40 people, by the officials' tally.", "the officials'", "The flood killed 40 people"),
    ],
)
def test_who_counted_says_it(text: str, source: str, content: str) -> None:
    assert [(found[0], found[2]) for found in said(text)] == [(source, content)]


def test_ones_own_count_is_in_what_one_says() -> None:
    text = "The guard said that, by his count, 40 men had left."
    assert said(text) == [("The guard", "said", "that, by his count, 40 men had left")]


def test_what_was_won_by_a_count_nobody_says() -> None:
    assert said("The mayor won by the narrowest count.") == []


def test_a_claim_in_the_clause_before_is_anothers() -> None:
    text = "Despite Danish claims that the road was open, the convoy waited for days, according to two drivers."
    assert [(found[0], found[2]) for found in said(text)] == [
        ("Danish", "that the road was open"),
        ("two drivers", "the convoy waited for days"),
    ]


def test_a_statement_has_its_day_and_its_channel() -> None:
    text = "The dam held, according to a statement issued late Monday."
    found = only(text)
    assert found.channel == "statement"
    assert found.when
    assert runs(text, [found.when]) == "late Monday"
