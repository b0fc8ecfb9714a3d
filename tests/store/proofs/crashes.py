"""What may be on the disk after a power cut: any part of what was not made durable, in any choice.

A file's data is durable after its fsync, names are after one of the folder. Until then each write may be there, not be
there, be there in part, or have left zeros in its place, and each change of names may have happened or not. A rename is
never seen half done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from random import Random
from typing import Any, NamedTuple

from tests.store.proofs.recording import (
    Acknowledged,
    Cut,
    FolderSynced,
    Named,
    Operation,
    Start,
    Synced,
    Unsynced,
    Written,
)

SECTOR = 512
_ALL_OF = 7
"""Of so many pending operations every choice is tried; of more, each beginning and each one left out."""
_AT_MOST = 4000
"""States after one operation; of more, so many are drawn."""


class Crash(NamedTuple):
    """What stands in the folder, after how many acknowledged steps, and after which operation, from 0."""

    files: dict[str, bytes]
    acknowledged: int
    at: int


def crashes(start: Start, operations: Sequence[Operation]) -> Iterator[Crash]:
    """Every state that a power cut may leave, each once."""
    disk, seen, acknowledged = _Disk(start), set[tuple[object, ...]](), 0
    for at, operation in enumerate((None, *operations), -1):
        if isinstance(operation, Acknowledged):
            acknowledged += 1
        elif operation is not None:
            disk.take(operation)
        for files in disk.states():
            key = (acknowledged, *sorted((name, data) for name, data in files.items() if not name.startswith(".")))
            if key not in seen:
                seen.add(key)
                yield Crash(files, acknowledged, at)


class _Disk:
    """What is durable, and what is pending."""

    def __init__(self, start: Start) -> None:
        self.names = dict(start.names)
        self.contents = {file: frozenset({data}) for file, data in start.contents.items()}
        self.renamed: list[Named] = []
        self.written: dict[int, list[Written | Cut]] = {}
        self._drawn = Random(1)

    def take(self, operation: Operation) -> None:
        if isinstance(operation, Written | Cut):
            self.written.setdefault(operation.file, []).append(operation)
        elif isinstance(operation, Synced):
            pending = self.written.pop(operation.file, [])
            self.contents[operation.file] = frozenset(_applied(data, pending) for data in self._on(operation.file))
        elif isinstance(operation, Unsynced):
            pending = self.written.pop(operation.file, [])
            writes = [one for one in pending if isinstance(one, Written)]
            self.contents[operation.file] = frozenset(_variants(self._on(operation.file), writes))
            self.written[operation.file] = [one for one in pending if isinstance(one, Cut)]
        elif isinstance(operation, Named):
            self.renamed.append(operation)
        elif isinstance(operation, FolderSynced):
            self.names, self.renamed = _renamed(self.names, self.renamed), []

    def _on(self, file: int) -> frozenset[bytes]:
        """What may be durable of the file: one thing, unless an fsync of it failed."""
        return self.contents.get(file, frozenset({b""}))

    def states(self) -> Iterator[dict[str, bytes]]:
        unsure = {*self.written, *(file for file, found in self.contents.items() if len(found) > 1)}
        contents = {file: sorted(_variants(self._on(file), self.written.get(file, []))) for file in unsure}
        for choice in _choices(self.renamed):
            names = _renamed(self.names, choice)
            open_files = sorted(file for file in set(names.values()) if file in contents)
            count = 1
            for file in open_files:
                count *= len(contents[file])
            tried: Iterator[tuple[bytes, ...]] = product(*(contents[file] for file in open_files))
            if count > _AT_MOST:
                tried = (tuple(self._drawn.choice(contents[file]) for file in open_files) for _ in range(_AT_MOST))
            for found in tried:
                chosen = dict(zip(open_files, found, strict=True))
                yield {name: chosen[file] if file in chosen else min(self._on(file)) for name, file in names.items()}


def _variants(durable: frozenset[bytes], pending: Sequence[Written | Cut]) -> set[bytes]:
    """What may stand in a file of what was to be written on what is durable."""
    chosen = list(_choices(pending))
    for number, operation in enumerate(pending):
        if isinstance(operation, Written):
            for part in _parts(operation):
                chosen.append([*pending[:number], *part])
                chosen.append([*pending[:number], *part, *pending[number + 1 :]])
    return {_applied(data, choice) for data in durable for choice in chosen}


def _renamed(names: dict[str, int], operations: Sequence[Named]) -> dict[str, int]:
    fresh: dict[str, int | None] = dict(names)
    for operation in operations:
        fresh.update(operation.names)
    return {name: file for name, file in fresh.items() if file is not None}


def _applied(data: bytes, operations: Sequence[Written | Cut]) -> bytes:
    for operation in operations:
        if isinstance(operation, Cut):
            data = data[: operation.size].ljust(operation.size, b"\0")
        else:
            end = operation.offset + len(operation.data)
            data = data[: operation.offset].ljust(operation.offset, b"\0") + operation.data + data[end:]
    return data


def _choices(pending: Sequence[Any]) -> Iterator[Sequence[Any]]:
    if len(pending) <= _ALL_OF:
        for kept in product((True, False), repeat=len(pending)):
            yield [one for one, there in zip(pending, kept, strict=True) if there]
        return
    for number in range(len(pending) + 1):
        yield pending[:number]
        yield [*pending[:number], *pending[number + 1 :]]
        yield pending[number : number + 1]


def _parts(whole: Written) -> Iterator[list[Written]]:
    """One write as it may have been broken: cut short, zeros for all of it, for a sector of it, for all but one."""
    file, offset, data = whole
    size = len(data)
    edges = [edge - offset for edge in range(offset - offset % SECTOR, offset + size, SECTOR)] + [size]
    edges = [max(edge, 0) for edge in edges]
    for cut in {1, size // 2, size - 1, *edges[1:-1]}:
        yield [Written(file, offset, data[:cut])]
    yield [Written(file, offset, bytes(size))]
    for start, end in pairwise(edges):
        yield [Written(file, offset, data[:start] + bytes(end - start) + data[end:])]
        yield [Written(file, offset, bytes(start) + data[start:end] + bytes(size - end))]
        yield [Written(file, offset, data[:start] + bytes(size - start))]
