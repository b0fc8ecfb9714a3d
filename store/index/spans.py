"""Closed intervals, one a row: of days, or of what a number may be."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TypeAlias

from store.index.rows import Rows, of_flags
from store.index.shelf import Pieces, Shelf
from store.query.ranges import Range

Span: TypeAlias = tuple[float, float]
_Ends: TypeAlias = "tuple[array[float], array[int]]"
"""One end of each interval, rising, and the row of each."""


class Spans:
    """The intervals of some rows, sorted by either end."""

    def __init__(self, lows: _Ends, highs: _Ends, missing: Rows) -> None:
        self._lows, self._highs = lows, highs
        self.missing = missing
        """The rows without an interval."""

    @classmethod
    def of(cls, spans: Sequence[Span | None]) -> Spans:
        rows = [row for row, span in enumerate(spans) if span]
        lows = _ends([span[0] for span in spans if span], rows)
        highs = _ends([span[1] for span in spans if span], rows)
        return cls(lows, highs, of_flags(span is None for span in spans))

    @classmethod
    def on(cls, shelf: Shelf) -> Spans:
        low, high = ((shelf.reals(f"{end}s"), shelf.numbers(f"by_{end}", "I")) for end in ("low", "high"))
        return cls(low, high, Rows.deserialize(shelf.bytes("missing")))

    def pieces(self) -> Pieces:
        """What `on` reads."""
        for end, (values, rows) in (("low", self._lows), ("high", self._highs)):
            yield f"{end}s", values.tobytes()
            yield f"by_{end}", rows.tobytes()
        yield "missing", self.missing.serialize()

    def meeting(self, wanted: Range) -> Rows:
        """The rows whose interval has something in common with the range."""
        (lows, by_low), (highs, by_high) = self._lows, self._highs
        begun = by_low[: bisect_right(lows, wanted.high)]
        return Rows(begun) & Rows(by_high[bisect_left(highs, wanted.low) :])


def _ends(ends: Sequence[float], rows: Sequence[int]) -> _Ends:
    order = sorted(range(len(ends)), key=ends.__getitem__)
    return array("d", map(ends.__getitem__, order)), array("I", map(rows.__getitem__, order))
