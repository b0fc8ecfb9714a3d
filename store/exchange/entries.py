"""A file's JSON taken apart as far as its records, so that each is known by the line on which it begins."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from store.strict import Scan


class Entry(NamedTuple):
    """A value of the top level, or of one of its lists of records; `line` counts from 1."""

    key: str
    line: int
    value: Any


def entries(text: str, lists: Collection[str]) -> Iterator[Entry]:
    """The members of the text's one object, in its order; of a key in `lists`, each item of its list for itself.

    Raises JSONDecodeError as `strict.Scan` does.
    """
    scan = _Scan(text)
    for key in scan.members():
        if key in lists:
            yield from (scan.entry(key) for _ in scan.items("[", "]"))
        else:
            yield scan.entry(key)
    scan.end()


class _Scan(Scan):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._counted, self._line = 0, 1

    def entry(self, key: str) -> Entry:
        self.next()
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return Entry(key, self._line, self.value())
