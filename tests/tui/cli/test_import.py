"""`sayso import`: records come in whole, twice adds nothing, and nothing is overwritten."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from store.archive import Archive
from tests.tui.cli.conftest import Run, process, records, write_archive
from tui.cli.incoming_records import LARGE
from tui.config import own_archive, sample_archive


@pytest.fixture
def file(run: Run, home: Path) -> Path:
    """An export of the small archive with all its statements and figures."""
    source = write_archive(home / "source.json", records())
    assert run("--archive", source, "export", "--with", "drafted", "--format", "json", "--output", home / "in.json")
    return home / "in.json"


def test_records_go_into_the_own_archive_which_is_made_for_them(run: Run, file: Path):
    result = run("import", file)
    assert result.exit_code == 0
    assert result.stdout == f"{file}: added 9, already there 0\n"
    assert f"Made {own_archive()}" in result.stderr
    assert "We counted 12 dead" in run("list", "statements").stdout


def test_twice_adds_nothing(run: Run, file: Path):
    run("import", file)
    before = own_archive().read_bytes()
    result = run("import", file, file)
    assert (result.exit_code, result.stdout) == (0, 2 * f"{file}: added 0, already there 9\n")
    assert own_archive().read_bytes() == before


def test_the_sample_is_not_written_into_unless_it_is_named(run: Run, file: Path):
    run("list", "actors")
    before = sample_archive().read_bytes()
    run("import", file)
    assert sample_archive().read_bytes() == before
    assert run("--archive", sample_archive(), "import", file).exit_code == 0
    assert sample_archive().read_bytes() != before


def test_a_named_archive_is_made_where_there_is_none(run: Run, file: Path, home: Path):
    assert run("--archive", home / "new.json", "import", file).exit_code == 0
    assert len(Archive.open(home / "new.json").records.statements) == 3
    assert not own_archive().exists()


def test_a_record_with_other_content_is_a_conflict_and_stays_as_it_is(run: Run, file: Path):
    run("import", file)
    other = file.with_name("other.json")
    other.write_text(
        file.read_text(encoding="utf-8").replace('"name":"The army"', '"name":"An army"'), encoding="utf-8"
    )
    result = run("import", other)
    assert result.exit_code == 1
    assert f"{other}: added 0, already there 8, 1 conflict:" in result.stdout
    assert "ac-army000000" in result.stdout
    assert Archive.open(own_archive()).records.actors["ac-army000000"].name == "The army"


def test_of_a_bad_file_nothing_goes_in_and_of_the_others_everything(run: Run, file: Path):
    bad = file.with_name("bad.json")
    bad.write_text(file.read_text(encoding="utf-8").replace('"kind":"person"', '"kind":"persom"'), encoding="utf-8")
    result = run("import", bad, file)
    assert result.exit_code == 1
    assert all(word in result.stderr for word in (str(bad), "line ", "ac-mayor00000", "kind"))
    assert result.stdout == f"{file}: added 9, already there 0\n"


def test_no_archive_is_made_for_files_that_are_all_bad(run: Run, home: Path):
    (home / "bad.json").write_text('{"sayso": 1, "actors": [{}]}', encoding="utf-8")
    assert run("import", home / "bad.json", home / "missing.json").exit_code == 2
    assert not own_archive().exists()


@pytest.mark.parametrize("text", ['{"actors": []}', "[]", "", "not json"])
def test_a_file_that_is_no_export_is_told_in_one_sentence(run: Run, home: Path, text: str):
    (home / "other.json").write_text(text, encoding="utf-8")
    result = run("import", home / "other.json")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert result.stderr.startswith(f"sayso: {home}/other.json")


def test_a_file_can_come_by_the_standard_input(file: Path):
    result = process("import", "-", input=file.read_bytes())
    assert result.returncode == 0, result.stderr
    assert b"added 9" in result.stdout


@pytest.fixture
def sample_export(run: Run, home: Path) -> Path:
    """An export of the sample, made before there is an archive of the user's own."""
    run("export", "--format", "json", "--output", home / "sample-export.json")
    return home / "sample-export.json"


