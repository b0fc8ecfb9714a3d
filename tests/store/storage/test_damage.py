"""Damaged files: refused in a sentence that says where, or read as they are; never a traceback, never a change."""

from __future__ import annotations

import json
import os
import random
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from store.archive import Archive, Change
from store.errors import ArchiveError, DamagedArchiveError, NewerArchiveError
from store.storage import backup_of, log_of

Damage = Callable[[bytes], bytes]
MAYOR = b'"id":"ac-mayor00000"'


@pytest.fixture
def whole(archive: Archive, path: Path) -> bytes:
    """The archive with an edit folded in and another that waits in the log."""
    for note in ("one", "two"):
        mayor = archive.get("ac-mayor")
        archive.apply([Change(replace(mayor, note=note), mayor.revision)], "edit")
        if note == "one":
            archive.fold()
    return path.read_bytes()


def swapped(old: bytes, new: bytes) -> Damage:
    def swap(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new, 1)

    return swap


def in_front_of_the_mayor(words: bytes) -> Damage:
    return swapped(MAYOR, words + b"," + MAYOR)


def doubled_line(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if MAYOR in line)
    return b"".join([*lines[: at + 1], lines[at], *lines[at + 1 :]])


def renamed(key: bytes) -> Damage:
    """Another key for the mayor."""
    return lambda data: re.sub(rb'\n"\d+"(: [^\n]*"id":"ac-mayor)', rb'\n"%b"\1' % key, data, count=1)


def tinydb_of_somebody(data: bytes) -> bytes:
    return b'{"_default": {"1": {"name": "x", "count": 3}}}'


SNAPSHOTS: dict[str, tuple[Damage, str]] = {
    "empty": (lambda _: b"", "is empty"),
    "only white space": (lambda _: b" \n\n ", "is empty"),
    "cut in a record": (lambda data: data[: data.index(MAYOR) + 9], r"line \d+: the file ends in the middle"),
    "cut after a line": (lambda data: data[: data.index(b"\n", data.index(MAYOR))], "cut short"),
    "NULs at the end": (lambda data: data[:-20] + b"\0" * 20, "is not JSON|cut short"),
    "NULs all over": (lambda data: b"\0" * len(data), "is not JSON"),
    "a NUL in a text": (swapped(b"The army", b"The\0army"), "is not JSON"),
    "a byte order mark": (lambda data: b"\xef\xbb\xbf" + data, "byte order mark"),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), "is not JSON"),
    "Latin-1": (swapped("ć".encode(), b"\xe6"), r"line \d+: is not UTF-8"),
    "a list": (lambda _: b"[1, 2, 3]", "no object of tables"),
    "a number": (lambda _: b"17", "no object of tables"),
    "a text": (lambda _: b'"archive"', "no object of tables"),
    "no JSON": (lambda _: b"PK\x03\x04 something else", "is not JSON"),
    "two in one file": (lambda data: data + data, "is not JSON"),
    "someone else's TinyDB file": (tinydb_of_somebody, "no _meta table"),
    "an empty _meta": (lambda data: b'{"_meta": {}' + data[data.index(b",\n") :], "it is empty"),
    "a _meta that is a list": (lambda data: b'{"_meta": []' + data[data.index(b",\n") :], "_meta doesn't fit"),
    "a schema that is a text": (swapped(b'"schema":1', b'"schema":"1"'), "schema has a text"),
    "the same record twice, one key": (doubled_line, r"line \d+, record ac-mayor00000: '\d+' stands twice"),
    "the same record, two keys": (
        lambda data: renamed(b"77")(doubled_line(data)),
        r"line \d+, record ac-mayor00000, field id: the id stands twice",
    ),
    "the same field twice": (in_front_of_the_mayor(b'"name":"Somebody else"'), r"record ac-mayor00000: 'name' stands"),
    "the same table twice": (lambda data: data.rstrip()[:-1] + b',\n"actors": {}}\n', "'actors' stands twice"),
    "NaN": (in_front_of_the_mayor(b'"x":NaN'), "record ac-mayor00000: NaN is no number"),
    "1e999": (in_front_of_the_mayor(b'"x":1e999'), "record ac-mayor00000: 1e999 is too large a number"),
    "a number of 10,000 digits": (in_front_of_the_mayor(b'"x":' + b"9" * 10_000), "9… is too large a number"),
    "nested 100,000 deep": (
        in_front_of_the_mayor(b'"x":' + b"[" * 100_000 + b"]" * 100_000),
        "nested too deeply",
    ),
    "half of a surrogate pair": (in_front_of_the_mayor(b'"description":"\\ud800"'), r"record ac-mayor00000: has half"),
    "a key that is no number": (renamed(b"one"), "'one' is no number"),
    "a table that is a list": (lambda data: data.rstrip()[:-1] + b',\n"x": []}\n', ""),
    "a record that is a list": (swapped(b"}\n}", b"]\n}"), "is not JSON"),
    "a field of the wrong kind": (swapped(b'"name":"The army"', b'"name":3'), "record ac-army000000, field name"),
    "a newer version": (swapped(b'"schema":1', b'"schema":2'), "schema version 2"),
    "a letter changed": (swapped(b"The army", b"The arms"), ""),
}
"""What is done to the file, and what is said of it; "" where it is read as it stands."""


