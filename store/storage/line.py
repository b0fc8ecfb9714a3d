"""One line of an archive's log: a change set with who, when and why, its checksum, and the hash of the line before."""

from __future__ import annotations

from functools import cache
from zlib import crc32

import msgspec

from store.storage.changes import Changed

FORM = 1
"""The newest form of the log that we know."""
_CRC = 8


class Line(msgspec.Struct, frozen=True, omit_defaults=True, rename={"as_": "as", "before": "prev"}):
    """One change set. Lines follow each other by `seq`, whatever the clock says; `before` is the last one's hash.

    The first line of a log has `log`, its form, and the number of the `archive` it belongs to; its `seq` is that up to
    which the snapshot was written then. `bulk` names by table the ids of an import whose records stand in the snapshot
    alone: it holds once the snapshot has its `seq`. `void` is the `seq` of a bulk line whose records never came in.
    `foreign` says that another program changed the snapshot, and `passed_over` which of its values gave way to the
    log's. `purged` is id -> table of what was taken out of all lines before, and `rewritten` the hash that the last of
    them had until then.
    """

    seq: int
    at: str
    who: str
    before: str = ""
    as_: str = ""
    what: str = ""
    changes: tuple[Changed, ...] = ()
    bulk: dict[str, tuple[str, ...]] | None = None
    void: int | None = None
    foreign: bool = False
    passed_over: tuple[Changed, ...] = ()
    purged: dict[str, str] = {}
    rewritten: str = ""
    log: int | None = None
    archive: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """The records it is about, as far as it names them."""
        named = (record_id for ids in (self.bulk or {}).values() for record_id in ids)
        return frozenset(change.id for change in (*self.changes, *self.passed_over)).union(named)

    @property
    def begins(self) -> bool:
        """Whether it is a log's first line, which changes nothing."""
        return self.log is not None

    @property
    def by(self) -> str:
        """Who wrote it: the login, and the name that was set beside it."""
        return f"{self.who} (as {self.as_})" if self.as_ else self.who


class Read(msgspec.Struct, frozen=True):
    """A line as it was found: its first byte in the log, the byte after it, and its hash."""

    line: Line
    start: int
    end: int
    hash: str


@cache
def _decoder() -> msgspec.json.Decoder[Line]:
    return msgspec.json.Decoder(Line)


def encoded(line: Line) -> bytes:
    """`crc32 JSON`, and the end of the line."""
    json = msgspec.json.encode(line)
    return b"%08x " % crc32(json) + json + b"\n"


def decoded(raw: bytes) -> Line:
    """The line, given without its end. Raises ValueError with what is wrong, as the end of a sentence."""
    if raw[_CRC : _CRC + 1] != b" " or raw[:_CRC] != b"%08x" % crc32(memoryview(raw)[_CRC + 1 :]):
        raise ValueError("is not what was written: its checksum is another.")
    try:
        line = _decoder().decode(memoryview(raw)[_CRC + 1 :])
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError(f"can't be read ({error}).") from error
    if line.log is not None and line.log > FORM:
        raise ValueError(f"is of form {line.log}; this sayso knows {FORM}. Open it with a newer one.")
    return line


def hashed(raw: bytes) -> str:
    """SHA-256 of a line without its end, in lower-case hex."""
    from hashlib import sha256  # who finds no line to read doesn't wait for OpenSSL

    return sha256(raw).hexdigest()
