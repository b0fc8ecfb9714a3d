"""What to do about a file that is damaged or gone."""

from __future__ import annotations

from pathlib import Path

from store.errors import MissingArchiveError
from store.storage.names import backup_of


def advice(path: Path, otherwise: str = "Mend it or take a copy of yours.") -> str:
    """Names the last good copy where there is one."""
    backup = backup_of(path)
    return "Nothing was changed. " + (
        f"The state before its last change is in {backup}." if backup.exists() else otherwise
    )


def missing(path: Path, *, read: bool = False) -> MissingArchiveError:
    """Where one stood, as a copy beside it tells or who `read` it before, no new one is advised: it would be empty."""
    backup, gone = backup_of(path), "It was moved away or deleted."
    if backup.exists():
        gone += f" {backup} copied there is the last fold, and the changes that the log has since hold again."
        return MissingArchiveError(path, advice=gone)
    return MissingArchiveError(path, advice=gone if read else "")
