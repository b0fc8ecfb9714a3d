"""The archive that a command works on, opened."""

from __future__ import annotations

from pathlib import Path

from store.archive import Archive
from tui.config import Config, locate


def opened(named: Path | None) -> Archive:
    """The archive that is named, or found as `config.locate` says, to be read only.

    Raises ConfigError, and what `locate` and `Archive.open` raise.
    """
    return Archive.open(locate(named, Config.load()).path, read_only=True)


def told(archive: Archive) -> str:
    """What is added to the words about an archive: that it is the sample."""
    return " of the sample archive" if archive.demonstration else ""
