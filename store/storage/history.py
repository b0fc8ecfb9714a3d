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
from store.storage.snapshot import head
from store.system import SYSTEM, System


class Fault(NamedTuple):
    """What is wrong with a line of the log, which counts from 1."""

    number: int
    problem: str


class Told(NamedTuple):
    """A line of the log and its number; the line is None where it can't be read, `problem` then says why."""

    number: int
    line: Line | None
    problem: str = ""


def lines(path: Path, system: System = SYSTEM) -> Iterator[Told]:
    """Every line, oldest first; none where there is no log. A last one that was cut off doesn't count.

    Raises DamagedArchiveError where the log can't be read at all.
    """
    data = _read(path, system)
    for number, raw in enumerate(data.split(b"\n")[:-1], 1):
        try:
            yield Told(number, decoded(raw))
        except ValueError as error:
            yield Told(number, None, str(error))


def faults(path: Path, system: System = SYSTEM) -> Iterator[Fault]:
    """What is wrong with the log: lines that were changed, taken out or put in, and another archive's log."""
    data, found = _read(path, system), head(path, system)
    before: str | None = ""  # None: of a line that can't be read, and was told
    sequence: int | None = None
    for number, raw in enumerate(data.split(b"\n")[:-1], 1):
        try:
            line = decoded(raw)
        except ValueError as error:
            yield Fault(number, str(error))
            before, sequence = None, None if sequence is None else sequence + 1
            continue
        if number == 1:
            if line.log is None:
                yield Fault(1, "is not how a log begins.")
            elif found and line.archive != found.meta.archive:
                yield Fault(1, "is of the log of another archive.")
        elif before not in (None, line.before) or (sequence is not None and line.seq != sequence + 1):
            yield Fault(number, "doesn't follow the line before it.")
        before, sequence = hashed(raw), line.seq
    if found and data and sequence is not None and sequence < found.meta.sequence:
        yield Fault(data.count(b"\n"), f"is the last, with number {sequence}; the archive is at {found.meta.sequence}.")


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
