"""What others write is taken in: an edit from the log alone, a fold for nothing, a replaced file whole."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from store.archive import Archive, Change, Update
from store.errors import DamagedArchiveError, MissingArchiveError
from store.founding import snapshot
from store.model import Actor
from store.storage import log_of, view, writing
from tests.store.conftest import records
from tests.store.faults import Faulty


def edit(archive: Archive, note: str, who: str = "ac-mayor") -> None:
    actor = archive.get(who)
    archive.apply([Change(replace(actor, note=note), actor.revision)], "edit")


@pytest.fixture
def reader(archive: Archive, path: Path) -> Archive:
    """Another's window on the same archive, with all of it decoded."""
    opened = Archive.open(path, system=Faulty())
    opened.decode()
    return opened


def calls(archive: Archive) -> list[str]:
    system = archive._view.system
    assert isinstance(system, Faulty)
    return system.names


def test_where_nothing_changed_a_look_costs_a_few_calls(reader: Archive) -> None:
    calls(reader).clear()
    assert reader.refresh() is None
    assert set(calls(reader)) <= {"stat", "open", "fstat", "close"}
    assert len(calls(reader)) <= 4


def test_anothers_edit_is_taken_in_without_reading_the_file_again(
    archive: Archive, reader: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "load", None)
    before = reader.records
    edit(archive, "theirs")
    assert reader.refresh() == Update(frozenset({"ac-mayor00000"}), whole=False)
    assert reader.get("ac-mayor").note == "theirs"
    assert before.get("ac-mayor").note is None
    assert reader.refresh() is None


def test_what_others_wrote_before_my_edit_is_still_told(archive: Archive, reader: Archive) -> None:
    edit(archive, "theirs")
    edit(reader, "mine", "ac-army")
    assert reader.refresh() == Update(frozenset({"ac-mayor00000"}))
    assert archive.refresh() == Update(frozenset({"ac-army000000"}))
    assert reader.refresh() is archive.refresh() is None


