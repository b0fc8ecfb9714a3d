"""The one door to an archive: open, search, get, apply, close. Only `apply` writes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from itertools import count
from pathlib import Path
from types import GenericAlias, TracebackType
from typing import Any, NamedTuple, Self

import msgspec

from store import files, storage
from store.errors import ArchiveError, ConflictError, DamagedArchiveError, ReadOnlyError
from store.index import Index, Result
from store.model import TABLES, Record
from store.query import Query
from store.records import Records

KIND_TABLES = {kind: name for name, kind in TABLES.items()}


class Change(NamedTuple):
    """A record as it is to stand, and the revision the caller saw it at; 0 for a record that is new."""

    record: Record
    expects: int


_TABLE_DECODERS: dict[str, msgspec.json.Decoder[dict[str, Any]]] = {
    name: msgspec.json.Decoder(GenericAlias(dict, (str, kind))) for name, kind in TABLES.items()
}


class _Named(msgspec.Struct):
    id: str


class Archive:
    """An archive opened from a file.

    Reading never locks: the file is only ever replaced whole. `apply` reads it anew under the lock, so that
    what others wrote meanwhile is kept. Reading from several threads is safe; `apply` from one at a time.
    """

    def __init__(self, snapshot: storage.Snapshot, *, read_only: bool = False) -> None:
        self._snapshot = snapshot
        self.path = snapshot.path
        self.read_only = read_only
        self.records = _records(snapshot)

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Raises MissingArchiveError, DamagedArchiveError or NewerArchiveError; the file stays untouched.

        Tables are decoded when first asked for, so a damaged record is told by whatever first needs its table.
        """
        return cls(storage.load(path), read_only=read_only)

    @classmethod
    def create(cls, path: Path, *, demonstration: bool = False) -> Self:
        """A new, empty archive. Raises ArchiveError where something stands at the path already."""
        create(path, snapshot([], demonstration=demonstration))
        return cls.open(path)

    @property
    def demonstration(self) -> bool:
        """Whether this is the sample, whose exports are headed DEMONSTRATION."""
        return self._snapshot.meta.demonstration

    @property
    def generation(self) -> int:
        """Counts the writes of this file."""
        return self._snapshot.meta.generation

    @cached_property
    def index(self) -> Index:
        return Index(self.records)

    def load(self, progress: Callable[[str], None] = lambda _: None) -> None:
        """Decodes every table and makes the index now; `progress` is told each table's name before it is read."""
        self.decode(progress)
        self.index.prepare(lambda name: progress(f"index of {name}"))

    def decode(self, progress: Callable[[str], None] = lambda _: None) -> None:
        """Decodes every table now, so that a damaged record is told; `progress` as for `load`."""
        for name in TABLES:
            progress(name)
            self.records.table(name)

    def search(self, query: Query | str, marked: frozenset[str] = frozenset()) -> Result:
        """Raises FilterError. `marked` are the ids for which `is:marked` holds."""
        return self.index.search(query, marked)

    def get(self, prefix: str) -> Record:
        """The record with this id or the one whose id begins so. Raises UnknownRecordError."""
        return self.records.get(prefix)

    def apply(self, changes: Iterable[Change]) -> int:
        """Writes all the changes or none, and returns the new generation.

        Sets revision, added and changed (UTC, seconds) itself. Raises ConflictError with mine and theirs where a
        record's revision isn't the expected one, ReadOnlyError, BusyArchiveError, UnsavedError.
        """
        if self.read_only:
            raise ReadOnlyError(f"{self.path} was opened to be read only; nothing was changed.")
        with storage.locked(self.path):
            now = storage.load(self.path)
            tables = {name: now.raw_table(name) for name in dict.fromkeys((*TABLES, *now.tables)) if name != "_meta"}
            _merge(tables, _records(now), list(changes))
            meta = msgspec.structs.replace(now.meta, generation=now.meta.generation + 1)
            storage.replace(self.path, storage.encode(meta, tables))
            self._adopt(storage.load(self.path))
        return self.generation

    def _adopt(self, fresh: storage.Snapshot) -> None:
        self._snapshot, self.records = fresh, _records(fresh)
        self.__dict__.pop("index", None)

    def close(self) -> None:
        """Nothing is held open between calls; here so that callers needn't know that."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def snapshot(records: Iterable[Record], *, demonstration: bool = False) -> bytes:
    """The bytes of an archive that holds these records as they are, revisions and stamps included."""
    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLES}
    for record in records:
        rows = tables[KIND_TABLES[type(record)]]
        rows[str(len(rows) + 1)] = msgspec.json.encode(record)
    return storage.encode(storage.Meta(schema=storage.SCHEMA, demonstration=demonstration), tables)


def create(path: Path, data: bytes) -> None:
    """Writes a new file, with its folders; whole or not at all. Raises ArchiveError where something stands there."""
    target = Path(os.path.realpath(path))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with files.beside(target, data) as fresh:
            files.place_new(fresh, target)
    except FileExistsError as error:
        raise ArchiveError(f"{path} exists already and is left as it is. Choose another path, or open it.") from error
    except OSError as error:
        raise ArchiveError(f"{path} can't be made ({error.strerror}).") from error


def _records(fresh: storage.Snapshot) -> Records:
    return Records(lambda name: _decode(fresh, name), demonstration=fresh.meta.demonstration)


def _decode(fresh: storage.Snapshot, name: str) -> Mapping[str, Any]:
    if name not in fresh.tables:
        return {}
    try:
        rows = _TABLE_DECODERS[name].decode(fresh.tables[name])
    except (msgspec.DecodeError, RecursionError):
        _blame(fresh, name)
        raise
    table = {record.id: record for record in rows.values()}
    if len(table) < len(rows):
        _blame_duplicate(fresh, name)
    return table


def _blame(fresh: storage.Snapshot, name: str) -> None:
    """The careful second pass: finds the record that doesn't fit and says where it stands."""
    from store.misfit import misfit

    for key, raw in fresh.raw_table(name).items():
        try:
            msgspec.json.decode(raw, type=TABLES[name])
        except (msgspec.DecodeError, RecursionError) as error:
            found = misfit(error, TABLES[name])
            raise DamagedArchiveError(
                fresh.path, found.problem, line=fresh.line_of(bytes(raw)),
                record=_name(raw, f"{name} {key}"), field=found.field, advice=storage.advice(fresh.path),
            ) from error  # fmt: skip


