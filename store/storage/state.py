"""One state of an archive in memory: the records of a snapshot, and what the log has changed in them since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import GenericAlias
from typing import Any, NamedTuple, Protocol

import msgspec

from store.errors import DamagedArchiveError
from store.model import TABLES, Record
from store.records import Records
from store.storage.advice import advice
from store.storage.changes import Changed
from store.storage.layered import layered
from store.storage.snapshot import Snapshot

_DECODERS: dict[str, msgspec.json.Decoder[dict[str, Any]]] = {
    name: msgspec.json.Decoder(GenericAlias(dict, (str, kind))) for name, kind in TABLES.items()
}


class Base(Protocol):
    """The tables that changes are laid on."""

    @property
    def path(self) -> Path: ...
    @property
    def demonstration(self) -> bool: ...
    @property
    def intact(self) -> bool:
        """Whether no other program than sayso had a hand in them."""
        ...

    def table(self, name: str) -> Mapping[str, Any]:
        """Raises DamagedArchiveError with the place of the record that doesn't fit."""
        ...


class Decoded:
    """A snapshot's tables, each decoded when first asked for."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.path, self.demonstration, self.intact = snapshot.path, snapshot.meta.demonstration, snapshot.intact
        self._snapshot = snapshot
        self._tables: dict[str, Mapping[str, Any]] = {}

    def table(self, name: str) -> Mapping[str, Any]:
        if name not in self._tables:
            self._tables[name] = _decoded(self._snapshot, name)
            if len(self._tables) == len(TABLES):  # the file's bytes have served
                self._snapshot = msgspec.structs.replace(self._snapshot, data=b"", tables={})
        return self._tables[name]


class Given(NamedTuple):
    """Tables that were read otherwise than from the snapshot, and hold what it held at one time."""

    path: Path
    demonstration: bool
    tables: Mapping[str, Mapping[str, Any]]
    intact: bool = True

    def table(self, name: str) -> Mapping[str, Any]:
        return self.tables[name]


class State:
    """Never changes; `after` makes another, which shares with it all that stays."""

    def __init__(
        self, base: Base, pending: Mapping[str, Sequence[Changed]], tables: dict[str, Mapping[str, Any]]
    ) -> None:
        """`pending` are the changes since the snapshot to tables that `tables` has not."""
        self._base, self._pending, self._tables = base, pending, tables
        self.records = Records(self.table, demonstration=base.demonstration)

    @classmethod
    def of(cls, snapshot: Snapshot, changes: Iterable[Changed] = ()) -> State:
        return cls.on(Decoded(snapshot), changes)

    @classmethod
    def on(cls, base: Base, changes: Iterable[Changed]) -> State:
        """`base` with changes that came after it."""
        return cls(base, _by_table(changes), {})

    def table(self, name: str) -> Mapping[str, Any]:
        """id -> record. Raises DamagedArchiveError."""
        if name not in self._tables:
            self._tables[name] = self._laid(self._base.table(name), self._pending.get(name, ()))
        return self._tables[name]

    def after(self, changes: Iterable[Changed]) -> State:
        """Raises DamagedArchiveError where a change doesn't fit the record it is about."""
        fresh, tables, pending = _by_table(changes), dict(self._tables), dict(self._pending)
        for name, changed in fresh.items():
            if name in tables:
                tables[name] = self._laid(tables[name], changed)
            else:
                pending[name] = (*pending.get(name, ()), *changed)
        return State(self._base, pending, tables)

    def joined(self, new: Iterable[Record]) -> State:
        """With records that are new."""
        tables = {name: self.table(name) for name in TABLES}
        for name, kind in TABLES.items():
            tables[name] = layered(tables[name], {record.id: record for record in new if type(record) is kind})
        return State(self._base, {}, tables)

    def _laid(self, table: Mapping[str, Any], changes: Sequence[Changed]) -> Mapping[str, Any]:
        over: dict[str, Record | None] = {}
        for change in changes:
            now = over[change.id] if change.id in over else table.get(change.id)
            over[change.id] = self._changed(change, now)
        return layered(table, over)

    def _changed(self, change: Changed, now: Record | None) -> Record | None:
        kind = TABLES[change.table]
        try:
            row = change.applied(msgspec.to_builtins(now) if now is not None and change.fields else None)
            return None if row is None else msgspec.convert(row, kind)
        except KeyError as error:
            if not self._base.intact:
                return None  # another program took it out
            raise self._unfit(change, "changes a record that isn't there") from error
        except (msgspec.ValidationError, RecursionError, ValueError, TypeError) as error:
            from store.misfit import misfit  # of what is wrong; mostly nothing is

            found = misfit(error, kind)
            raise self._unfit(change, f"doesn't fit: {found.field or 'it'} {found.problem.rstrip('.')}") from error

    def _unfit(self, change: Changed, problem: str) -> DamagedArchiveError:
        path = self._base.path
        return DamagedArchiveError(f"{path}.log", f"{problem}.", record=change.id, advice=advice(path))


def _by_table(changes: Iterable[Changed]) -> dict[str, list[Changed]]:
    found: dict[str, list[Changed]] = {}
    for change in changes:
        if change.table in TABLES:
            found.setdefault(change.table, []).append(change)
    return found


class _Named(msgspec.Struct):
    id: str


def _decoded(fresh: Snapshot, name: str) -> Mapping[str, Any]:
    if name not in fresh.tables:
        return {}
    try:
        rows = _DECODERS[name].decode(fresh.tables[name])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        _blame(fresh, name)
        raise
    table = {record.id: record for record in rows.values()}
    if len(table) < len(rows):
        _blame_duplicate(fresh, name)
    return table


def _blame(fresh: Snapshot, name: str) -> None:
    """The careful second pass: finds the record that doesn't fit and says where it stands."""
    for key, raw in fresh.raw_table(name).items():
        try:
            msgspec.json.decode(raw, type=TABLES[name])
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            from store.misfit import misfit  # of what is wrong; mostly nothing is

            found = misfit(error, TABLES[name])
            raise DamagedArchiveError(
                fresh.path, found.problem, line=fresh.line_of(bytes(raw)),
                record=record_name(raw, f"{name} {key}"), field=found.field, advice=advice(fresh.path),
            ) from error  # fmt: skip


def _blame_duplicate(fresh: Snapshot, name: str) -> None:
    seen: set[str] = set()
    for key, raw in fresh.raw_table(name).items():
        record_id = record_name(raw, key)
        if record_id in seen:
            raise DamagedArchiveError(
                fresh.path, f"the id stands twice in {name}.", line=fresh.line_of(bytes(raw)), record=record_id,
                field="id", advice=advice(fresh.path),
            )  # fmt: skip
        seen.add(record_id)


def record_name(raw: msgspec.Raw, otherwise: str) -> str:
    try:
        return msgspec.json.decode(raw, type=_Named).id
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return otherwise
