"""Putting a file in its place whole: written beside it, made durable, then named as it or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EXDEV, errno.EMLINK})
"""What file systems without hard links (FAT, some network ones) answer to one."""


@contextmanager
def beside(target: Path, data: bytes) -> Iterator[Path]:
    """A new, fsynced file in the target's folder that holds `data`; gone afterwards unless it was renamed.

    Its mode is 0600. Raises OSError, and then leaves nothing.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".new", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def place_new(fresh: Path, target: Path) -> None:
    """Names `fresh` as `target`. Raises FileExistsError where something stands there, even since a moment ago."""
    try:
        os.link(fresh, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        os.replace(fresh, target)


def keep_as(target: Path, backup: Path) -> None:
    """Keeps what stands at `target` under the name `backup`, in place of what that named before."""
    link = target.with_name(f".{target.name}.keep")
    link.unlink(missing_ok=True)
    try:
        _link_or_copy(target, link)
        os.replace(link, backup)
    finally:
        # Where the backup already is the same inode the rename does nothing and the link would stay.
        link.unlink(missing_ok=True)


def _link_or_copy(target: Path, link: Path) -> None:
    try:
        os.link(target, link)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        shutil.copy2(target, link)


def sync_folder(folder: Path) -> None:
    """Makes the names in the folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
