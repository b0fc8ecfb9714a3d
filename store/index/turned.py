"""What each row has, turned about: the rows of each key."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from operator import call


class Turned(dict[str, Callable[[int], None]]):
    """Key -> what takes one more row of it. Millions are turned about without a step in Python for each."""

    def __init__(self) -> None:
        super().__init__()
        self.rows_of: dict[str, list[int]] = {}
        """Key -> its rows, in the order in which they were added; keys in the order in which they were met."""

    def __missing__(self, key: str) -> Callable[[int], None]:
        rows = self.rows_of[key] = []
        self[key] = rows.append
        return rows.append

    def add(self, keys: Iterable[str], rows: Iterable[int]) -> None:
        """The first row has the first key, and so on."""
        deque(map(call, map(self.__getitem__, keys), rows), maxlen=0)
