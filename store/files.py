"""Putting a file in its place whole: written beside it, made durable, then named as it or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from store.system import SYSTEM, System

NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK})
"""What file systems without hard links (FAT, some network ones) answer to one."""
PIECE = 1 << 20
"""Bytes that are read or copied at a time."""


@contextmanager
def opened(path: Path, flags: int, mode: int = 0o600, system: System = SYSTEM) -> Iterator[int]:
    """A file descriptor, closed at the end; what was to be kept was synced by then, so that no more can fail."""
    fd = system.open(path, flags, mode)
    try:
        yield fd
    finally:
        with suppress(OSError):
            system.close(fd)


def read_on(fd: int, offset: int = 0, system: System = SYSTEM, size: int = 0) -> bytes:
    """Everything from the offset to the end of an open file, which is expected to be of that size."""
    pieces: list[bytes] = []
    while piece := system.pread(fd, max(size - offset, PIECE), offset):
        pieces.append(piece)
        offset += len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def write_all(fd: int, data: bytes | memoryview, system: System = SYSTEM) -> None:
    """Writes on and on until all is taken. Raises OSError, and may then have written a part."""
    rest = memoryview(data)
    while rest:
        taken = system.write(fd, rest)
        if taken <= 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[taken:]


def unnamed() -> int:
    """A new file that no folder has: it is gone with whoever holds it last. In memory where the system can do that, so
    that what must not be kept comes to no other disk. Raises OSError."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("sayso")
    from tempfile import TemporaryFile  # Linux does without

    with TemporaryFile() as file:
        return os.dup(file.fileno())


def exists(path: Path, system: System = SYSTEM) -> bool:
    """Whether something stands there; raises OSError where that can't be seen."""
    try:
        system.stat(path)
    except FileNotFoundError:
        return False
    return True


@contextmanager
def beside(
    target: Path,
    data: bytes | Iterable[bytes | memoryview],
    like: os.stat_result | None = None,
    system: System = SYSTEM,
) -> Iterator[Path]:
    """A new, fsynced file in the target's folder that holds `data`; gone afterwards unless it was renamed.

    Its mode is 0600, or with owner and group that of the file it is to be `like`. Raises OSError, and then leaves
    nothing.
    """
    fresh = target.with_name(f".{target.name[:100]}.{os.urandom(6).hex()}.new")
    try:
        with opened(fresh, os.O_RDWR | os.O_CREAT | os.O_EXCL, system=system) as fd:
            for piece in (data,) if isinstance(data, bytes) else data:
                write_all(fd, piece, system)
            if like is not None:
                resemble(fd, like, system)
            system.fsync(fd)
        yield fresh
    finally:
        with suppress(OSError):
            system.unlink(fresh)


def resemble(fd: int, like: os.stat_result, system: System = SYSTEM) -> None:
    """Gives an open file owner, group and mode of another; where its group can't be given, the group may nothing.

    Of a folder: whoever may read the other file may enter it; that new files have its group stays as it is.
    """
    own, mode = system.fstat(fd), stat.S_IMODE(like.st_mode) & 0o777
    if stat.S_ISDIR(own.st_mode):
        mode |= (mode & 0o444) >> 2 | own.st_mode & stat.S_ISGID
    if (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
        try:
            system.chown(fd, like.st_uid, like.st_gid)
        except PermissionError:
            with suppress(PermissionError):
                system.chown(fd, -1, like.st_gid)
        if system.fstat(fd).st_gid != like.st_gid:
            mode &= ~0o070
    if stat.S_IMODE(own.st_mode) != mode:
        system.chmod(fd, mode)


def place_new(fresh: Path, target: Path, system: System = SYSTEM) -> None:
    """Names `fresh` as `target`. Raises FileExistsError where something stands there, even since a moment ago."""
    try:
        system.link(fresh, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        system.close(system.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        system.rename(fresh, target)


def keep_as(target: Path, backup: Path, system: System = SYSTEM) -> None:
    """Keeps what stands at `target` under the name `backup`, in place of what that named before."""
    link = target.with_name(f".{target.name}.keep")
    with suppress(FileNotFoundError):
        system.unlink(link)
    try:
        _link_or_copy(target, link, system)
        system.rename(link, backup)
    finally:
        # Where the backup already is the same inode the rename does nothing and the link would stay.
        with suppress(OSError):
            system.unlink(link)


def _link_or_copy(target: Path, link: Path, system: System) -> None:
    try:
        system.link(target, link)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        with opened(target, os.O_RDONLY, system=system) as source:
            like = system.fstat(source)
            with beside(link, pieces(source, system), like, system) as copy:
                system.rename(copy, link)


def pieces(fd: int, system: System = SYSTEM) -> Iterator[bytes]:
    """What an open file still has, PIECE bytes at a time."""
    while piece := system.read(fd, PIECE):
        yield piece


def sync_folder(folder: Path, system: System = SYSTEM) -> None:
    """Makes the names in the folder durable, where the file system has a way to."""
    with opened(folder, os.O_RDONLY, system=system) as fd:
        try:
            system.fsync_folder(fd)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
