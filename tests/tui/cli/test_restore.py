"""`sayso restore`: the copies that were kept, and one of them put back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change, Removal
from store.storage import backup_of
from tests.tui.cli.conftest import Run


@pytest.fixture
def changed(archive: Path) -> Path:
    """The mayor has a note since, and the relation is gone."""
    with Archive.open(archive) as opened:
        mayor = opened.get("ac-mayor")
        opened.apply([Change(replace(mayor, note="since"), mayor.revision)], "edit")
    with Archive.open(archive) as opened:
        opened.apply([Removal("re-1111111111", 1)], "undo")
    return archive


def test_the_copies_are_listed_newest_first(run: Run, changed: Path):
    result = run("restore")
    assert result.exit_code == 0
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == ["1", "2"]
    assert "archive.json.bak\n" in result.stdout
    assert result.stderr == f"2 copies of {changed}.\n"


@pytest.mark.usefixtures("archive")
def test_where_there_is_none_that_is_said(run: Run):
    result = run("restore")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("No copy of ")


def test_one_is_put_back_as_a_change(run: Run, changed: Path):
    result = run("restore", "2", "--yes")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "1 record as it was, 1 record comes again" in result.stderr
    assert Archive.open(changed).get("ac-mayor").note is None
    assert Archive.open(changed).get("re-1").id == "re-1111111111"
    assert "restore of archive.json.bak-" in run("log").stdout
    assert run("restore", "1", "--yes").exit_code == 0
    assert Archive.open(changed).get("ac-mayor").note == "since"


def test_it_asks_and_where_nobody_can_be_asked_it_does_nothing(run: Run, changed: Path):
    result = run("restore", "2")
    assert result.exit_code == 2
    assert "add --yes" in result.stderr
    assert Archive.open(changed).get("ac-mayor").note == "since"


def test_a_copy_that_is_none_is_told(run: Run, changed: Path):
    result = run("restore", "9", "--yes")
    assert result.exit_code == 2
    assert "has no copy '9'" in result.stderr


def test_in_the_place_of_a_damaged_file_the_copy_is_put_and_no_edit_is_lost(run: Run, changed: Path):
    changed.write_bytes(b'{"_meta": oops')
    result = run("restore", "1", "--yes")
    assert result.exit_code == 0
    assert "the damaged file is kept as" in result.stderr
    assert Archive.open(changed).get("ac-mayor").note == "since"
    assert "re-1111111111" not in Archive.open(changed).records.relations
    assert backup_of(changed).exists()


def test_in_the_place_of_a_file_that_is_gone_the_copy_is_put_and_no_edit_is_lost(run: Run, changed: Path):
    changed.unlink()
    assert f"sayso --archive {changed} restore 1" in run("list", "actors").stderr
    assert "archive.json.bak\n" in run("restore").stdout
    result = run("--archive", str(changed), "restore", "1", "--yes")
    assert (result.exit_code, "Put back. The archive is at change set 2." in result.stderr) == (0, True), result.stderr
    assert Archive.open(changed).get("ac-mayor").note == "since"
    assert "re-1111111111" not in Archive.open(changed).records.relations


def test_where_the_log_is_damaged_no_copy_is_put_in_the_place_of_the_file(run: Run, changed: Path):
    log = changed.with_name("archive.json.log")
    with Archive.open(changed) as opened:
        before = changed.read_bytes()
        mayor = opened.get("ac-mayor")
        opened.apply([Change(replace(mayor, note="not folded"), mayor.revision)], "edit")
        log.write_bytes(log.read_bytes().replace(b"not folded", b"not f0lded"))
    result = run("restore", "1", "--yes")
    assert result.exit_code == 2
    assert "To go on without the changes that it alone has, move it away." in result.stderr
    assert changed.read_bytes() == before
    log.rename(log.with_suffix(".away"))
    assert run("restore", "2", "--yes").exit_code == 0
