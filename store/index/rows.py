"""Sets of rows as Roaring bitmaps: small where rows are few or many, and AND, OR, NOT and counting at C's speed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import compress, count
from typing import TypeAlias

from pyroaring import FrozenBitMap

Rows: TypeAlias = FrozenBitMap
"""The numbers of rows, rising when gone through; `rows[i]` is the i-th of them, `rows.rank(n)` how many are <= n."""

NO_ROWS = Rows()


def full(size: int) -> Rows:
    """All rows of a table of `size` rows."""
    return Rows(range(size))


def of_flags(flags: Iterable[object]) -> Rows:
    """The rows whose flag is true: one flag for each row, in order."""
    return Rows(array("I", compress(count(), flags)))


def union(sets: Iterable[Rows]) -> Rows:
    """What is in one of the sets; there may be none."""
    return Rows.union(NO_ROWS, *sets)
