"""The files that documents came from: kept whole, durable, with the archive's rights; and gone for good when purged."""

from __future__ import annotations

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

import pytest

from store.archive import Archive
from store.errors import UnsavedError
from store.storage import originals
from store.storage.names import originals_of
from tests.store.faults import Faulty

DATA = b"<html>the page as it came\r\n</html>"
HASH = sha256(DATA).hexdigest()


def test_a_file_is_kept_by_its_hash_once(archive: Archive) -> None:
    for expected in ([HASH], []):
        made: list[str] = []
        originals.keep(archive.path, {HASH: DATA}, made)
        assert made == expected
    assert originals.place(archive.path, HASH).read_bytes() == DATA


def test_it_has_the_rights_of_the_archive_and_its_folder_lets_the_same_people_in(archive: Archive) -> None:
    archive.path.chmod(0o660)
    originals.keep(archive.path, {HASH: DATA})
    modes = [
        stat.S_IMODE(path.stat().st_mode) for path in (originals_of(archive.path), originals.place(archive.path, HASH))
    ]
    assert modes == [0o770, 0o660]


def test_beside_a_linked_archive_it_lies_where_the_archive_does(archive: Archive, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.json"
    link.parent.mkdir()
    link.symlink_to(archive.path)
    originals.keep(link, {HASH: DATA})
    assert originals.place(archive.path, HASH).exists()


def test_whatever_fails_there_is_the_whole_file_or_none_and_it_is_told(archive: Archive) -> None:
    counting = Faulty()
    originals.keep(archive.path, {HASH: DATA}, None, counting)
    for number, name in enumerate(counting.names):
        rmtree(originals_of(archive.path))
        try:
            originals.keep(archive.path, {HASH: DATA}, None, Faulty(number, errno.ENOSPC))
            kept = True
        except UnsavedError:
            kept = False
        originals_of(archive.path).mkdir(exist_ok=True)
        left = {file.name: file.read_bytes() for file in originals_of(archive.path).iterdir() if file.name == HASH}
        assert left == ({HASH: DATA} if kept else {}), (number, name)


def test_it_is_synced_before_it_has_its_name_and_its_name_after(archive: Archive) -> None:
    watched = Faulty()
    originals.keep(archive.path, {HASH: DATA}, None, watched)
    last = [name for name in watched.names if name in ("write", "fsync", "rename", "fsync_folder")][-4:]
    assert last == ["write", "fsync", "rename", "fsync_folder"]


def test_removed_it_is_gone_and_what_is_gone_is_no_error(archive: Archive) -> None:
    originals.keep(archive.path, {HASH: DATA})
    assert originals.remove(archive.path, [HASH, "0" * 64]) == 1
    assert os.listdir(originals_of(archive.path)) == []


def test_a_folder_that_can_not_be_made_is_told(archive: Archive) -> None:
    originals_of(archive.path).write_bytes(b"")
    with pytest.raises(UnsavedError, match="can't be kept"):
        originals.keep(archive.path, {HASH: DATA})


def test_what_a_killed_writer_left_of_it_goes_too(archive: Archive) -> None:
    originals.keep(archive.path, {HASH: DATA})
    (originals_of(archive.path) / f".{HASH}.0123456789ab.new").write_bytes(DATA[:5])
    (originals_of(archive.path) / f".{'0' * 64}.0123456789ab.new").write_bytes(b"another's")
    originals.remove(archive.path, [HASH])
    assert [file.read_bytes() for file in originals_of(archive.path).iterdir()] == [b"another's"]


def test_a_file_that_was_changed_is_not_whole(archive: Archive) -> None:
    originals.keep(archive.path, {HASH: DATA})
    assert originals.whole(archive.path, HASH)
    originals.place(archive.path, HASH).write_bytes(b"forged")
    assert not originals.whole(archive.path, HASH)
    assert originals.kept(archive.path) == {HASH}