def opened(path: Path) -> Archive:
    archive = Archive.open(path)
    archive.decode()
    return archive


@pytest.mark.parametrize("name", SNAPSHOTS)
def test_a_damaged_snapshot_is_told_with_its_place_or_read_as_it_stands(whole: bytes, path: Path, name: str) -> None:
    damage, says = SNAPSHOTS[name]
    data = damage(whole)
    path.write_bytes(data)
    log = log_of(path).read_bytes()
    if says:
        with pytest.raises((DamagedArchiveError, NewerArchiveError), match=says) as caught:
            opened(path)
        assert str(path) in str(caught.value)
        if "_meta table" not in says and name != "a newer version":
            assert backup_of(path).name in str(caught.value)
    else:
        archive = opened(path)
        assert archive.get("ac-mayor").note == "two"
    assert (path.read_bytes(), log_of(path).read_bytes()) == (data, log)


def test_what_was_changed_by_hand_is_kept_and_goes_into_the_log(whole: bytes, path: Path) -> None:
    path.write_bytes(whole.replace(b'"name":"The army"', b'"name":"The arms"', 1))
    with Archive.open(path) as archive:
        army = archive.get("ac-army")
        assert getattr(army, "name") == "The arms"  # noqa: B009 - not every record has one
        archive.apply([Change(replace(army, note="mine"), army.revision)], "edit")
    assert b'"what":"changed by another program"' in log_of(path).read_bytes()
    with TinyDB(path) as plain:
        (row,) = plain.table("actors").search(lambda row: row["id"] == "ac-army000000")
    assert (row["name"], row["note"]) == ("The arms", "mine")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 40)


