"""What to do about a damaged file."""

from __future__ import annotations

from pathlib import Path

from store.storage.names import backup_of


def advice(path: Path, otherwise: str = "Mend it or take a copy of yours.") -> str:
    """Names the last good copy where there is one."""
    backup = backup_of(path)
    return "Nothing was changed. " + (
        f"The state before its last change is in {backup}." if backup.exists() else otherwise
    )
