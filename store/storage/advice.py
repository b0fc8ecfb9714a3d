"""What to do about a file that is damaged or gone."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from store.errors import MissingArchiveError
from store.storage.names import backup_of


def advice(path: Path, otherwise: str = "Mend it or take a copy of yours.") -> str:
    """Tells how the last good copy is put back, where there is one."""
    backup = backup_of(path)
    copy = f"The last copy ({backup.name}) is put back by: {_restoring(path)}"
    return f"Nothing was changed. {copy if backup.exists() else otherwise}"


def missing(path: Path, *, read: bool = False) -> MissingArchiveError:
    """Where one stood, as a copy beside it tells or who `read` it before, no new one is advised: it would be empty."""
    gone = "It was moved away or deleted."
    backup = backup_of(path)
    if backup.exists():
        gone += f" The last copy ({backup.name}) is put back, with what the log has since, by: {_restoring(path)}"
        return MissingArchiveError(path, advice=gone)
    return MissingArchiveError(path, advice=gone if read else "")


def _restoring(path: Path) -> str:
    return f"sayso --archive {quote(str(path))} restore 1"
