"""What is copied: into a private file always, and to tmux or the terminal where that is wished and can be."""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.clipboard import LONGEST, Clipboard


class Terminal:
    """What was handed to the terminal, decoded."""

    def __init__(self) -> None:
        self.encoded: list[bytes] = []

    @property
    def texts(self) -> list[str]:
        return [b64decode(encoded).decode() for encoded in self.encoded]


def clipboard(folder: Path, *, allowed: bool = True, **environment: str) -> tuple[Clipboard, Terminal]:
    found, terminal = Clipboard(folder / "state" / "copied.md", environment, allowed=allowed), Terminal()
    found.send = terminal.encoded.append
    return found, terminal


def test_a_text_goes_to_the_terminal_and_into_a_private_file(tmp_path: Path) -> None:
    found, terminal = clipboard(tmp_path)
    done = found.copy("“some 990 civilians”")
    assert terminal.texts == ["“some 990 civilians”"]
    assert found.file.read_text(encoding="utf-8") == "“some 990 civilians”"
    assert found.file.stat().st_mode & 0o777 == 0o600
    assert done == ("sent to the terminal's clipboard", f", and written to {found.file}", False)


def test_what_would_act_where_it_is_pasted_is_copied_as_a_sign(tmp_path: Path) -> None:
    found, terminal = clipboard(tmp_path)
    found.copy("a\x1b[201~; rm -rf ~\nb\u202ec\udc80")
    assert terminal.texts == ["a␛[201~; rm -rf ~\nb⇄c\ufffd"]
    assert found.text == terminal.texts[0]


def test_what_is_longer_than_terminals_take_is_in_the_file_and_it_is_said(tmp_path: Path) -> None:
    found, terminal = clipboard(tmp_path)
    most = LONGEST // 4 * 3
    assert not found.copy("x" * most).wrong
    done = found.copy("x" * (most + 1))
    assert [len(encoded) <= LONGEST for encoded in terminal.encoded] == [True]
    assert done.wrong
    assert "too long for a terminal's clipboard" in done.told
    assert str(found.file) in done.told
    assert len(found.file.read_text()) == most + 1


def test_nothing_leaves_where_it_must_not(tmp_path: Path) -> None:
    for environment in ({}, {"TMUX": "/nowhere,1,0"}, {"STY": "1.pts"}):
        found, terminal = clipboard(tmp_path, allowed=False, **environment)
        done = found.copy("secret")
        assert terminal.encoded == []
        assert found.file.read_text() == "secret"
        assert "kept off the clipboard" in done.words
        assert not done.wrong


@pytest.mark.parametrize("environment", [{"STY": "123.pts-0.host"}, {"TERM": "screen.xterm-256color"}])
def test_gnu_screen_which_would_print_it_gets_nothing(tmp_path: Path, environment: dict[str, str]) -> None:
    found, terminal = clipboard(tmp_path, **environment)
    done = found.copy("text")
    assert terminal.encoded == []
    assert done.wrong
    assert "GNU screen" in done.told
    assert found.file.read_text() == "text"


def test_a_file_that_cannot_be_written_is_told_and_the_terminal_has_it(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    found, terminal = clipboard(tmp_path)
    done = found.copy("text")
    assert terminal.texts == ["text"]
    assert done.wrong
    assert "can't be written" in done.told


def fake_tmux(folder: Path, script: str) -> str:
    """A PATH on which tmux is this script."""
    folder.mkdir()
    (folder / "tmux").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "tmux").chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("exit 1", "tmux refuses"),
        ("sleep 60", "tmux doesn't answer"),
    ],
)
def test_a_tmux_that_fails_is_told_and_holds_nobody_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, told: str
) -> None:
    monkeypatch.setattr("tui.clipboard.TMUX_SECONDS", 0.2)
    found, terminal = clipboard(tmp_path, TMUX="x", PATH=fake_tmux(tmp_path / "bin", script))
    done = found.copy("text")
    assert done.wrong
    assert told in done.told
    assert terminal.encoded == []
    assert found.file.read_text() == "text"


def test_a_tmux_that_is_not_there_is_told(tmp_path: Path) -> None:
    found, _ = clipboard(tmp_path, TMUX="x", PATH=str(tmp_path))
    assert "tmux can't be run" in found.copy("text").told


def test_an_old_tmux_that_knows_no_w_is_asked_without(tmp_path: Path) -> None:
    path = fake_tmux(tmp_path / "bin", f'[ "$2" = -w ] && exit 1; cat > {tmp_path / "buffer"}')
    found, _ = clipboard(tmp_path, TMUX="x", PATH=path)
    assert found.copy("text").words == "put into tmux's buffer"
    assert (tmp_path / "buffer").read_text() == "text"


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[str]:
    """What TMUX says in a real tmux, on a socket of its own."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    plain = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
    socket = ["tmux", "-S", str(tmp_path / "tmux"), "-f", os.devnull]
    subprocess.run([*socket, "new-session", "-d", "sleep 60"], check=True, env=plain, timeout=10)
    yield f"{tmp_path / 'tmux'},1,0"
    subprocess.run([*socket, "kill-server"], check=True, env=plain, timeout=10)


def test_in_tmux_it_is_put_into_tmuxs_buffer_as_it_is(tmp_path: Path, tmux: str) -> None:
    found, terminal = clipboard(tmp_path, TMUX=tmux, PATH=os.environ["PATH"])
    text = "“$(id)” `x` 'a' \\ -\n" + "x" * 200_000
    done = found.copy(text)
    assert done == ("put into tmux's buffer", f", and written to {found.file}", False)
    shown = subprocess.run(
        ["tmux", "-S", tmux.partition(",")[0], "show-buffer"], capture_output=True, check=True, timeout=10
    )
    assert shown.stdout.decode() == text
    assert terminal.encoded == []
