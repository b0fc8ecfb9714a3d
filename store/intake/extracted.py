"""What a reader finds in a file: its text, what it says of itself, and how the text was got."""

from __future__ import annotations

from typing import NamedTuple, Self

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

    def storable(self) -> Self:
        """Without halves of characters, as a JSON escape or a PDF may leave: two that belong together are made one, of
        one alone U+FFFD tells that something stood there."""
        return self._replace(
            text=_whole(self.text) or "", title=_whole(self.title), author=_whole(self.author),
            publisher=_whole(self.publisher), url=_whole(self.url), language=_whole(self.language),
        )  # fmt: skip


def _whole(text: str | None) -> str | None:
    if text is None or text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
