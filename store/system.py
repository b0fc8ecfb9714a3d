"""The one seam to the file system: every call by which the archive is read, written or locked goes through here.

A test gives `Archive.open` and its like a `System` of its own that fails at the n-th call, writes short, or keeps a
record of what was asked for.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class System:
    """Each method is one system call, named as it is; each raises OSError and nothing else."""

    def open(self, path: Path, flags: int, mode: int = 0o600) -> int:
        """A file descriptor that children don't inherit."""
        return os.open(path, flags | os.O_CLOEXEC, mode)

    def close(self, fd: int) -> None:
        os.close(fd)

    def read(self, fd: int, size: int) -> bytes:
        """At most `size` bytes; fewer, where the system has no more at hand; none at the end."""
        return os.read(fd, size)

    def pread(self, fd: int, size: int, offset: int) -> bytes:
        return os.pread(fd, size, offset)

    def write(self, fd: int, data: bytes | memoryview) -> int:
        """How many bytes were taken, which may be fewer than all."""
        return os.write(fd, data)

    def pwrite(self, fd: int, data: bytes, offset: int) -> int:
        return os.pwrite(fd, data, offset)

    def truncate(self, fd: int, size: int) -> None:
        os.ftruncate(fd, size)

    def fsync(self, fd: int) -> None:
        os.fsync(fd)

    def fsync_folder(self, fd: int) -> None:
        """Makes the names in an opened folder durable; apart from `fsync`, for it fails with another outcome."""
        os.fsync(fd)

    def rename(self, source: Path, target: Path) -> None:
        """Replaces what `target` names. Of two links to one file nothing is done, and both names stay."""
        os.replace(source, target)

    def link(self, source: Path, target: Path) -> None:
        os.link(source, target)

    def unlink(self, path: Path) -> None:
        os.unlink(path)

    def stat(self, path: Path) -> os.stat_result:
        return os.stat(path)

    def fstat(self, fd: int) -> os.stat_result:
        return os.fstat(fd)

    def chmod(self, fd: int, mode: int) -> None:
        os.fchmod(fd, mode)

    def chown(self, fd: int, user: int, group: int) -> None:
        os.fchown(fd, user, group)

    def access(self, path: Path, mode: int) -> bool:
        return os.access(path, mode, effective_ids=os.access in os.supports_effective_ids)

    def flock(self, fd: int, operation: int) -> None:
        fcntl.flock(fd, operation)

    def mkdir(self, folder: Path, mode: int) -> None:
        os.mkdir(folder, mode)

    def list(self, folder: Path) -> list[str]:
        """The names in the folder, in no order."""
        return os.listdir(folder)


SYSTEM = System()
"""The real one."""
