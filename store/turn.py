"""Whose turn it is to make the index of an archive: one process at a time, and the others wait for what comes of it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

LEAST = 10.0
"""Seconds for which whoever is at work is waited for at least; who needs longer is stuck, and is waited for no more:"""
SLOWEST = 4 << 20
"""longer than an archive takes of which so many bytes are read in a second, a third of what a processor can do."""
_STEP = 0.1
"""Seconds between two looks."""


@contextmanager
def turn(
    path: Path, *, hold: bool, patience: float | None = None, waiting: Callable[[], object] = lambda: None
) -> Iterator[None]:
    """Waits until nobody makes an index of the file at the path, or for `patience` seconds; `hold`: from then on others
    wait for us. `waiting` is called where it has to wait.

    The file itself is locked, which its writers don't do: so who may only read it can wait too, and whoever dies holds
    up nobody; a file that was put in its place meanwhile is another. Where the system has no such locks nobody waits.
    """
    try:
        fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError:
        yield
        return
    try:
        seconds = max(LEAST, os.fstat(fd).st_size / SLOWEST) if patience is None else patience
        until = monotonic() + seconds
        if _is_taken(fd):
            waiting()
            while _is_taken(fd) and monotonic() < until:
                sleep(_STEP)
        if not hold:
            _free(fd)
        yield
    finally:
        os.close(fd)


def _is_taken(fd: int) -> bool:
    """Else we have it from now on."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _free(fd: int) -> None:
    with suppress(OSError):
        fcntl.flock(fd, fcntl.LOCK_UN)
