"""What the proofs have in common: folders that cost no disk, and the figures that are told at the end of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest

Tell: TypeAlias = Callable[[str], None]
_FIGURES = pytest.StashKey[list[str]]()
_SHARED = Path("/dev/shm")


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Takes a line with a figure, which is shown once all is run."""
    return request.config.stash.setdefault(_FIGURES, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if told := config.stash.get(_FIGURES, []):
        terminalreporter.section("what was proved")
        for line in told:
            terminalreporter.write_line(line)


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder that costs no disk: what counts is what would be read back, not whether this machine keeps it."""
    usable = _SHARED.is_dir() and os.access(_SHARED, os.W_OK)
    with TemporaryDirectory(dir=_SHARED if usable else None) as folder:
        yield Path(folder)
