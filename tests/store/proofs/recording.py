"""A file system that keeps what was asked of it, in order and with the data: what a disk would have to keep."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NamedTuple, TypeAlias

from store.system import System

LOCK = ".lock"
"""What stands in a lock means nothing after a power cut, so that it isn't kept."""


class Written(NamedTuple):
    file: int
    offset: int
    data: bytes


class Cut(NamedTuple):
    """A file cut off, or made longer, at `size`."""

    file: int
    size: int


class Synced(NamedTuple):
    file: int


class Unsynced(NamedTuple):
    """An fsync of the file that failed."""

    file: int


class Named(NamedTuple):
    """Names that change together: each with the file that it names afterwards, None where it is gone."""

    names: tuple[tuple[str, int | None], ...]


class FolderSynced(NamedTuple):
    pass


class Acknowledged(NamedTuple):
    """A step of the story came back to its caller."""


Operation: TypeAlias = Written | Cut | Synced | Unsynced | Named | FolderSynced | Acknowledged


class Start(NamedTuple):
    """A folder at rest: the names in it with the file of each, and what is in the files."""

    names: dict[str, int]
    contents: dict[int, bytes]

    @classmethod
    def of(cls, folder: Path) -> Start:
        found = [file for file in folder.iterdir() if file.is_file() and not file.name.endswith(LOCK)]
        names = {file.name: file.stat().st_ino for file in found}
        return cls(names, {names[file.name]: file.read_bytes() for file in found})


class Recorder(System):
    """Does what it is asked for and keeps it; leaves out the `skip`-th of the calls that make something durable.

    Those calls are `fsync`, `fsync_folder` and `rename`; `durable` are their names with what they were about. Where the
    `fail`-th is an fsync it raises OSError, and `failed` counts it.
    """

    def __init__(self, folder: Path, skip: int = -1, fail: int = -1) -> None:
        self.folder, self.skip, self.fail, self.failed = folder, skip, fail, 0
        self.start = Start.of(folder)
        self.operations: list[Operation] = []
        self.durable: list[str] = []
        self._names = dict(self.start.names)
        self._sizes = {file: len(data) for file, data in self.start.contents.items()}
        self._opened: dict[int, tuple[int, bool, int]] = {}
        self._next = 1 << 70  # above all real numbers of files, which are given again once they are free

    def acknowledge(self) -> None:
        self.operations.append(Acknowledged())

    def _skips(self, what: str) -> bool:
        self.durable.append(what)
        return len(self.durable) - 1 == self.skip

    def _fails(self) -> bool:
        """Of the call that was asked about last."""
        fails = len(self.durable) - 1 == self.fail
        self.failed += fails
        return fails

    def _kept(self, path: Path) -> bool:
        return path.parent == self.folder and not path.name.endswith(LOCK)

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        fd = super().open(path, flags, mode)
        if self._kept(path):
            if path.name not in self._names:
                self._next += 1
                self._sizes[self._next] = 0
                self._name((path.name, self._next))
            self._opened[fd] = self._names[path.name], bool(flags & os.O_APPEND), 0
        return fd

    def _name(self, *names: tuple[str, int | None]) -> None:
        self.operations.append(Named(names))
        for name, file in names:
            if file is None:
                self._names.pop(name, None)
            else:
                self._names[name] = file

    def close(self, fd: int) -> None:
        self._opened.pop(fd, None)
        super().close(fd)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        taken = super().write(fd, data)
        if fd in self._opened:
            file, appends, at = self._opened[fd]
            at = self._sizes[file] if appends else at
            self.operations.append(Written(file, at, bytes(data[:taken])))
            self._sizes[file] = max(self._sizes[file], at + taken)
            self._opened[fd] = file, appends, at + taken
        return taken

    def pwrite(self, fd: int, data: bytes, offset: int) -> int:
        assert fd not in self._opened, "only a lock is written so"
        return super().pwrite(fd, data, offset)

    def truncate(self, fd: int, size: int) -> None:
        super().truncate(fd, size)
        if fd in self._opened:
            file = self._opened[fd][0]
            self.operations.append(Cut(file, size))
            self._sizes[file] = size

    def fsync(self, fd: int) -> None:
        file = self._opened[fd][0]
        if self._skips(f"fsync of {self._called(file)}"):
            return
        if self._fails():
            self.operations.append(Unsynced(file))
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().fsync(fd)
        self.operations.append(Synced(file))

    def _called(self, file: int) -> str:
        name = next((name for name, found in self._names.items() if found == file), "a file without a name")
        return "the new file" if name.endswith(".new") else name

    def fsync_folder(self, fd: int) -> None:
        if self._skips("fsync of the folder"):
            return
        if self._fails():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().fsync_folder(fd)
        self.operations.append(FolderSynced())

    def rename(self, source: Path, target: Path) -> None:
        if self._skips(f"rename to {target.name}"):
            return
        super().rename(source, target)
        if self._names[source.name] != self._names.get(target.name):  # else nothing is done
            self._name((target.name, self._names[source.name]), (source.name, None))

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self._name((target.name, self._names[source.name]))

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        if self._kept(path):
            self._name((path.name, None))
