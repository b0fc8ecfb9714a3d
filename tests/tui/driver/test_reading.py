"""The white list: what Textual may send through, and what is dropped whoever wrote it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.driver.display import Display
from tui.terminal import Terminal

KNOWN = re.compile(
    r"\x1b\[[0-9;]*m|\x1b\[[0-9;]*H|\x1b\[[0-9]*[GdABCDKX]|\x1b\[2J|\x1b\[[0-9]+;[0-9]+r|\x1b\[r|\x1b[DM]|[\b\r]"
    r"|\x1b\[\?(?:1049|25|7|2004|1000|1006|2026)[hl]|\x1b\[>1u|\x1b\[<u"
    r"|[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""All that may ever leave, letter by letter and code by code."""

dangerous = st.lists(
    st.one_of(
        st.sampled_from(["\x1b", "\x1b[", "\x1b]", "\x9b", "\x90", "\x07", "\x1b\\", ";", "?", "$", "52", "6n", "\n"]),
        st.sampled_from(["H", "m", "J", "c", "u", "p", "q", "[", "]", "h", "l", "r", "t", "\x0e", "\x00", "\u202e"]),
        st.characters(),
        st.integers(0, 9999).map(str),
    )
).map("".join)


def sent(data: str, terminal: Terminal | None = None) -> str:
    display = Display(terminal or Terminal(), 20, 4)
    return display.write(data) + display.frame()


@given(dangerous)
@example("\x1b]52;c;aGk=\x07\x1b]0;title")
@example("\x1b[1;1Hx" * 3 + "\ud83d")
@settings(max_examples=500, deadline=None)
def test_only_what_is_known_ever_leaves(data: str) -> None:
    assert KNOWN.sub("", sent(data)) == ""


@given(dangerous)
@settings(max_examples=100, deadline=None)
def test_a_terminal_without_utf8_gets_ascii_alone(data: str) -> None:
    assert sent(data, Terminal(utf8=False)).isascii()


@pytest.mark.parametrize(
    "query",
    ["\x1b[?2026$p", "\x1b[?2048$p", "\x1b[6n", "\x1b[5n", "\x1b[c", "\x1b[>c", "\x1b[>q", "\x1b[?u", "\x1b[14t"],
)
def test_no_question_is_ever_asked(query: str) -> None:
    assert Display(Terminal(), 20, 4).write(query) == ""


@pytest.mark.parametrize(
    "string",
    [
        "\x1b]52;c;aGk=\x07",
        "\x1b]0;owned\x1b\\",
        "\x1b]8;;http://x\x1b\\",
        "\x1bP$qm\x1b\\",
        "\x1b_Gq\x1b\\",
        "\x1bXa\x1b\\",
    ],
)
def test_a_string_sequence_is_dropped_whole(string: str) -> None:
    display = Display(Terminal(), 20, 4)
    assert display.write(f"\x1b[1;1Hbefore{string}after") == ""
    assert "beforeafter" in display.frame()


def test_modes_that_every_terminal_takes_pass_at_once() -> None:
    display = Display(Terminal(), 20, 4)
    for mode in ("\x1b[?1049h", "\x1b[?25l", "\x1b[?7l", "\x1b[?2004h", "\x1b[?1049l", "\x1b[?25h", "\x1b[?7h"):
        assert display.write(mode) == mode


@pytest.mark.parametrize(
    "mode",
    ["\x1b[?1003h", "\x1b[?1015h", "\x1b[?1004h", "\x1b[?2048h", "\x1b[?1016h", "\x1b[?12h", "\x1b[?5h", "\x1b[4h"],
)
def test_modes_that_bring_traffic_or_trouble_do_not_pass(mode: str) -> None:
    assert Display(Terminal(), 20, 4).write(mode) == ""


def test_of_kittys_keys_only_escape_is_told_apart() -> None:
    display = Display(Terminal(), 20, 4)
    assert display.write("\x1b[>25u") == "\x1b[>1u"
    assert display.write("\x1b[<u") == "\x1b[<u"


def test_a_console_is_not_sent_what_it_would_print() -> None:
    display = Display(Terminal(extended=False), 20, 4)
    assert display.write("\x1b[>25u\x1b[?2004h\x1b[?1049h\x1b[<u") == "\x1b[?1049h"
    display.write("\x1b[1;1H" + "x" * 20 + "\n\x1b[2;1H" + "y" * 2000)
    assert "2026" not in display.frame()


def test_for_a_screen_reader_the_cursor_stays_shown() -> None:
    display = Display(Terminal(cursor=True), 20, 4)
    assert display.write("\x1b[?25l") == ""
    assert display.write("\x1b[?25h") == "\x1b[?25h"
