"""A purge: nothing of it is left in the file, the log or the copies, and the chain of lines holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change, Update
from store.errors import SaysoError
from store.purging import plan
from store.storage.history import checked, lines
from tests.store.conftest import records
from tests.store.faults import Faulty


@pytest.fixture
def told(archive: Archive, path: Path) -> Archive:
    """What the mayor said was edited three times: it stands in the file, the log and two copies."""
    for note in ("secret one", "secret two", "secret three"):
        statement = archive.get("st-1")
        archive.apply([Change(replace(statement, note=note), statement.revision)], f"edit {note}")
        if note != "secret three":
            archive.fold()
    return archive


def purge(archive: Archive, *ids: str) -> None:
    planned = plan(archive.records, ids)
    archive.purge(planned.tables, planned.blank, "purge: asked by her")


def holding(path: Path, words: bytes) -> list[str]:
    return [file.name for file in sorted(path.parent.iterdir()) if file.is_file() and words in file.read_bytes()]


def test_nothing_of_it_is_left_in_any_file(told: Archive, path: Path) -> None:
    assert len(holding(path, b"secret")) >= 3
    assert len(holding(path, b"We counted")) >= 3
    purge(told, "st-1")
    assert holding(path, b"secret") == []
    assert holding(path, b'We counted 12 dead.\\""}') == []
    assert "st-1111111111" not in told.records.statements
    assert "st-1111111111" not in Archive.open(path).records.statements


def test_the_rest_is_as_it_was(told: Archive, path: Path) -> None:
    purge(told, "st-1")
    gone = {"st-1111111111", "fi-1111111111", "re-1111111111"}
    assert {record.id for record in Archive.open(path).records} == {record.id for record in records()} - gone
    told.apply([Change(replace(told.get("ac-army"), note="later"), 1)])
    assert Archive.open(path).get("ac-army").note == "later"


def test_the_chain_of_lines_holds_and_a_line_without_content_says_that_it_was_done(told: Archive, path: Path) -> None:
    before = [entry.line for entry in lines(path)]
    purge(told, "st-1")
    assert checked(path).faults == ()
    after = [entry.line for entry in lines(path)]
    assert len(after) == len(before) + 1
    tomb = after[-1]
    assert tomb is not None
    assert tomb.purged == {"st-1111111111": "statements", "fi-1111111111": "figures", "re-1111111111": "relations"}
    assert tomb.what == "purge: asked by her"
    assert tomb.rewritten


def test_an_actor_whom_others_name_stays_without_a_name(told: Archive, path: Path) -> None:
    purge(told, "ac-mayor")
    assert holding(path, "Petrović".encode()) == []
    fresh = Archive.open(path)
    assert fresh.records.actor_name("ac-mayor00000") == "(removed)"
    assert fresh.get("st-1").id == "st-1111111111"
    assert checked(path).faults == ()


def test_whoever_has_it_open_sees_it_go(told: Archive, path: Path) -> None:
    other = Archive.open(path)
    other.decode()
    purge(told, "st-1")
    update = other.refresh()
    assert isinstance(update, Update)
    assert update.ids >= {"st-1111111111"}
    assert "st-1111111111" not in other.records.statements
    other.apply([Change(replace(other.get("ac-army"), note="later"), 1)])
    told.refresh()
    assert told.get("ac-army").note == "later"


def test_what_the_archive_has_no_more_goes_from_log_and_copies(told: Archive, path: Path) -> None:
    from store.archive import Removal

    statement = told.get("st-1")
    told.apply([Removal(statement.id, statement.revision)], "undo")
    planned = plan(told.records, ["st-1"], told.former())
    assert "st-1111111111" in planned.tables
    told.purge(planned.tables, planned.blank, "purge")
    assert holding(path, b"secret") == []


def test_a_copy_that_cannot_be_read_is_removed(told: Archive, path: Path) -> None:
    damaged = path.with_name("archive.json.bak-20200101T000000Z")
    damaged.write_bytes(b"secret, and no archive")
    planned = plan(told.records, ["st-1"])
    assert told.purge(planned.tables, planned.blank, "purge").removed == [damaged]
    assert holding(path, b"secret") == []


def copies(path: Path) -> Iterator[Path]:
    """The same archive again and again, each in a folder of its own."""
    kept = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    for number in range(1000):
        folder = path.parent / str(number)
        folder.mkdir()
        for name, data in kept.items():
            (folder / name).write_bytes(data)
        yield folder / path.name


def test_broken_off_at_any_call_it_can_be_done_again(told: Archive, path: Path) -> None:
    fresh = copies(path)
    system = Faulty()
    counting = Archive.open(next(fresh), system=system)
    system.names.clear()
    purge(counting, "st-1")
    for at in range(0, len(system.names), 3):
        copy = next(fresh)
        failing = Faulty()
        archive = Archive.open(copy, system=failing)
        failing.names.clear()
        failing.fail_at = at
        try:
            purge(archive, "st-1")
        except SaysoError:
            again = Archive.open(copy)
            former = {"st-1111111111": "statements", "fi-1111111111": "figures", "re-1111111111": "relations"}
            again.purge(former, (), "purge, once more")
        assert holding(copy, b"secret") == [], (at, failing.names[at])
        assert checked(copy).faults == ()
        assert len(list(Archive.open(copy).records)) == len(records()) - 3
