"""The index that a process of its own makes: in two stages, kept or not, and nothing is left where it is given up."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store import files, shelving
from store.apart import Apart, leave
from store.archive import Archive
from store.founding import create, snapshot
from store.index.shelf import Pieces
from store.index.twin import halved
from store.query import parse
from store.storage.names import index_of
from store.turn import turn
from tests.store.conftest import records
from tests.store.staged import Staged, is_being_made
from tests.store.test_index_updated import ASKED, same


@pytest.fixture
def path(tmp_path: Path) -> Path:
    create(tmp_path / "archive.json", snapshot(records(), archive="0123456789abcdef"))
    return tmp_path / "archive.json"


def begun(path: Path, *, wanted: bool = True, keep: bool = True) -> Apart:
    found = Apart.begun(path, lambda: wanted, keep=keep)
    assert found is not None
    return found


def test_what_shows_the_archive_comes_first_and_then_what_searches_it(
    path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Staged(tmp_path_factory.mktemp("held"), monkeypatch)
    expected = Archive.open(path)
    with begun(path) as making:
        first = Archive.taken_up(path, filled=making.stage())
        assert first is not None
        for name in ("actors", "statements", "figures", "documents"):
            assert list(first.index.ids(name)) == list(expected.index.ids(name))
            assert dict(first.records.table(name)) == dict(expected.records.table(name))
        assert first.search("").actor_counts == expected.search("").actor_counts
        assert all(first.index.answers(parse(text)) for text in ("", "actor:Mayor doc:x -is:marked"))
        assert not any(first.index.answers(parse(text)) for text in ("siege", "said:2016", "actor:Mayor OR siege"))
        held.set()
        first.complete(making.stage())
        assert first.index.answers(parse("siege said:2016"))
        same(first.index, expected.index, ASKED)
    assert Archive.taken_up(path) is not None


def test_who_comes_second_waits_for_the_index_of_the_first_and_makes_none(
    path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Staged(tmp_path_factory.mktemp("held"), monkeypatch)
    with begun(path) as first:
        assert first.stage()
        assert is_being_made(path)
        with begun(path) as second, begun(path, keep=False) as reader:
            held.set()
            assert first.stage()
            assert [second.stage(), reader.stage()] == [None, None]
    assert Archive.taken_up(path) is not None
    assert not is_being_made(path)


def test_where_the_first_is_killed_the_second_makes_it(
    path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Staged(tmp_path_factory.mktemp("held"), monkeypatch)
    with begun(path) as first:
        assert first.stage()
        with begun(path) as second:
            first._end()
            assert second.stage()
            held.set()
            assert second.stage()
    assert Archive.taken_up(path) is not None


def test_who_makes_one_for_himself_alone_holds_up_nobody(
    path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    Staged(tmp_path_factory.mktemp("held"), monkeypatch)
    with begun(path, keep=False) as reader, begun(path) as second:
        assert reader.stage()
        assert second.stage()


def test_what_is_left_for_later_is_not_made_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelving, "LARGE", 0)
    with turn(path, hold=True):
        left = leave(path)
        assert left is not None
        assert shelving.put_away(path)
        inode = index_of(path).stat().st_ino
    assert os.waitpid(left, 0)[1] == 0
    assert index_of(path).stat().st_ino == inode


def test_what_is_not_to_be_kept_is_in_no_folder(path: Path) -> None:
    with begun(path, keep=False) as making:
        assert making.stage()
        found = Archive.taken_up(path, filled=making.stage())
    assert found is not None
    same(found.index, Archive.open(path).index, ASKED)
    assert os.listdir(path.parent) == [path.name]


def test_it_is_ended_where_nobody_wants_it_any_more(path: Path) -> None:
    with begun(path, wanted=False) as making:
        while making.stage():
            pass
    assert [name for name in os.listdir(path.parent) if name.endswith(".new")] == []


def test_an_archive_that_another_program_wrote_has_none(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Petrovi", b"Petrovo"))
    with begun(path) as making:
        assert not making.stage()


def test_where_there_is_no_room_it_is_not_begun(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full() -> int:
        raise OSError

    monkeypatch.setattr(files, "unnamed", full)
    assert Apart.begun(path, lambda: True, keep=True) is None


def test_nothing_is_imported_from_the_folder_that_one_is_in(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "__init__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    with begun(path) as making:
        assert making.stage()
        assert making.stage()
    assert shelving.take_up(path) is not None


def test_what_nobody_waits_for_is_there_for_the_next_start(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert leave(path) is None  # so small an archive has none
    monkeypatch.setattr(shelving, "LARGE", 0)
    left = leave(path)
    assert left is not None
    assert os.waitpid(left, 0)[1] == 0
    assert Archive.taken_up(path) is not None
    assert leave(path) is None


def pieces() -> Pieces:
    return [("one", b"1"), ("two", bytes(100_000))]


def test_a_twin_makes_what_would_be_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert list(halved(pieces)) == list(pieces())
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert list(halved(pieces)) == list(pieces())


def test_where_the_twin_comes_to_grief_it_is_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    here = os.getpid()

    def made() -> Pieces:
        if os.getpid() != here:
            raise MemoryError
        return pieces()

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert list(halved(made)) == list(pieces())
