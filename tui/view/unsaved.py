"""What was typed into a form and not saved when the line dropped, kept for the next time: for its owner alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

import msgspec

from tui.view.memory import memory_path, write_private

Texts: TypeAlias = Mapping[str, str]
"""Field -> what was typed."""


def unsaved_path(state_dir: Path, archive: Path) -> Path:
    """One file for each archive."""
    return state_dir / "unsaved" / memory_path(state_dir, archive).name


def keep(state_dir: Path, archive: Path, record_id: str, texts: Texts) -> None:
    """Keeps the fields as they were typed, in a file of mode 0600; of no fields nothing.

    Raises OSError where the state folder can't be written.
    """
    path = unsaved_path(state_dir, archive)
    before = _kept(path)
    after = {other: fields for other, fields in before.items() if other != record_id}
    if texts:
        after[record_id] = texts
    if after != before:
        write_private(path, msgspec.json.encode(after))


def recall(state_dir: Path, archive: Path, record_id: str) -> Texts:
    """The fields by name; none where nothing is kept, or nothing that can be read."""
    return _kept(unsaved_path(state_dir, archive)).get(record_id, {})


def _kept(path: Path) -> dict[str, Texts]:
    try:
        found: dict[str, Texts] = msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, str]])
    except (OSError, msgspec.DecodeError):
        return {}
    return found
