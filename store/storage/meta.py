"""The one document of `_meta`: which archive this is, how far its log is folded in, and the digest of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

import msgspec

SCHEMA = 1
"""The newest form of the file that we know."""
HEAD = b'{"_meta": {"1": {"digest":"'
_DIGITS = 8


class Folded(msgspec.Struct, frozen=True):
    """The last line of the log that is in the snapshot: its first byte, the byte after it, its SHA-256.

    Only a hint where to read on: where that line isn't there, the log is read from its beginning.
    """

    start: int
    end: int
    hash: str


class Meta(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Schema version, generation (counts writes of the file), sequence (up to which the log is folded in), sample or
    not, and what binds the log to it: the archive's own number, given at its first write."""

    schema: int
    generation: int = 0
    sequence: int = 0
    demonstration: bool = False
    archive: str = ""
    folded: Folded | None = None


def unknown(row: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a row of `_meta` that this version doesn't know."""
    return {name: value for name, value in row.items() if name not in (*Meta.__struct_fields__, "digest")}


def row(meta: Meta, others: Mapping[str, Any]) -> bytes:
    """The JSON of the row without its digest, from after the place where that stands."""
    shown = {"schema": meta.schema, "generation": meta.generation, "sequence": meta.sequence}
    shown |= {"demonstration": meta.demonstration}
    return b"," + msgspec.json.encode({**shown, **msgspec.to_builtins(meta), **others})[1:]


def sealed(*rest: bytes | memoryview) -> list[bytes | memoryview]:
    """The file of which `rest` are the pieces that come after its digest.

    CRC-32, which an accident doesn't get past, and which costs each start of 100,000 records 30 ms less than SHA-256.
    Whoever can forge the file can forge any digest in it.
    """
    found = 0
    for piece in rest:
        found = crc32(piece, found)
    return [HEAD + b'%08x"' % found, *rest]


def digest(data: bytes) -> str | None:
    """The digest that stands in the file, or its beginning; None where another program wrote it."""
    if not data.startswith(HEAD) or data[len(HEAD) + _DIGITS : len(HEAD) + _DIGITS + 1] != b'"':
        return None
    return data[len(HEAD) : len(HEAD) + _DIGITS].decode("ascii", "replace")


def intact(data: bytes | Iterator[bytes]) -> bool:
    """Whether the file is as we wrote it, to the byte. Of one given in pieces the first must hold the digest."""
    pieces = iter((data,)) if isinstance(data, bytes) else data
    first = next(pieces, b"")
    expected, found = digest(first), crc32(memoryview(first)[len(HEAD) + _DIGITS + 1 :])
    for piece in pieces:
        found = crc32(piece, found)
    return expected is not None and expected == f"{found:08x}"
