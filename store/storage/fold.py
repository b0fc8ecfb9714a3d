"""Folding the log into the snapshot: the rows it has touched are written anew, all others as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

import msgspec

from store.model import TABLES
from store.storage.changes import Changed
from store.storage.snapshot import RawTable, Snapshot

KIND_TABLES = {kind: name for name, kind in TABLES.items()}


class _Named(msgspec.Struct):
    id: str


def folded(snapshot: Snapshot, changes: Iterable[Changed], new: Mapping[str, Iterable[bytes]]) -> dict[str, RawTable]:
    """The snapshot's tables with these changes made and these rows added, by table; rows keep TinyDB's keys.

    Raises KeyError where fields of a record changed that isn't there.
    """
    tables = {name: snapshot.raw_table(name) for name in dict.fromkeys((*TABLES, *snapshot.tables)) if name != "_meta"}
    touched: dict[str, list[Changed]] = {}
    for change in changes:
        touched.setdefault(change.table, []).append(change)
    for name, found in touched.items():
        _change(tables[name], found)
    _add(tables, new)
    return tables


def _change(table: RawTable, changes: Iterable[Changed]) -> None:
    keys = {_id(raw): key for key, raw in table.items()}
    fresh, unused = _rows(table, keys, changes), _unused(table)
    for record_id, row in fresh.items():
        if row is None:
            del table[keys[record_id]]
        else:
            table[keys.get(record_id) or str(next(unused))] = msgspec.Raw(msgspec.json.encode(row))


def _rows(table: RawTable, keys: Mapping[str, str], changes: Iterable[Changed]) -> dict[str, dict[str, Any] | None]:
    """id -> the row as it is to stand, None where it is to go; of those that the changes are about."""
    fresh: dict[str, dict[str, Any] | None] = {}
    for change in changes:
        if change.id not in fresh and change.id in keys:
            fresh[change.id] = msgspec.json.decode(table[keys[change.id]], type=dict[str, Any])
        row = change.applied(fresh.get(change.id))
        if row is None and change.id not in keys:
            fresh.pop(change.id, None)
        else:
            fresh[change.id] = row
    return fresh


def _add(tables: dict[str, RawTable], new: Mapping[str, Iterable[bytes]]) -> None:
    for name, rows in new.items():
        unused = _unused(tables[name])
        for raw in rows:
            tables[name][str(next(unused))] = msgspec.Raw(raw)


def _unused(table: RawTable) -> count[int]:
    return count(max((int(key) for key in table if key.isdecimal()), default=0) + 1)


def _id(raw: msgspec.Raw) -> str:
    return msgspec.json.decode(raw, type=_Named).id
