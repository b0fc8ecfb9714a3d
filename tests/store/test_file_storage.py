"""TinyDB over our storage: what it writes is our file, and nobody's edit is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB, where

from store.archive import Archive, Change
from store.errors import DamagedArchiveError
from store.file_storage import FileStorage
from store.storage.history import checked
from tests.store.conftest import records


def test_tinydb_over_our_storage_keeps_one_record_on_a_line(archive: Archive, path: Path) -> None:
    with TinyDB(path, storage=FileStorage) as ours:
        ours.table("actors").insert({"id": "ac-new0000000", "name": "A clerk", "kind": "person"})
    lines = path.read_text().splitlines()
    assert sum('"id"' in line for line in lines) == len(records()) + 1
    assert all(line.count('"id"') <= 1 for line in lines)


def test_it_reads_what_waits_in_the_log_and_what_it_writes_stands_there(archive: Archive, path: Path) -> None:
    mayor = archive.get("ac-mayor")
    archive.apply([Change(replace(mayor, note="in the log"), mayor.revision)], "edit")
    with TinyDB(path, storage=FileStorage) as ours:
        actors = ours.table("actors")
        (row,) = actors.search(where("id") == "ac-mayor00000")
        assert row["note"] == "in the log"
        actors.update({"description": "of the town"}, where("id") == "ac-mayor00000")
        actors.remove(where("id") == "ac-army000000")
    update = archive.refresh()
    assert update is not None
    assert update.ids == {"ac-mayor00000", "ac-army000000"}
    assert not update.whole
    found = Archive.open(path)
    assert list(found.records.actors) == ["ac-mayor00000"]
    assert (found.get("ac-mayor").note, found.records.actors["ac-mayor00000"].description) == (
        "in the log",
        "of the town",
    )
    assert checked(path).faults == ()


def test_a_row_that_is_no_record_is_refused_and_nothing_is_written(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    with TinyDB(path, storage=FileStorage) as ours, pytest.raises(DamagedArchiveError, match="ac-new0000000"):
        ours.table("actors").insert({"id": "ac-new0000000", "name": 3, "kind": "person"})
    assert path.read_bytes() == before


def test_where_there_is_no_file_yet_one_is_made(path: Path) -> None:
    with TinyDB(path, storage=FileStorage) as ours:
        ours.table("actors").insert({"id": "ac-new0000000", "name": "A clerk", "kind": "person"})
    assert Archive.open(path).get("ac-new").id == "ac-new0000000"
