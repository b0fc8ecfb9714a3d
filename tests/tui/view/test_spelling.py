"""Words of a closed list are chosen by their first letters."""

from __future__ import annotations

import pytest

from tui.view.spelling import spelled

WORDS = ("", "says", "denies", "declines", "doubts", "demands", "at-least", "at-most")


@pytest.mark.parametrize(
    ("letters", "wanted"),
    [
        ("d", "denies"),
        ("dd", "declines"),
        ("ddd", "doubts"),
        ("dec", "declines"),
        ("dem", "demands"),
        ("at-m", "at-most"),
        ("aa", "at-most"),
        ("x", "says"),
        ("ds", "says"),
        ("s", "says"),
    ],
)
def test_letters_choose_a_word_and_the_same_letter_again_the_next(letters: str, wanted: str) -> None:
    chosen, begun = "says", ""
    for letter in letters:
        chosen, begun = spelled(WORDS, chosen, begun, letter)
    assert chosen == wanted
