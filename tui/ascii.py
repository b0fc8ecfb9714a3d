"""What is drawn where the locale, or the console's font, lacks our signs: others for them, of as many cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from rich.cells import split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

SIGNS = {
    **{"▸": ">", "▹": "-", "↑": "^", "↓": "v", "●": "*", "◇": "+", "○": "o", "┃": "|", "▌": "#"},
    **{"≥ ": ">=", "≤ ": "<=", "↔ ": "..", "≋ ": "~~", "≈": "~"},
    **{"⟨": "<", "⟩": ">", "…": "_", "→": ">"},
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
}
"""Our own signs, and the typographic marks that a console's font lacks; still told from one another."""
LETTERS = {
    **dict.fromkeys("─–—‐‑‒―−", "-"),
    **{"│": "|", "·": ".", "¶": "P", "«": '"', "»": '"', "‹": "'", "›": "'", "×": "x", "←": "<"},
}
"""What a console's font has and ASCII lacks."""
_SIGN = re.compile("|".join(map(re.escape, SIGNS)))
_STROKED = re.compile(r"LATIN (SMALL|CAPITAL) LETTER ([A-Z])(?: WITH .*)?")


class Signs(LineFilter):
    """For a console that takes UTF-8 but whose font has letters and lines alone: our signs in ASCII, the rest as is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return _each(plain_signs, segments)


class Ascii(LineFilter):
    """For a locale that is not UTF-8: nothing but ASCII leaves, and every cell stays where it is."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return _each(in_ascii, segments)


def _each(change: Callable[[str], str], segments: list[Segment]) -> list[Segment]:
    if all(segment.text.isascii() for segment in segments):
        return segments
    return [Segment(change(text), style) for text, style, _ in segments]


def plain_signs(text: str) -> str:
    """The text with ASCII for our signs; a sign for numbers and the space behind it become two characters (">=")."""
    return text if text.isascii() else _SIGN.sub(lambda found: SIGNS[found[0]], text)


def in_ascii(text: str) -> str:
    """The text in ASCII, in as many cells: signs of ours, base letters for accented Latin ones, "?" for all else."""
    if text.isascii():
        return text
    signed = plain_signs(text)
    return "".join(_cluster(signed[start:end], cells) for start, end, cells in split_graphemes(signed)[0])


@lru_cache(4096)
def _cluster(cluster: str, cells: int) -> str:
    """What a reader takes for one character, with its marks."""
    if cluster.isascii():
        return cluster
    if cells == 1:
        # Canonically, not by compatibility: "10²" must not become "102".
        base = unicodedata.normalize("NFD", cluster)[0]
        return base if base.isascii() else LETTERS.get(base) or _spelled(base)
    return (" " if cluster.isspace() else "?") * cells


def _spelled(character: str) -> str:
    if character.isspace():
        return " "
    found = _STROKED.fullmatch(unicodedata.name(character, ""))
    if not found:
        return "?"
    return found[2] if found[1] == "CAPITAL" else found[2].lower()
