"""What a reader finds in a file: its text, what it says of itself, and how the text was got."""

from __future__ import annotations

from typing import NamedTuple

from store.model import When


class Extracted(NamedTuple):
    """`text` is as decoded or extracted; `how` names what read it, with its version and the encoding.

    What the file doesn't say is None. `remarks` are for the user: phrases on what was guessed or left out.
    """

    text: str
    how: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: When | None = None
    url: str | None = None
    language: str | None = None
    remarks: tuple[str, ...] = ()
