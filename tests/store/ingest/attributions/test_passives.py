"""Cues in the passive."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, rules, said


@pytest.mark.parametrize(
    ("text", "rule", "source", "content"),
    [
        ("He was quoted as saying that it held.", "quoted-as-saying", "He", "that it held"),
        ("It was reported on Monday that it held.", "it-is-said", "", "that it held"),
        ("The mayor is said to have fled.", "is-said-to", "", "The mayor is said to have fled"),
    ],
)
def test_what_others_pass_on_is_flagged(text: str, rule: str, source: str, content: str) -> None:
    assert [(found[0], found[2]) for found in said(text)] == [(source, content)]
    assert (only(text).rule, only(text).flags) == (rule, ("relayed",))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The miller was accused of theft.", "", "The miller | theft"),
        ("The miller was accused of theft by the union.", "the union", "The miller | theft"),
        ("The miller was accused by the head of the union of lying.", "the head of the union", "The miller | lying"),
    ],
)
def test_who_is_accused_and_of_what_is_said(text: str, source: str, content: str) -> None:
    assert said(text) == [(source, "was accused", content)]


def test_a_plan_is_announced_by_someone() -> None:
    assert said("The plan was announced by the mayor.") == [("the mayor", "was announced by", "The plan")]


def test_who_was_told_says_nothing() -> None:
    assert rules("The mayor was told by the army.") == []


def test_who_is_warned_or_threatened_is_nothing_said() -> None:
    assert said("The bakers were threatened by gangs.") == []
    assert said("Thousands told to leave homes.") == []
