"""The lock that a writer holds over a whole read-modify-write; it names its holder to those who wait."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import uniform
from time import monotonic, sleep

import msgspec

from store import files
from store.errors import BusyArchiveError, UnsavedError
from store.storage.author import login, now
from store.storage.names import lock_of, real
from store.system import SYSTEM, System

LOCK_SECONDS = 5.0
"""How long a writer waits for another before it gives up with BusyArchiveError."""
_STEPS = (0.001, 0.004)
"""Between how many seconds a waiting writer lets pass before it tries again, so that many of them don't keep time."""
_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK})


class Holder(msgspec.Struct, frozen=True):
    """Who holds the lock: login, process, host, since when (UTC), doing what. Left as it is when the lock is freed."""

    who: str
    pid: int
    host: str
    since: str
    what: str

    def __str__(self) -> str:
        what = f": {self.what}" if self.what else ""
        return f"{self.who} (process {self.pid} on {self.host}, since {self.since}{what})"


@contextmanager
def locked(path: Path, what: str = "", *, wait: float | None = None, system: System = SYSTEM) -> Iterator[None]:
    """The archive's lock; waits `wait` seconds for it, LOCK_SECONDS if not said. Raises BusyArchiveError, UnsavedError.

    The system frees it when its holder dies. The file stays: whoever removed it would let two hold the lock.
    """
    seconds = LOCK_SECONDS if wait is None else wait
    try:
        fd = _opened(path, system)
    except OSError as error:
        raise UnsavedError(f"{path} can't be locked for writing ({error.strerror}). Nothing was changed.") from error
    try:
        _take(path, fd, seconds, system)
        _sign(fd, what, system)
        yield
    finally:
        with suppress(OSError):
            system.close(fd)  # which frees the lock


def holder(path: Path, *, system: System = SYSTEM) -> Holder | None:
    """Who holds the lock, or held it last; None where that isn't known."""
    try:
        fd = system.open(lock_of(path), os.O_RDONLY)
    except OSError:
        return None
    try:
        return _signed(fd, system)
    finally:
        system.close(fd)


def _opened(path: Path, system: System) -> int:
    lock = lock_of(path)
    try:
        return system.open(lock, os.O_RDWR)
    except FileNotFoundError:
        like = system.stat(real(path)) if os.path.exists(real(path)) else None
        fd = system.open(lock, os.O_RDWR | os.O_CREAT, 0o600 if like else 0o666)
        if like is not None:
            files.resemble(fd, like, system)
        return fd
    except PermissionError:
        return system.open(lock, os.O_RDONLY)  # which serves for flock, though not for signing


def _take(path: Path, fd: int, seconds: float, system: System) -> None:
    until = monotonic() + seconds
    while True:
        try:
            system.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except InterruptedError:
            continue
        except OSError as error:
            if error.errno not in _HELD:
                raise UnsavedError(
                    f"{path} can't be locked for writing ({error.strerror}). Nothing was changed."
                ) from error
        else:
            return
        if monotonic() >= until:
            raise BusyArchiveError(
                f"{path} is being written by {_holder(fd, system)}; waited {seconds:.0f} s. "
                "Nothing was changed; try again."
            )
        sleep(uniform(*_STEPS))


def _sign(fd: int, what: str, system: System) -> None:
    holder = Holder(login(), os.getpid(), os.uname().nodename, now(), what)
    with suppress(OSError):  # it's only for the word to those who wait
        system.truncate(fd, 0)
        system.pwrite(fd, msgspec.json.encode(holder), 0)


def _holder(fd: int, system: System) -> str:
    return str(_signed(fd, system) or "another program")


def _signed(fd: int, system: System) -> Holder | None:
    try:
        return msgspec.json.decode(files.read_on(fd, system=system), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None
