"""What an archive holds, as plain values that can be compared, and the edits that the proofs make."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from msgspec.structs import replace

from store.archive import Archive, Change
from store.model import TABLES, Actor, Record
from store.storage.line import decoded, hashed
from store.storage.names import log_of

State: TypeAlias = dict[str, Record]
EDITED = "ac-mayor00000"


def held(archive: Archive) -> State:
    return {record_id: record for name in TABLES for record_id, record in archive.records.table(name).items()}


def found(path: Path) -> State:
    """What whoever opens the archive now sees. Raises what opening does."""
    return held(Archive.open(path, read_only=True))


def edit(archive: Archive, note: str) -> int:
    mayor = archive.get(EDITED)
    return archive.apply([Change(replace(mayor, note=note), mayor.revision)], "edit")


def people(prefix: str, count: int) -> list[Change]:
    return [
        Change(Actor(id=f"ac-{prefix}{number:08}", name=f"One of {prefix}", kind="person"), 0)
        for number in range(count)
    ]


def broken_chain(path: Path, until: int) -> str | None:
    """What is wrong with the log, line by line from its beginning; None where it holds, up to line `until` at least.

    A last line that was cut, or has NULs in it, was never acknowledged. Looks itself and asks nobody.
    """
    file = log_of(path)
    lines = file.read_bytes().split(b"\n") if file.exists() else [b""]
    if lines[-1] == b"" and len(lines) > 1 and b"\0" in lines[-2]:
        lines.pop()
    before, sequence = "", None
    for number, raw in enumerate(lines[:-1], 1):
        try:
            line = decoded(raw)
        except ValueError as error:
            return f"line {number} {error}"
        if number == 1 and line.log is None:
            return "line 1 is no beginning"
        if number > 1 and (line.before != before or line.seq != (sequence or 0) + 1):
            return f"line {number} doesn't follow"
        before, sequence = hashed(raw), line.seq
    return None if (sequence or 0) >= until else f"it ends with line {sequence}, and the archive is at {until}"
