"""What the proofs have in common: folders that cost no disk, and the figures that are told at the end of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest

Tell: TypeAlias = Callable[[str], None]
_FIGURE = "proved"
_SHARED = Path("/dev/shm")


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """Takes a line with a figure, which is shown once all is run."""
    return lambda line: record_property(_FIGURE, line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for of_outcome in terminalreporter.stats.values() for report in of_outcome]
    properties = [
        (report.when, *each)
        for report in reports
        if isinstance(report, pytest.TestReport)
        for each in report.user_properties
    ]
    if told := [line for when, name, line in properties if (when, name) == ("call", _FIGURE)]:
        terminalreporter.section("what was proved")
        for line in told:
            terminalreporter.write_line(str(line))


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder that costs no disk: what counts is what would be read back, not whether this machine keeps it."""
    usable = _SHARED.is_dir() and os.access(_SHARED, os.W_OK)
    with TemporaryDirectory(dir=_SHARED if usable else None) as folder:
        yield Path(folder)
