"""A file is put in its place whole, and over another one only when that is meant; also without hard links."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store import files


@pytest.fixture(params=["hard links", "no hard links"])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a file system with or, as FAT is, without hard links."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    if request.param == "no hard links":
        monkeypatch.setattr(os, "link", refuse)
    return tmp_path


def test_a_new_file_has_all_of_its_content(folder: Path) -> None:
    with files.beside(folder / "a", b"all") as fresh:
        files.place_new(fresh, folder / "a")
    assert [(p.name, p.read_bytes()) for p in folder.iterdir()] == [("a", b"all")]


def test_a_file_that_stands_there_is_never_replaced_by_a_new_one(folder: Path) -> None:
    (folder / "a").write_bytes(b"mine")
    with pytest.raises(FileExistsError), files.beside(folder / "a", b"all") as fresh:
        files.place_new(fresh, folder / "a")
    assert [(p.name, p.read_bytes()) for p in folder.iterdir()] == [("a", b"mine")]


def test_what_is_kept_takes_the_place_of_what_was_kept_before(folder: Path) -> None:
    (folder / "a").write_bytes(b"new")
    (folder / "a.bak").write_bytes(b"older")
    files.keep_as(folder / "a", folder / "a.bak")
    files.keep_as(folder / "a", folder / "a.bak")
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {"a": b"new", "a.bak": b"new"}


def test_a_link_left_over_from_a_crash_is_no_hindrance(folder: Path) -> None:
    (folder / "a").write_bytes(b"new")
    (folder / ".a.keep").write_bytes(b"left over")
    files.keep_as(folder / "a", folder / "a.bak")
    assert sorted(p.name for p in folder.iterdir()) == ["a", "a.bak"]


def test_nothing_is_left_where_the_disk_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"), files.beside(tmp_path / "a", b"all"):
        pytest.fail("the file was not durable")
    assert list(tmp_path.iterdir()) == []
