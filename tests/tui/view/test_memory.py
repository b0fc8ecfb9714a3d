"""The view kept for the next start: one file for each archive, whole or not at all, for its owner alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui.view.memory import keep, memory_path, recall, write_private
from tui.view.view import Place, View

VIEW = View(filter='actor:"Jan Egeland"', marks=frozenset({"st-1"}), pane="source", record="st-1")
PLACES = [Place("siege", False, "figures", {"figures": "fi-1"}, "fi-1")]


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path, Path("a.json"), VIEW, PLACES)
    found = recall(tmp_path, Path("a.json"))
    assert found is not None
    assert (found.view, found.places) == (VIEW, PLACES)


def test_each_archive_has_its_own_view(tmp_path: Path) -> None:
    keep(tmp_path, Path("a.json"), VIEW, PLACES)
    assert recall(tmp_path, Path("b.json")) is None


def test_an_archive_is_the_same_however_its_path_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_text("")
    (tmp_path / "link.json").symlink_to("a.json")
    monkeypatch.chdir(tmp_path)
    keep(tmp_path / "state", Path("a.json"), VIEW, [])
    for name in (tmp_path / "a.json", Path("./x/../a.json"), Path("link.json")):
        assert recall(tmp_path / "state", name) is not None


def test_a_path_that_is_no_utf_8_keeps_its_view_and_a_filter_that_is_none_ends_nothing(tmp_path: Path) -> None:
    path = Path(os.fsdecode(b"evil\xff.json"))
    keep(tmp_path, path, VIEW, [])
    keep(tmp_path, path, View(filter="\udcff"), [])
    found = recall(tmp_path, path)
    assert found is not None
    assert found.view == VIEW


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"archive": 1, "view": {}}', b"\xff\xfe", b'{"view": {"marks": 3}}']
)
def test_a_damaged_view_is_no_view(tmp_path: Path, damage: bytes) -> None:
    keep(tmp_path, Path("a.json"), VIEW, PLACES)
    memory_path(tmp_path, Path("a.json")).write_bytes(damage)
    assert recall(tmp_path, Path("a.json")) is None


def test_only_its_owner_can_read_it_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        keep(tmp_path / "state", Path("a.json"), VIEW, PLACES)
        keep(tmp_path / "state", Path("a.json"), VIEW, PLACES)
    finally:
        os.umask(old)
    kept = memory_path(tmp_path / "state", Path("a.json"))
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700
    assert [found.name for found in kept.parent.iterdir()] == [kept.name]


def test_a_link_planted_in_its_place_is_replaced_and_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / "copied.md").symlink_to(other)
    write_private(tmp_path / "copied.md", b"theirs")
    assert other.read_text() == "mine"
    assert (tmp_path / "copied.md").read_bytes() == b"theirs"
    assert not (tmp_path / "copied.md").is_symlink()


def test_a_state_folder_that_is_a_file_is_told_as_oserror(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    with pytest.raises(OSError, match="state"):
        keep(tmp_path / "state", Path("a.json"), VIEW, [])


def test_only_the_last_places_are_kept(tmp_path: Path) -> None:
    many = [Place(str(number), False, "actors", {}, "") for number in range(60)]
    keep(tmp_path, Path("a.json"), VIEW, many)
    found = recall(tmp_path, Path("a.json"))
    assert found is not None
    assert found.places == many[-50:]
