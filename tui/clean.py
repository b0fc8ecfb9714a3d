"""The first gate on the way to the screen: only what went through `clean` is put there."""

from __future__ import annotations

from typing import NewType

from store.characters import visible

Shown = NewType("Shown", str)
"""Text that holds no control and no invisible character: fit for a terminal. Made by `clean` alone."""

MAX_CHARACTERS = 4096
"""More than any line of a screen; what is longer is cut before it is measured."""


def clean(text: str) -> Shown:
    """Any text of an archive, a file name or an error, as it may stand on one line of a screen; our own words too."""
    return Shown(visible(text[:MAX_CHARACTERS]))
