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


def test_a_name_in_full_begins_a_turn_where_a_conversation_is_printed() -> None:
    text = "Jo Ray met Al Lo.\n\nAl Lo: What happened?\n\nJo Ray: We left. It was dark.\n\nAl Lo: And then?"
    assert [(source, content) for source, _, content in said(text)] == [
        ("Al Lo", "What happened?"),
        ("Jo Ray", "We left. It was dark."),
        ("Al Lo", "And then?"),
    ]


def test_a_label_that_is_nobodys_name_begins_no_turn() -> None:
    assert said("It rained.\n\nRiver Level: 9 metres.\n\nWind Speed: 8 knots.\n\nRain Fall: much.") == []
