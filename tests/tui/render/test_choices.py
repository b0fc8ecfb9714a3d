"""A closed list on a line: the word chosen is lit, and is there at any width."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.vocabulary import Outcome
from tui.render.choices import choices

WORDS = ("", *get_args(Outcome))


def drawn(chosen: str, width: int) -> str:
    return "".join(ink.text for ink in choices(WORDS, chosen, width))


@given(st.sampled_from(WORDS), st.integers(20, 200))
def test_the_word_chosen_is_lit_and_all_keep_to_the_width(chosen: str, width: int) -> None:
    inks = choices(WORDS, chosen, width)
    assert sum(ink.cell_length for ink in inks) <= width
    assert [ink.text.strip() for ink in inks if ink.style and ink.style.reverse] == [chosen or "–"]


@pytest.mark.parametrize(
    ("chosen", "ends"), [("", (False, True)), ("displaced", (True, True)), ("other", (True, False))]
)
def test_an_ellipsis_stands_where_there_are_more(chosen: str, ends: tuple[bool, bool]) -> None:
    text = drawn(chosen, 60)
    assert (text.startswith("…"), text.rstrip().endswith("…")) == ends


def test_where_all_have_room_all_are_there() -> None:
    assert drawn("killed", 300).split() == [word or "–" for word in WORDS]


def test_who_listens_hears_the_word_and_its_place() -> None:
    assert [ink.text for ink in choices(WORDS, "killed", 80, spoken=True)] == ["killed, 2 of 19"]
    assert [ink.text for ink in choices(WORDS, "", 80, spoken=True)] == ["none, 1 of 19"]
