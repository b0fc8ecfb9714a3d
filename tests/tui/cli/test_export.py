"""`sayso export`: what goes out, what stays, and how a file comes about."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.tui.cli.conftest import Run, records, write_archive

pytestmark = pytest.mark.usefixtures("archive")


def test_markdown_goes_to_the_standard_output_where_no_file_is_named(run: Run):
    shown = run("export", "actor:Ana")
    assert shown.exit_code == 0
    assert '> "We counted 12 dead."' in shown.stdout
    assert shown.stderr == "1 statement and 1 figure.\n"
    assert run("export", "actor:Ana", "--output", "-").stdout == shown.stdout


def test_an_export_in_which_there_is_nothing_says_so(run: Run):
    result = run("export", "actor:Nobody")
    assert result.exit_code == 0
    assert result.stderr == "Nothing matches actor:Nobody: 0 statements and 0 figures.\n"
    assert "Nothing matches" not in run("export", "type:direct").stderr


def test_what_is_left_out_is_said_and_comes_with_with(run: Run):
    without = run("export", "--format", "json")
    assert "Left out: 1 drafted; --with takes them in." in without.stderr
    assert "st-3333333333" not in without.stdout
    asked = run("export", "--with", "drafted", "--format", "json")
    assert "Left out" not in asked.stderr
    assert "st-3333333333" in asked.stdout


@pytest.mark.parametrize("words", [["--with", "drafted,confidential"], ["--with", "drafted", "--with", "confidential"]])
def test_with_takes_several_in_one_word_or_in_several(run: Run, home: Path, words: list[str]):
    found = [replace(r, confidential=True) if r.id == "st-2222222222" else r for r in records()]
    path = write_archive(home / "kept-back.json", found)  # type: ignore[arg-type]
    left_out = run("--archive", path, "export")
    assert "1 confidential, 1 drafted" in left_out.stderr
    shown = run("--archive", path, "export", *words).stdout
    assert "CONFIDENTIAL" in shown
    assert "DRAFTED" in shown


def test_a_kind_that_with_does_not_know_is_told_with_those_it_does(run: Run):
    result = run("export", "--with", "secret")
    assert result.exit_code == 2
    assert "'secret' is none of confidential, rejected, drafted" in result.stderr


@pytest.mark.parametrize("form", ["markdown", "json"])
def test_a_note_never_goes_out(run: Run, form: str):
    assert "Ask her again" not in run("export", "--with", "drafted", "--format", form).stdout


def test_csv_wants_to_know_which_table(run: Run):
    result = run("export", "--format", "csv")
    assert result.exit_code == 2
    assert "--kind statements or --kind figures" in result.stderr
    rows = csv.DictReader(io.StringIO(run("export", "--format", "csv", "--kind", "figures").stdout, newline=""))
    assert [row["as_claimed"] for row in rows] == ["12 dead", "Some 40 people"]


def test_a_word_that_begins_with_a_dash_is_part_of_the_filter(run: Run):
    shown = run("export", "-actor:Ana", "--format", "csv", "--kind", "statements").stdout
    rows = csv.DictReader(io.StringIO(shown, newline=""))
    assert [row["content"] for row in rows] == ["its guns had fired"]


def test_json_has_all_that_the_chosen_records_name(run: Run):
    found = json.loads(run("export", "type:direct", "--format", "json").stdout)
    assert found["sayso"] == 1
    assert [actor["name"] for actor in found["actors"]] == ["The army", "Ana Petrović"]
    assert [document["title"] for document in found["documents"]] == ["A town under fire"]


def test_a_file_is_written_whole_with_the_modes_of_any_new_file(run: Run, home: Path):
    target = home / "out.md"
    shown = run("export", "--output", target)
    assert (shown.exit_code, shown.stdout) == (0, "")
    assert f"written to {target}" in shown.stderr
    assert target.read_text(encoding="utf-8") == run("export").stdout
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~umask
    assert [path.name for path in home.iterdir() if path.is_file()] == ["out.md"]


def test_a_file_that_is_there_is_replaced_only_with_force(run: Run, home: Path):
    target = home / "out.md"
    target.write_text("mine", encoding="utf-8")
    refused = run("export", "--output", target)
    assert refused.exit_code == 2
    assert "exists already" in refused.stderr
    assert "--force" in refused.stderr
    assert target.read_text(encoding="utf-8") == "mine"
    assert run("export", "--output", target, "--force").exit_code == 0
    assert target.read_text(encoding="utf-8") == run("export").stdout


@pytest.mark.parametrize("name", ["", "nowhere/out.md"])
def test_a_file_that_cannot_be_written_is_told(run: Run, home: Path, name: str):
    result = run("export", "--output", home / name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"sayso: {home}")


def test_a_pipe_is_written_to_and_not_replaced(run: Run, home: Path):
    os.mkfifo(home / "pipe")
    reader = os.open(home / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert run("export", "actor:Ana", "--output", home / "pipe").exit_code == 0
    assert b"We counted 12 dead." in os.read(reader, 1 << 16)
    os.close(reader)
    assert (home / "pipe").is_fifo()


def test_the_same_records_give_the_same_bytes_with_the_day_that_is_set(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    first, second = run("export").stdout, run("export").stdout
    assert first == second
    assert "2020-09-13" in first


def test_the_day_is_todays_where_none_is_set(run: Run):
    before = datetime.now(UTC).date()
    shown = run("export").stdout
    assert {before.isoformat(), datetime.now(UTC).date().isoformat()} & set(shown.replace(".", " ").split())


def test_a_day_that_is_no_number_is_told(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run("export")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in result.stderr


def test_filter_and_archive_are_named_only_where_that_is_asked_for(run: Run, archive: Path):
    assert "guns" not in run("export", "guns").stdout.splitlines()[2]
    asked = run("export", "guns", "--with-filter").stdout
    head = asked.partition("\n## ")[0]
    assert "guns" in head
    assert archive.name in head
    assert archive.name not in run("export", "guns").stdout


def test_an_export_of_the_sample_is_headed_demonstration(run: Run, archive: Path):
    archive.unlink()
    shown = run("export", 'actor:"Jan Egeland"').stdout
    assert "DEMONSTRATION" in shown.partition("\n## ")[0]
    assert "The Gov'ts of Syria amp; Russia are accountable" in shown
