"""`sayso check`: a line for each finding."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.model import Anchor, Statement
from tests.tui.cli.conftest import Run, records, write_archive


@pytest.mark.usefixtures("archive")
def test_a_sound_archive_is_said_to_be_sound(run: Run):
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Sound: 10 records.\n")


def test_the_sample_is_sound(run: Run):
    result = run("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "records of the sample archive" in result.stderr


def test_each_finding_is_a_line_that_begins_with_the_records_id(run: Run, home: Path):
    broken = [replace(r, content=(Anchor(0, 4, "Th\x1be"),)) if isinstance(r, Statement) else r for r in records()]
    path = write_archive(home / "broken.json", broken)
    before = path.read_bytes()
    result = run("--archive", path, "check")
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stdout.splitlines()[:3]] == sorted(
        record.id for record in broken if isinstance(record, Statement)
    )
    assert "\x1b" not in result.stdout
    assert "in 10 records" in result.stderr
    assert path.read_bytes() == before
