"""Where nothing may be written, or nothing more fits: the file stays as it is to the byte, and reading goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest

from store.archive import Archive, Change
from store.errors import ReadOnlyError, SaysoError, UnsavedError
from store.storage import log_of
from tests.store.conftest import records
from tests.store.proofs.children import children
from tests.store.proofs.conftest import Tell
from tests.store.proofs.states import broken_chain, edit, found, held, people

NOBODY = 65534
as_another = pytest.mark.skipif(os.getuid() != 0, reason="only root can become another user")


def made(folder: Path) -> Path:
    """An archive with an edit in its log."""
    path = folder / "archive.json"
    archive = Archive.create(path)
    archive.apply(Change(record, 0) for record in records())
    archive.fold()
    edit(archive, "before")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """All files but the lock, in which only stands who held it last."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.endswith((".lock", ".filler"))}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others may look into; pytest's own are closed to them."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def outcomes(path: Path, say: Callable[[str], None]) -> None:
    """Tries all that writes, and says what was told; and whether reading goes on."""
    archive = Archive.open(path)
    before = held(archive)
    for name, do in (
        ("edit", lambda: edit(archive, "no")),
        ("import", lambda: archive.apply(people("no", 2500))),
        ("fold", archive.fold),
        ("close", archive.close),
    ):
        try:
            do()
        except SaysoError as error:
            say(f"{name}: {type(error).__name__}: {error}")
        else:
            say(f"{name}: done")
        archive.refresh()
        say(f"reading after it: {held(archive) == before == found(path)}")


def hold_refused(path: Path, told: list[str], tries: int = 3) -> None:
    """Holds that the first of what was tried was refused, and that all could be read after each."""
    assert told[1::2] == ["reading after it: True"] * 4, told
    for line in told[: tries * 2 : 2]:
        assert "ReadOnlyError" in line or "UnsavedError" in line, told
        assert "othing was changed" in line or "stands unchanged" in line, told
        assert str(path) in line
    assert told[6] == "close: done"


RIGHTS: dict[str, tuple[int, int, int]] = {
    "a file of another's": (0o755, 0o644, 0),
    "a read-only file in one's own folder": (0o755, 0o444, NOBODY),
    "one's own read-only file in a read-only folder": (0o555, 0o444, NOBODY),
}
"""Mode of the folder and of the files, and whose they are."""
CLOSED: dict[str, tuple[int, int, int]] = {
    "files that one may write in another's folder": (0o755, 0o666, 0),
    "one's own files in a read-only folder": (0o555, 0o644, NOBODY),
}


def as_nobody(path: Path, rights: tuple[int, int, int]) -> list[str]:
    """What another user is told who tries all that writes."""
    folder_mode, mode, owner = rights
    for file in path.parent.iterdir():
        file.chmod(mode)
        os.chown(file, owner, owner)
    os.chown(path.parent, owner, owner)
    path.parent.chmod(folder_mode)

    def work(say: Callable[[str], None]) -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        outcomes(path, say)

    with children(work) as [child]:
        assert child.end() == 0, child.told
    return child.told


@as_another
@pytest.mark.parametrize("rights", RIGHTS)
def test_another_user_without_the_rights_changes_nothing(open_folder: Path, rights: str) -> None:
    path = made(open_folder)
    before = contents(open_folder)
    hold_refused(path, as_nobody(path, RIGHTS[rights]))
    assert contents(open_folder) == before


@as_another
@pytest.mark.parametrize("rights", CLOSED)
def test_without_a_log_nothing_is_changed_in_a_folder_that_is_closed(open_folder: Path, rights: str) -> None:
    path = made(open_folder)
    Archive.open(path).fold()
    log_of(path).unlink()
    before = contents(open_folder)
    hold_refused(path, as_nobody(path, CLOSED[rights]), tries=2)  # there is nothing to fold
    assert contents(open_folder) == before


@as_another
@pytest.mark.parametrize("rights", CLOSED)
def test_with_a_log_an_edit_is_kept_there_and_the_file_stays_as_it_is(open_folder: Path, rights: str) -> None:
    path = made(open_folder)
    before = path.read_bytes()
    told = as_nobody(path, CLOSED[rights])
    assert [line.split(": ")[1] for line in told[::2]] == ["done", "UnsavedError", "UnsavedError", "done"]
    assert path.read_bytes() == before
    assert found(path)["ac-mayor00000"].note == "no"
    assert len(found(path)) == len(records())
    assert broken_chain(path, 3) is None


def mounted(folder: Path, options: str) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can mount a file system")
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine mounts no tmpfs: {done.stderr.strip()}")


@contextmanager
def file_system(folder: Path, options: str = "size=1m") -> Iterator[Path]:
    mounted(folder, options)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_read_only_file_system_is_read_and_left_alone(tmp_path: Path) -> None:
    with file_system(tmp_path):
        path = made(tmp_path)
        before = contents(tmp_path)
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path)], check=True)
        told: list[str] = []
        outcomes(path, told.append)
        hold_refused(path, told)
        assert contents(tmp_path) == before


@pytest.mark.parametrize("step", [4096 * 9, pytest.param(512, marks=pytest.mark.slow)])
def test_on_a_full_disk_nothing_changes_and_with_room_again_the_next_save_works(
    tmp_path: Path, step: int, tell: Tell
) -> None:
    """With more and more room, so that it ends at every place."""
    refused, room, done = 0, 0, False
    while not done:
        with file_system(tmp_path, "size=2m"):
            path = made(tmp_path)
            archive = Archive.open(path)
            before, state = contents(tmp_path), held(archive)
            filler = fill(tmp_path, room)
            try:
                archive.apply(people("many", 2500), "import")
                done = True
            except UnsavedError as error:
                told = str(error)
            if not done:
                refused += 1
                assert "No space left" in told
                assert contents(tmp_path) == before
                assert held(archive) == state == found(path)
            filler.unlink()
            archive.apply(people("next", 1))
            assert held(archive) == found(path)
            assert broken_chain(path, archive.sequence) is None
        room += step
    assert refused > 2
    tell(f"a full disk, with room for {step} bytes more each time: {refused} times refused, nothing changed")


def fill(folder: Path, room: int) -> Path:
    """A file that takes all but so many bytes."""
    filler = folder / "big.filler"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    filler.write_bytes(bytes(max(0, free - room)))
    return filler


def test_an_archive_opened_read_only_is_never_written(tmp_path: Path) -> None:
    path = made(tmp_path)
    before = contents(tmp_path)
    with Archive.open(path, read_only=True) as archive:
        with pytest.raises(ReadOnlyError):
            edit(archive, "no")
        archive.fold()
    assert contents(tmp_path) == before
