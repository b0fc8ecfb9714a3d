"""The files that belong to an archive: NAME.json, and beside the file itself its log, its lock and its copies."""

from __future__ import annotations

import os
from pathlib import Path


def real(path: Path) -> Path:
    """The file that a symbolic link leads to: what belongs to it lies beside it, not beside the link."""
    return Path(os.path.realpath(path))


def log_of(path: Path) -> Path:
    return _beside(path, ".log")


def lock_of(path: Path) -> Path:
    return _beside(path, ".lock")


def backup_of(path: Path) -> Path:
    """The state before the last fold."""
    return _beside(path, ".bak")


def index_of(path: Path) -> Path:
    """What is kept for speed, and can be lost."""
    return _beside(path, ".index")


def originals_of(path: Path) -> Path:
    """The folder of the files that documents were made from."""
    return _beside(path, ".originals")


def _beside(path: Path, ending: str) -> Path:
    target = real(path)
    return target.with_name(target.name + ending)
