"""Which files are read, and that none keeps anybody waiting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.errors import ImportRefusedError
from store.intake import STDIN, PassedOver, Source, found
from store.intake.limits import MAX_BYTES
from store.intake.sources import contents


def test_of_a_folder_all_documents_come_in_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.HTML", "c.pdf", "d.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    names = [str(source.path.relative_to(tmp_path)) for source in found([tmp_path]) if isinstance(source, Source)]
    assert names == ["a/1.HTML", "a/2.md", "b.txt", "c.pdf", "d.json"]


def test_what_is_hidden_or_of_another_kind_is_told_and_left(tmp_path: Path) -> None:
    for name in (".git", "x.png", "notes"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    told = {entry.path.name: entry for entry in found([tmp_path]) if isinstance(entry, PassedOver)}
    assert set(told) == {".git", "x.png", "notes", "loop"}
    assert told[".git"].why == "is hidden."
    assert told["x.png"].why == "is of no kind that is taken from a folder."


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / ".notes").write_text("x", encoding="utf-8")
    assert list(found([tmp_path / ".notes", STDIN])) == [Source(tmp_path / ".notes"), Source(STDIN)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_can_not_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (entry,) = found([tmp_path])
    assert isinstance(entry, PassedOver)
    assert entry.wrong


def test_a_pipe_that_nobody_writes_to_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ImportRefusedError, match="a pipe or a device"):
        contents(Source(tmp_path / "pipe.txt"))


@pytest.mark.parametrize(
    ("name", "said"), [("/dev/zero", "device"), ("x" * 300, "too long"), ("missing", "can't be read"), (".", "folder")]
)
def test_what_is_no_file_is_refused_in_a_sentence(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ImportRefusedError, match=said):
        contents(Source(tmp_path / name))


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(ImportRefusedError, match="larger than 32 MiB"):
        contents(Source(tmp_path / "huge.txt"))
