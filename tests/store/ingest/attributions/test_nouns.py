"""Nouns of speech with their content."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, said


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("Few believe Danish assertions last week that the road was open.", "Danish", "assertions last week"),
        ("Few believe the mayor's claim that the road was open.", "the mayor", "claim"),
        ("Few believe his repeated warnings that the road was open.", "his", "warnings"),
        ("Few believe the claim by the drivers that the road was open.", "the drivers", "claim by the drivers"),
    ],
)
def test_whose_it_is_stands_before_it_or_behind(text: str, source: str, cue: str) -> None:
    assert said(text) == [(source, cue, "that the road was open")]


def test_a_report_by_somebody_is_itself_who_says_it() -> None:
    text = "A report by the drivers said that the road was open."
    assert said(text) == [("A report by the drivers", "said", "that the road was open")]


def test_a_claim_that_is_nobodys_is_not_drafted() -> None:
    assert said("There were claims that the road was open.") == []


def test_the_noun_tells_what_is_done() -> None:
    assert only("Few believe his denial that the road was open.").act == "denies"
