"""What a colon introduces."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import rules, said


def test_a_quotation_behind_a_colon_is_said_by_whom_the_sentence_is_about() -> None:
    text = "The mayor had one more wish: “Let it rain.”"
    assert [(found[0], found[2]) for found in said(text)] == [("The mayor", "“Let it rain.”")]


@pytest.mark.parametrize(
    ("before", "source", "cue"),
    [("Ray:", "Ray", ":"), ("His answer:", "His", "answer"), ("The mayor's message:", "The mayor", "'s message")],
)
def test_a_name_or_somebodys_answer_will_do(before: str, source: str, cue: str) -> None:
    assert said(f"{before} “Let it rain.”") == [(source, cue, "“Let it rain.”")]


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next() -> None:
    text = "The mayor said:\n\n“Let it rain.”"
    assert said(text) == [("The mayor", "said", "“Let it rain.”")]
    assert rules(text) == ["introduced"]


def test_a_sentence_about_nobody_introduces_nobody() -> None:
    assert said("There was but one sign: “No road.”") == []
