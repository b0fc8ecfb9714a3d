"""The files that are brought in: those that are named, and those in folders that are named, in order of their names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from store import files
from store.errors import ImportRefusedError
from store.intake import kinds
from store.intake.limits import MAX_BYTES

STDIN = Path("-")


class Source(NamedTuple):
    """A file to be read; `data` is what was read already, as of the standard input."""

    path: Path
    data: bytes | None = None

    @property
    def name(self) -> str:
        """The file's name, as text that can be stored."""
        return "standard input" if self.path == STDIN else self.path.name.encode("utf-8", "replace").decode()

    @property
    def described(self) -> str:
        """Where it came from, as a document keeps it."""
        return self.name if self.path == STDIN else f"file {self.name}"

    @property
    def shown(self) -> str:
        """The path as the user named it."""
        return "standard input" if self.path == STDIN else str(self.path)


class PassedOver(NamedTuple):
    """What lies in a folder and is left there, and why, as the rest of a sentence; `wrong` where that is an error."""

    path: Path
    why: str
    wrong: bool = False


def found(paths: Iterable[Path]) -> Iterator[Source | PassedOver]:
    """Files as they are named; of a folder all files below it that may be documents. Links to folders aren't followed.

    Raises nothing: a folder that can't be read is passed over, and a file is opened by whoever reads it.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # unlike Path.is_dir, says no of a name that is too long
            yield from _below(path)
        else:
            yield Source(path)


def _below(folder: Path) -> Iterator[Source | PassedOver]:
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield PassedOver(folder, f"can't be read: {error.strerror}.", wrong=True)
        return
    for entry in inside:
        path = folder / entry.name
        if entry.name.startswith("."):
            yield PassedOver(path, "is hidden.")
        elif entry.is_dir(follow_symlinks=False):
            yield from _below(path)
        elif path.suffix.lower() not in kinds.KNOWN:
            yield PassedOver(path, "is of no kind that is taken from a folder.")
        else:
            yield Source(path)


def contents(source: Source) -> bytes:
    """The whole file. Raises ImportRefusedError, its sentence without the name, for one that isn't to be read."""
    if source.data is not None:
        return _bounded(source.data)
    try:
        # Of a pipe that nobody writes to the opening alone would wait for ever.
        with files.opened(source.path, os.O_RDONLY | os.O_NONBLOCK) as fd:
            mode = os.fstat(fd).st_mode
            if stat.S_ISDIR(mode):
                raise ImportRefusedError("is a folder.")
            if not stat.S_ISREG(mode):
                raise ImportRefusedError("is no file but a pipe or a device. Hand it over as: sayso import - < FILE")
            with open(fd, "rb", closefd=False) as file:
                return _bounded(file.read(MAX_BYTES + 1))
    except OSError as error:
        raise ImportRefusedError(f"can't be read: {error.strerror}.") from error


def _bounded(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        raise ImportRefusedError(f"is larger than {MAX_BYTES // 2**20} MiB, and no article is. Cut out what you need.")
    return data
