"""The second gate, behind `clean`: what reaches the terminal in spite of it loses whatever would act there."""

from __future__ import annotations

import re
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from store.characters import ACTIVE, signs

_ACTS = re.compile(f"{ACTIVE.pattern}|[\t\n\r]")
_COUNTED = "[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
"""Of those, what Textual counts as a cell."""


class Gate(LineFilter):
    """Sees each line of every widget as text and style, apart from the codes that Textual makes of them.

    Cell counts stay: a control, a bidi control or a line end, which Textual gives no cell, goes; a lone surrogate or a
    noncharacter, which it gives one, is shown by its sign. No link and no action comes from a style.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(text.isprintable() and (style is None or _bare(style)) for text, style, _ in segments):
            return segments
        return [Segment(still(text), style and style.clear_meta_and_links()) for text, style, _ in segments]


def still(text: str) -> str:
    """The text without what acts on a terminal, as many cells as Textual counts."""
    return text if text.isprintable() else _ACTS.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    return signs(found[0]) if re.match(_COUNTED, found[0]) else ""


@lru_cache(1024)
def _bare(style: Style) -> bool:
    """Whether it holds neither a link nor an action."""
    return not (style.link or style.meta)
