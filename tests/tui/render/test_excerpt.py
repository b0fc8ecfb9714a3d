"""The words that matter, in the width there is: with the hit in sight, and never without the "not"."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.folding import find
from tui.render.excerpt import NEGATIONS, NOT, excerpt

VERIFY = (
    '"While stressing that the United Nations is not able to independently verify these reports, the '
    'Secretary-General is conveying his grave concern to the relevant parties,"'
)


def shown(text: str, width: int, word: str = "") -> str:
    found = excerpt(text, width, find(text, word) if word else [], cell_len)
    return found.before + text[found.start : found.end] + found.after


def test_what_fits_is_shown_whole() -> None:
    assert shown("some 990 civilians", 18) == "some 990 civilians"


def test_a_hit_is_in_sight_wherever_it_stands() -> None:
    assert "grave concern" in shown(VERIFY, 60, "grave concern")


def test_a_negation_without_room_is_told_before_the_excerpt() -> None:
    assert shown(VERIFY, 50, "relevant parties").startswith(NOT)


@pytest.mark.parametrize("width", range(20, 100, 7))
def test_no_excerpt_of_a_negated_sentence_goes_without_its_not(width: int) -> None:
    assert "not" in shown(VERIFY, width)


def test_a_negation_in_another_sentence_needs_no_telling() -> None:
    text = "Nothing was found there. The army shelled the hospital in the eastern quarter of the town on Monday."
    assert NOT not in shown(text, 50, "hospital")


def test_a_quotation_cut_open_is_closed_by_marks_of_ours_beside_the_ellipsis() -> None:
    text = '"The Gov\'ts of Syria amp; Russia are accountable for any and all atrocities"'
    found = shown(text, 40)
    assert found.startswith('"The Gov')
    assert found.endswith('…"')


def test_numbers_and_names_win_over_small_words() -> None:
    text = "it was as if it had been so for as long as anyone would say that 1,200 people from Aleppo were there"
    assert "1,200 people" in shown(text, 40)


WORDS = st.lists(st.sampled_from(["not", "the", "army", "won't", "fired.", "Aleppo", '"and', 'said"', "مدينة", "砲撃"]))


@given(WORDS, st.integers(10, 80))
def test_an_excerpt_keeps_within_its_width_and_to_the_letter(words: list[str], width: int) -> None:
    text = " ".join(words)
    found = excerpt(text, width, [], cell_len)
    assert cell_len(found.before + text[found.start : found.end] + found.after) <= width
    assert 0 <= found.start <= found.end <= len(text)


@given(st.lists(st.sampled_from(["not", "the", "army", "never", "fired", "Aleppo", "hospital"])), st.integers(20, 80))
def test_no_negation_of_a_sentence_is_cut_untold(words: list[str], width: int) -> None:
    text = " ".join(words)
    found = excerpt(text, width, [], cell_len)
    inside = [m for m in NEGATIONS.finditer(text) if found.start <= m.start() and m.end() <= found.end]
    assert found.before.startswith(NOT) or len(inside) == len(NEGATIONS.findall(text))
