"""The browser in a real terminal: what reaches the terminal, how it is left, and what comes back at the next start."""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from seeds import sample_bytes
from tests.tui.terminal import DEADLINE, ROOT, SAYSO, Terminal

ENTER_ALTERNATE, LEAVE_ALTERNATE = b"\x1b[?1049h", b"\x1b[?1049l"
SHOW_CURSOR = b"\x1b[?25h"
COLOUR = re.compile(rb"\x1b\[(?:[\d;:]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
SIZES = pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=["80x24", "160x45"])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of somebody who has the sample as their own archive."""
    (tmp_path / "data" / "sayso").mkdir(parents=True)
    (tmp_path / "data" / "sayso" / "archive.json").write_bytes(sample_bytes())
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    own = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("data", "state", "config")}
    return {**own, "HOME": str(home), "PYTHONPATH": ROOT}


def terminal(home: Path, *arguments: str, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    return Terminal(*arguments, env={**environment(home), **env}, cwd=home, size=size)


def test_the_screen_is_given_back_and_the_cursor_with_it(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("? help", "newest first")
        assert found.raw.count(ENTER_ALTERNATE) == 1
        assert not found.left_as_found()
        found.press("q")
        assert found.wait_for_end() == 0
        assert found.left_as_found()
        after = found.raw.rpartition(LEAVE_ALTERNATE)
        assert after[1]
        assert SHOW_CURSOR in found.raw[found.raw.rindex(ENTER_ALTERNATE) :]
        assert b"Aleppo" not in after[2]


def test_ended_by_another_it_gives_the_screen_back_and_the_place_comes_back_at_the_next_start(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first")
        found.press("/990 actor:local\r")
        found.wait_for("/ 990 actor:local", "1/12")
        found.press("3", "Enter")
        found.wait_for("▌", "Local sources report")
        os.kill(found.process.pid, signal.SIGTERM)
        assert found.wait_for_end() == 128 + signal.SIGTERM
        assert found.left_as_found()
        assert LEAVE_ALTERNATE in found.raw
        assert b"Traceback" not in found.raw
    with terminal(home) as again:
        again.wait_for("/ 990 actor:local", "▌", "Local sources report", "5 Source")
        again.press("[")
        again.wait_for("▸")
        again.press("Q")
        assert again.wait_for_end() == 0


def test_a_window_that_is_closed_ends_it_and_the_view_comes_back(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first")
        found.press("/Egeland\r")
        found.wait_for("/ Egeland", "2/10", "newest first")
        assert found.drop() == 129
    with terminal(home) as again:
        again.wait_for("/ Egeland")


def test_ctrl_z_suspends_and_fg_comes_back_to_the_same_screen(home: Path) -> None:
    shell = ("bash", "--norc", "--noprofile", "-i")
    with Terminal(env={**environment(home), "PS1": "ready> "}, cwd=home, command=shell) as found:
        found.wait_for("ready>")
        found.press(" ".join(SAYSO) + "\r")
        found.wait_for("? help", "newest first")
        found.press("/Egeland\r")
        found.wait_for("/ Egeland", "2/10")
        found.press("^Z")
        found.wait_for("Stopped")
        assert found.raw.rindex(LEAVE_ALTERNATE) > found.raw.rindex(ENTER_ALTERNATE)
        # The emulator has but one screen: what comes back to it has to be sent anew, as to a real terminal.
        found.screen.reset()
        found.press("fg\r")
        found.wait_for("/ Egeland", "2/10", "? help", gone=["Stopped"])
        found.press("q")
        found.wait_for("ready>")
        found.press("echo code $?\r")
        found.wait_for("code 0")


@SIZES
def test_where_990_stands_and_everything_but_russia_and_back(home: Path, size: tuple[int, int]) -> None:
    with terminal(home, size=size) as found:
        found.wait_for("newest first")
        found.press("/counted:civilians outcome:killed\r")
        found.wait_for("/ counted:civilians outcome:killed", "newest first")
        found.press("3")
        found.wait_for("some 990 civilians", "379 civilians", "local", "UCDP")
        found.press("g", "Enter")
        found.wait_for("▌", "in the last 27 days", "Local sources report")
        found.press("[", "X", "1", "g", "jjj")
        found.wait_for("▸ Russia")
        found.press("A")
        found.wait_for('-actor:"Russia"')
        found.press("2")
        found.wait_for("newest first", gone=["would stop its attacks"])
        found.press("[")
        found.wait_for("/ all")
        found.press("Q")
        assert found.wait_for_end() == 0


def test_typed_before_the_first_screen_the_keys_are_not_lost(home: Path) -> None:
    with terminal(home) as found:
        while ENTER_ALTERNATE not in found.raw:
            assert found.read(DEADLINE), "the browser did not start"
        found.press("3", "/", "990")
        found.wait_for("▹ ≈ some 990", "/ 990")
        found.press("Esc")
        found.wait_for("/ all")
        found.press("Q")
        assert found.wait_for_end() == 0


def test_y_sends_the_cited_markdown_to_the_terminals_clipboard(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first")
        found.press("/channel:tweet\r")
        found.wait_for("/ channel:tweet", "1/10")
        found.press("y")
        found.wait_for("1 record")
        sent = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", found.raw)
        assert "The Gov'ts of Syria amp; Russia" in base64.b64decode(sent[-1]).decode().replace("\\", "")
        assert (home / "state" / "sayso" / "copied.md").stat().st_mode & 0o777 == 0o600


def test_a_window_made_smaller_and_larger_shows_as_much_as_it_can(home: Path) -> None:
    with terminal(home, size=(160, 45)) as found:
        found.wait_for("1 Actors", "2 Statements", "newest first", "? help")
        found.resize(80, 24)
        found.wait_for("2 Statements 10", "5 Source", "? help")
        found.resize(20, 4)
        found.wait_for("/", gone=["5 Source", "newest first"])
        found.resize(120, 40)
        found.wait_for("1 Actors · 15", "4 Documents · 2", "? help")
        found.press("Q")
        assert found.wait_for_end() == 0


def test_no_color_sends_no_colour_at_all(home: Path) -> None:
    with terminal(home, NO_COLOR="1") as found:
        found.wait_for("newest first")
        found.press("1", "j", "a", "2", "Space", "/Such", "Enter", "?")
        found.wait_for("Esc closes")
        found.press("^C")
        found.wait_for("1 marked", gone=["Esc closes"])
        found.press("w")
        found.wait_for("Enter writes the file")
        found.press("^C")
        found.wait_for("1 marked", gone=["Enter writes the file"])
        found.press("Q")
        assert found.wait_for_end() == 0
        assert COLOUR.findall(found.raw) == []
        assert b"\x1b[1m" in found.raw


def test_while_nobody_types_nothing_is_sent(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first", "▌")
        found.press("/Egel")
        found.wait_for("2 of 10 statements")
        while found.read(0.3):
            pass
        sent = len(found.raw)
        assert not found.read(1.0), found.raw[sent:]


def test_hostile_words_reach_no_terminal_as_they_are(home: Path, tmp_path: Path) -> None:
    evil = "pwned\\u001b]0;title\\u0007\\u001b[2J\\u009b31m\\u202e"
    data = sample_bytes().decode().replace('"name":"Russia"', f'"name":"{evil}"')
    (home / "data" / "sayso" / "archive.json").write_text(data, encoding="utf-8")
    with terminal(home, size=(160, 45)) as found:
        found.wait_for("pwned␛]0;title␇")
        found.press("1", "/pwned", "Enter", "a", "C", "Q")
        assert found.wait_for_end() == 0
        assert b"\x1b]0;title" not in found.raw
        assert "\u202e".encode() not in found.raw
        assert b"\xc2\x9b" not in found.raw


def refused(home: Path, env: Mapping[str, str], **streams: int) -> subprocess.CompletedProcess[bytes]:
    """The browser without the terminal it needs."""
    plain = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    everything = {**os.environ, "TERM": "xterm", **environment(home), **env}
    return subprocess.run(
        [sys.executable, "-m", "tui.cli"], cwd=home, env=everything, timeout=30, check=False, **{**plain, **streams}
    )


@pytest.mark.parametrize("env", [{}, {"TERM": "dumb"}, {"TERM": ""}], ids=["no tty", "dumb", "unset"])
def test_without_a_terminal_there_is_a_clear_word_and_exit_2(home: Path, env: dict[str, str]) -> None:
    done = refused(home, env)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"sayso: ")
    assert b"terminal" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_in_a_dumb_terminal_there_is_a_clear_word_and_exit_2(home: Path) -> None:
    with terminal(home, TERM="dumb") as found:
        assert found.wait_for_end() == 2
        assert "sayso: The browser can't draw on this terminal" in found.text
        assert ENTER_ALTERNATE not in found.raw


def test_escape_and_the_next_key_count_however_fast_they_are_typed(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first")
        found.press("/Egeland")
        found.wait_for("/ Egeland")
        os.write(found.master, b"\x1bG")
        found.wait_for("/ all", "▸             local sources")


def test_a_byte_that_is_no_utf8_ends_nothing(home: Path) -> None:
    with terminal(home) as found:
        found.wait_for("newest first", "q quit")
        os.write(found.master, b"\xe9")
        found.press("3")
        # What is pressed right after it is lost too.
        found.read(0.5)
        found.press("3")
        found.wait_for("379", "UCDP")
        found.press("2", "q")
        assert found.wait_for_end() == 0


@pytest.mark.parametrize("keys", ["", "jjj2j5zzz", "/siege\x1bzz" * 20], ids=["quiet", "some keys", "many keys"])
def test_a_line_that_is_dropped_amid_keys_leaves_no_process_behind(home: Path, keys: str) -> None:
    with terminal(home) as found:
        found.wait_for("newest first")
        os.write(found.master, keys.encode())
        assert found.drop() in (128 + signal.SIGHUP, -signal.SIGHUP)
        assert not (home / "state" / "sayso" / "crash.log").exists()
