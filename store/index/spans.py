"""Closed intervals, one a row: of days, or of what a number may be."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from store.index.rows import Rows, full
from store.query.ranges import Range

Span: TypeAlias = tuple[float, float]


class Spans:
    """The intervals of some rows in order, None where a row has none, sorted by either end."""

    def __init__(self, spans: Sequence[Span | None]) -> None:
        lows = sorted((span[0], row) for row, span in enumerate(spans) if span)
        highs = sorted((span[1], row) for row, span in enumerate(spans) if span)
        self._lows, self._by_low = array("d", [low for low, _ in lows]), array("I", [row for _, row in lows])
        self._highs, self._by_high = array("d", [high for high, _ in highs]), array("I", [row for _, row in highs])
        self._size = len(spans)

    @property
    def missing(self) -> Rows:
        """The rows without an interval."""
        return full(self._size) - Rows(self._by_low)

    def meeting(self, wanted: Range) -> Rows:
        """The rows whose interval has something in common with the range."""
        begun = self._by_low[: bisect_right(self._lows, wanted.high)]
        return Rows(begun) & Rows(self._by_high[bisect_left(self._highs, wanted.low) :])
