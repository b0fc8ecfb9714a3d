"""The ids of the rows that a filter chose: a sequence that is spelled out only as far as a screen shows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

from store.index.rows import Rows
from store.index.table import Table

_AT_ONCE = 1024


class Chosen(Sequence[str]):
    """The ids of some rows of a table in its default order; equal to any sequence of the same ids."""

    def __init__(self, table: Table, rows: Rows) -> None:
        self._table, self._rows = table, rows

    @cached_property
    def _base(self) -> Rows:
        """Those of the table's first segment, whose numbers rise as they stand."""
        return self._rows & self._table.parts[0].live if self._table.inserted else self._rows

    @cached_property
    def _others(self) -> list[tuple[int, int]]:
        """The others as they stand: the place among all that are chosen, and the row."""
        chosen = [(before, row) for before, row in self._table.inserted if row in self._rows]
        return [(self._ahead(before) + at, row) for at, (before, row) in enumerate(chosen)]

    def _ahead(self, row: int) -> int:
        """How many of the first segment's stand before its row."""
        return self._base.rank(row - 1) if row else 0

    def _between(self, start: int, stop: int) -> list[int]:
        """The rows at the places from start up to stop."""
        at = bisect_left(self._others, (start,))
        base, found = start - at, list[int]()
        for place, row in self._others[at:]:
            if place >= stop:
                break
            ahead = place - start - len(found)
            found += [*self._base[base : base + ahead], row]
            base += ahead
        return found + list(self._base[base : base + stop - start - len(found)])

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        places = range(len(self))[index]
        if isinstance(places, int):
            return self._table.ids(self._between(places, places + 1))[0]
        if not places:
            return []
        if places.step == 1:
            return self._table.ids(self._between(places.start, places.stop))
        rows = self._between(min(places), max(places) + 1)
        return self._table.ids([rows[place - min(places)] for place in places])

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self[start : start + _AT_ONCE]

    def __contains__(self, record_id: object) -> bool:
        row = self._table.row(record_id) if isinstance(record_id, str) else None
        return row is not None and row in self._rows

    def index(self, record_id: str, start: int = 0, stop: int | None = None) -> int:
        """Where the id stands, found without going through them. Raises ValueError where it isn't among them."""
        row = self._table.row(record_id)
        if row is None or row not in self._rows:
            raise ValueError(record_id)
        at = self._place(row)
        if at not in range(*slice(start, stop).indices(len(self))):
            raise ValueError(record_id)
        return at

    def _place(self, row: int) -> int:
        if row not in self._base:
            return next(place for place, other in self._others if other == row)
        ahead = self._base.rank(row) - 1
        # As many more stand before it as there are others whose place leaves fewer of the first segment ahead of them.
        return ahead + bisect_left(range(len(self._others)), True, key=lambda at: self._others[at][0] - at > ahead)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and not isinstance(other, str) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
