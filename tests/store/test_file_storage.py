"""TinyDB over our storage: what it writes is our file."""

from __future__ import annotations

from pathlib import Path

from tinydb import TinyDB

from store.archive import Archive
from store.file_storage import FileStorage
from tests.store.conftest import records


def test_tinydb_over_our_storage_keeps_one_record_on_a_line(archive: Archive, path: Path) -> None:
    with TinyDB(path, storage=FileStorage) as ours:
        ours.table("actors").insert({"id": "ac-new0000000", "name": "A clerk", "kind": "person"})
    lines = path.read_text().splitlines()
    assert sum('"id"' in line for line in lines) == len(records()) + 1
    assert all(line.count('"id"') <= 1 for line in lines)
