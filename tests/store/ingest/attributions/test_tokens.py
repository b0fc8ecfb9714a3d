"""A sentence in tokens."""

from __future__ import annotations

import pytest

from store.ingest.attributions.tokens import Sentence
from store.ingest.quotations import quotations


def tokens(text: str) -> list[str]:
    sentence = Sentence(text, (0, len(text)), [mark for mark in quotations(text) if not mark.depth])
    return [token.low or token.kind for token in sentence.tokens]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. Ray’s dog isn’t old.", ["mr", "ray", "'s", "dog", "isn't", "old"]),
        (
            "He’d left “the big house” (R-Ky.) at 3.5 per cent",
            ["he", "'d", "left", "quote", "paren", "at", "3.5", "per", "cent"],
        ),
        ("The U.S. said - no", ["the", "u.s.", "said", "dash", "no"]),
        ("Ray, R-Ky., left", ["ray", ",", "r-ky.", ",", "left"]),
        ("FranÃ§ois left", ["franã§ois", "left"]),
        ("Jose\u0301 Mun\u0303oz’s dog left", ["jose\u0301", "mun\u0303oz", "'s", "dog", "left"]),
    ],
)
def test_words_marks_and_quotations_stand_in_a_row(text: str, found: list[str]) -> None:
    assert tokens(text) == found


def test_a_sentence_of_capitals_is_a_headline() -> None:
    text = "Dam Will Hold for Years, Mayor Says"
    assert Sentence(text, (0, len(text)), ()).headline
    assert not Sentence("The dam will hold for years, he says", (0, 36), ()).headline


def test_the_full_stop_behind_a_last_letter_is_the_sentences() -> None:
    assert tokens("She wrote on X.") == ["she", "wrote", "on", "x"]
    assert tokens("She left the U.S.") == ["she", "left", "the", "u.s."]
