"""Small archives with something wrong in a few bytes: told, or opened as they once were; nothing changes in silence."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from store.archive import Archive, Change, Removal
from store.errors import SaysoError
from store.storage.names import log_of
from tests.store.conftest import records
from tests.store.proofs.conftest import Tell
from tests.store.proofs.states import State, edit, held, people


def _flip(data: bytearray, draw: Random) -> None:
    for _ in range(draw.choice([1, 1, 1, 2, 8])):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)


def _cut(data: bytearray, draw: Random) -> None:
    del data[draw.randrange(len(data)) :]


def _take_out(data: bytearray, draw: Random) -> None:
    start = draw.randrange(len(data))
    del data[start : start + draw.choice([1, 2, 10, 100])]


def _insert(data: bytearray, draw: Random) -> None:
    what = draw.choice(
        [b"\0", b"\n", b" ", b'"', b"\\", b"{", b"[" * 5000, b"\xff", b"\xef\xbb\xbf", b"9" * 5000, b"x"]
    )
    at = draw.randrange(len(data) + 1)
    data[at:at] = what * draw.choice([1, 1, 3])


def _zeros(data: bytearray, draw: Random) -> None:
    start = draw.randrange(len(data))
    end = min(len(data), start + draw.choice([1, 8, 512]))
    data[start:end] = bytes(end - start)


def _double_a_line(data: bytearray, draw: Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    at = draw.randrange(len(lines))
    lines.insert(draw.choice([at, draw.randrange(len(lines))]), lines[at])
    data[:] = b"".join(lines)


def _swap_lines(data: bytearray, draw: Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    data[:] = b"".join(lines)


def _drop_a_line(data: bytearray, draw: Random) -> None:
    lines = bytes(data).splitlines(keepends=True)
    del lines[draw.randrange(len(lines))]
    data[:] = b"".join(lines)


def _of_elsewhere(data: bytearray, draw: Random) -> None:
    start, other, size = draw.randrange(len(data)), draw.randrange(len(data)), draw.choice([1, 4, 50])
    data[start : start + size] = data[other : other + size]


MUTATIONS: list[Callable[[bytearray, Random], None]] = [
    _flip, _flip, _flip, _cut, _take_out, _insert, _zeros, _double_a_line, _swap_lines, _drop_a_line, _of_elsewhere,
]  # fmt: skip


class Specimen:
    """An archive's snapshot and log, and all states that it has ever been in."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "archive.json"
        archive = Archive.create(self.path)
        self.states: list[State] = [held(archive)]
        for step in self._steps():
            step(archive)
            self.states.append(held(archive))
        self.files = {file: file.read_bytes() for file in (self.path, log_of(self.path))}

    @staticmethod
    def _steps() -> list[Callable[[Archive], object]]:
        return [
            lambda archive: archive.apply([Change(record, 0) for record in records()], "made"),
            lambda archive: edit(archive, "before the fold"),
            lambda archive: archive.fold(),
            lambda archive: edit(archive, "one “quoted” \\ word"),
            lambda archive: archive.apply(people("late", 2), "import"),
            lambda archive: archive.apply([Removal("re-1111111111", 1)], "taken out"),
            lambda archive: edit(archive, "the last"),
        ]

    def mutate(self, draw: Random) -> Path:
        """Spoils one of the files; which."""
        for file, data in self.files.items():
            file.write_bytes(data)
        file = draw.choice(list(self.files))
        data = bytearray(self.files[file])
        while bytes(data) == self.files[file]:
            draw.choice(MUTATIONS)(data, draw)
        file.write_bytes(data)
        return file


@pytest.mark.parametrize("times", [1500, pytest.param(100_000, marks=pytest.mark.slow)])
def test_what_was_spoilt_is_told_or_stands_as_it_once_did(times: int, memory: Path, tell: Tell) -> None:
    specimen, outcomes, wrong = Specimen(memory), dict[str, int](), []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for seed in range(times):
        spoilt = specimen.mutate(Random(seed))
        outcome = looked_at(specimen, spoilt)
        if outcome.startswith("!"):
            wrong.append((seed, outcome[:400]))
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10
    tell(f"{times} spoilt files: {outcomes}, memory grew by {grown} MB")
    assert not wrong, (len(wrong), wrong[:10])
    assert grown < 200


def looked_at(specimen: Specimen, spoilt: Path) -> str:
    """What comes of opening it; "!" and what is wrong with that."""
    try:
        archive = Archive.open(specimen.path, read_only=True)
        state = held(archive)
    except SaysoError as error:
        named = str(specimen.path) in str(error)
        return "told" if named else f"! the file isn't named: {error}"
    except Exception as error:  # noqa: BLE001 - which is what must not be
        return f"! {type(error).__name__}: {error}"
    if state in specimen.states:
        return "as it was" if state == specimen.states[-1] else "as it once was"
    if not archive._view.intact:
        return "opened, and known to be changed by another"
    return f"! another state, from {spoilt.name}"
