"""Reading a file of records: each is decoded on its own, so that what is wrong is told by line, record and field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from json import JSONDecodeError
from pathlib import Path
from shlex import quote
from typing import Any, NoReturn, TypeAlias

import msgspec
from msgspec import inspect
from msgspec.structs import replace

from store import identity
from store.errors import ImportRefusedError
from store.exchange.entries import Entry, entries
from store.exchange.progress import Through, straight
from store.misfit import misfit
from store.model import TABLES, Actor, Document, Figure, Record, Relation, Statement

VERSION = 1
"""The newest form of the file that we know."""
MAX_BYTES = 256 * 2**20
"""An archive of 100,000 statements is a third of that."""


@dataclass(frozen=True)
class Incoming:
    """What a file holds: its records in the file's order, the line of each by id, and whether it is sample data."""

    path: Path
    records: tuple[Record, ...]
    lines: Mapping[str, int]
    demonstration: bool = False


def read(path: Path, through: Through = straight, data: bytes | None = None) -> Incoming:
    """All records of the file; raises ImportRefusedError, with file, line, record and field, if any of them is bad.

    `data` is what is in the file where that has been read already, as of a pipe.
    A record without an id is given the one that `store.identity` makes of it, a document without sha256 its hash.
    """
    found = _entries(path, data)
    header = {entry.key: entry for entry in found if entry.key not in TABLES}
    _check_header(path, header)
    records: dict[str, Record] = {}
    lines: dict[str, int] = {}
    for entry in through("reading", found):
        if entry.key in TABLES:
            record = _record(path, entry, records)
            if record.id in records:
                refuse(path, entry.line, record.id, "id", f"the id stands on line {lines[record.id]} already.")
            records[record.id], lines[record.id] = record, entry.line
    return Incoming(path, tuple(records.values()), lines, "demonstration" in header)


def refuse(path: Path, line: int | None, record: str | None, field: str | None, problem: str) -> NoReturn:
    """Raises the ImportRefusedError whose sentence begins with the places that are known."""
    places = [
        str(path),
        f"line {line}" if line is not None else "",
        f"record {record}" if record else "",
        f"field {field}" if field else "",
    ]
    raise ImportRefusedError(f"{', '.join(filter(None, places))}: {problem} Nothing of this file went in.")


def _entries(path: Path, data: bytes | None) -> list[Entry]:
    data = _contents(path) if data is None else data
    if len(data) > MAX_BYTES:
        refuse(path, None, None, None, f"the file is larger than {MAX_BYTES // 2**20} MiB; export it in parts.")
    try:
        return list(entries(data.decode("utf-8-sig"), TABLES))
    except UnicodeDecodeError as error:
        refuse(path, data.count(b"\n", 0, error.start) + 1, None, None, "is not UTF-8 text.")
    except JSONDecodeError as error:
        if _is_archive(data):
            _refuse_archive(path)
        cut = "The file was cut short." if error.pos >= len(error.doc.rstrip()) else "Mend it, or export it anew."
        refuse(path, error.lineno, None, None, f"is not JSON as we read it ({error.msg}, column {error.colno}). {cut}")


def _contents(path: Path) -> bytes:
    """No more than shows that it is too large."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        refuse(path, None, None, None, f"can't be read: {error.strerror}.")


def _is_archive(data: bytes) -> bool:
    """Whether it is TinyDB's JSON with our `_meta`: its tables are no lists, which `entries` refuses."""
    try:
        return "_meta" in msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        return False


def _refuse_archive(path: Path) -> NoReturn:
    how = f"sayso --archive {quote(str(path))} export --format json --output {quote(path.stem + '-export.json')}"
    refuse(path, None, None, None, f"is an archive, not an export of one. First export what you want of it ({how}).")


def _check_header(path: Path, header: Mapping[str, Entry]) -> None:
    if "_meta" in header:
        _refuse_archive(path)
    if "sayso" not in header:
        refuse(
            path,
            None,
            None,
            None,
            'is no export of sayso: it lacks "sayso": 1. Make one with: sayso export --format json.',
        )
    version = header["sayso"]
    if type(version.value) is not int or version.value < 1:
        refuse(path, version.line, None, "sayso", "is the number of the file's form, and must be 1.")
    if version.value > VERSION:
        refuse(
            path, version.line, None, "sayso", f"has form {version.value}; this sayso knows {VERSION}. Get a newer one."
        )
    for unknown in header.keys() - {"sayso", "demonstration"}:
        known = ", ".join(TABLES)
        refuse(path, header[unknown].line, None, unknown, f"is no table that we know; they are {known}.")


