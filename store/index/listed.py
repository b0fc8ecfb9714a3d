"""The rows of a table's masks, listed; what was listed last is remembered, for one key asks for it several times."""

from __future__ import annotations

from collections.abc import Sequence

from store.index import masks

_REMEMBERED = 8


class Listed:
    """Masks of a table of `size` rows as row numbers, rising; nobody changes such a list."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._everything = masks.full(size)
        self._numbers = list(range(size))
        self._rows: dict[int, Sequence[int]] = {}

    def rows(self, mask: int) -> Sequence[int]:
        """The rows in the mask."""
        if mask == self._everything:
            return self._numbers
        found = self._rows.get(mask)
        if found is None:
            sparse = mask.bit_count() * masks.SPARSE < self.size
            found = self._remember(mask, masks.rows(mask, self.size) if sparse else masks.chosen(self._numbers, mask))
        return found

    def mask(self, rows: Sequence[int]) -> int:
        """The mask of rows, which are given rising."""
        mask = masks.of_rows(rows, self.size)
        self._remember(mask, rows)
        return mask

    def _remember(self, mask: int, rows: Sequence[int]) -> Sequence[int]:
        if len(self._rows) >= _REMEMBERED:
            self._rows.pop(next(iter(self._rows)), None)
        self._rows[mask] = rows
        return rows
