"""Looks: read from the codes of Rich's styles, kept to what the terminal has, changed in few bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.style import Style

from tests.tui.driver.emulator import Emulator
from tui.driver.looks import PLAIN, after, change, fitting, of_blank
from tui.terminal import Terminal

WORDS = ["bold", "dim", "italic", "underline", "reverse", "strike"]
COLOURS = ["", "red", "bright_red", "cyan", "on blue", "on bright_blue", "color(200)", "#102030 on #405060"]
styles = st.builds(
    lambda words, colour: Style.parse(" ".join([*words, colour]) or "none"),
    st.sets(st.sampled_from(WORDS)),
    st.sampled_from(COLOURS),
)


def look_of(style: Style) -> tuple[str, ...]:
    codes = style._make_ansi_codes(ColorSystem.TRUECOLOR)
    return after(PLAIN, codes) if codes else PLAIN


@given(styles, styles)
def test_the_pen_looks_as_wanted_whatever_it_was(old: Style, new: Style) -> None:
    emulator, wanted = Emulator(2, 1), Emulator(2, 1)
    emulator.show(change(PLAIN, look_of(old)) + change(look_of(old), look_of(new)) + "x")
    wanted.show(new.render("x"))
    assert emulator.picture() == wanted.picture()


def test_what_is_the_same_is_not_said_again() -> None:
    assert change(("1", "36"), ("1", "36")) == ""
    assert change(("1",), ("1", "36")) == "\x1b[36m"
    assert change(("1", "36"), PLAIN) == "\x1b[m"


@pytest.mark.parametrize("codes", ["5", "8", "51", "53", "58", "999", "5;6;8"])
def test_blinking_hidden_and_unknown_text_is_drawn_as_any_other(codes: str) -> None:
    assert after(("1",), codes) == ("1",)


def test_codes_that_take_something_back_do_so() -> None:
    assert after(("1", "2", "4", "31", "44"), "22;39") == ("4", "44")
    assert after(("1", "31"), "") == PLAIN
    assert after(("3", "7", "9", "31", "41"), "23;27;29;49") == ("31",)


@pytest.mark.parametrize(
    ("colours", "expected"),
    [
        (0, ("1",)),
        (8, ("1", "31", "44")),
        (16, ("1", "91", "44")),
    ],
)
def test_a_terminal_gets_the_colours_it_has(colours: int, expected: tuple[str, ...]) -> None:
    assert fitting(("1", "91", "44"), Terminal(colours=colours)) == expected


def test_colours_by_number_go_to_those_alone_that_have_them() -> None:
    assert fitting(("38;5;200",), Terminal(colours=16)) == PLAIN
    assert fitting(("38;5;200",), Terminal(colours=256)) == ("38;5;200",)
    assert fitting(("38;2;1;2;3",), Terminal(colours=256)) == PLAIN
    assert fitting(("38;2;1;2;3",), Terminal(colours=1 << 24)) == ("38;2;1;2;3",)


def test_weights_a_terminal_lacks_are_left_out() -> None:
    assert fitting(("1", "2", "3", "4"), Terminal(dim=False, italic=False)) == ("1", "4")


def test_of_a_blank_only_ground_and_lines_are_seen() -> None:
    assert of_blank(("1", "3", "31")) == PLAIN
    assert of_blank(("1", "4", "31", "44")) == ("4", "44")
    assert of_blank(("1", "7", "31")) == ("7", "31")
