"""What was typed and not saved when the line dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.view.unsaved import keep, recall, unsaved_path


def test_what_is_kept_comes_back_by_record_and_archive_and_is_forgotten_alone(tmp_path: Path) -> None:
    state, one, other = tmp_path / "state", tmp_path / "a.json", tmp_path / "b.json"
    keep(state, one, "st-1", {"note": "mine\n\x1b"})
    keep(state, one, "../../st-2", {"tags": "x"})
    assert recall(state, one, "st-1") == {"note": "mine\n\x1b"}
    assert recall(state, other, "st-1") == {}
    keep(state, one, "st-1", {})
    assert recall(state, one, "st-1") == {}
    assert recall(state, one, "../../st-2") == {"tags": "x"}
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [unsaved_path(state, one)]


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    keep(tmp_path, tmp_path / "a.json", "st-1", {"note": "secret"})
    assert unsaved_path(tmp_path, tmp_path / "a.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("data", [b"", b"[]", b'{"st-1": 3}', b"\xff"])
def test_what_cannot_be_read_is_nothing(tmp_path: Path, data: bytes) -> None:
    path = unsaved_path(tmp_path, tmp_path / "a.json")
    path.parent.mkdir()
    path.write_bytes(data)
    assert recall(tmp_path, tmp_path / "a.json", "st-1") == {}
