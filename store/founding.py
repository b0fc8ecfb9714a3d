"""How an archive comes to be: a new file, whole or not at all; and how one that nobody used goes again."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from store import files, storage
from store.errors import ArchiveError, UnprovedError
from store.model import TABLES, Record
from store.storage.fold import KIND_TABLES
from store.storage.names import log_of, originals_of
from store.system import SYSTEM, System


def snapshot(records: Iterable[Record], *, demonstration: bool = False, archive: str = "") -> bytes:
    """The bytes of an archive that holds these records as they are, revisions and stamps included."""
    tables: dict[str, dict[str, bytes]] = {name: {} for name in TABLES}
    for record in records:
        rows = tables[KIND_TABLES[type(record)]]
        rows[str(len(rows) + 1)] = msgspec.json.encode(record)
    meta = storage.Meta(schema=storage.SCHEMA, demonstration=demonstration, archive=archive)
    return storage.encode(meta, tables)


def create(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Writes a new file, with its folders; whole or not at all. Raises ArchiveError where something stands there, and
    UnprovedError where it was made, but may not outlast a power cut."""
    target = storage.real(path)
    if os.path.lexists(log_of(path)):
        raise ArchiveError(
            f"{log_of(path)} is left of an archive that stood there. Move it away first, or choose another path."
        )
    made = [folder for folder in target.parents if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with files.beside(target, data, system=system) as fresh:
            files.place_new(fresh, target, system)
    except FileExistsError as error:
        raise ArchiveError(f"{path} exists already and is left as it is. Choose another path, or open it.") from error
    except OSError as error:
        raise ArchiveError(f"{path} can't be made ({error.strerror}).") from error
    try:
        for folder in (target.parent, *(folder.parent for folder in made)):
            files.sync_folder(folder, system)
    except OSError as error:
        raise UnprovedError(
            f"{path} is made, but not yet proved safe: its folder could not be synced ({error.strerror})."
        ) from error


def take_away(path: Path) -> None:
    """An archive that nothing was ever written to, with its lock, as if it had never been made. Raises OSError."""
    for file in (storage.real(path), log_of(path), storage.lock_of(path)):
        file.unlink(missing_ok=True)
    with suppress(OSError):
        originals_of(path).rmdir()
