"""The one door: what is asked for is there, what is written is whole, and nobody's edit is lost."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from store.archive import Archive, Change
from store.errors import (
    ArchiveError,
    ConflictError,
    DamagedArchiveError,
    FilterError,
    ReadOnlyError,
    UnknownRecordError,
)
from store.model import Actor, Speaker, Statement
from store.system import System
from tests.store.conftest import records


def mayor(archive: Archive) -> Actor:
    actor = archive.get("ac-mayor")
    assert isinstance(actor, Actor)
    return actor


def test_a_new_archive_is_empty_and_opens(path: Path) -> None:
    assert list(Archive.create(path).records) == []
    assert Archive.open(path).generation == 0


def test_making_an_archive_never_replaces_a_file(path: Path) -> None:
    path.write_text("mine")
    with pytest.raises(ArchiveError, match="exists already"):
        Archive.create(path)
    assert path.read_text() == "mine"


def test_an_archive_holds_what_was_put_in_after_opening_it_again(archive: Archive, path: Path) -> None:
    for record in records():
        found = Archive.open(path).get(record.id)
        assert msgspec.structs.replace(found, added=None, changed=None) == record
        assert found.added is not None


def test_a_record_is_found_by_a_unique_prefix(archive: Archive) -> None:
    assert archive.get("st-2").id == "st-2222222222"


@pytest.mark.parametrize(("prefix", "says"), [("st-", "2 ids begin"), ("zz", "No record"), ("", "No record")])
def test_an_id_that_is_none_or_several_is_told(archive: Archive, prefix: str, says: str) -> None:
    with pytest.raises(UnknownRecordError, match=says):
        archive.get(prefix)


def test_a_change_counts_up_the_revision_and_keeps_the_day_it_was_added(archive: Archive) -> None:
    before = mayor(archive)
    archive.apply([Change(msgspec.structs.replace(before, note="asked again"), before.revision)])
    after = mayor(archive)
    assert (after.revision, after.note, after.added) == (2, "asked again", before.added)


def test_all_changes_are_written_or_none(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    good = Change(msgspec.structs.replace(mayor(archive), note="x"), 1)
    bad = Change(msgspec.structs.replace(mayor(archive), id="ac-army000000"), 0)
    with pytest.raises(ConflictError):
        archive.apply([good, bad])
    assert path.read_bytes() == before


def test_a_conflict_shows_mine_and_theirs(archive: Archive, path: Path) -> None:
    mine = msgspec.structs.replace(mayor(archive), note="mine")
    Archive.open(path).apply([Change(msgspec.structs.replace(mine, note="theirs"), 1)])
    with pytest.raises(ConflictError, match="saw revision 1, now it is 2") as caught:
        archive.apply([Change(mine, 1)])
    assert isinstance(caught.value.mine, Actor)
    assert isinstance(caught.value.theirs, Actor)
    assert (caught.value.mine.note, caught.value.theirs.note) == ("mine", "theirs")
    assert mayor(Archive.open(path)).note == "theirs"


def test_what_another_wrote_meanwhile_is_kept(archive: Archive, path: Path) -> None:
    army = archive.get("ac-army")
    Archive.open(path).apply([Change(msgspec.structs.replace(army, note="theirs"), 1)])
    archive.apply([Change(msgspec.structs.replace(mayor(archive), note="mine"), 1)])
    assert [archive.get(i).note for i in ("ac-army", "ac-mayor")] == ["theirs", "mine"]


def test_the_same_new_record_twice_among_the_changes_is_refused(archive: Archive) -> None:
    new = Actor(id="ac-new0000000", name="A clerk", kind="person")
    with pytest.raises(ConflictError, match="twice"):
        archive.apply([Change(new, 0), Change(new, 0)])


def test_a_record_that_is_gone_is_a_conflict(archive: Archive) -> None:
    with pytest.raises(ConflictError, match="no longer"):
        archive.apply([Change(Actor(id="ac-gone000000", name="x", kind="person"), 3)])


def test_read_only_means_that(path: Path, archive: Archive) -> None:
    before = path.read_bytes()
    with pytest.raises(ReadOnlyError):
        Archive.open(path, read_only=True).apply([Change(mayor(archive), 1)])
    assert path.read_bytes() == before


def test_unknown_fields_and_tables_survive_an_edit(archive: Archive, path: Path) -> None:
    data = json.loads(path.read_text())
    data["maps"] = {"1": {"scale": 3}}
    row = next(row for row in data["statements"].values() if row["id"] == "st-1111111111")
    row["mood"], row["uttered"]["calendar"] = "grim", "julian"
    path.write_text(json.dumps(data))
    fresh = Archive.open(path)
    statement = fresh.get("st-1")
    fresh.apply([Change(msgspec.structs.replace(statement, note="read"), statement.revision)])
    fresh.close()
    again = json.loads(path.read_text())
    kept = next(row for row in again["statements"].values() if row["id"] == "st-1111111111")
    assert (kept["mood"], kept["uttered"]["calendar"], kept["note"]) == ("grim", "julian", "read")
    assert again["maps"] == {"1": {"scale": 3}}


def test_a_field_set_back_to_its_default_does_not_come_back_from_the_file(archive: Archive, path: Path) -> None:
    data = json.loads(path.read_text())
    row = next(row for row in data["actors"].values() if row["id"] == "ac-mayor00000")
    row["confidential"], row["shade"] = True, 1
    path.write_text(json.dumps(data))
    with Archive.open(path) as fresh:
        fresh.apply([Change(msgspec.structs.replace(mayor(fresh), confidential=False), 1)])
    again = next(row for row in json.loads(path.read_text())["actors"].values() if row["id"] == "ac-mayor00000")
    assert "confidential" not in again
    assert again["shade"] == 1


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("type", "shouted", "field type"),
        ("content", "words", "field content"),
        ("speakers", [{"actor": 3}], r"field speakers\[0\]\.actor"),
        ("revision", "one", "field revision"),
    ],
)
def test_a_record_that_does_not_fit_is_told_with_file_line_record_and_field(
    archive: Archive, path: Path, field: str, value: object, says: str
) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if '"st-1111111111"' in line and '"content"' in line)
    key, _, record = lines[at].partition(": ")
    row = json.loads(record.rstrip(",\n"))
    row[field] = value
    lines[at] = f"{key}: {json.dumps(row)},\n"
    path.write_text("".join(lines), encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(DamagedArchiveError, match=says) as caught:
        _ = Archive.open(path).records.statements
    assert f"line {at + 1}" in str(caught.value)
    assert "record st-1111111111" in str(caught.value)
    assert path.read_bytes() == before


def test_an_id_that_stands_twice_is_told_and_hides_nothing(archive: Archive, path: Path) -> None:
    data = json.loads(path.read_text())
    data["actors"]["9"] = {"id": "ac-mayor00000", "name": "Somebody else", "kind": "person"}
    path.write_text(json.dumps(data))
    with pytest.raises(DamagedArchiveError, match="stands twice"):
        _ = Archive.open(path).records.actors


def test_a_wrong_filter_is_an_error_and_a_right_one_finds(archive: Archive) -> None:
    with pytest.raises(FilterError):
        archive.search("type:shouted")
    assert archive.search("act:denies").ids("statements") == ["st-2222222222"]


def test_searching_finds_what_was_just_written(archive: Archive) -> None:
    statement = archive.get("st-1")
    assert isinstance(statement, Statement)
    changed = msgspec.structs.replace(statement, speakers=(Speaker("ac-army000000"),))
    archive.apply([Change(changed, statement.revision)])
    assert archive.search('actor:"The army"').count("statements") == 2


def test_the_names_of_a_new_archive_and_of_its_new_folders_are_durable(tmp_path: Path) -> None:
    synced = []

    class Watched(System):
        def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
            self.last = path
            return super().open(path, flags, mode)

        def fsync_folder(self, fd: int) -> None:
            synced.append(self.last)
            super().fsync_folder(fd)

    Archive.create(tmp_path / "one" / "two" / "archive.json", system=Watched())
    assert synced == [tmp_path / "one" / "two", tmp_path / "one", tmp_path]


def test_a_file_that_is_not_as_sayso_wrote_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "archive.json"
    with Archive.create(path) as archive:
        archive.apply([Change(record, 0) for record in records()])
    assert Archive.open(path).warning is None
    path.write_bytes(path.read_bytes().replace(b"under fire", b"under ire!"))
    assert "is not as sayso wrote it" in str(Archive.open(path).warning)