def _blame_duplicate(fresh: storage.Snapshot, name: str) -> None:
    seen: set[str] = set()
    for key, raw in fresh.raw_table(name).items():
        record_id = _name(raw, key)
        if record_id in seen:
            raise DamagedArchiveError(
                fresh.path, f"the id stands twice in {name}.", line=fresh.line_of(bytes(raw)), record=record_id,
                field="id", advice=storage.advice(fresh.path),
            )  # fmt: skip
        seen.add(record_id)


def _name(raw: msgspec.Raw, otherwise: str) -> str:
    try:
        return msgspec.json.decode(raw, type=_Named).id
    except (msgspec.DecodeError, RecursionError):
        return otherwise


def _merge(tables: dict[str, storage.RawTable], now: Records, changes: list[Change]) -> None:
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    keys = {name: dict(zip(now.table(name), tables[name], strict=True)) for name in TABLES}
    unused = {name: count(max(map(int, filter(str.isdecimal, rows)), default=0) + 1) for name, rows in tables.items()}
    for record, expects in changes:
        name = KIND_TABLES[type(record)]
        theirs = now.table(name).get(record.id)
        if theirs is None and record.id in keys[name]:
            raise ConflictError(f"{record.id} is among the changes twice. Nothing was changed.", mine=record)
        _expect(record, expects, theirs)
        added = theirs.added if theirs else stamp
        fresh = msgspec.structs.replace(record, revision=expects + 1, added=added, changed=stamp)
        key = keys[name].setdefault(record.id, "") or str(next(unused[name]))
        old = msgspec.json.decode(tables[name][key]) if key in tables[name] else {}
        tables[name][key] = msgspec.Raw(msgspec.json.encode(carried(old, msgspec.to_builtins(fresh), type(fresh))))


def _expect(mine: Record, expects: int, theirs: Record | None) -> None:
    found = theirs.revision if theirs else 0
    if found == expects:
        return
    if theirs is None:
        sentence = f"{mine.id} is no longer in the archive. Nothing was changed."
    elif expects == 0:
        sentence = f"{mine.id} is in the archive already, at revision {found}. Nothing was changed."
    else:
        sentence = (
            f"{mine.id} was changed by another: you saw revision {expects}, now it is {found}. Nothing was changed."
        )
    raise ConflictError(sentence, mine=mine, theirs=theirs)


def carried(old: dict[str, Any], new: dict[str, Any], kind: type[Any]) -> dict[str, Any]:
    """`new` with the fields of `old` that this version doesn't know, so that a rewrite loses none of them."""
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    kept = {**new, **{name: value for name, value in old.items() if name not in fields}}
    for name, value in new.items():
        inner = _struct_in(fields.get(name))
        if inner and isinstance(value, dict) and isinstance(old.get(name), dict):
            kept[name] = carried(old[name], value, inner)
    return kept


def _struct_in(annotation: Any) -> type[Any] | None:
    options = (annotation, *getattr(annotation, "__args__", ()))
    return next((o for o in options if isinstance(o, type) and issubclass(o, msgspec.Struct)), None)
