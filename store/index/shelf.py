"""One file of named pieces: written in one go, read piece by piece, a large one as little of it as is asked for."""

from __future__ import annotations

import os
import sys
import weakref
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, Protocol, TypeAlias
from zlib import crc32

import msgspec

from store.errors import ArchiveError

Pieces: TypeAlias = Iterable[tuple[str, bytes]]
"""Each piece under its name; "words.sets.ends" is a piece of the sets of the words."""
_MAGIC = b"sayso index 2 " + sys.byteorder.encode() + b"\n"
_CHUNK = 1 << 20
_TAIL = 64
"""Bytes at the end that say where the contents begin, and the digest of all before."""


class Blob(Protocol):
    """A large piece: `blob[start:end]` are its bytes."""

    def __getitem__(self, part: slice) -> bytes: ...


class Shelved(Protocol):
    """What can be put on a shelf."""

    def pieces(self) -> Pieces: ...


class ShelfError(ArchiveError):
    """The file isn't one of ours, or not as it was written."""

    def __init__(self, problem: str) -> None:
        super().__init__(f"The index beside the archive is {problem}. Start again: it's made anew.")


class _Place(NamedTuple):
    start: int
    size: int


class Filling:
    """The bytes of a file that is filled in stages; after each it is whole, and can be read as far as it goes."""

    def __init__(self, label: str) -> None:
        """`label` says what the file belongs to."""
        self._label, self._places = label, dict[str, _Place]()
        self._at = self._digest = 0

    def stage(self, pieces: Pieces) -> Iterator[bytes]:
        """One after the other; what is written next is the next stage."""
        if not self._at:
            yield self._counted(_MAGIC)
        for name, data in pieces:
            self._places[name] = _Place(self._at, len(data))
            yield self._counted(data)
        at = self._at
        yield self._counted(msgspec.json.encode({"label": self._label, "places": self._places}))
        yield self._counted(msgspec.json.encode((at, self._digest)).rjust(_TAIL))

    def _counted(self, data: bytes) -> bytes:
        self._at, self._digest = self._at + len(data), crc32(data, self._digest)
        return data


def joined(parts: Mapping[str, Shelved]) -> Pieces:
    """The pieces of several things, each under the name of its own."""
    for name, part in parts.items():
        yield from under(name, part.pieces())


def under(name: str, pieces: Pieces) -> Pieces:
    """The same pieces with a longer name."""
    return ((f"{name}.{piece}", data) for piece, data in pieces)


class Shelf:
    """The pieces under one prefix of an open file. The file is closed when nobody has the shelf any more."""

    def __init__(self, file: _File, places: Mapping[str, _Place], prefix: str = "") -> None:
        self._file, self._places, self._prefix = file, places, prefix

    def within(self, name: str) -> Shelf:
        """The pieces whose names begin with this one and a full stop."""
        return Shelf(self._file, self._places, f"{self._prefix}{name}.")

    def names(self) -> list[str]:
        """What stands here, by the first part of the name; each once."""
        own = (name.removeprefix(self._prefix) for name in self._places if name.startswith(self._prefix))
        return list(dict.fromkeys(name.partition(".")[0] for name in own))

    def pieces(self) -> Pieces:
        """All of them, under their whole names."""
        return ((name, self.bytes(name)) for name in self._places)

    def blob(self, name: str) -> Blob:
        """A piece that isn't read before it's asked for a part of it. Raises ShelfError then, if it was cut."""
        return _Region(self._file, self._places[self._prefix + name])

    def bytes(self, name: str) -> bytes:
        return self.blob(name)[:]

    def text(self, name: str) -> str:
        return self.bytes(name).decode("utf-8", "surrogatepass")

    def numbers(self, name: str, typecode: Literal["I", "Q"]) -> array[int]:
        found = array(typecode)
        found.frombytes(self.bytes(name))
        return found

    def reals(self, name: str) -> array[float]:
        found = array("d")
        found.frombytes(self.bytes(name))
        return found


class _File:
    def __init__(self, fd: int) -> None:
        self.fd = fd
        weakref.finalize(self, os.close, fd)


class _Region:
    def __init__(self, file: _File, place: _Place) -> None:
        self._file, self._place = file, place

    def __getitem__(self, part: slice) -> bytes:
        start, end, _ = part.indices(self._place.size)
        return _read(self._file.fd, self._place.start + start, max(end - start, 0))


class Filled(NamedTuple):
    """An open file, and how many bytes of it are a shelf: what comes behind them may still be written."""

    fd: int
    size: int


def opened(fd: int, size: int | None = None) -> tuple[Shelf, str]:
    """The shelf in the first `size` bytes of an open file, or in all of it; it is closed with it. And its label.

    Raises ShelfError, OSError; the file is closed then too.
    """
    file = _File(fd)
    size = os.fstat(fd).st_size if size is None else size
    if size < len(_MAGIC) + _TAIL or _read(fd, 0, len(_MAGIC)) != _MAGIC:
        raise ShelfError("of another version")
    try:
        at, digest = msgspec.json.decode(_read(fd, size - _TAIL, _TAIL), type=tuple[int, int])
        if not 0 <= at <= size - _TAIL:
            raise ShelfError("cut short")
        contents = msgspec.json.decode(_read(fd, at, size - _TAIL - at), type=_Contents)
    except (msgspec.DecodeError, ValueError) as error:
        raise ShelfError("cut short") from error
    if _digest(fd, size - _TAIL) != digest:
        raise ShelfError("not as it was written")
    return Shelf(file, contents.places), contents.label


class _Contents(msgspec.Struct):
    label: str
    places: dict[str, _Place]


def _digest(fd: int, size: int) -> int:
    found = 0
    for start in range(0, size, _CHUNK):
        found = crc32(_read(fd, start, min(_CHUNK, size - start)), found)
    return found


def _read(fd: int, start: int, size: int) -> bytes:
    found = os.pread(fd, size, start)
    while len(found) < size:
        more = os.pread(fd, size - len(found), start + len(found))
        if not more:
            raise ShelfError("cut short")
        found += more
    return found
