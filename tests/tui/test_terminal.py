"""What is known of a terminal from the variables that tell of it, before a byte is sent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.tui.terminal import ROOT
from tui.terminal import TRUECOLOUR, Terminal, speaks_utf8

ASKED = "import msgspec, os, tui.terminal as t; print(msgspec.json.encode(t.Terminal.of(os.environ)).decode())"


def told(**environment: str) -> Any:
    """The terminal that a process of its own finds with these variables, for terminfo is read once in a process."""
    plain = {"PATH": os.environ["PATH"], "PYTHONPATH": ROOT, "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", ASKED], env={**plain, **environment}, capture_output=True, check=True, timeout=30
    )
    assert done.stderr == b""
    return Terminal(**json.loads(done.stdout))


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("xterm-256color", Terminal()),
        ("xterm", Terminal(colours=8)),
        ("tmux-256color", Terminal(erase_characters=False)),
        ("screen", Terminal(colours=8, italic=False, erase_characters=False)),
        ("linux", Terminal(colours=8, italic=False, signs=False, extended=False)),
        (
            "vt100",
            Terminal(0, dim=False, italic=False, columns_and_rows=False, erase_characters=False, extended=False),
        ),
        ("ansi", Terminal(colours=8, dim=False, italic=False, scroll_region=False, extended=False)),
    ],
)
def test_abilities_are_those_that_terminfo_tells_of(term: str, expected: Terminal) -> None:
    assert told(TERM=term) == expected


@pytest.mark.parametrize("term", ["no-such-terminal", "", "xterm\nforged", "../../etc/passwd", "x" * 5000])
def test_a_terminal_that_terminfo_does_not_know_is_taken_for_an_xterm(term: str) -> None:
    assert told(TERM=term) == Terminal()


def test_without_a_database_of_terminals_a_console_is_still_spoken_to_as_one() -> None:
    found = told(TERM="linux", TERMINFO="/nowhere", TERMINFO_DIRS="/nowhere", HOME="/nowhere")
    assert not found.extended


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, TRUECOLOUR),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, TRUECOLOUR),
        ({"TERM": "xterm", "COLORTERM": "gnome-terminal"}, 8),
        ({"TERM": "screen", "COLORTERM": "truecolor"}, 8),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, 0),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, 256),
    ],
)
def test_colours_follow_colorterm_and_no_color(environment: dict[str, str], colours: int) -> None:
    assert told(**environment).colours == colours


@pytest.mark.parametrize(
    ("term", "extended"),
    [("vte-256color", True), ("xterm-kitty", True), ("vt220", False), ("cons25", False), ("eterm-color", False)],
)
def test_what_no_kin_of_xterm_may_print_is_not_sent_to_it(term: str, extended: bool) -> None:
    assert Terminal.of({"TERM": term}).extended is extended


@pytest.mark.parametrize(
    ("environment", "utf8"),
    [
        ({}, True),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "de_DE.utf8@euro"}, True),
        ({"LANG": "de_DE"}, False),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LC_CTYPE": "UTF-8"}, True),
        ({"LC_CTYPE": "C", "LANG": "de_DE.UTF-8"}, False),
        ({"LC_ALL": "C", "LC_CTYPE": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, False),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "de_DE.UTF-8"}, True),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, True),
    ],
)
def test_the_locale_is_that_of_the_first_variable_set(environment: dict[str, str], utf8: bool) -> None:
    assert speaks_utf8(environment, coerced=False) is utf8


@pytest.mark.parametrize(
    ("environment", "utf8"), [({"LANG": "C"}, False), ({"LC_ALL": "C"}, False), ({"LC_ALL": "POSIX"}, False)]
)
def test_what_python_makes_of_the_c_locale_says_nothing_of_the_terminal(
    environment: dict[str, str], utf8: bool
) -> None:
    assert told(TERM="xterm", **{"LANG": "", **environment}).utf8 is utf8


def test_with_no_locale_at_all_it_is_utf8() -> None:
    assert told(TERM="xterm", LANG="").utf8


def test_the_users_word_counts_more_than_the_locale() -> None:
    assert not Terminal.of({"TERM": "xterm", "LANG": "C.UTF-8"}, utf8=False).utf8
    assert Terminal.of({"TERM": "xterm", "LC_ALL": "C"}, utf8=True).utf8
