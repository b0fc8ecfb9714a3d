"""The words that stand in the texts of a table, each with its rows: far fewer to look through than the texts are."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate, chain

_MANY = 4096
"""Of more words than that it's no quicker to gather the rows than to look through the texts."""


class Tokens:
    """What stands between white space, or NUL, in folded texts; a row is there as often as it has the word."""

    def __init__(self, texts: Iterable[str]) -> None:
        rows_of: defaultdict[str, array[int]] = defaultdict(_no_rows)
        for row, text in enumerate(texts):
            for rows in map(rows_of.__getitem__, text.replace("\0", " ").split()):
                rows.append(row)
        self._rows = list(rows_of.values())
        self._joined = "\n".join(rows_of)
        self._ends = list(accumulate(len(token) + 1 for token in rows_of))

    def rows(self, part: str, most: int) -> list[int] | None:
        """The rows of all words that have this part, in no order, some of them twice.

        None where that would be more than `most`, or where the part has white space and so is part of no word.
        """
        if part.split() != [part]:
            return None
        found, count = [], 0
        at = self._joined.find(part)
        while at >= 0:
            number = bisect_right(self._ends, at)
            found.append(self._rows[number])
            count += len(self._rows[number])
            if count > most or len(found) > _MANY:
                return None
            at = self._joined.find(part, self._ends[number])
        return list(chain.from_iterable(found))


def _no_rows() -> array[int]:
    return array("I")