def _circle(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.parametrize("make", [_pipe, _socket, Path.mkdir, _huge, _circle], ids=lambda make: make.__name__)
def test_what_is_no_file_of_records_is_told_and_never_waited_for(
    path: Path, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    make(path)
    with pytest.raises(ArchiveError, match=r"can't be read|larger than"):
        Archive.open(path)


@pytest.mark.parametrize("make", [_pipe, Path.mkdir], ids=lambda make: make.__name__)
def test_a_log_that_is_no_file_is_told(archive: Archive, path: Path, make: Callable[[Path], None]) -> None:
    log_of(path).unlink()
    make(log_of(path))
    with pytest.raises(DamagedArchiveError, match=r"\.log: can't be read"):
        Archive.open(path)


LOGS: dict[str, tuple[Damage, str]] = {
    "empty": (lambda _: b"", ""),
    "no log": (lambda _: b"hello\nworld\n", "line 1: is not what was written"),
    "no line": (lambda _: b"\n", "line 1: is not what was written"),
    "NULs": (lambda data: b"\0" * len(data), ""),
    "a byte order mark": (lambda data: b"\xef\xbb\xbf" + data, "line 1"),
    "other line ends": (lambda data: data.replace(b"\n", b"\r\n"), "line 1"),
    "a first line that is cut off": (lambda data: data.partition(b"\n")[2], "line 1: is not how a log begins"),
    "a newer form": (lambda data: data, ""),
    "a letter in the last line": (lambda data: data[:-30] + bytes([data[-30] ^ 1]) + data[-29:], "line 4: is not what"),
    "the last line twice": (lambda data: data + data.splitlines(keepends=True)[-1], "line 5: doesn't follow"),
    "a line that another program added": (lambda data: data + b"note to self\n", "line 5: is not what was written"),
    "half a line that another program added": (lambda data: data + b"note to self", ""),
}


@pytest.mark.parametrize("name", LOGS)
def test_a_damaged_log_is_told_with_its_line_or_is_none(whole: bytes, path: Path, name: str) -> None:
    damage, says = LOGS[name]
    damaged = damage(log_of(path).read_bytes())
    log_of(path).write_bytes(damaged)
    if says:
        with pytest.raises(DamagedArchiveError, match=says) as caught:
            opened(path)
        assert str(log_of(path)) in str(caught.value)
    else:
        assert opened(path).get("ac-mayor").note in ("one", "two")
    assert (path.read_bytes(), log_of(path).read_bytes()) == (whole, damaged)


DEBRIS = (b'"', b"}", b"\\", b"\\ud800", b"\0", b"1e999", b",", b"\n", b"\xff", b"[[[[", b"-")


def mutated(data: bytes, random_: random.Random) -> bytes:
    """A few bytes changed, put in, taken out, or moved."""
    changed = bytearray(data)
    for _ in range(random_.randint(1, 4)):
        at, length = random_.randrange(len(changed)), random_.randint(1, 30)
        match random_.randrange(5):
            case 0:
                changed[at] ^= 1 << random_.randrange(8)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = random_.choice(
                    [b'"', b"}", b"\\", b"\0", b"1e999", b",", b"\n", b"\xff", b"[[[[", b"-"]
                )
            case 3:
                changed[at:at] = changed[at : at + length]
            case _:
                other = random_.randrange(len(changed))
                changed[at : at + length] = changed[other : other + length]
    return bytes(changed)


def _told(path: Path) -> Iterator[str]:
    """All that can be read of the archive, or what is said of it."""
    try:
        archive = opened(path)
    except ArchiveError as error:
        yield str(error)
    else:
        yield from (str(record) for record in archive.records)


@pytest.mark.parametrize("which", ["snapshot", "log"])
def test_whatever_is_changed_in_a_small_archive_is_no_traceback_and_no_change(
    whole: bytes, path: Path, which: str
) -> None:
    file = path if which == "snapshot" else log_of(path)
    kept, random_ = {name: name.read_bytes() for name in (path, log_of(path))}, random.Random(which)
    sound = list(_told(path))
    silent = 0
    for _ in range(600):
        data = mutated(kept[file], random_)
        file.write_bytes(data)
        found = list(_told(path))
        assert found
        assert file.read_bytes() == data
        silent += which == "log" and data != kept[file] and found not in (sound,) and len(found) > 1
    assert silent <= 60  # a last line that is cut off is as if it had never been written
    for name, data in kept.items():
        name.write_bytes(data)
    assert json.loads(whole)["_meta"]


def test_an_object_where_a_name_should_be_is_told(whole: bytes, path: Path) -> None:
    path.write_bytes(whole.replace(b'"documents": {', b'{"documents": 1} {', 1))
    with pytest.raises(DamagedArchiveError, match="line 2"):
        Archive.open(path)
