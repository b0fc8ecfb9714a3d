"""Inside real tmux and GNU screen: the same screen and keys as without them, detached and attached, ^Z and back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from tests.tui.terminal import DEADLINE, SAYSO, Terminal
from tests.tui.test_terminals import environment, home, terminal

__all__ = ["home"]
KEYS = ("j", "/Egeland", "Enter", "Space", "3", "X", "2")
END = ("1 marked", "/ all", "▌", "that the victorious militias", "+6 facts")
"""An errand, and what the screen shows at its end."""


@pytest.fixture
def plain(home: Path) -> str:
    """What a terminal shows at the end of the errand without anything around it."""
    with terminal(home) as found:
        return at_the_end(found)


def at_the_end(found: Terminal) -> str:
    found.wait_for("newest first", "? help")
    for key in KEYS:
        found.press(key)
    return found.wait_for(*END)


class Tmux:
    """A tmux server of its own, with a shell in one window of 80x24."""

    def __init__(self, home: Path) -> None:
        self.socket = str(home / "tmux")
        self.environment = {**os.environ, **environment(home, TERM="xterm-256color")}
        self.environment.pop("TMUX")
        # What comes faster than a key a millisecond would be a paste, and no prefix of tmux's own.
        options = ("status off", "default-terminal tmux-256color", "assume-paste-time 0")
        (home / "tmux.conf").write_text("".join(f"set -g {option}\n" for option in options))
        self.tell("-f", str(home / "tmux.conf"), "new-session", "-d", "-x80", "-y24", "bash --norc --noprofile")

    def tell(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self.socket, *arguments], env=self.environment, capture_output=True, check=True, timeout=10
        )
        return done.stdout.decode()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tell("send-keys", *(["-l"] if key not in ("Enter", "Space", "C-z") else []), key)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.tell("capture-pane", "-p").splitlines())

    def wait_for(self, *wanted: str) -> str:
        limit = monotonic() + DEADLINE
        while not all(found in self.text for found in wanted):
            assert monotonic() < limit, f"{wanted} did not come:\n{self.text}"
        return self.text


@pytest.fixture
def tmux(home: Path) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    found = Tmux(home)
    yield found
    found.tell("kill-server")


def test_in_tmux(home: Path, plain: str, tmux: Tmux) -> None:
    folder = str(Path(__file__).parents[2])
    tmux.press(f"PYTHONPATH={folder} {' '.join(SAYSO)}", "Enter")
    tmux.wait_for("newest first", "? help")
    tmux.press(*KEYS)
    tmux.wait_for(*END)
    assert tmux.text.rstrip() == plain.rstrip()
    # Suspended, and back.
    tmux.press("C-z")
    tmux.wait_for("Stopped")
    tmux.press("fg", "Enter")
    tmux.wait_for("1 marked", "▌")
    assert tmux.text.rstrip() == plain.rstrip()
    # Looked at from a terminal, left running, and looked at from another one of another size.
    attach = ("tmux", "-S", tmux.socket, "attach")
    for size in ((80, 24), (120, 40)):
        with Terminal(env=environment(home), cwd=home, size=size, command=attach) as found:
            found.wait_for("1 marked", "? help", "▌")
            found.press("\x02d")
            assert found.wait_for_end() == 0
    # What is copied is in tmux's own buffer.
    tmux.press("y")
    tmux.wait_for("put into tmux's buffer")
    assert "Jan Egeland" in tmux.tell("show-buffer")
    tmux.press("Q")
    tmux.wait_for("Stopped")
    tmux.press("echo code $?", "Enter")
    tmux.wait_for("code 0")


@pytest.fixture
def sockets(home: Path) -> Iterator[dict[str, str]]:
    """The variables under which GNU screen keeps its sessions in a folder of their own."""
    if shutil.which("screen") is None:
        pytest.skip("GNU screen is not installed")
    (home / "sockets").mkdir(mode=0o700)
    found = environment(home, SCREENDIR=str(home / "sockets"))
    yield found
    # Where the test failed it is still there.
    quitting = ["screen", "-S", "errand", "-X", "quit"]
    subprocess.run(quitting, env={**os.environ, **found}, capture_output=True, check=False, timeout=10)


def test_in_gnu_screen(home: Path, plain: str, sockets: dict[str, str]) -> None:
    (home / "screenrc").write_text("startup_message off\nvbell off\n")
    command = ("screen", "-U", "-c", str(home / "screenrc"), "-S", "errand", *SAYSO)
    with Terminal(env=sockets, cwd=home, command=command) as found:
        shown = at_the_end(found)
        assert shown.rstrip() == plain.rstrip()
        found.press("t", "y")
        found.wait_for("GNU screen")
        # Too much of it would stand on the screen as text.
        assert b"\x1b]52" not in found.raw
        found.press("\x01d")
        assert found.wait_for_end() == 0
    with Terminal(env=sockets, cwd=home, size=(120, 40), command=("screen", "-U", "-r", "errand")) as again:
        again.wait_for("10 marked", "1 Actors", "5 Source")
        again.press("u")
        again.wait_for("Undone")
        again.press("Q")
        assert again.wait_for_end() == 0
