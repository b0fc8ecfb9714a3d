"""The form and the user's own editor in a real terminal: the screen is right again, and no process is left behind."""

from __future__ import annotations

import shlex
import signal
import sys
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal
from tests.tui.test_in_a_terminal import environment

EDITOR = """
import pathlib, sys
try:
    print("\\x1b[2J\\x1b[HIN THE EDITOR", sys.argv[1], flush=True)
    pathlib.Path(sys.argv[1]).write_text(sys.stdin.readline() * 2)
except KeyboardInterrupt:
    sys.exit("INTERRUPTED")
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    script = tmp_path / "my editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    return tmp_path


def terminal(home: Path) -> Terminal:
    editor = f"{shlex.quote(sys.executable)} {shlex.quote(str(home / 'my editor.py'))}"
    return Terminal(env={**environment(home), "VISUAL": editor, "TMPDIR": str(home)}, cwd=home)


def to_the_note(found: Terminal) -> None:
    found.wait_for("newest first")
    found.press("e")
    found.wait_for("Edit st-", "nothing changed")
    found.press(*"jjjjjjjj")
    found.wait_for("▸ note, never exported")


def test_the_editor_has_the_terminal_to_itself_and_the_form_is_back_afterwards(home: Path) -> None:
    with terminal(home) as found:
        to_the_note(found)
        before = found.text
        found.press("e")
        found.wait_for("IN THE EDITOR", "note.txt", gone=["Edit st-"])
        found.press("what I heard\r")
        found.wait_for("1 changed", "▸*note, never exported what I heard", gone=["IN THE EDITOR"])
        found.press("x")
        found.wait_for("nothing changed")
        assert found.text == before
        assert not list(home.glob("sayso-*"))
        found.press("Esc", "q")
        assert found.wait_for_end() == 0
        assert found.left_as_found()


def test_ctrl_c_in_the_editor_is_the_editors(home: Path) -> None:
    with terminal(home) as found:
        to_the_note(found)
        found.press("e")
        found.wait_for("IN THE EDITOR")
        found.press("^C")
        found.wait_for("ended with code 1", "nothing changed")
        found.press("j")
        found.wait_for("▸ confidential")


def test_a_line_that_is_dropped_in_the_editor_leaves_no_process_behind(home: Path) -> None:
    with terminal(home) as found:
        to_the_note(found)
        found.press("e")
        found.wait_for("IN THE EDITOR")
        assert found.drop() in (128 + signal.SIGHUP, -signal.SIGHUP)
        assert not (home / "state" / "sayso" / "crash.log").exists()
        assert not list(home.glob("sayso-*"))


@pytest.mark.parametrize("keys", ["", "\r", "\rtyped", "\rtyped\rw"], ids=["form", "line", "typing", "saving"])
def test_a_line_that_is_dropped_in_the_form_leaves_no_process_behind(home: Path, keys: str) -> None:
    with terminal(home) as found:
        to_the_note(found)
        found.press(keys)
        assert found.drop() in (128 + signal.SIGHUP, -signal.SIGHUP)
        assert not (home / "state" / "sayso" / "crash.log").exists()


def test_what_was_typed_when_the_line_dropped_is_there_again_the_next_time(home: Path) -> None:
    with terminal(home) as found:
        to_the_note(found)
        found.press("\r")
        found.wait_for("Enter keeps it")
        found.press("half a no")
        found.wait_for("half a no")
        assert found.drop() in (128 + signal.SIGHUP, -signal.SIGHUP)
    with terminal(home) as found:
        found.wait_for("newest first")
        found.press("e")
        found.wait_for("half a no", "what you had typed when the line dropped")
        found.press("Esc", "Esc")
        found.wait_for("newest first")
        found.press("e")
        found.wait_for("nothing changed", gone=["half a no"])
