"""Verbs of speech with what belongs to them."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, said


@pytest.mark.parametrize(
    "cue",
    ["said", "has repeatedly said", "'d said", "'s claiming", "went on to say", "continues to insist", "later argued"],
)
def test_auxiliaries_and_adverbs_belong_to_the_cue(cue: str) -> None:
    (found,) = said(f"He{'' if cue[0] == chr(39) else ' '}{cue} that the road was open.")
    assert found[:2] == ("He", cue)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("He said that it was open.", "says"),
        ("He denied that it was open.", "denies"),
        ("He doubted that it was open.", "doubts"),
        ("He asked whether it was open.", "asks"),
        ("He demanded that it be open.", "demands"),
        ("He warned that it was open.", "warns"),
        ("He promised that it would be open.", "promises"),
        ("He retracted the whole report.", "retracts"),
    ],
)
def test_the_verb_tells_what_is_done(text: str, act: str) -> None:
    assert only(text).act == act


@pytest.mark.parametrize(
    "text",
    [
        "The reports that came in were old.",
        "It went from parts to ordering.",
        "Her claims were filed.",
        "The nonstop demands that come with it are hard.",
    ],
)
def test_a_noun_is_no_verb(text: str) -> None:
    assert said(text) == []
