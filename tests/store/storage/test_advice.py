"""What is said of a file that is gone: where its records are, and no advice that would lose them."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive import Archive
from store.errors import MissingArchiveError
from store.storage.advice import advice, missing
from store.storage.names import backup_of


def test_where_no_archive_ever_stood_a_new_one_is_advised(tmp_path: Path) -> None:
    assert str(missing(tmp_path / "a.json")).endswith(f"sayso new {tmp_path / 'a.json'}")


def test_of_one_that_was_read_it_is_told_that_it_was_moved_or_deleted(tmp_path: Path) -> None:
    told = str(missing(tmp_path / "a.json", read=True))
    assert told.endswith("It was moved away or deleted.")
    assert "sayso new" not in told


def test_how_the_copy_that_lies_beside_a_gone_file_is_put_back_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    backup_of(path).write_bytes(b"{}")
    with pytest.raises(MissingArchiveError, match="moved away or deleted") as found:
        Archive.open(path)
    assert str(found.value).endswith(f"by: sayso --archive {path} restore 1")
    assert "sayso new" not in str(found.value)


def test_of_a_damaged_file_too(tmp_path: Path) -> None:
    path = tmp_path / "the archive.json"
    assert advice(path) == "Nothing was changed. Mend it or take a copy of yours."
    backup_of(path).write_bytes(b"{}")
    assert advice(path).endswith(f"is put back by: sayso --archive '{path}' restore 1")
