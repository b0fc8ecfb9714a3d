"""Rows that moved as a whole: what the terminal can shift by itself instead of being sent it again."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tui.driver.cells import Cells

GUTTER = 4
"""Cells at the left that may differ in a row that moved: cursor and mark stand there."""
WORTH = 2
"""Rows that have to have moved; for fewer the codes cost as much as the rows."""


class Shift(NamedTuple):
    """Rows from top to before bottom moved up by so many lines, down where negative."""

    top: int
    bottom: int
    lines: int


def shift(shown: Cells, wanted: Cells, changed: list[int]) -> Shift | None:
    """The one move that explains most of the changed rows; None where none is worth its codes."""
    if len(changed) <= WORTH:
        return None
    at = {key: y for y in changed if (key := _key(shown, y)) is not None}
    moved = [(y, at[key] - y) for y in changed if (key := _key(wanted, y)) is not None and key in at]
    lines, rows = next(iter(Counter(by for _, by in moved if by).most_common(1)), (0, 0))
    if rows < WORTH or rows * 2 < len(changed) - abs(lines):
        return None
    ys = [y for y, by in moved if by == lines]
    return Shift(min(ys[0], ys[0] + lines), max(ys[-1], ys[-1] + lines) + 1, lines)


def _key(cells: Cells, y: int) -> tuple[str, ...] | None:
    """What a row is known by; a blank one by nothing."""
    row = cells.texts[y][GUTTER:]
    return tuple(row) if len(set(row)) > 2 else None
