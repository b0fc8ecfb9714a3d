"""Closed intervals, one a row: of days, or of what a number may be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import inf
from typing import TypeAlias

from store.index import masks
from store.query.ranges import Range

Span: TypeAlias = tuple[float, float]


class Spans:
    """The intervals of a table's rows in order; None where a row has none."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        self.of_rows = list(spans)
        self._low = [inf if span is None else span[0] for span in self.of_rows]
        self._high = [-inf if span is None else span[1] for span in self.of_rows]

    @cached_property
    def missing(self) -> int:
        """The mask of rows without an interval."""
        return masks.of_flags([span is None for span in self.of_rows])

    def meeting(self, wanted: Range) -> int:
        """The mask of rows whose interval has something in common with the range."""
        start, end = wanted
        pairs = zip(self._low, self._high, strict=True)
        return masks.of_flags([low <= end and start <= high for low, high in pairs]) & ~self.missing
