"""The archive's file: TinyDB JSON, one record on a line, replaced whole and at once.

Any `tinydb.TinyDB(path)` can read the file; `store.file_storage` lets it write, too.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from shlex import quote
from typing import Any, NamedTuple, TypeAlias

import msgspec

from store import files
from store.errors import DamagedArchiveError, NewerArchiveError, UnprovedError, UnsavedError
from store.storage import meta as metas
from store.storage.advice import advice, missing
from store.storage.meta import SCHEMA, Meta
from store.storage.names import real
from store.system import SYSTEM, System

RawTable: TypeAlias = dict[str, msgspec.Raw]
"""TinyDB's integer key, as text -> the record's JSON, not yet decoded."""

MAX_BYTES = 4 << 30
"""A million statements are a quarter of that."""
_HEAD_BYTES = 1 << 16


class Stamp(NamedTuple):
    """What tells, without reading it, that a file isn't the one that was read."""

    inode: int
    size: int
    changed: int

    @classmethod
    def of(cls, found: os.stat_result) -> Stamp:
        return cls(found.st_ino, found.st_size, found.st_mtime_ns)


class Snapshot(msgspec.Struct, frozen=True):
    """The file's bytes taken apart as far as its tables; each table stays raw JSON until it is asked for."""

    path: Path
    data: bytes
    meta: Meta
    tables: dict[str, msgspec.Raw]
    stamp: Stamp
    others: Mapping[str, Any]
    """The fields of `_meta` that this version doesn't know."""
    intact: bool = True
    """Whether the file is to the byte as sayso wrote it."""

    @property
    def digest(self) -> str | None:
        return metas.digest(self.data)

    def raw_table(self, name: str) -> RawTable:
        """The table record by record; empty where the file has none of that name."""
        if name not in self.tables:
            return {}
        try:
            return msgspec.json.decode(self.tables[name], type=RawTable)
        except msgspec.ValidationError as error:
            line = self.line_of(bytes(self.tables[name]))
            raise DamagedArchiveError(
                self.path, f"table {name} is no table of records by number.", line=line, advice=advice(self.path)
            ) from error

    def line_of(self, piece: bytes) -> int | None:
        """The line, from 1, on which this piece of the file begins."""
        at = self.data.find(piece)
        return self.data.count(b"\n", 0, at) + 1 if at >= 0 else None


def load(path: Path, system: System = SYSTEM) -> Snapshot:
    """Reads the file once. Raises MissingArchiveError, DamagedArchiveError, NewerArchiveError; never writes."""
    data, stamp = _read(path, system)
    if not data.strip():
        empty = advice(
            path, f"Make an archive at another path, with: sayso new {quote(str(path.with_stem(path.stem + '-new')))}"
        )
        raise DamagedArchiveError(path, "the file is empty.", advice=empty)
    tables = _tables(path, data)
    intact = metas.intact(data)
    if not intact:
        from store.storage.careful import examine  # mostly there is no need

        examine(path, data)
    found, others = _meta(path, data, tables)
    return Snapshot(path, data, found, tables, stamp, others, intact)


class Head(NamedTuple):
    """The beginning of a file that sayso wrote, which is all it takes to know it again."""

    stamp: Stamp
    digest: str
    meta: Meta


def head(path: Path, system: System = SYSTEM) -> Head | None:
    """None where another program wrote the file. Raises MissingArchiveError, DamagedArchiveError."""
    try:
        with files.opened(path, os.O_RDONLY | os.O_NONBLOCK, system=system) as fd:
            found = system.fstat(fd)
            _insist_on_a_file(path, found)
            data = system.pread(fd, _HEAD_BYTES, 0)
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise DamagedArchiveError(path, f"can't be read: {error.strerror}.") from error
    digest, row = metas.digest(data), data.partition(b"\n")[0].removesuffix(b",")
    try:
        rows = msgspec.json.decode(row + b"}", type=dict[str, dict[str, Meta]])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None
    return Head(Stamp.of(found), digest, rows["_meta"]["1"]) if digest else None


def same(path: Path, system: System = SYSTEM) -> bool:
    """Whether the file is to the byte as sayso wrote it; holds but a piece of it at a time. Raises as `head` does."""
    try:
        with files.opened(path, os.O_RDONLY | os.O_NONBLOCK, system=system) as fd:
            return metas.intact(files.pieces(fd, system))
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise DamagedArchiveError(path, f"can't be read: {error.strerror}.") from error


