"""A process that makes an index and stops behind its first stage, until it is let go on; and whether there is one."""

from __future__ import annotations

import fcntl
import sys
from pathlib import Path

import pytest

_CODE = """
import sys, time
from pathlib import Path
from store import apart
from store.index import kept

stages, go = kept.stages, Path({go!r})

def held(*given):
    made = stages(*given)
    yield next(made)
    while not go.exists():
        time.sleep(0.01)
    yield from made

kept.stages = held
getattr(apart, {entry!r})(*sys.argv[1:])
"""


class Staged:
    """Every process begun from now on is such a one."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._go = folder / "go"
        monkeypatch.setattr("store.apart._command", self._command)

    def _command(self, entry: str, *arguments: str) -> list[str]:
        return [sys.executable, "-P", "-c", _CODE.format(go=str(self._go), entry=entry), *arguments]

    def set(self) -> None:
        """Lets them go on, those to come too."""
        self._go.touch()


def is_being_made(path: Path) -> bool:
    """Whether anybody makes an index of the archive for others too."""
    with path.open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False