def _record(path: Path, entry: Entry, others: Mapping[str, Record]) -> Record:
    """The entry as a record of its table; `others` are those before it in the file."""
    kind, value = TABLES[entry.key], entry.value
    if not isinstance(value, dict):
        refuse(path, entry.line, None, entry.key, "has something that is no record.")
    name = value.get("id") if isinstance(value.get("id"), str) else None
    for field in _unknown(value, _shape(kind)):
        refuse(path, entry.line, name, field, "is no field that we know.")
    try:
        record: Record = msgspec.convert({**_blanks(kind), **value}, kind)
        msgspec.json.encode(record)
    except (msgspec.ValidationError, RecursionError) as error:
        found = misfit(error, kind)
        refuse(path, entry.line, name, found.field, found.problem)
    except UnicodeEncodeError as error:
        refuse(path, entry.line, name, None, f"has text that can't be stored ({error.reason}).")
    return _completed(path, entry.line, record, others)


def _blanks(kind: type[Record]) -> dict[str, str]:
    """What may be left out, because we can tell it."""
    return {"id": "", "sha256": ""} if kind is Document else {"id": ""}


Shape: TypeAlias = "dict[str, Shape] | tuple[Shape] | None"
"""Of a value: an object's fields, what the items of a list are, or nothing that has fields."""


@cache
def _shape(kind: type[Record]) -> Shape:
    return _shaped(inspect.type_info(kind))


def _shaped(found: inspect.Type) -> Shape:
    match found:
        case inspect.StructType():
            return {field.encode_name: _shaped(field.type) for field in found.fields}
        case inspect.VarTupleType():
            of_items: tuple[Shape] = (_shaped(found.item_type),)
            return of_items if of_items[0] else None
        case inspect.UnionType():
            shapes = [shape for inner in found.types if (shape := _shaped(inner)) is not None]
            return shapes[0] if shapes else None
        case _:
            return None


def _unknown(value: Any, shape: Shape, place: str = "") -> Iterator[str]:
    """The fields of the value, and of what is in it, that the model hasn't: "speakers[0].role"."""
    if isinstance(shape, dict) and isinstance(value, dict):
        for name, inner in value.items():
            if name not in shape:
                yield f"{place}{name}"
            elif (within := shape[name]) is not None:
                yield from _unknown(inner, within, f"{place}{name}.")
    elif isinstance(shape, tuple) and isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _unknown(inner, shape[0], f"{place.rstrip('.')}[{number}].")


def _completed(path: Path, line: int, record: Record, others: Mapping[str, Record]) -> Record:
    """With its hash and its id. Raises ImportRefusedError for a wrong hash, and an id that isn't one of its table's."""
    if isinstance(record, Document):
        sha256 = identity.text_sha256(record.text)
        if record.sha256 not in ("", sha256):
            refuse(path, line, record.id, "sha256", f"is not the hash of the text, which is {sha256}.")
        record = replace(record, sha256=sha256)
    if not record.id:
        return replace(record, id=_new_id(record, others))
    prefix = identity.PREFIXES[type(record)]
    if not re.fullmatch(rf"{prefix}-[0-9a-z-]{{1,60}}", record.id):
        refuse(path, line, record.id, "id", f"must be {prefix}- and letters a-z, digits or dashes; or leave it out.")
    return record


def _new_id(record: Record, others: Mapping[str, Record]) -> str:
    match record:
        case Document():
            published = record.published.edtf if record.published else None
            return identity.document_id(record.sha256, record.url, record.publisher, published)
        case Actor():
            return identity.actor_id(record.kind, record.name, record.document)
        case Relation():
            return identity.relation_id(record.kind, record.subject, record.object)
        case Statement():
            ids = (identity.statement_id(record.document, record.content, ordinal) for ordinal in count())
        case Figure():
            ids = (identity.figure_id(record.document, record.anchor, ordinal) for ordinal in count())
    return next(candidate for candidate in ids if candidate not in others)
