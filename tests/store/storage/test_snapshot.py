"""The archive's file: anyone's TinyDB reads it, a bad one is told with its line, a write is whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from filelock import FileLock
from tinydb import TinyDB

from store import storage
from store.archive import Archive
from store.errors import (
    ArchiveError,
    BusyArchiveError,
    DamagedArchiveError,
    MissingArchiveError,
    NewerArchiveError,
    UnsavedError,
)
from store.storage import lock


def test_plain_tinydb_reads_the_archive(archive: Archive, path: Path) -> None:
    with TinyDB(path) as plain:
        assert {row["id"] for row in plain.table("actors")} == {"ac-mayor00000", "ac-army000000"}
        assert plain.table("_meta").all()[0]["schema"] == storage.SCHEMA


def test_what_plain_tinydb_wrote_is_read_again(archive: Archive, path: Path) -> None:
    with TinyDB(path) as plain:
        plain.table("actors").insert({"id": "ac-new0000000", "name": "A clerk", "kind": "person"})
    assert Archive.open(path).get("ac-new").name == "A clerk"


def test_each_record_stands_on_a_line_of_its_own(archive: Archive, path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if "st-2222222222" in line and '"content"' in line]
    for line in lines:
        assert line.count('"revision"') <= 1


def test_a_missing_archive_names_the_command_that_makes_one(path: Path) -> None:
    with pytest.raises(MissingArchiveError, match="sayso new"):
        storage.load(path)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b'{"_meta": {"1": {"schema": 1}},\n"actors": {\n"1": {"id', "line 3: the file ends in the middle"),
        (
            b'{"_meta": {"1": {"schema": 1}},\n"actors": {\n"1": oops}}',
            "line 3: is not JSON: what stands there from column 6 on",
        ),
        (b"hello", "line 1: is not JSON: what stands there from column 1 on"),
        (b"[1, 2]", "no object of tables"),
        (b'{"_default": {"1": {"name": "x"}}}', "no _meta table"),
        (b'{"_meta": {"1": {"schema": "one"}}}', "line 1: _meta doesn't fit: schema has a text where a whole number"),
        (b'{"_meta": {}}', "_meta doesn't fit: it is empty."),
        (b'{"_meta": {"1": {}}}', "_meta doesn't fit: schema is missing"),
        (b'\xff\xfe{"_meta"', "is not JSON"),
    ],
)
def test_a_file_that_is_no_archive_is_told_in_a_sentence_and_left_alone(path: Path, content: bytes, says: str) -> None:
    path.write_bytes(content)
    with pytest.raises(DamagedArchiveError) as caught:
        storage.load(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert not {"malformed", "byte", "Expected", "Invalid", "`"} & set(str(caught.value).replace("(", " ").split())
    assert path.read_bytes() == content


def test_an_empty_file_names_the_copy_there_is_or_the_command_that_makes_an_archive_elsewhere(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(DamagedArchiveError, match=r"the file is empty\. .*at another path, with: sayso new "):
        storage.load(path)
    storage.backup_of(path).write_bytes(b"{}")
    with pytest.raises(DamagedArchiveError, match=r"the file is empty\. .*\(archive\.json\.bak\) is put back by"):
        storage.load(path)


def test_a_newer_archive_is_refused(path: Path) -> None:
    path.write_text('{"_meta": {"1": {"schema": 99}}}')
    with pytest.raises(NewerArchiveError, match="schema version 99"):
        storage.load(path)


def test_a_folder_in_place_of_an_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="can't be read"):
        storage.load(tmp_path)


def test_the_state_before_is_kept_and_named_when_the_file_is_damaged(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    storage.replace(path, before + b" ")
    path.write_bytes(before[: len(before) // 2])
    with pytest.raises(DamagedArchiveError, match=r"archive\.json\.bak"):
        storage.load(path)
    assert storage.backup_of(path).read_bytes() == before


def test_a_write_keeps_the_mode_and_goes_through_a_symbolic_link(archive: Archive, path: Path, tmp_path: Path) -> None:
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    storage.replace(link, b"{}")
    assert link.is_symlink()
    assert path.read_bytes() == b"{}"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_write_leaves_no_file_behind_but_archive_copies_log_and_lock(archive: Archive, path: Path) -> None:
    storage.replace(path, b"{}")
    storage.replace(path, b"{ }")
    left = {p.name.partition("-")[0] for p in path.parent.iterdir()}
    assert left <= {f"archive.json{end}" for end in ("", ".bak", ".log", ".lock")}


def test_a_busy_archive_is_told_after_a_bounded_wait(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "LOCK_SECONDS", 0.05)
    holder = FileLock(str(path) + ".lock")
    with holder, pytest.raises(BusyArchiveError, match="another program"), storage.locked(path):
        pytest.fail("two held the lock at once")


@pytest.mark.parametrize("call", ["fsync", "replace", "link"])
def test_a_failed_write_leaves_the_old_file_and_says_so(
    archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    before = path.read_bytes()

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(UnsavedError, match="No space left on device"):
        storage.replace(path, b"{}")
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*"))


def test_tables_and_fields_nobody_knows_survive_as_json(archive: Archive, path: Path) -> None:
    data = json.loads(path.read_text())
    data["maps"] = {"1": {"scale": 3}}
    path.write_text(json.dumps(data, indent=2))
    tables = {name: storage.load(path).raw_table(name) for name in data if name != "_meta"}
    again = storage.encode(storage.load(path).meta, tables)
    assert json.loads(again)["maps"] == {"1": {"scale": 3}}
    assert b'"scale": 3' in again or b'"scale":3' in again
