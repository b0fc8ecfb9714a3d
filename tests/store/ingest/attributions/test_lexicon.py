"""Verbs of speech in their forms."""

from __future__ import annotations

import pytest

from store.ingest.attributions.lexicon import documents, forms, nouns


@pytest.mark.parametrize(
    ("word", "form", "lemma"),
    [
        ("says", "third", "say"),
        ("denies", "third", "deny"),
        ("denied", "past", "deny"),
        ("testified", "past", "testify"),
        ("quipping", "ing", "quip"),
        ("decreeing", "ing", "decree"),
        ("stressing", "ing", "stress"),
        ("spoken", "participle", "speak of"),
        ("calls", "third", "call for"),
    ],
)
def test_a_form_is_known_by_its_verb(word: str, form: str, lemma: str) -> None:
    found = forms()[word]
    assert form in found.forms
    assert lemma in [verb.lemma for verb in found.verbs]


def test_every_verb_has_frames_that_the_list_explains() -> None:
    explained = {
        *("clause", "that", "doc", "wh", "np", "np-quoted", "to", "to-thing", "io", "as", "name", "after"),
        *("after-quoted", "quotation", "of", "about", "for", "on", "against"),
    }
    assert {frame for form in forms().values() for verb in form.verbs for frame in verb.frames} <= explained


def test_nouns_have_their_act_and_documents_their_channel() -> None:
    assert nouns()["warning"] == "warns"
    assert documents()["memo"] == "letter"
