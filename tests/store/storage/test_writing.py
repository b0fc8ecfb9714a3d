"""Writing: one durable line an edit, a big import in the snapshot at once, a fold now and then; old state or new."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from tinydb import TinyDB

from store.archive import Archive, Change, Removal
from store.errors import ArchiveError, ConflictError, ReadOnlyError, SaysoError, UnprovedError, UnsavedError
from store.model import Actor
from store.storage import log_of, writing
from tests.store.faults import Faulty

MANY = 30


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """An import need not have thousands of records to be a big one."""
    monkeypatch.setattr(writing, "BULK_RECORDS", MANY - 1)


def people(count: int = MANY) -> list[Change]:
    return [Change(Actor(id=f"ac-{number:010d}", name=f"Clerk {number}", kind="person"), 0) for number in range(count)]


def edit(archive: Archive, note: str) -> int:
    mayor = archive.get("ac-mayor")
    return archive.apply([Change(replace(mayor, note=note), mayor.revision)], "edit")


def note(path: Path) -> str | None:
    return Archive.open(path).get("ac-mayor").note


def plain(path: Path) -> dict[str, dict[str, Any]]:
    """What anybody's TinyDB finds in the file, by id."""
    with TinyDB(path) as tables:
        return {row["id"]: dict(row) for name in sorted(tables.tables() - {"_meta"}) for row in tables.table(name)}


def test_an_edit_is_numbered_and_kept(archive: Archive, path: Path) -> None:
    first = edit(archive, "one")
    assert edit(archive, "two") == first + 1 == archive.sequence
    assert note(path) == "two"


def test_a_clean_close_brings_the_file_up_to_date(archive: Archive, path: Path) -> None:
    edit(archive, "one")
    assert "note" not in plain(path)["ac-mayor00000"]
    archive.close()
    assert plain(path)["ac-mayor00000"]["note"] == "one"
    assert note(path) == "one"


def test_a_fold_keeps_tinydbs_keys(archive: Archive, path: Path) -> None:
    before = {row["id"]: key for key, row in json.loads(path.read_bytes())["actors"].items()}
    edit(archive, "one")
    archive.apply(people(2))
    archive.close()
    after = {row["id"]: key for key, row in json.loads(path.read_bytes())["actors"].items()}
    assert {name: after[name] for name in before} == before
    assert len(set(after.values())) == len(after) == len(before) + 2


def test_many_edits_are_folded_in_by_themselves(archive: Archive, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "FOLD_LINES", 5)
    for number in range(7):
        edit(archive, str(number))
    assert plain(path)["ac-mayor00000"]["note"] in ("5", "6")
    assert note(path) == "6"


def test_a_record_is_taken_out_and_can_come_back(archive: Archive, path: Path) -> None:
    relation = archive.get("re-1")
    archive.apply([Removal(relation.id, relation.revision)], "undo")
    assert relation.id not in archive.records.relations
    archive.close()
    assert relation.id not in plain(path)
    archive.apply([Change(relation, 0)], "redo")
    assert Archive.open(path).get("re-1").revision == 1


@pytest.mark.parametrize(("record_id", "expects"), [("re-1111111111", 7), ("re-none000000", 1), ("re-none000000", 0)])
def test_a_record_that_is_not_as_it_was_seen_is_not_taken_out(archive: Archive, record_id: str, expects: int) -> None:
    with pytest.raises(ConflictError):
        archive.apply([Removal(record_id, expects)])


def test_a_big_import_stands_in_the_file_at_once_and_its_line_has_but_the_ids(archive: Archive, path: Path) -> None:
    archive.apply(people(), "import of people.json")
    assert len(plain(path)) == 8 + MANY
    line = log_of(path).read_text().splitlines()[-1]
    assert "Clerk" not in line
    assert len(json.loads(line[9:])["bulk"]["actors"]) == MANY
    edit(archive, "afterwards")
    again = Archive.open(path)
    assert [again.get("ac-0000000007").name, again.get("ac-mayor").note] == ["Clerk 7", "afterwards"]
    assert dict(archive.records.actors) == dict(again.records.actors)


class Interrupted(Faulty):
    """Ctrl+C at one of its calls; a file is closed all the same."""

    def __init__(self, fail_at: int) -> None:
        def interrupt(call: Callable[..., object], *given: object) -> None:
            if call.__name__ == "close":
                call(*given)
            raise KeyboardInterrupt

        super().__init__(fail_at, instead=interrupt)


def counted(path: Path, do: Callable[[Archive], object]) -> list[str]:
    """The calls that it takes, on a copy."""
    system = Faulty()
    archive = Archive.open(path, system=system)
    system.names.clear()
    do(archive)
    return system.names


@pytest.fixture
def copies(archive: Archive, path: Path, tmp_path: Path) -> Iterator[Path]:
    """The same archive again and again, each in a folder of its own; an edit waits in its log."""
    edit(archive, "before")
    kept = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    def fresh() -> Iterator[Path]:
        for number in range(1000):
            folder = tmp_path / str(number)
            folder.mkdir()
            for name, data in kept.items():
                (folder / name).write_bytes(data)
            yield folder / path.name

    return fresh()


ACTIONS: dict[str, Callable[[Archive], object]] = {
    "an edit": lambda archive: edit(archive, "after"),
    "a fold": lambda archive: archive.fold(),
    "an import": lambda archive: archive.apply(people()),
}


