"""The archive's file: TinyDB JSON, one record on a line, replaced whole and at once under a lock.

TinyDB's own JSONStorage writes in place: a kill in the middle leaves half a file, and two writers destroy it.
Here a write goes to a new file beside the old one, is fsynced, and takes its place in one rename; the state
before is kept as NAME.bak. Any `tinydb.TinyDB(path)` can read the file; `store.file_storage` lets it write, too.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from shlex import quote
from typing import NoReturn, TypeAlias

import msgspec

from store import files
from store.errors import BusyArchiveError, DamagedArchiveError, MissingArchiveError, NewerArchiveError, UnsavedError

SCHEMA = 1
LOCK_SECONDS = 5.0
"""How long a writer waits for another before it gives up with BusyArchiveError."""

RawTable: TypeAlias = dict[str, msgspec.Raw]
"""TinyDB's integer key, as text -> the record's JSON, not yet decoded."""


class Meta(msgspec.Struct, frozen=True, kw_only=True):
    """The one document of `_meta`: schema version, generation (counts writes), log sequence, sample or not."""

    schema: int
    generation: int = 0
    sequence: int = 0
    demonstration: bool = False


class Snapshot(msgspec.Struct, frozen=True):
    """The file's bytes taken apart as far as its tables; each table stays raw JSON until it is asked for."""

    path: Path
    data: bytes
    meta: Meta
    tables: dict[str, msgspec.Raw]

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


def advice(path: Path, otherwise: str = "Mend it or take a copy of yours.") -> str:
    """What to do about a damaged file: names the last good copy where there is one."""
    backup = backup_of(path)
    return "Nothing was changed. " + (
        f"The state before its last change is in {backup}." if backup.exists() else otherwise
    )


def backup_of(path: Path) -> Path:
    return path.with_name(path.name + ".bak")


def load(path: Path) -> Snapshot:
    """Reads the file once. Raises MissingArchiveError, DamagedArchiveError, NewerArchiveError; never writes."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingArchiveError(path) from error
    except OSError as error:
        raise DamagedArchiveError(
            path, f"can't be read: {error.strerror}.", advice="Give the path of an archive."
        ) from error
    if not data.strip():
        empty = advice(
            path, f"Make an archive at another path, with: sayso new {quote(str(path.with_stem(path.stem + '-new')))}"
        )
        raise DamagedArchiveError(path, "the file is empty.", advice=empty)
    tables = _tables(path, data)
    return Snapshot(path, data, _meta(path, data, tables), tables)


def _tables(path: Path, data: bytes) -> dict[str, msgspec.Raw]:
    try:
        return msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except msgspec.ValidationError as error:
        raise DamagedArchiveError(
            path, "is not an archive: its JSON is no object of tables.", advice=advice(path)
        ) from error
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        _not_json(path, data, error)


def _not_json(path: Path, data: bytes, error: Exception) -> NoReturn:
    text = str(error)
    if "truncated" in text:
        raise DamagedArchiveError(
            path, "the file ends in the middle of a record: it was cut short.",
            line=data.count(b"\n") + 1, advice=advice(path),
        ) from error  # fmt: skip
    byte = text.rpartition("(byte ")[2].rstrip(")")
    line, place = None, ""
    if byte.isdigit():
        before = data[: int(byte)]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        place = f": what stands there from column {column} on can't be read"
    raise DamagedArchiveError(path, f"is not JSON{place}.", line=line, advice=advice(path)) from error


def _meta(path: Path, data: bytes, tables: Mapping[str, msgspec.Raw]) -> Meta:
    if "_meta" not in tables:
        raise DamagedArchiveError(
            path, "is JSON but not an archive of sayso: it has no _meta table.",
            advice="Name an archive, or bring records in with: sayso import FILE. Nothing was changed.",
        )  # fmt: skip
    line = data.count(b"\n", 0, data.find(b'"_meta"')) + 1
    try:
        rows = msgspec.json.decode(tables["_meta"], type=dict[str, Meta])
        meta = next(iter(rows.values()))
    except (msgspec.DecodeError, StopIteration) as error:
        raise DamagedArchiveError(
            path, f"_meta doesn't fit: {_unfit(error)}", line=line, advice=advice(path)
        ) from error
    if meta.schema > SCHEMA:
        raise NewerArchiveError(path, meta.schema, SCHEMA)
    return meta


def _unfit(error: Exception) -> str:
    if isinstance(error, StopIteration):
        return "it is empty."
    from store.misfit import misfit  # of what is wrong; mostly nothing is

    found = misfit(error, Meta)
    return f"{(found.field or 'it').removeprefix('[...].')} {found.problem}"


def encode(meta: Meta, tables: Mapping[str, Mapping[str, msgspec.Raw | bytes]]) -> bytes:
    """The whole file: `_meta` first, then each table, one record on a line."""
    meta_json = msgspec.json.encode(meta)
    parts = [b'{"_meta": {"1": ' + meta_json + b"}"]
    for name, rows in tables.items():
        lines = b",\n".join(msgspec.json.encode(key) + b": " + _one_line(bytes(raw)) for key, raw in rows.items())
        parts.append(msgspec.json.encode(name) + (b": {\n" + lines + b"\n}" if rows else b": {}"))
    return b",\n".join(parts) + b"}\n"


def _one_line(raw: bytes) -> bytes:
    return msgspec.json.format(raw, indent=-1) if b"\n" in raw else raw


def replace(path: Path, data: bytes) -> None:
    """Puts `data` in the file's place at once, keeping its mode and, as NAME.bak, what stood there.

    Follows a symbolic link to the file itself. Raises UnsavedError; the old file then stands untouched.
    """
    target = Path(os.path.realpath(path))
    try:
        with files.beside(target, data) as fresh:
            if target.exists():
                fresh.chmod(target.stat().st_mode & 0o7777)
                files.keep_as(target, backup_of(target))
            os.replace(fresh, target)
        files.sync_folder(target.parent)
    except OSError as error:
        raise UnsavedError(
            f"{path} could not be saved ({error.strerror}); what stood there stands unchanged."
        ) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """The archive's lock, held over a whole read-modify-write. Raises BusyArchiveError, UnsavedError."""
    from filelock import FileLock, Timeout  # who only reads doesn't wait for its import

    lock = FileLock(os.path.realpath(path) + ".lock", timeout=LOCK_SECONDS)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyArchiveError(
            f"{path} is being written by another program; waited {LOCK_SECONDS:.0f} s. Nothing was changed; try again."
        ) from error
    except OSError as error:
        raise UnsavedError(f"{path} can't be locked for writing ({error.strerror}). Nothing was changed.") from error
    try:
        yield
    finally:
        with suppress(OSError):
            lock.release()