def test_a_fold_by_another_is_nothing_new(archive: Archive, reader: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(archive, "theirs")
    reader.refresh()
    monkeypatch.setattr(view, "load", None)
    archive.fold()
    assert reader.refresh() is None
    edit(archive, "more")
    edit(reader, "mine", "ac-army")
    assert [reader.get(name).note for name in ("ac-mayor", "ac-army")] == ["more", "mine"]


def test_anothers_import_is_taken_in(
    archive: Archive, reader: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "BULK_RECORDS", 1)
    clerks = [Actor(id=f"ac-clerk{number:05d}", name=f"Clerk {number}", kind="person") for number in range(3)]
    archive.apply(Change(clerk, 0) for clerk in clerks)
    edit(archive, "afterwards")
    assert reader.refresh() == Update(frozenset({"ac-mayor00000", *(clerk.id for clerk in clerks)}))
    assert dict(reader.records.actors) == dict(Archive.open(path).records.actors)


def test_an_import_that_is_only_begun_is_not_there_until_it_is(
    archive: Archive, reader: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "BULK_RECORDS", 1)
    clerks = [Actor(id=f"ac-clerk{number:05d}", name=f"Clerk {number}", kind="person") for number in range(3)]
    before = path.read_bytes()
    archive.apply(Change(clerk, 0) for clerk in clerks)
    after = path.read_bytes()
    path.write_bytes(before)
    early = Archive.open(path)
    assert (len(early.records.actors), reader.refresh()) == (2, None)
    fresh = path.with_name("fresh")
    fresh.write_bytes(after)
    os.replace(fresh, path)
    for archive_ in (early, reader):
        assert archive_.refresh() == Update(frozenset(clerk.id for clerk in clerks))
        assert len(archive_.records.actors) == 5


def test_an_import_that_was_broken_off_by_a_kill_never_was(
    archive: Archive, reader: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "BULK_RECORDS", 1)
    before = path.read_bytes()
    archive.apply(
        Change(Actor(id=f"ac-clerk{number:05d}", name=f"Clerk {number}", kind="person"), 0) for number in range(3)
    )
    path.write_bytes(before)
    reader.refresh()
    edit(Archive.open(path), "next")
    assert reader.refresh() == Update(frozenset({"ac-mayor00000"}))
    for found in (reader, Archive.open(path)):
        assert (len(found.records.actors), found.get("ac-mayor").note) == (2, "next")
    assert '"what":"was broken off' in log_of(path).read_text()


def test_an_older_copy_put_back_under_a_log_that_went_on_is_told(
    archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "BULK_RECORDS", 1)
    before = path.read_bytes()
    archive.apply(
        Change(Actor(id=f"ac-clerk{number:05d}", name=f"Clerk {number}", kind="person"), 0) for number in range(3)
    )
    edit(archive, "more")
    path.write_bytes(before)
    with pytest.raises(DamagedArchiveError, match="older than its log"):
        Archive.open(path)


def test_what_a_foreign_program_wrote_is_taken_in_and_nobodys_edit_is_lost(
    archive: Archive, reader: Archive, path: Path
) -> None:
    edit(archive, "in the log")
    with TinyDB(path) as plain:
        plain.table("actors").update({"description": "theirs"}, lambda row: row["id"] == "ac-mayor00000")
        plain.table("actors").insert({"id": "ac-new0000000", "name": "A clerk", "kind": "person"})
    for found in (reader, archive):
        update = found.refresh()
        assert update is not None
        assert update.whole
        assert {"ac-mayor00000", "ac-new0000000"} >= update.ids > set()
        mayor = found.get("ac-mayor")
        assert isinstance(mayor, Actor)
        assert (mayor.note, mayor.description, found.get("ac-new").name) == ("in the log", "theirs", "A clerk")
    edit(reader, "mine", "ac-army")
    reader.close()
    lines = [json.loads(line[9:]) for line in log_of(path).read_text().splitlines()]
    (line,) = [line for line in lines if line.get("foreign")]
    assert {change["id"] for change in line["changes"]} >= {"ac-new0000000"}
    archive.refresh()
    for found in (archive, Archive.open(path)):
        assert [found.get(i).note for i in ("ac-mayor", "ac-army")] == ["in the log", "mine"]
        assert found.get("ac-new").name == "A clerk"


def test_a_file_that_was_touched_is_the_same_file(reader: Archive, path: Path, archive: Archive) -> None:
    os.utime(path, (0, 0))
    assert reader.refresh() is None


def test_a_file_replaced_by_another_archive_is_taken_in_whole(path: Path) -> None:
    path.write_bytes(snapshot(records()))
    archive = Archive.open(path)
    archive.decode()
    fresh = path.with_name("fresh")
    fresh.write_bytes(snapshot([Actor(id="ac-new0000000", name="A clerk", kind="person")]))
    os.replace(fresh, path)
    update = archive.refresh()
    assert update is not None
    assert update.whole
    assert update.ids == {"ac-new0000000", *(record.id for record in records())}
    assert [record.id for record in archive.records] == ["ac-new0000000"]


def test_a_deleted_file_is_told_and_what_was_read_is_still_there(archive: Archive, reader: Archive, path: Path) -> None:
    kept = path.read_bytes()
    path.unlink()
    with pytest.raises(MissingArchiveError):
        reader.refresh()
    assert reader.get("ac-mayor").id == "ac-mayor00000"
    path.write_bytes(kept)
    assert reader.refresh() is None


def test_a_file_cut_short_is_told_and_what_was_read_is_still_there(
    archive: Archive, reader: Archive, path: Path
) -> None:
    kept = path.read_bytes()
    path.write_bytes(kept[: len(kept) // 2])
    with pytest.raises(DamagedArchiveError):
        reader.refresh()
    assert len(list(reader.records)) == len(records())


def test_an_archive_of_the_form_before_is_read_and_gets_its_number_at_its_first_write(path: Path) -> None:
    old = b'{"_meta": {"1": {"schema":1,"generation":7,"sequence":0,"demonstration":false,"colour":"red"}},\n'
    path.write_bytes(old + snapshot(records()).partition(b"\n")[2])
    kept = path.read_bytes()
    with Archive.open(path) as archive:
        assert len(list(archive.records)) == len(records())
        assert path.read_bytes() == kept
        edit(archive, "first")
    assert path.with_name("archive.json.bak").exists()
    meta = json.loads(path.read_bytes())["_meta"]["1"]
    assert (meta["schema"], meta["colour"], len(meta["archive"])) == (1, "red", 16)
    assert Archive.open(path).get("ac-mayor").note == "first"


def test_where_a_foreign_program_wrote_into_a_field_that_the_log_has_changed_its_value_is_kept_in_the_log(
    archive: Archive, path: Path
) -> None:
    edit(archive, "ours")
    with TinyDB(path) as plain:
        plain.table("actors").update({"note": "theirs"}, lambda row: row["id"] == "ac-mayor00000")
    with Archive.open(path) as fresh:
        assert fresh.get("ac-mayor").note == "ours"
        edit(fresh, "next", "ac-army")
    (line,) = [
        line
        for line in map(json.loads, (raw[9:] for raw in log_of(path).read_text().splitlines()))
        if line.get("foreign")
    ]
    assert line["passed_over"][0]["fields"]["note"] == {"before": "theirs", "after": "ours"}


def test_who_opens_it_while_another_writes_to_it_for_the_first_time_sees_one_state(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(snapshot(records()))
    other, load = Archive.open(path), view.load

    def late(*arguments: Any) -> Any:
        """The snapshot as it is before the first write, which gives the archive its number, and a log."""
        monkeypatch.setattr(view, "load", load)
        found = load(*arguments)
        edit(other, "first")
        return found

    monkeypatch.setattr(view, "load", late)
    assert Archive.open(path).get("ac-mayor").note == "first"


@pytest.mark.parametrize(("make", "says"), [(os.mkfifo, "holds anything"), (os.mkdir, "is a folder")])
def test_a_file_that_something_else_took_the_place_of_is_told_as_what_that_is(
    archive: Archive, path: Path, make: Callable[[Path], None], says: str
) -> None:
    path.unlink()
    make(path)
    with pytest.raises(DamagedArchiveError, match=says):
        archive.refresh()
