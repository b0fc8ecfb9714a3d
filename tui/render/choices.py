"""A closed list on one line, with the word chosen lit: as many of the others around it as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from tui.clean import clean
from tui.ink import Ink
from tui.render import styles

NONE = "–"
"""Stands for the word that says nothing."""


def choices(words: Sequence[str], chosen: str, width: int, *, spoken: bool = False) -> list[Ink]:
    """In at most `width` cells, where the word chosen has room; for who listens that word and its place alone."""
    at = words.index(chosen) if chosen in words else 0
    if spoken:
        return [Ink(clean(f"{words[at] or 'none'}, {at + 1} of {len(words)}"))]
    first, last = _window([len(word or NONE) + 2 for word in words], at, width)
    left, right = "… " if first else "", " …" if last < len(words) else ""
    inks = [
        Ink(clean(f" {words[n] or NONE} "), styles.HIT if n == at else styles.PLAIN) for n in range(first, last)
    ]  # fmt: skip
    return [Ink(clean(left), styles.DIM), *inks, Ink(clean(right), styles.DIM)]


def _window(sizes: Sequence[int], at: int, width: int) -> tuple[int, int]:
    """The words around the one chosen that fit, with room for an ellipsis at each end that is cut."""
    first, last = at, at + 1
    if sum(sizes) <= width:
        return 0, len(sizes)
    while True:
        if last < len(sizes) and sum(sizes[first : last + 1]) + 4 <= width:
            last += 1
        elif first and sum(sizes[first - 1 : last]) + 4 <= width:
            first -= 1
        else:
            return first, last
