"""A storage for TinyDB: `TinyDB(path, storage=FileStorage)` reads and writes an archive as sayso itself does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
from tinydb.storages import Storage

from store.archive import Archive
from store.model import TABLES
from store.storage import Snapshot, load
from store.storage.changes import Changed, differing
from store.storage.fold import folded
from store.storage.log import Log
from store.storage.view import settled

Tables: TypeAlias = dict[str, dict[str, dict[str, Any]]]


class FileStorage(Storage):
    """What was changed since it was read goes into the log as one change set, and is folded in at once.

    So what others write meanwhile is kept, field by field. Rows of our tables must be records with an id; tables that
    sayso doesn't know are read, and can't be changed.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._read: Tables = {}

    def read(self) -> Tables | None:
        """All tables with `_meta` and all that the log has; None where there is no file yet."""
        if not self.path.exists():
            return None
        found = load(self.path)
        self._read = _tables(found)
        return {"_meta": msgspec.json.decode(found.tables["_meta"]), **_tables(found)}

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Raises what `Archive.apply` does, and DamagedArchiveError where a row is no record of its table."""
        if not self.path.exists():
            Archive.create(self.path)
        changes = list(_changes(self._read, data))
        if changes:
            with Archive.open(self.path) as archive:
                archive.change(changes, "written through TinyDB")
        self._read = _tables(load(self.path))


def _tables(found: Snapshot) -> Tables:
    changes, _ = settled(Log(found.path).found(found.meta).lines)
    raw = folded(found, changes, {})
    return {name: {key: msgspec.json.decode(row) for key, row in rows.items()} for name, rows in raw.items()}


def _changes(old: Tables, new: Mapping[str, Mapping[str, Any]]) -> Iterator[Changed]:
    for name, kind in TABLES.items():
        before = {row["id"]: row for row in old.get(name, {}).values()}
        after = {row["id"]: dict(row) for row in new.get(name, {}).values()}
        for record_id, row in after.items():
            if record_id not in before:
                yield Changed(name, record_id, new=row)
            elif row != before[record_id]:
                yield Changed(name, record_id, fields=dict(differing(kind, before[record_id], row)))
        yield from (Changed(name, gone, gone=row) for gone, row in before.items() if gone not in after)
