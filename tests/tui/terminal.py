"""A terminal to test in: a program in a PTY, its output read by an emulator, waited for and never slept for."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import Self

import pyte

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Tab": "\t",
    "Space": " ",
    "PgDn": "\x1b[6~",
    "Down": "\x1b[B",
    "^C": "\x03",
    "^L": "\x0c",
    "^Z": "\x1a",
    "^P": "\x10",
}
ROOT = str(Path(__file__).parents[2])
"""The project, which need not be installed."""
DEADLINE = 20.0
"""Seconds after which a state that didn't come is a hang; it comes within two on a slow machine."""


SAYSO = (sys.executable, "-m", "tui.cli")


class Terminal:
    """`sayso`, or another command, with these arguments in a terminal of that size."""

    def __init__(
        self,
        *arguments: str,
        env: Mapping[str, str],
        cwd: Path,
        size: tuple[int, int] = (80, 24),
        command: Sequence[str] = SAYSO,
        emulator: type[pyte.Screen] = pyte.Screen,
    ) -> None:
        self.columns, self.lines = size
        self.screen = emulator(self.columns, self.lines)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.master, slave = pty.openpty()
        self.resize(self.columns, self.lines)
        self.before = termios.tcgetattr(slave)
        self._slave = slave
        self.process = subprocess.Popen(
            [*command, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": ROOT, "TERM": "xterm-256color", "COLUMNS": "", "LINES": "", **env},
            start_new_session=True,
            # The terminal has to be the controlling one, or ^Z and a dropped line don't reach the program.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self.master >= 0:
            os.close(self.master)
        os.close(self._slave)

    def resize(self, columns: int, lines: int) -> None:
        """Another size, told to the program as a terminal does."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self.screen.resize(lines, columns)

    def press(self, *keys: str) -> None:
        """Each key as a terminal sends it; any other text letter by letter."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())

    def read(self, seconds: float) -> bool:
        """What the program wrote within the time, onto the screen; whether there was any."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.raw += data
        # pyte takes private modes with a colon or a "<" for text; no terminal shows them.
        self._stream.feed(data)
        return bool(data)

    @property
    def text(self) -> str:
        """The screen, a line each, without the spaces at line ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *wanted: str, gone: Sequence[str] = ()) -> str:
        """The screen once it holds all of `wanted` and none of `gone`. Fails with the screen at the deadline."""
        limit = monotonic() + DEADLINE
        while monotonic() < limit:
            if all(w in self.text for w in wanted) and not any(g in self.text for g in gone):
                return self.text
            self.read(0.05)
            while self.read(0) and monotonic() < limit:
                pass
        raise AssertionError(f"{wanted} without {tuple(gone)} did not come to the screen:\n{self.text}")

    def wait_for_end(self) -> int:
        """The exit code, once the program has ended."""
        limit = monotonic() + DEADLINE
        while self.process.poll() is None and monotonic() < limit:
            self.read(0.05)
        while self.read(0.05):
            pass
        if self.process.poll() is None:
            raise AssertionError(f"the program did not end:\n{self.text}")
        return self.process.returncode

    def left_as_found(self) -> bool:
        """Whether the terminal's own modes are those from before the program."""
        return termios.tcgetattr(self._slave) == self.before

    def hang_up(self) -> None:
        """What a dropped line does to the program."""
        os.kill(self.process.pid, signal.SIGHUP)

    def drop(self) -> int:
        """Takes the terminal away, as a window that is closed does; the exit code of the program."""
        os.close(self.master)
        self.master = -1
        return self.process.wait(DEADLINE)
