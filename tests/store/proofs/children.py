"""Processes that write to an archive and say on a pipe what was acknowledged, until they end or are ended."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from time import monotonic
from typing import Any

from msgspec.structs import replace

from store.archive import Archive, Change
from store.errors import BusyArchiveError, ConflictError
from store.storage import writing
from tests.store.proofs.states import people

SECONDS = 60
"""What is not said within this time never is."""
HEARD = 10
"""Seconds in which a signal has its effect, on a busy machine too."""


class Child:
    """A process of this program that does one thing; `told` are the lines that it has said so far."""

    def __init__(self, do: Callable[[Callable[[str], None]], object]) -> None:
        self._reading, writing_end = os.pipe()
        self.told: list[str] = []
        self._rest = b""
        self.pid = os.fork()
        if self.pid == 0:
            status = 1
            try:
                for handled in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                    signal.signal(handled, signal.default_int_handler if handled == signal.SIGINT else signal.SIG_DFL)
                do(lambda line: os.write(writing_end, line.encode() + b"\n") and None)
                status = 0
            except BaseException as error:  # noqa: BLE001 - told to who waits for the process
                os.write(writing_end, f"! {type(error).__name__}: {error}\n".encode())
            finally:
                os._exit(status)
        os.close(writing_end)

    def listen(self, seconds: float) -> bool:
        """Takes in what was said; False once the child has no more to say."""
        ready, _, _ = select([self._reading], [], [], seconds)
        if not ready:
            return True
        data = os.read(self._reading, 1 << 16)
        *lines, self._rest = (self._rest + data).split(b"\n")
        self.told += [line.decode() for line in lines]
        return bool(data)

    def wait_for(self, count: int) -> None:
        until = monotonic() + SECONDS
        while len(self.told) < count and self.listen(1) and monotonic() < until:
            pass
        assert len(self.told) >= count, self.told

    def kill(self, number: int = signal.SIGKILL) -> None:
        os.kill(self.pid, number)

    def interrupt(self, count: int) -> None:
        """Ctrl+C until it has said so many lines: Python drops one that comes while something is being freed."""
        while len(self.told) < count:
            self.kill(signal.SIGINT)
            until = monotonic() + HEARD
            while len(self.told) < count and monotonic() < until:
                if not self.listen(HEARD):
                    return

    def end(self) -> int:
        """Its exit code, negative where a signal ended it; all it said is in `told`."""
        until = monotonic() + SECONDS
        while self.listen(1):
            assert monotonic() < until, f"process {self.pid} doesn't end; it said {self.told[-3:]}"
        os.close(self._reading)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


@contextmanager
def children(*work: Callable[[Callable[[str], None]], object]) -> Iterator[list[Child]]:
    """They run at the same time; those that are left at the end are killed."""
    running: list[Child] = []
    try:
        for do in work:
            running.append(Child(do))
        yield running
    finally:
        for child in running:
            try:
                if os.waitpid(child.pid, os.WNOHANG)[0] == 0:
                    child.kill()
                    os.waitpid(child.pid, 0)
            except ChildProcessError:
                continue  # it was waited for


def own(writer: int) -> str:
    return f"ac-own{writer:07}"


SHARED = "ac-shared0000"


def patiently(do: Callable[[], object]) -> None:
    """Again, as long as others hold the lock."""
    while True:
        try:
            do()
        except BusyArchiveError:
            continue
        return


def count_own(archive: Archive, writer: int, number: int) -> None:
    mine: Any = archive.get(own(writer))
    archive.apply([Change(replace(mine, note=str(number)), mine.revision)], f"edit {number} of {writer}")


def tag(archive: Archive, record_id: str, name: str) -> None:
    """Adds a tag to a record that others tag as well: what they wrote meanwhile is taken in first."""
    while True:
        record: Any = archive.get(record_id)
        try:
            archive.apply([Change(replace(record, tags=(*record.tags, name)), record.revision)], f"tag {name}")
        except (ConflictError, BusyArchiveError):
            archive.refresh()
            continue
        return


def writer(path: Path, number: int, first: int) -> Callable[[Callable[[str], None]], object]:
    """Writes on and on: own and shared records, folds and imports in between; says the number of each step done."""

    def write(say: Callable[[str], None]) -> None:
        writing.FOLD_LINES, writing.BULK_RECORDS = 25, 3
        archive = Archive.open(path)
        for step in range(first, first + 100_000):
            if step % 7 == 3:
                batch = people(f"im{number}x{step}x", 5)
                patiently(lambda batch=batch: archive.apply(batch, "import"))
            elif step % 7 == 5:
                tag(archive, SHARED, f"{number}-{step}")
            elif step % 11 == 6:
                patiently(archive.fold)
            else:
                patiently(lambda step=step: count_own(archive, number, step))
            say(str(step))

    return write
