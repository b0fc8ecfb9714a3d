"""The log as people read it: what is wrong with it is found, line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.storage import log_of
from store.storage.history import checked, former, lines, touching
from store.storage.line import decoded, encoded
from tests.store.conftest import records


@pytest.fixture
def log(archive: Archive, path: Path) -> list[bytes]:
    for note in ("one", "two", "three"):
        mayor = archive.get("ac-mayor")
        archive.apply([Change(replace(mayor, note=note), mayor.revision)], "edit")
    return log_of(path).read_bytes().splitlines(keepends=True)


def forged(raw: bytes) -> bytes:
    """A line with other content and a checksum that fits."""
    line = decoded(raw.rstrip(b"\n"))
    return encoded(replace(line, who="somebody else"))


DAMAGES: dict[str, tuple[Callable[[list[bytes]], list[bytes]], list[int]]] = {
    "nothing": (lambda log: log, []),
    "cut off": (lambda log: [*log[:-1], log[-1][:-4]], []),
    "a letter": (lambda log: [log[0], log[1].replace(b"edit", b"edid").replace(b"army", b"arms"), *log[2:]], [2]),
    "a line gone": (lambda log: [*log[:2], *log[3:]], [3]),
    "the first gone": (lambda log: log[1:], [1]),
    "a line twice": (lambda log: [*log[:3], *log[2:]], [4]),
    "two changed about": (lambda log: [*log[:2], log[3], log[2], log[4]], [3, 4, 5]),
    "a forged line": (lambda log: [*log[:2], forged(log[2]), *log[3:]], [4]),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_wrong_is_told_by_line(log: list[bytes], path: Path, name: str) -> None:
    damage, numbers = DAMAGES[name]
    log_of(path).write_bytes(b"".join(damage(log)))
    assert [fault.number for fault in checked(path).faults] == numbers


def test_a_log_that_ends_before_the_archive_does_is_told(archive: Archive, log: list[bytes], path: Path) -> None:
    archive.fold()
    log_of(path).write_bytes(b"".join(log[:-1]))
    assert [fault.number for fault in checked(path).faults] == [4]
    assert "the archive is at 4" in checked(path).faults[0].problem


def test_where_there_is_no_log_there_is_nothing_wrong_with_it(path: Path) -> None:
    Archive.create(path)
    assert (checked(path), list(lines(path))) == ((0, 0, ()), [])


def test_the_records_that_it_has_whole_are_known(archive: Archive, path: Path) -> None:
    found = former(told.line for told in lines(path) if told.line)
    assert {record.id for record in found} == {record.id for record in records()}


def test_the_change_sets_about_a_record_are_found_the_newest_first(
    archive: Archive, log: list[bytes], path: Path
) -> None:
    army = archive.get("ac-army")
    archive.apply([Change(replace(army, note="x"), army.revision)], "of another")
    assert [line.seq for line in touching(path, "ac-mayor00000")] == [4, 3, 2, 1]
    assert list(touching(path, "ac-mayor")) == []