def test_sample_data_is_kept_out_of_an_archive_of_ones_own_unless_it_is_asked_for(
    run: Run, home: Path, file: Path, sample_export: Path
):
    run("import", file)
    before = own_archive().read_bytes()
    refused = run("import", sample_export)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert f"{sample_export} is sample data" in refused.stderr
    assert "--demonstration" in refused.stderr
    assert own_archive().read_bytes() == before
    assert run("import", sample_export, "--demonstration").exit_code == 0
    assert not Archive.open(own_archive()).demonstration
    assert "DEMONSTRATION" not in run("export").stdout


def test_an_archive_made_for_sample_data_is_one_of_sample_data(run: Run, sample_export: Path):
    assert run("import", sample_export).exit_code == 2
    assert not own_archive().exists()
    assert "an archive of sample data" in run("import", sample_export, "--demonstration").stderr
    assert "DEMONSTRATION" in run("export").stdout
    assert run("import", sample_export).stdout.startswith(f"{sample_export}: added 0,")


def test_sample_data_goes_into_the_sample_without_being_asked_for(run: Run, sample_export: Path):
    assert run("--archive", sample_archive(), "import", sample_export).exit_code == 0


def test_an_archive_is_told_with_how_to_export_from_it_first(run: Run, home: Path):
    other = write_archive(home / "other archive.json", records())
    result = run("import", other)
    assert result.exit_code == 2
    assert f"sayso --archive '{other}' export --format json --output 'other archive-export.json'" in result.stderr


def test_at_least_one_file_has_to_be_named(run: Run):
    assert run("import").exit_code == 2


@pytest.fixture
def large(home: Path, file: Path) -> Path:
    """The same file, made so long by a tag that it takes more than a moment."""
    tables = msgspec.json.decode(file.read_bytes(), type=dict[str, msgspec.Raw])
    actors = msgspec.json.decode(tables["actors"], type=list[dict[str, object]])
    more = [{"name": f"Somebody {number}", "kind": "person", "tags": ["x" * 100]} for number in range(LARGE // 100)]
    tables["actors"] = msgspec.Raw(msgspec.json.encode(actors + more))
    path = home / "large.json"
    path.write_bytes(msgspec.json.encode(tables))
    return path


def test_of_a_large_file_it_is_told_on_stderr_how_far_the_import_has_come(run: Run, file: Path, large: Path):
    assert "reading" not in run("import", file).stderr
    result = run("import", large)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{large}: added ")
    assert [word for word in ("reading", "comparing", "checking") if f"{large}: {word}" in result.stderr] == [
        "reading", "comparing", "checking",
    ]  # fmt: skip


def test_an_import_that_is_interrupted_leaves_no_trace(home: Path, large: Path):
    archive = write_archive(home / "kept.json", records())
    before = {path: path.read_bytes() for path in home.iterdir() if path.is_file()}
    command = [sys.executable, "-m", "tui.cli", "--archive", str(archive), "import", str(large)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ)) as importing:
        assert importing.stderr is not None
        said = b""
        while b"checking" not in said:
            said += (more := os.read(importing.stderr.fileno(), 1 << 16))
            assert more, said
        importing.send_signal(signal.SIGINT)
        out, _ = importing.communicate(timeout=60)
    assert (importing.returncode, out) == (130, b"")
    after = {path: path.read_bytes() for path in home.iterdir() if path.is_file() and path.suffix != ".lock"}
    assert after == before


def test_an_import_that_is_interrupted_leaves_no_archive_behind(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "export.json"
    person = {"id": "ac-new0000000", "name": "A clerk", "kind": "person"}
    file.write_text(json.dumps({"sayso": 1, "actors": [person]}), encoding="utf-8")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.storage.log.Log.append", interrupt)
    into = tmp_path / "new" / "archive.json"
    assert run("--archive", into, "import", file).exit_code == 130
    assert list(into.parent.iterdir()) == []
