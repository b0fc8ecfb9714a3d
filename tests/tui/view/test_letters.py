"""Where a letter ends, as one sees it: with its marks, its skin, its other half."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.view.letters import after, before, whole, within

LETTERS = [
    *(
        "a",
        " ",
        "\n",
        "\r\n",
        "é",
        "e\u0301",
        "مَ",
        "شَّ",
        "שָׁ",
        "क्षि",
        "砲",
        "か\u3099",
        "한",
        "\u1112\u1161\u11ab",
        "하\u11ab",
    ),
    *("👨\u200d👩\u200d👧", "1\ufe0f\u20e3", "👍🏽", "🇸🇾", "🇾🇪", "🏴\U000e0067\U000e0062\U000e007f", "“", "\x1b"),
]
"""Each is one letter to the eye, whatever stands beside it; the Hindi one is one or two, as fonts have it."""
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=12).map("".join)


@pytest.mark.parametrize("letter", [letter for letter in LETTERS if letter != "क्षि"])
def test_a_letter_is_stepped_over_as_one_in_both_directions(letter: str) -> None:
    text = f"x{letter}y"
    assert after(text, 1) == 1 + len(letter)
    assert before(text, 1 + len(letter)) == 1


@given(TEXTS)
def test_steps_there_and_back_stand_at_the_same_places(text: str) -> None:
    there, at = [0], 0
    while at < len(text):
        at = after(text, at)
        there.append(at)
    back = [len(text)]
    while at:
        at = before(text, at)
        back.append(at)
    assert there == back[::-1]
    assert "".join(text[a:b] for a, b in pairwise(there)) == text


@given(TEXTS, st.integers(-3, 60), st.integers(-3, 60))
def test_a_run_of_whole_letters_begins_with_no_mark_and_leaves_none_behind(text: str, one: int, other: int) -> None:
    start, end = whole(text, min(one, other), max(one, other))
    assert 0 <= start <= end <= len(text)
    assert start == 0 or unicodedata.category(text[start : start + 1] or "x")[0] != "M"
    assert end == len(text) or unicodedata.category(text[end])[0] != "M"
    assert not text[start:end].startswith("\n") or not text[:start].endswith("\r")
    assert not within(text, start)
    assert not within(text, end)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_run_is_widened_by_no_more_than_the_letters_it_parts(text: str, one: int, other: int) -> None:
    start, end = (min(max(at, 0), len(text)) for at in sorted((one, other)))
    first, last = whole(text, start, end)
    assert first <= start
    assert last >= end
    assert all(within(text, at) for at in range(first + 1, start + 1) if start != first)


@pytest.mark.parametrize("letter", ["x", "\u0301", "🇸", "\u200b", "👍🏽"])
def test_in_a_million_of_anything_a_step_takes_no_time(letter: str) -> None:
    text = letter * (1_000_000 // len(letter))
    began = monotonic()
    assert after(text, 500_000) > 0
    assert before(text, 500_000) < 500_000
    assert monotonic() - began < 5
