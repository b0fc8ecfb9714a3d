"""`sayso log`: who changed what, and when."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.storage import log_of
from tests.tui.cli.conftest import Run


@pytest.fixture
def edited(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three edits: two of the mayor, one of them as Ana, and one of the denial."""
    opened = Archive.open(archive)
    for record_id, note in (("ac-mayor", "one"), ("st-2", "quotes \x1b[2J"), ("ac-mayor", "two")):
        record = opened.get(record_id)
        opened.apply([Change(replace(record, note=note), record.revision)], f"edit {note}")
        monkeypatch.setenv("SAYSO_USER", "Ana")
    return archive


def test_it_tells_who_changed_what_by_field_newest_last(run: Run, edited: Path):
    result = run("log")
    assert result.exit_code == 0
    heads = [line for line in result.stdout.splitlines() if not line.startswith(" ")]
    assert [head.split()[0] for head in heads] == ["1", "2", "3"]
    assert "(as Ana)" not in heads[0]
    assert "(as Ana)  edit two" in heads[2]
    assert result.stderr == "3 change sets.\n"
    assert '    ac-mayor00000  note: "one" → "two"' in result.stdout
    assert "revision" not in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(("words", "numbers"), [(["ac-may"], ["1", "3"]), (["act:denies"], ["2"]), (["siege"], [])])
def test_it_tells_of_one_record_or_of_those_of_a_filter(run: Run, edited: Path, words: list[str], numbers: list[str]):
    result = run("log", *words)
    assert [line.split()[0] for line in result.stdout.splitlines() if not line.startswith(" ")] == numbers
    assert result.exit_code == 0


def test_what_another_program_wrote_and_was_passed_over_is_told(run: Run, edited: Path):
    edited.write_text(edited.read_text().replace('"name":"Ana', '"note":"theirs","name":"Ana'))
    assert run("edit", "ac-army", "note=x").exit_code == 0
    assert 'ac-mayor00000  note: "theirs" of another program was passed over, "two" stays' in run("log").stdout
    assert '"theirs" of another program was passed over' in run("log", "ac-mayor").stdout


def test_as_json_there_are_change_sets_and_nothing_else(run: Run, edited: Path):
    assert [row["seq"] for row in json.loads(run("log", "--format", "json").stdout)] == [1, 2, 3]


def test_the_last_ones_can_be_asked_for(run: Run, edited: Path):
    result = run("log", "--limit", 1)
    assert result.stdout.startswith("3 ")
    assert result.stderr == "1 change set of 3.\n"


def test_as_json_it_tells_all(run: Run, edited: Path):
    rows = json.loads(run("log", "ac-mayor00000", "--format", "json").stdout)
    assert [row["changes"][0]["fields"]["note"]["after"] for row in rows] == ["one", "two"]
    assert rows[1]["as"] == "Ana"


def test_an_id_that_nobody_knows_is_told(run: Run, edited: Path):
    result = run("log", "st-9")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No record has the id 'st-9'" in result.stderr


def test_a_sound_log_is_said_to_be_sound(run: Run, edited: Path):
    result = run("log", "--verify")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Sound: 4 lines, 3 change sets.\n")


def test_a_changed_log_is_told_with_its_line(run: Run, edited: Path):
    log = log_of(edited)
    log.write_bytes(log.read_bytes().replace(b"quotes", b"quotas", 1))
    result = run("log", "--verify")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{log}, line 3: is not what was written")
    assert result.stderr == "1 fault in 4 lines, 2 change sets.\n"
    assert run("log").exit_code == 1


@pytest.mark.usefixtures("archive")
def test_where_nothing_was_changed_there_is_nothing_to_tell(run: Run):
    assert (run("log").stdout, run("log").stderr) == ("", "0 change sets.\n")
