"""Text into cells: cut to a width, wrapped without losing a letter, hits lit where they stand."""

from __future__ import annotations

from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from store.characters import unseen
from tui.clean import clean
from tui.render import styles
from tui.render.excerpt import excerpted
from tui.render.text import cells_to, cut, fit, hits, letter_at, lit, painted, wrap
from tui.view.letters import within

TEXTS = st.text(st.sampled_from("ab \n“砲é́\r\tمx-"), max_size=80)


@given(st.text(max_size=60), st.integers(0, 40))
def test_cut_and_fit_keep_to_their_width(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(fit(text, width)) == width


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert cut("Jean-Marc Ayrault", 9) == "Jean-Mar…"


@given(TEXTS, st.integers(2, 30))
def test_wrapped_lines_hold_every_letter_in_order_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert [i for a, b in lines for i in range(a, b) if not text[i].isspace()] == [
        i for i, c in enumerate(text) if not c.isspace()
    ]
    assert all(cell_len(clean(text[a:b])) <= width for a, b in lines)
    assert all(a <= b for a, b in lines)


def test_an_empty_line_between_paragraphs_stays() -> None:
    assert wrap("one\n\ntwo", 10) == [(0, 3), (4, 4), (5, 8)]


def test_a_line_break_of_two_characters_is_one() -> None:
    assert wrap("one\r\ntwo", 10) == [(0, 3), (5, 8)]


def test_words_go_to_the_next_line_whole() -> None:
    text = "cold-blooded assassinations of entire families"
    assert [text[a:b] for a, b in wrap(text, 16)] == ["cold-blooded", "assassinations", "of entire", "families"]


def test_hits_are_lit_whatever_their_case_and_accents() -> None:
    lit_text = [s.text for s in lit("Élysée and ELYSEE", ("elysee",)) if s.style and s.style.reverse]
    assert lit_text == ["Élysée", "ELYSEE"]


@given(st.text("ab é砲“", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_painting_changes_no_text(text: str, runs: list[tuple[int, int]]) -> None:
    paints = [(min(a, b), max(a, b), styles.BOLD) for a, b in runs]
    assert "".join(segment.text for segment in painted(text, 0, len(text), paints)) == text


def test_overlapping_hits_of_two_words_are_both_found() -> None:
    assert hits("eastern Aleppo", ("east", "eastern")) == [(0, 4), (0, 7)]


HUGE = {
    "one word": "x" * 1_000_000,
    "one word of wide letters": "é砲" * 500_000,
    "spaces": " " * 1_000_000,
    "words": "many words of " * 70_000,
    "right to left": "مدينة حلب تحت " * 70_000,
    "line ends": "\n" * 100_000,
    "short lines": "a\r\n" * 100_000,
    "marks": "e" + "\u0301" * 1_000_000,
    "nothing to see": "\u200b" * 1_000_000,
    "controls": "\x1b[31m\u202e" * 150_000,
    "families": "👨‍👩‍👧‍👦" * 140_000,
}
HANG = 10.0
"""Seconds in which even a busy machine is done, where the time goes with the length; with its square it takes hours."""


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_a_million_letters_of_anything_are_laid_out_and_cut_at_once(text: str) -> None:
    began = monotonic()
    lines = wrap(text, 78)
    shown = [ink for a, b in lines[:100] for ink in painted(text, a, b, [])]
    assert all(ink.cell_length <= 78 for ink in shown)
    assert sum(not c.isspace() for a, b in lines for c in text[a:b]) == sum(not c.isspace() for c in text)
    assert cell_len(cut(text, 78)) <= 78
    assert cell_len(clean(excerpted(text, 78))) <= 78
    assert unseen(text) is not None
    assert monotonic() - began < HANG


def test_no_letter_stands_so_far_in_a_line_that_it_is_cut_unseen() -> None:
    text = "\u200b" * 10_000 + "seen"
    assert "".join(ink.text for a, b in wrap(text, 78) for ink in painted(text, a, b, [])) == "seen"


CLUSTERS = st.lists(
    st.sampled_from(
        ["a", " ", "e\u0301", "👨‍👩‍👧", "1️⃣", "می‌خواهم", "क्‍ष", "שָׁ", "砲", "🏴\U000e0067\U000e0062\U000e007f", "\u200b"]
    ),
    max_size=20,
).map("".join)


@given(CLUSTERS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_lighting_words_changes_nothing_of_what_is_shown(text: str, runs: list[tuple[int, int]]) -> None:
    paints = [(min(a, b), max(a, b), styles.HIT) for a, b in runs]
    assert "".join(ink.text for ink in painted(text, 0, len(text), paints)) == clean(text)


@given(CLUSTERS, st.integers(2, 30))
def test_no_letter_is_parted_from_its_marks_at_a_line_end(text: str, width: int) -> None:
    shown = "".join(clean(text[a:b]) for a, b in wrap(text, width))
    assert "".join(shown.split()) == "".join(clean(text).split())


def test_in_a_line_from_right_to_left_the_words_searched_for_are_lit() -> None:
    text = "قال إن مدينةَ حلب «تحت الحصار» منذ شهر"
    assert [s.text for s in lit(text, ("مدينة", "الحصار")) if s.style and s.style.reverse] == ["مدينةَ", "الحصار"]
    hebrew = "העיר חַלֶבּ תחת מצור"
    assert [s.text for s in lit(hebrew, ("חלב",)) if s.style and s.style.reverse] == ["חַלֶבּ"]


@given(CLUSTERS, st.integers(0, 40))
def test_the_letter_in_a_cell_is_the_one_that_so_many_cells_lead_to(text: str, cells: int) -> None:
    at = letter_at(text, (0, len(text)), cells)
    assert 0 <= at <= len(text)
    assert cells_to(text, 0, at) <= cells
    assert not within(text, at)


def test_a_line_that_is_too_short_gives_its_last_letter() -> None:
    assert letter_at("砲a\u0301b", (0, 4), 2) == 1
    assert letter_at("砲a\u0301b", (0, 4), 99) == 3
    assert letter_at("ab cd", (3, 5), 1) == 4
