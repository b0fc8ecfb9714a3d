"""The shortest code that brings the cursor from one cell to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

UNKNOWN = -1
"""A column that can't be told, for terminals disagree about the width of what was written last."""


@lru_cache(maxsize=16384)
def move(from_x: int, from_y: int, x: int, y: int, columns_and_rows: bool) -> str:
    """Cells count from 0; `from_x` may be UNKNOWN. `columns_and_rows`: whether the terminal has CHA and VPA."""
    return min(_ways(from_x, from_y, x, y, columns_and_rows), key=len)


def _ways(from_x: int, from_y: int, x: int, y: int, columns_and_rows: bool) -> Iterator[str]:
    yield _absolute(x, y)
    rows = list(_to_row(from_y, y, columns_and_rows))
    yield from (row + column for row in rows for column in _to_column(from_x, x, columns_and_rows))


def _absolute(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"


def _to_row(from_y: int, y: int, columns_and_rows: bool) -> Iterator[str]:
    if y == from_y:
        yield ""
        return
    yield _relative(abs(y - from_y), "B" if y > from_y else "A")
    if columns_and_rows:
        yield f"\x1b[{y + 1}d"


def _to_column(from_x: int, x: int, columns_and_rows: bool) -> Iterator[str]:
    if x == 0:
        yield "\r"
    if columns_and_rows:
        yield f"\x1b[{x + 1}G"
    if from_x == UNKNOWN:
        return
    if x == from_x:
        yield ""
    elif x > from_x:
        yield _relative(x - from_x, "C")
    else:
        yield "\b" * (from_x - x)
        yield _relative(from_x - x, "D")


def _relative(cells: int, final: str) -> str:
    return f"\x1b[{cells if cells > 1 else ''}{final}"
