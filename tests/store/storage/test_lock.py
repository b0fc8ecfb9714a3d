"""The lock: one writer at a time; a busy one is named, a dead one is no hindrance."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.errors import BusyArchiveError
from store.storage import lock, lock_of, locked


def test_who_waits_in_vain_is_told_who_holds_it_and_for_what(path: Path) -> None:
    with (
        locked(path, "import of a.json"),
        pytest.raises(BusyArchiveError, match=rf"by \w+ \(process {os.getpid()} on .*, since .*Z: import of a.json\)"),
        locked(path, wait=0.01),
    ):
        pytest.fail("two held the lock at once")


def test_it_waits_for_so_long_and_no_longer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.02)
    with locked(path), pytest.raises(BusyArchiveError, match="waited 0 s"), locked(path):
        pytest.fail("two held the lock at once")
    with locked(path):
        pass


HOLDS = """
import sys, time
from pathlib import Path
from store.storage import locked
with locked(Path(sys.argv[1]), "a long story"):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_killed_holder_frees_it(path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyArchiveError, match="a long story"), locked(path, wait=0.01):
            pytest.fail("two held the lock at once")
        holder.kill()
        holder.wait()
        with locked(path, wait=1):
            assert b"a long story" not in lock_of(path).read_bytes()


def test_the_lock_of_another_serves_where_it_may_only_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock_of(path).write_bytes(b"")
    opened = os.open

    def refuse_writing(name: Path, flags: int, *rest: int) -> int:
        if Path(name) == lock_of(path) and flags & os.O_RDWR:
            raise PermissionError(13, "Permission denied")
        return opened(name, flags, *rest)

    monkeypatch.setattr(os, "open", refuse_writing)
    with locked(path, "a"), pytest.raises(BusyArchiveError, match="another program"), locked(path, wait=0.01):
        pytest.fail("two held the lock at once")
