"""Conversations in print."""

from __future__ import annotations

from store.ingest.attributions import attributions
from tests.store.ingest.attributions.spoken import said


def test_a_paragraph_is_said_by_the_name_in_capitals_that_begins_it() -> None:
    text = "RAY: We never had it. It was gone.\n\nDE LO (laughing): You had."
    assert said(text) == [("RAY", ":", "We never had it. It was gone."), ("DE LO", ":", "You had.")]
    assert {found.type for found in attributions(text)} == {"direct"}


def test_a_question_and_its_answer_are_of_an_interview() -> None:
    question, answer = attributions("Q: Who had it?\n\nA: Nobody.")
    assert (question.act, answer.act) == ("asks", "says")
    assert question.channel == answer.channel == "interview"


def test_a_label_is_nobody() -> None:
    assert said("WATCH: The dam breaks") == []
