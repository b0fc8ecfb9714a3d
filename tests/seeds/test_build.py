"""The script that builds the sample, and the file it builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB

from seeds import build, sample_bytes


def test_the_sample_is_what_the_reports_give():
    assert build.main(["--check"]) == 0
    assert sample_bytes() == build.build()


def test_a_stale_sample_is_told_and_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    stale = tmp_path / "sample.json"
    stale.write_bytes(sample_bytes().replace(b"990", b"991"))
    before = stale.read_bytes()
    monkeypatch.setattr(build, "SAMPLE", stale)
    assert build.main(["--check"]) == 1
    assert "python -m seeds.build" in capsys.readouterr().err
    assert stale.read_bytes() == before


@pytest.mark.parametrize("there", [None, b"{}"])
def test_building_writes_the_sample_where_it_is_missing_or_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | None
):
    path = tmp_path / "sample.json"
    if there is not None:
        path.write_bytes(there)
    monkeypatch.setattr(build, "SAMPLE", path)
    assert build.main([]) == 0
    assert path.read_bytes() == sample_bytes()
    assert build.main(["--check"]) == 0


def test_anyones_tinydb_reads_the_sample(tmp_path: Path):
    path = tmp_path / "sample.json"
    path.write_bytes(sample_bytes())
    with TinyDB(path) as database:
        counts = {name: len(database.table(name)) for name in database.tables() if name != "_meta"}
    assert counts == {"documents": 2, "actors": 15, "statements": 10, "figures": 12, "relations": 2}


def test_every_record_is_stamped_and_at_its_first_revision(sample):
    assert {(record.added, record.changed, record.revision) for record in sample.records} == {
        ("2026-11-22T16:00:00Z", "2026-11-22T16:00:00Z", 1)
    }


def test_the_sample_is_marked_as_a_demonstration(sample):
    assert sample.demonstration
