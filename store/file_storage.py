"""A storage for TinyDB: `TinyDB(path, storage=FileStorage)` writes our file whole, under its lock."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from tinydb.storages import Storage

from store.model import TABLES
from store.storage import SCHEMA, Meta, encode, load, locked, replace


class FileStorage(Storage):
    """The same file for `tinydb.TinyDB(path, storage=FileStorage)`: reads all tables as dicts, writes atomically.

    TinyDB reads, changes and writes in three steps; ours is the last of them, so it keeps a file whole but can't
    keep two plain TinyDB programs from overwriting each other. Archive.apply holds the lock over all three.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables with `_meta`; None where there is no file yet."""
        if not self.path.exists():
            return None
        return msgspec.json.decode(load(self.path).data, type=dict[str, dict[str, Any]])

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        with locked(self.path):
            meta = load(self.path).meta if self.path.exists() else Meta(schema=SCHEMA)
            tables = {name: data.get(name, {}) for name in (*TABLES, *data) if name != "_meta"}
            raw = {
                name: {str(key): msgspec.json.encode(row) for key, row in rows.items()} for name, rows in tables.items()
            }
            replace(self.path, encode(msgspec.structs.replace(meta, generation=meta.generation + 1), raw))
