"""The archive that a command works on, opened."""

from __future__ import annotations

from pathlib import Path

from store.archive import Archive
from tui.cli.output import say
from tui.config import Config, locate


def opened(named: Path | None) -> Archive:
    """The archive that is named, or found as `config.locate` says, to be read only.

    Raises ConfigError, and what `locate` and `Archive.open` raise.
    """
    return _warned(Archive.open(locate(named, Config.load()).path, read_only=True))


def opened_to_write(named: Path | None) -> Archive:
    """The same archive, for changing what one reads there; the sample too, which is the user's own copy.

    Raises as `opened`.
    """
    return _warned(Archive.open(locate(named, Config.load()).path))


def _warned(archive: Archive) -> Archive:
    """Says what is to be said of the file, and of where it lies."""
    if warning := archive.warning:
        say(warning)
    return archive


def told(archive: Archive) -> str:
    """What is added to the words about an archive: that it is the sample."""
    return " of the sample archive" if archive.demonstration else ""