def state(path: Path) -> tuple[str | None, int]:
    archive = Archive.open(path)
    return archive.get("ac-mayor").note, len(archive.records.actors)


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EINTR], ids=errno.errorcode.__getitem__)
@pytest.mark.parametrize("action", ACTIONS)
def test_an_error_at_any_call_leaves_the_old_state_or_the_new_and_the_next_save_works(
    copies: Iterator[Path], action: str, error: int
) -> None:
    do = ACTIONS[action]
    done = next(copies)
    calls = counted(done, do)
    old, new = state(next(copies)), state(done)
    assert len(calls) > 10
    for at, name in enumerate(calls):
        path = next(copies)
        system = Faulty()
        archive = Archive.open(path, system=system)
        system.names.clear()
        system.fail_at, system.error = at, error
        told = None
        try:
            do(archive)
        except SaysoError as raised:
            told = raised
        system.fail_at = -1
        found = state(path)
        assert found in (old, new), (at, name)
        if isinstance(told, UnsavedError):
            assert found == old, (at, name, told)
        if told is None:
            assert found == new, (at, name)
        archive.refresh()
        edit(archive, "the next")
        assert note(path) == "the next", (at, name)
        assert dict(archive.records.actors) == dict(Archive.open(path).records.actors), (at, name)
        archive.close()
        assert plain(path)["ac-mayor00000"]["note"] == "the next"
        assert not [file for file in path.parent.iterdir() if file.name.startswith(".")], (at, name)


@pytest.mark.parametrize("action", ACTIONS)
def test_ctrl_c_at_any_call_leaves_the_old_state_or_the_new(copies: Iterator[Path], action: str) -> None:
    do = ACTIONS[action]
    done = next(copies)
    calls = counted(done, do)
    old, new = state(next(copies)), state(done)
    for at, name in enumerate(calls):
        path = next(copies)
        system = Interrupted(-1)
        archive = Archive.open(path, system=system)
        system.names.clear()
        system.fail_at = at
        with pytest.raises(KeyboardInterrupt):
            do(archive)
        assert state(path) in (old, new), (at, name)
        archive.refresh()
        edit(archive, "the next")
        assert note(path) == "the next", (at, name)


def test_a_write_that_takes_a_byte_at_a_time_takes_all(archive: Archive, path: Path) -> None:
    class Slow(Faulty):
        def write(self, fd: int, data: bytes | memoryview) -> int:
            return os.write(fd, data[:1])

    edit(Archive.open(path, system=Slow()), "letter by letter")
    assert note(path) == "letter by letter"


class Forgetful(Faulty):
    """Can't make a name durable, as long as it is broken."""

    broken = True

    def fsync_folder(self, fd: int) -> None:
        if self.broken:
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def test_where_only_the_folder_could_not_be_synced_it_is_saved_and_told(path: Path) -> None:
    Archive.create(path).apply([Change(Actor(id="ac-second0000", name="Second", kind="person"), 0)])
    system = Forgetful()
    archive = Archive.open(path, system=system)
    with pytest.raises(UnprovedError, match="saved, but not yet proved safe"):
        archive.apply(people(1))
    assert len(archive.records.actors) == len(Archive.open(path).records.actors) == 2
    system.broken = False
    archive.fold()
    assert len(Archive.open(path).records.actors) == 2


def test_no_log_is_begun_beside_a_file_whose_name_could_not_be_synced(path: Path) -> None:
    Archive.create(path)
    system = Forgetful()
    archive = Archive.open(path, system=system)
    with pytest.raises(UnsavedError, match=r"its folder could not be synced\. Nothing was changed"):
        archive.apply(people(1))
    assert not log_of(path).exists()
    system.broken = False
    archive.apply(people(1))
    assert len(Archive.open(path).records.actors) == 1


def test_a_line_that_could_not_be_synced_is_taken_back_for_good(archive: Archive, path: Path) -> None:
    done: list[str] = []

    class Once(Faulty):
        def truncate(self, fd: int, size: int) -> None:
            super().truncate(fd, size)
            done.append("cut")

        def fsync(self, fd: int) -> None:
            done.append("synced")
            if done.count("synced") == 1:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            super().fsync(fd)

    with pytest.raises(UnsavedError, match="Nothing was changed"):
        edit(Archive.open(path, system=Once()), "lost")
    assert done[-3:] == ["synced", "cut", "synced"]
    assert note(path) is None


def test_a_file_that_may_only_be_read_is_left_as_it_is(archive: Archive, path: Path) -> None:
    path.chmod(0o444)
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(ReadOnlyError, match="may only be read"):
        edit(archive, "one")
    archive.close()
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_the_group_of_an_archive_may_use_all_that_belongs_to_it(archive: Archive, path: Path) -> None:
    for file in path.parent.iterdir():
        if file != path:
            file.unlink()
    path.chmod(0o660)
    edit(archive, "one")
    archive.close()
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o660}
    assert {file.name for file in path.parent.iterdir()} >= {f"archive.json{e}" for e in ("", ".log", ".lock", ".bak")}


def test_all_that_belongs_to_an_archive_lies_beside_the_file_and_not_beside_a_link(
    archive: Archive, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "elsewhere" / "link.json"
    link.parent.mkdir()
    link.symlink_to(path)
    with Archive.open(link) as linked:
        edit(linked, "through the link")
    assert [file.name for file in link.parent.iterdir()] == ["link.json"]
    assert link.is_symlink()
    assert note(path) == "through the link"


def test_a_new_archive_is_not_made_beside_the_log_of_one_that_was_there(archive: Archive, path: Path) -> None:
    path.unlink()
    with pytest.raises(ArchiveError, match="is left of an archive"):
        Archive.create(path)
