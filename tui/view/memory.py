"""The view kept from one start to the next: a file for each archive, readable by its owner alone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import msgspec

from tui.view.view import Place, View


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What comes back at the next start; `archive` is its path, for a reader of the file."""

    archive: str
    view: View
    places: list[Place] = []


def memory_path(state_dir: Path, archive: Path) -> Path:
    """One file for each archive, however its path was written."""
    path = os.fsencode(os.path.realpath(archive))
    # Of the path and of its reverse: 64 bits, without the hashing of a library that the first frame would wait for.
    return state_dir / "views" / f"{crc32(path):08x}{crc32(path[::-1]):08x}.json"


def recall(state_dir: Path, archive: Path) -> Memory | None:
    """What was kept; None where there is nothing, or nothing that can be read: a view is no evidence."""
    try:
        return msgspec.json.decode(memory_path(state_dir, archive).read_bytes(), type=Memory)
    except (OSError, msgspec.DecodeError):
        return None


def keep(state_dir: Path, archive: Path, view: View, places: list[Place]) -> None:
    """Writes the view at once and whole, mode 0600. Raises OSError where the state folder can't be written."""
    path = os.fsencode(os.path.realpath(archive)).decode("utf-8", "replace")
    memory = Memory(archive=path, view=view, places=places[-50:])
    # Bytes of a command line that are no UTF-8 can stand in a filter, and in no JSON: such a view isn't kept.
    with suppress(UnicodeEncodeError):
        write_private(memory_path(state_dir, archive), msgspec.json.encode(memory))


def write_private(path: Path, data: bytes) -> None:
    """A file of mode 0600 in folders of mode 0700, replaced at once. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(data)
    os.replace(fresh, path)
