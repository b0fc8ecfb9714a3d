"""A program in a terminal, with the time of every byte it sends: read as it comes, emulated when it is quiet."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import Self, TypeAlias

from tests.bench.emulator import Cell, Change, Emulator
from tests.bench.processes import Usage
from tests.bench.queries import answers

SILENT = 1.5
"""Seconds without any output after which a key is taken to have no answer, and a start to be over."""
TIMEOUT = 30.0
Region: TypeAlias = frozenset[Cell]


@dataclass(frozen=True)
class Moment:
    """One read of the program's output."""

    seconds: float
    """Since the key was sent, when these bytes had come."""
    sent: int
    changed: frozenset[Cell]


@dataclass(frozen=True)
class Answer:
    """All that the program sent after a key until it was quiet."""

    key: bytes
    moments: tuple[Moment, ...]
    change: Change
    """Between the screen before the key and after the last byte."""

    @property
    def sent(self) -> int:
        return sum(moment.sent for moment in self.moments)

    @property
    def seconds(self) -> float:
        """From the key to the last byte; 0 where none came."""
        return self.moments[-1].seconds if self.moments else 0.0

    def apart_from(self, region: Region) -> Answer:
        """Without the reads that drew in the region only; a read that drew nothing goes with the one before it."""
        kept, keep = [], True
        for moment in self.moments:
            keep = not moment.changed <= region if moment.changed else keep
            if keep:
                kept.append(moment)
        return replace(self, moments=tuple(kept))


class MeasuredTerminal:
    """The program in a terminal of its own.

    `quiet`: seconds without output that end the answer to a key, longer than any pause the program makes within one.
    `answering`: answers its queries, as a modern terminal does.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: Path,
        size: tuple[int, int] = (120, 40),
        quiet: float = 0.2,
        answering: bool = False,
    ) -> None:
        self.emulator = Emulator(*size)
        self.quiet, self.answering = quiet, answering
        self.sent = bytearray()
        self._unread: list[tuple[float, bytes]] = []
        self.started = perf_counter()
        self.process, self.master = pty.fork()
        window = struct.pack("HHHH", size[1], size[0], 0, 0)
        if self.process == 0:
            _become(command, dict(env), cwd, window)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, window)
        self.usage = Usage(self.process)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the program at once: what it would keep for the next start is not wanted."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.master)

    @cached_property
    def _asked(self) -> Callable[[bytes], bytes]:
        return answers(self.emulator)

    def read(self, seconds: float) -> float | None:
        """Takes what comes within the time; when it had come, or None."""
        ready, _, _ = select.select([self.master], [], [], max(seconds, 0))
        if not ready:
            return None
        try:
            data = os.read(self.master, 1 << 16)
        except OSError as error:
            raise EOFError(f"the program has ended:\n{self.text}") from error
        now = perf_counter()
        self.sent += data
        self._unread.append((now, data))
        if self.answering and (reply := self._asked(data)):
            os.write(self.master, reply)
        return now

    @property
    def text(self) -> str:
        """The screen, once all that came has been emulated."""
        self._emulated(None)
        return self.emulator.text

    def _emulated(self, wanted: Callable[[str], object] | None) -> float | None:
        """Emulates what came, read by read; when what is wanted first stood on the screen."""
        found = None
        while self._unread:
            at, data = self._unread.pop(0)
            self.emulator.feed(data)
            if wanted and found is None and wanted(self.emulator.text):
                found = at
        return found

    def wait_for_bytes(self, marker: bytes) -> float:
        """Seconds from the start until these bytes came; quick, so that a key can follow at once."""
        limit = perf_counter() + TIMEOUT
        while marker not in self.sent:
            if self.read(0.05) is None and perf_counter() > limit:
                raise TimeoutError(f"{marker!r} did not come:\n{self.text}")
        return self._unread[-1][0] - self.started

    def wait_for(self, pattern: str) -> float:
        """Seconds from the start until the screen showed it. Emulates as it waits."""
        limit, wanted = perf_counter() + TIMEOUT, re.compile(pattern).search
        while (found := self._emulated(wanted)) is None:
            if wanted(self.emulator.text):
                return perf_counter() - self.started
            if self.read(0.02) is None and perf_counter() > limit:
                raise TimeoutError(f"{pattern} did not come to the screen:\n{self.text}")
        return found - self.started

    def settle(self) -> None:
        """Until nothing has come for a while; a program may still be at work just after its start."""
        limit = perf_counter() + TIMEOUT
        while self.read(SILENT) is not None:
            if perf_counter() > limit:
                raise TimeoutError(f"the program is never quiet:\n{self.text}")
        self._emulated(None)

    def write(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def press(self, key: bytes, *, quiet: float | None = None, silent: float = SILENT) -> Answer:
        """Sends it, waits until the program is quiet, and tells all about the answer."""
        self._emulated(None)
        before = at = self.emulator.picture()
        pressed = perf_counter()
        os.write(self.master, key)
        limit, wait = pressed + TIMEOUT, silent
        while self.read(wait) is not None and perf_counter() < limit:
            wait = quiet or self.quiet
        moments = []
        while self._unread:
            when, data = self._unread.pop(0)
            self.emulator.feed(data)
            now = self.emulator.picture()
            moments.append(Moment(when - pressed, len(data), Change.between(at, now).cells))
            at = now
        return Answer(key, tuple(moments), Change.between(before, at))

    def answer(self, key: bytes) -> Answer:
        """As `press`, of a key that has an answer for sure. Raises TimeoutError where it doesn't come."""
        answer = self.press(key, silent=TIMEOUT)
        if not answer.moments:
            raise TimeoutError(f"{key!r} was not answered:\n{self.text}")
        return answer


def _become(command: Sequence[str], env: dict[str, str], cwd: Path, window: bytes) -> None:
    """The child's side: the program, in a terminal that has its size before the program can ask for it."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, window)
        os.chdir(cwd)
        os.execvpe(command[0], list(command), env)
    finally:
        os._exit(127)
