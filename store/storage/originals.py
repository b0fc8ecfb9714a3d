"""The files that documents were made from, kept beside the archive as they came, each named by its hash."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from store import files
from store.errors import UnsavedError
from store.storage.names import originals_of, real
from store.system import SYSTEM, System


def place(path: Path, sha256: str) -> Path:
    """Where the file of this hash lies, if it is kept."""
    return originals_of(path) / sha256


def keep(path: Path, data: Mapping[str, bytes], made: list[str] | None = None, system: System = SYSTEM) -> None:
    """Keeps files of the archive at `path`, hash -> bytes: each whole, and durable when this returns.

    Those that weren't there are added to `made`, also where it is broken off. A file has the archive's group and mode,
    the folder the same with the right to enter. Raises UnsavedError, and then has taken away what it made.
    """
    folder, made = originals_of(path), [] if made is None else made
    try:
        fresh = [sha256 for sha256 in data if not files.exists(place(path, sha256), system)]
        if not fresh:
            return
        like = system.stat(real(path))
        _make(folder, like, system)
        for sha256 in fresh:
            made.append(sha256)
            with files.beside(place(path, sha256), data[sha256], like, system) as written:
                system.rename(written, place(path, sha256))
        files.sync_folder(folder, system)
    except OSError as error:
        with suppress(OSError):
            remove(path, made, system)
        raise UnsavedError(
            f"The file itself can't be kept in {folder} ({error.strerror}), so nothing of it went in."
        ) from error


def remove(path: Path, hashes: Iterable[str], system: System = SYSTEM) -> int:
    """Takes files away for good; how many there were. Raises OSError, and may then have taken some away."""
    count = 0
    for sha256 in hashes:
        for file in (place(path, sha256), *_left(path, sha256, system)):
            with suppress(FileNotFoundError):
                system.unlink(file)
                count += 1
    if count:
        files.sync_folder(originals_of(path), system)
    return count


def kept(path: Path, system: System = SYSTEM) -> frozenset[str]:
    """The hashes by which files are named. Raises OSError where the folder is there and can't be read."""
    try:
        return frozenset(name for name in system.list(originals_of(path)) if not name.startswith("."))
    except FileNotFoundError:
        return frozenset()


def whole(path: Path, sha256: str) -> bool:
    """Whether what is kept under this hash still has it. Raises OSError where it can't be read."""
    with place(path, sha256).open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == sha256


def _left(path: Path, sha256: str, system: System) -> list[Path]:
    """What of this file a writer left that was killed."""
    try:
        names = system.list(originals_of(path))
    except FileNotFoundError:
        return []
    return [originals_of(path) / name for name in names if name.startswith(f".{sha256}.")]


def _make(folder: Path, like: os.stat_result, system: System) -> None:
    """The folder, with the archive's group; whoever may read a file of it may enter it."""
    if files.exists(folder, system):
        return
    system.mkdir(folder, 0o700)
    with files.opened(folder, os.O_RDONLY, system=system) as fd:
        files.resemble(fd, like, system)
        system.fsync_folder(fd)
    files.sync_folder(folder.parent, system)
