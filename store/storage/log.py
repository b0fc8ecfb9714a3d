"""NAME.json.log: one line a change set, appended and made durable before it counts; journal and audit trail at once."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from store import files
from store.errors import DamagedArchiveError, UnprovedError, UnsavedError
from store.storage.line import Line, Read, decoded, encoded, hashed
from store.storage.meta import Meta
from store.storage.names import log_of, real
from store.system import SYSTEM, System

_HEADER_BYTES = 1 << 16
_MOVE_AWAY = "Nothing was changed. To go on without the changes that it alone has, move it away."


class Position(NamedTuple):
    """How far a log was read: the last line's number, first byte, the byte after it, and hash.

    `inode` is 0 where there is no log.
    """

    sequence: int
    start: int = 0
    end: int = 0
    hash: str = ""
    inode: int = 0


class Elsewhere(Exception):  # noqa: N818 - it ends no command: whoever reads on begins anew
    """The log is not the one that was read before, or lacks what was read."""


class Tail(NamedTuple):
    """The lines after a position, and the position after them."""

    lines: Sequence[Read]
    position: Position


class Log:
    """The log of the archive at `path`. Reads without a lock; `append` and `cut` are for who holds it."""

    def __init__(self, path: Path, system: System = SYSTEM) -> None:
        self.path, self._file, self._system = path, log_of(path), system

    def inode(self) -> int:
        """Of the log as it is now; 0 where there is none. Raises OSError."""
        try:
            return self._system.stat(self._file).st_ino
        except FileNotFoundError:
            return 0

    def found(self, meta: Meta) -> Tail:
        """What a snapshot with this `_meta` lacks. Raises DamagedArchiveError with the log's name and line."""
        try:
            with files.opened(self._file, os.O_RDONLY | os.O_NONBLOCK, system=self._system) as fd:
                return self._found(fd, meta)
        except FileNotFoundError:
            return Tail((), Position(meta.sequence))
        except OSError as error:
            raise self.damaged(f"can't be read: {error.strerror}.") from error

    def since(self, known: Position) -> Tail:
        """What was appended after `known`. Raises Elsewhere, DamagedArchiveError."""
        try:
            with files.opened(self._file, os.O_RDONLY | os.O_NONBLOCK, system=self._system) as fd:
                found = self._system.fstat(fd)
                if found.st_ino != known.inode or found.st_size < known.end:
                    raise Elsewhere
                if found.st_size == known.end:
                    return Tail((), known)
                data = files.read_on(fd, known.start, self._system)
        except FileNotFoundError as error:
            raise Elsewhere from error
        except OSError as error:
            raise self.damaged(f"can't be read: {error.strerror}.") from error
        length = known.end - known.start
        if length and hashed(data[: length - 1]) != known.hash:
            raise Elsewhere
        return self._parsed(data[length:], known)

    def append(self, line: Line, at: Position, header: Line) -> Position:
        """Writes the line after the position and returns the one after it, once it is durable; under the lock.

        Gives it number and hash itself. Where there is no log it begins one with `header`. Raises UnsavedError where
        nothing is changed, UnprovedError where it may be. The name of a new log is still to be made durable.
        """
        begins = at.end == 0
        flags = os.O_RDWR | os.O_APPEND | (os.O_CREAT if begins else 0)
        data, after = _after(line, at, header if begins else None)
        try:
            with files.opened(self._file, flags, system=self._system) as fd:
                if begins:
                    files.resemble(fd, self._system.stat(real(self.path)), self._system)
                found = self._system.fstat(fd)
                self._write(fd, data, at, found.st_size)
        except OSError as error:
            raise UnsavedError(f"{self.path} could not be saved ({error.strerror}). Nothing was changed.") from error
        return after._replace(inode=found.st_ino)

    def _write(self, fd: int, data: bytes, at: Position, size: int) -> None:
        """All of it or nothing: what can't be made durable is cut off again.

        A whole line is cut off durably, for it may have reached the disk though the fsync failed: after a power cut it
        would be there, and the user was told that nothing was changed.
        """
        if size > at.end:  # a line that was never acknowledged
            self._system.truncate(fd, at.end)
            self._system.fsync(fd)
        whole = False
        try:
            files.write_all(fd, data, self._system)
            whole = True
            self._system.fsync(fd)
        except BaseException as error:
            try:
                self._system.truncate(fd, at.end)
                if whole:
                    self._system.fsync(fd)
            except OSError as worse:
                raise UnprovedError(
                    f"{self.path} could not be saved for certain, nor the change be taken back ({worse.strerror}): "
                    "look whether it is there before you make it again."
                ) from error
            raise

    def cut(self, at: Position) -> None:
        """Takes back what was appended after the position. Raises OSError."""
        with files.opened(self._file, os.O_RDWR, system=self._system) as fd:
            self._system.truncate(fd, at.end)

    def _found(self, fd: int, meta: Meta) -> Tail:
        status = self._system.fstat(fd)
        begun = self._begun(fd, meta, Position(meta.sequence, inode=status.st_ino), status.st_size)
        if begun.end == 0:
            return Tail((), begun)
        folded = meta.folded
        if folded and folded.end <= status.st_size:
            data = files.read_on(fd, folded.start, self._system)
            length = folded.end - folded.start
            if hashed(data[: length - 1]) == folded.hash:
                at = begun._replace(sequence=meta.sequence, start=folded.start, end=folded.end, hash=folded.hash)
                return self._parsed(data[length:], at)
        return self._searched(fd, meta, begun)

    def _searched(self, fd: int, meta: Meta, begun: Position) -> Tail:
        """From the log's beginning, where the snapshot doesn't say how far it was read."""
        lines, position = self._parsed(files.read_on(fd, begun.end, self._system), begun)
        if position.sequence < meta.sequence or begun.sequence > meta.sequence:
            raise self.damaged(
                f"lacks lines: it has numbers {begun.sequence} to {position.sequence}, and the archive is at "
                f"{meta.sequence}.", advice="Move it away to go on without it.",
            )  # fmt: skip
        return Tail([read for read in lines if read.line.seq > meta.sequence], position)

    def _begun(self, fd: int, meta: Meta, nothing: Position, size: int) -> Position:
        """The position after the log's first line. A first line that was cut was never acknowledged."""
        data = self._system.pread(fd, _HEADER_BYTES, 0)
        raw, ended, _ = data.partition(b"\n")
        if (not ended and len(data) < _HEADER_BYTES) or (b"\0" in raw and len(raw) + 1 >= size):
            return nothing
        try:
            header = decoded(raw)
        except ValueError as error:
            raise self.damaged(str(error), 1, _MOVE_AWAY) from error
        if header.log is None:
            raise self.damaged("is not how a log begins.", 1, _MOVE_AWAY)
        if header.archive != meta.archive:
            raise self.damaged(
                f"is the log of another archive than {self.path}.", 1, "Move it away to go on without it."
            )
        end = len(raw) + 1
        return nothing._replace(sequence=header.seq, end=end, hash=hashed(raw))

    def _parsed(self, data: bytes, after: Position) -> Tail:
        lines: list[Read] = []
        at, rest = after, 0
        while rest < len(data):
            stop = data.find(b"\n", rest)
            raw = data[rest : stop if stop >= 0 else len(data)]
            last = stop < 0 or stop + 1 == len(data)
            if stop < 0 or (last and b"\0" in raw):
                break  # cut off while it was written, before anybody was told that it is kept
            read = self._read(raw, at)
            lines.append(read)
            at, rest = after._replace(sequence=read.line.seq, start=read.start, end=read.end, hash=read.hash), stop + 1
        return Tail(lines, at)

    def _read(self, raw: bytes, at: Position) -> Read:
        try:
            line = decoded(raw)
        except ValueError as error:
            raise self.damaged(str(error), self._number(at.end), _MOVE_AWAY) from error
        if line.seq != at.sequence + 1 or line.before != at.hash:
            raise self.damaged("doesn't follow the line before it.", self._number(at.end), _MOVE_AWAY)
        return Read(line, at.end, at.end + len(raw) + 1, hashed(raw))

    def _number(self, offset: int) -> int:
        """The line, from 1, that begins at this byte."""
        with files.opened(self._file, os.O_RDONLY, system=self._system) as fd:
            return self._system.pread(fd, offset, 0).count(b"\n") + 1

    def damaged(
        self, problem: str, line: int | None = None, advice: str = "Nothing was changed."
    ) -> DamagedArchiveError:
        return DamagedArchiveError(self._file, problem, line=line, advice=advice)


def _after(line: Line, at: Position, header: Line | None) -> tuple[bytes, Position]:
    """The bytes to append, and the position after them."""
    begun = encoded(header) if header else b""
    before = hashed(begun[:-1]) if begun else at.hash
    data = encoded(replace(line, seq=at.sequence + 1, before=before))
    start = at.end + len(begun)
    end = start + len(data)
    return begun + data, Position(at.sequence + 1, start, end, hashed(data[:-1]), at.inode)
