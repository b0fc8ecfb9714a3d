"""The log as it is read by people: every line from the first on, and whether the chain of them holds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from store import files
from store.errors import DamagedArchiveError
from store.model import TABLES, Record
from store.storage.line import Line, decoded, hashed
from store.storage.names import log_of
from store.storage.snapshot import Head, head
from store.system import SYSTEM, System


class Fault(NamedTuple):
    """What is wrong with a line of the log, which counts from 1."""

    number: int
    problem: str


class Checked(NamedTuple):
    """How many lines a log has, how many of them are change sets that can be read, and what is wrong with it."""

    lines: int
    change_sets: int
    faults: tuple[Fault, ...]


class Told(NamedTuple):
    """A line of the log and its number; the line is None where it can't be read, `problem` then says why."""

    number: int
    line: Line | None
    problem: str = ""


def lines(path: Path, system: System = SYSTEM) -> Iterator[Told]:
    """Every line, oldest first; none where there is no log. A last one that was cut off doesn't count.

    Raises DamagedArchiveError where the log can't be read at all.
    """
    return (told for _, told in _told(_read(path, system)))


def touching(path: Path, record_id: str, system: System = SYSTEM) -> Iterator[Line]:
    """The change sets that are about the record, newest first; what can't be read is left out. Raises as `lines`."""
    named = record_id.encode()
    for raw in reversed(_read(path, system).split(b"\n")[:-1]):
        if named in raw:
            with suppress(ValueError):
                line = decoded(raw)
                if record_id in line.ids:
                    yield line


def checked(path: Path, system: System = SYSTEM) -> Checked:
    """Whether the chain of lines holds: which were changed, taken out or put in, and whether it is another's log.

    Reads the log once. Raises as `lines`.
    """
    data, found = _read(path, system), head(path, system)
    count = change_sets = 0

    def counted() -> Iterator[tuple[bytes, Told]]:
        nonlocal count, change_sets
        for raw, entry in _told(data):
            count += 1
            change_sets += bool(entry.line and not entry.line.begins)
            yield raw, entry

    faults = tuple(_faults(counted(), found))
    return Checked(count, change_sets, faults)


def _told(data: bytes) -> Iterator[tuple[bytes, Told]]:
    """Each line as it stands there, and as it is read."""
    for number, raw in enumerate(data.split(b"\n")[:-1], 1):
        try:
            told = Told(number, decoded(raw))
        except ValueError as error:
            told = Told(number, None, str(error))
        yield raw, told


def _faults(told: Iterable[tuple[bytes, Told]], found: Head | None) -> Iterator[Fault]:
    before: str | None = ""  # None: of a line that can't be read, and was told
    sequence: int | None = None
    number = 0
    for raw, (number, line, problem) in told:
        if line is None:
            yield Fault(number, problem)
            before, sequence = None, None if sequence is None else sequence + 1
            continue
        if number == 1:
            if not line.begins:
                yield Fault(1, "is not how a log begins.")
            elif found and line.archive != found.meta.archive:
                yield Fault(1, "is of the log of another archive.")
        elif before not in (None, line.before) or (sequence is not None and line.seq != sequence + 1):
            yield Fault(number, "doesn't follow the line before it.")
        before, sequence = hashed(raw), line.seq
    if found and sequence is not None and sequence < found.meta.sequence:
        yield Fault(number, f"is the last, with number {sequence}; the archive is at {found.meta.sequence}.")


def former(told: Iterable[Line]) -> list[Record]:
    """The records that lines have whole, each as it was told last, by id."""
    found: dict[str, Record] = {}
    for line in told:
        for change in line.changes:
            row = change.new or change.gone
            if row and change.table in TABLES:
                with suppress(msgspec.ValidationError):
                    found[change.id] = msgspec.convert(row, TABLES[change.table])
    return list(found.values())


def _read(path: Path, system: System) -> bytes:
    file = log_of(path)
    try:
        with files.opened(file, os.O_RDONLY | os.O_NONBLOCK, system=system) as fd:
            return files.read_on(fd, 0, system, system.fstat(fd).st_size)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise DamagedArchiveError(file, f"can't be read: {error.strerror}.", advice="Nothing was changed.") from error
