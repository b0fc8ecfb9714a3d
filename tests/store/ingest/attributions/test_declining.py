"""Who says nothing."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, runs


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army declined to comment.", "to comment"),
        ("The army declined to comment on the raid.", "the raid"),
        ("The army did not respond to requests for comment.", "to requests for comment"),
        ("The army refused to say whether it had left.", "whether it had left"),
        ("The army did not say whether it had left.", "whether it had left"),
        ("The army would not say whether it had left.", "whether it had left"),
        ("No one has claimed that it had left.", "that it had left"),
        ("The army has never confirmed that it had left.", "that it had left"),
    ],
)
def test_a_cue_that_is_negated_or_refused_says_nothing(text: str, content: str) -> None:
    found = only(text)
    assert (found.act, runs(text, found.content)) == ("declines", content)


def test_what_was_asked_is_not_what_is_declined() -> None:
    text = "Asked whether it had left, the army declined to comment."
    assert runs(text, only(text).content) == "to comment"