def _read(path: Path, system: System) -> tuple[bytes, Stamp]:
    try:
        # A pipe, which another would have to write to first, is told without waiting for that.
        with files.opened(path, os.O_RDONLY | os.O_NONBLOCK, system=system) as fd:
            found = system.fstat(fd)
            _insist_on_a_file(path, found)
            if found.st_size > MAX_BYTES:
                raise DamagedArchiveError(
                    path, f"is larger than {MAX_BYTES >> 30} GiB.", advice="Give the path of an archive."
                )
            return files.read_on(fd, 0, system, found.st_size), Stamp.of(found)
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise DamagedArchiveError(
            path, f"can't be read: {error.strerror}.", advice="Nothing was changed. Give the path of an archive."
        ) from error


def _insist_on_a_file(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        what = "it is a folder" if stat.S_ISDIR(found.st_mode) else "it is no file that holds anything"
        raise DamagedArchiveError(path, f"can't be read: {what}.", advice="Give the path of an archive.")


def _tables(path: Path, data: bytes) -> dict[str, msgspec.Raw]:
    try:
        return msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError as error:
        raise DamagedArchiveError(
            path, "is not an archive: its JSON is no object of tables.", advice=advice(path)
        ) from error
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        from store.storage.damage import not_json  # mostly nothing is wrong

        raise not_json(path, data, error) from error


def _meta(path: Path, data: bytes, tables: Mapping[str, msgspec.Raw]) -> tuple[Meta, dict[str, Any]]:
    if "_meta" not in tables:
        raise DamagedArchiveError(
            path, "is JSON but not an archive of sayso: it has no _meta table.",
            advice="Name an archive, or bring records in with: sayso import FILE. Nothing was changed.",
        )  # fmt: skip
    line = data.count(b"\n", 0, data.find(b'"_meta"')) + 1
    try:
        rows = msgspec.json.decode(tables["_meta"], type=dict[str, msgspec.Raw])
        raw = next(iter(rows.values()))
        meta, row = msgspec.json.decode(raw, type=Meta), msgspec.json.decode(raw, type=dict[str, Any])
    except (msgspec.DecodeError, StopIteration) as error:
        from store.storage.damage import unfit

        raise DamagedArchiveError(path, f"_meta doesn't fit: {unfit(error)}", line=line, advice=advice(path)) from error
    if meta.schema > SCHEMA:
        raise NewerArchiveError(path, meta.schema, SCHEMA)
    return meta, metas.unknown(row)


def encode(
    meta: Meta, tables: Mapping[str, Mapping[str, msgspec.Raw | bytes]], others: Mapping[str, Any] | None = None
) -> bytes:
    """The whole file: `_meta` first, then each table, one record on a line. `others` are fields of `_meta`."""
    parts = [metas.row(meta, others or {}) + b"}"]
    for name, rows in tables.items():
        lines = b",\n".join(msgspec.json.encode(key) + b": " + _one_line(bytes(raw)) for key, raw in rows.items())
        parts.append(msgspec.json.encode(name) + (b": {\n" + lines + b"\n}" if rows else b": {}"))
    return b"".join(metas.sealed(b",\n".join(parts) + b"}\n"))


def _one_line(raw: bytes) -> bytes:
    return msgspec.json.format(raw, indent=-1) if b"\n" in raw else raw


def replace(path: Path, data: bytes | Iterable[bytes | memoryview], system: System = SYSTEM) -> None:
    """Puts `data` in the file's place at once, keeping its owner, group and mode and, as NAME.bak, what stood there.

    Follows a symbolic link to the file itself. Raises UnsavedError; the old file then stands untouched. Raises
    UnprovedError where the new one stands there, but the system can't say that it is safe.
    """
    from store.storage.backups import keep, sweep  # who only reads has no need of it

    target = real(path)
    sweep(target, system)
    try:
        like = _standing(target, system)
        with files.beside(target, data, like, system) as fresh:
            if like is not None:
                keep(target, system)
            system.rename(fresh, target)
    except OSError as error:
        raise UnsavedError(
            f"{path} could not be saved ({error.strerror}); what stood there stands unchanged."
        ) from error
    try:
        files.sync_folder(target.parent, system)
    except OSError as error:
        raise UnprovedError(
            f"{path} is saved, but not yet proved safe: its folder could not be synced ({error.strerror})."
        ) from error


def _standing(target: Path, system: System) -> os.stat_result | None:
    try:
        return system.stat(target)
    except FileNotFoundError:
        return None
