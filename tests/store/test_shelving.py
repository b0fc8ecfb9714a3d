"""Records and index put away beside the archive: taken up, they are the archive as it is; or they are not taken up."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB, where

from store import shelving
from store.archive import Archive, Change, Removal
from store.founding import create, snapshot
from store.model import TABLES, Actor
from store.storage.names import index_of, log_of
from tests.store.conftest import records
from tests.store.test_index_updated import ASKED, same

QUOTE = "st-1111111111"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An archive that was put away after its first edit."""
    create(tmp_path / "archive.json", snapshot(records(), archive="0123456789abcdef"))
    edit(tmp_path / "archive.json", "before")
    assert shelving.put_away(tmp_path / "archive.json")
    return tmp_path / "archive.json"


def edit(path: Path, note: str, record_id: str = QUOTE) -> None:
    with Archive.open(path) as archive:
        found = archive.get(record_id)
        archive.apply([Change(replace(found, note=note), found.revision)])


def taken_up(path: Path) -> Archive:
    """The archive by what was put away, which must be all that it is."""
    found = Archive.taken_up(path)
    assert found is not None
    index_of(path).rename(path.with_suffix(".away"))
    whole = Archive.open(path)
    path.with_suffix(".away").rename(index_of(path))
    for name in TABLES:
        assert dict(found.records.table(name)) == dict(whole.records.table(name))
    same(found.index, whole.index, ASKED)
    assert (found.sequence, found.generation) == (whole.sequence, whole.generation)
    return found


def test_what_was_put_away_is_the_archive(path: Path) -> None:
    taken_up(path)


def test_an_archive_that_was_never_written_to_is_put_away_too(tmp_path: Path) -> None:
    path = tmp_path / "fresh.json"
    create(path, snapshot(records()))
    assert shelving.put_away(path)
    taken_up(path)


def test_what_was_changed_since_is_there(path: Path) -> None:
    edit(path, "after")
    archive = Archive.open(path)
    archive.apply([Change(Actor(id="ac-new0000000", name="A clerk", kind="person"), 0)])
    archive.apply([Removal("fi-1111111111", archive.get("fi-1111111111").revision)])
    found = taken_up(path)
    assert found.get(QUOTE).note == "after"
    assert "ac-new0000000" in found.records.actors
    assert "fi-1111111111" not in found.records.figures


def test_a_fold_makes_it_no_older(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.apply([Change(replace(archive.get(QUOTE), gloss="folded in"), archive.get(QUOTE).revision)])
        archive.fold()
    assert taken_up(path).get(QUOTE).gloss == "folded in"


def test_who_took_it_up_edits_refreshes_and_folds_as_any_other(path: Path) -> None:
    found, other = taken_up(path), Archive.open(path)
    mine = found.get(QUOTE)
    found.apply([Change(replace(mine, note="mine"), mine.revision)])
    other.refresh()
    theirs = other.get(QUOTE)
    assert theirs.note == "mine"
    other.apply([Change(replace(theirs, gloss="theirs"), theirs.revision)])
    update = found.refresh()
    assert update is not None
    assert update.ids == {QUOTE}
    found.fold()
    assert found.get(QUOTE).gloss == "theirs"
    same(found.index, Archive.open(path).index, ASKED)
    taken_up(path)


def foreign(path: Path) -> None:
    with TinyDB(path) as plain:
        plain.table("statements").update({"note": "plain"}, where("id") == QUOTE)


def foreign_and_then_ours(path: Path) -> None:
    foreign(path)
    edit(path, "after that")


def imported(path: Path) -> None:
    people = [Actor(id=f"ac-{number:010}", name=f"Person {number}", kind="person") for number in range(2001)]
    with Archive.open(path) as archive:
        archive.apply([Change(person, 0) for person in people], "import")


def without_log(path: Path) -> None:
    log_of(path).unlink()


def with_another_log(path: Path) -> None:
    """The files of a copy, whose log went on from the same beginning to other lines."""
    copy = path.with_name("copy.json")
    lines = log_of(path).read_bytes().splitlines(keepends=True)
    create(copy, snapshot(records(), archive="0123456789abcdef"))
    log_of(copy).write_bytes(lines[0])
    for note in ("other", "history"):
        edit(copy, note)
    shutil.move(copy, path)
    shutil.move(log_of(copy), log_of(path))


def of_another_archive(path: Path) -> None:
    other = path.with_name("other.json")
    create(other, snapshot(records()[:3], archive="fedcba9876543210"))
    edit(other, "x", "ac-mayor00000")
    shutil.move(other, path)
    shutil.move(log_of(other), log_of(path))


def cut(path: Path) -> None:
    file = index_of(path)
    file.write_bytes(file.read_bytes()[:-1])


def a_bit_turned_in_the_archive(path: Path) -> None:
    data = path.read_bytes().replace(b"Petrovi", b"Petrovo")
    path.write_bytes(data)


def gone(path: Path) -> None:
    path.unlink()


def purged(path: Path) -> None:
    kept = index_of(path).read_bytes()
    with Archive.open(path) as archive:
        archive.purge({QUOTE: "statements"}, [], "purge")
    assert not index_of(path).exists()
    index_of(path).write_bytes(kept)  # as one who was late would leave it


@pytest.mark.parametrize(
    "change",
    [
        foreign, foreign_and_then_ours, imported, without_log, with_another_log, of_another_archive, cut,
        a_bit_turned_in_the_archive, gone, purged,
    ],
)  # fmt: skip
def test_what_the_archive_is_no_more_is_not_taken_up(path: Path, change: Callable[[Path], None]) -> None:
    change(path)
    assert Archive.taken_up(path) is None


def test_after_very_many_changes_it_is_not_taken_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "MOST", 1)
    edit(path, "one")
    assert Archive.taken_up(path) is not None
    edit(path, "another", "st-2222222222")
    assert Archive.taken_up(path) is None


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Something that happens while the index is being made."""
    from store.index import kept

    filled = kept.filled

    def set_(happening: Callable[[], None]) -> None:
        def late(*arguments: object) -> Iterator[bytes]:
            yield from filled(*arguments)  # type: ignore[arg-type]
            happening()

        monkeypatch.setattr(kept, "filled", late)

    return set_


def test_what_was_purged_meanwhile_is_not_put_away(path: Path, meanwhile: Callable[[Callable[[], None]], None]) -> None:
    meanwhile(lambda: purged(path))
    index_of(path).touch()
    assert not shelving.put_away(path)


def test_what_was_edited_meanwhile_is_laid_over(path: Path, meanwhile: Callable[[Callable[[], None]], None]) -> None:
    meanwhile(lambda: edit(path, "meanwhile"))
    assert shelving.put_away(path)
    assert taken_up(path).get(QUOTE).note == "meanwhile"


def test_it_may_be_read_by_those_who_may_read_the_archive(path: Path) -> None:
    path.chmod(0o640)
    assert shelving.put_away(path)
    assert stat.S_IMODE(index_of(path).stat().st_mode) == 0o640
    assert [name for name in path.parent.iterdir() if name.suffix == ".new"] == []


def test_where_it_cannot_be_put_away_nothing_is_left(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_of(path).unlink()
    index_of(path).mkdir()
    (index_of(path) / "x").touch()
    assert not shelving.put_away(path)
    assert Archive.taken_up(path) is None
    assert Archive.open(path).get(QUOTE).note == "before"
    assert [name for name in path.parent.iterdir() if name.suffix == ".new"] == []


def test_an_archive_that_another_program_wrote_is_not_put_away(path: Path) -> None:
    index_of(path).unlink()
    foreign(path)
    assert not shelving.put_away(path)
