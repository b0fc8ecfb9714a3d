"""Many short strings in flat bytes: the string of a number, and the number of a string."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from store.index.shelf import Pieces, Shelf

_MANY = 16
"""Where one of so many strings or more is asked about, all are looked at once instead of sought one by one."""


class Strings(Sequence[str]):
    """Different strings, numbered from 0 as they were given; a tenth of what a list and a dict of them would take."""

    def __init__(self, data: bytes, ends: array[int], order: array[int] | None = None) -> None:
        """`ends` begins with 0; `order` are the numbers by the strings, found out when first needed."""
        self._bytes, self._ends = data, ends
        if order is not None:
            self._order = order

    @classmethod
    def of(cls, strings: Iterable[str]) -> Strings:
        encoded = [_encoded(string) for string in strings]
        return cls(b"".join(encoded), array("I", accumulate(map(len, encoded), initial=0)))

    @classmethod
    def on(cls, shelf: Shelf) -> Strings:
        return cls(shelf.bytes("data"), shelf.numbers("ends", "I"), shelf.numbers("order", "I"))

    def pieces(self) -> Pieces:
        """What `on` reads."""
        return ("data", self._bytes), ("ends", self._ends.tobytes()), ("order", self._order.tobytes())

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> list[str]: ...
    def __getitem__(self, number: int | slice) -> str | list[str]:
        if isinstance(number, slice):
            return self.chosen(range(*number.indices(len(self))))
        return self._at(range(len(self))[number]).decode("utf-8", "surrogatepass")

    def chosen(self, numbers: Iterable[int]) -> list[str]:
        """The strings of these numbers, which are within 0..len."""
        if "_every" in self.__dict__:
            return list(map(self._every.__getitem__, numbers))
        data, ends = self._bytes, self._ends
        return [data[ends[number] : ends[number + 1]].decode("utf-8", "surrogatepass") for number in numbers]

    def number(self, string: str) -> int | None:
        """The string's number; None where it isn't there."""
        wanted = _encoded(string)
        at = bisect_left(self._order, wanted, key=self._at)
        return self._order[at] if at < len(self) and self._at(self._order[at]) == wanted else None

    def numbers(self, strings: Collection[str], *, often: bool = False) -> list[int]:
        """The numbers of those strings that are there. Asked for `often`, they are kept at hand."""
        find: Callable[[str], int | None] = self.number
        if often or "by_string" in self.__dict__:
            find = self.by_string.get
        elif len(strings) * _MANY > len(self):
            find = _numbered(self).get
        return [number for string in strings if (number := find(string)) is not None]

    def beginning(self, prefix: str) -> Iterator[int]:
        """The numbers of the strings that begin so, in the order of the strings."""
        wanted = _encoded(prefix)
        for place in range(bisect_left(self._order, wanted, key=self._at), len(self)):
            if not self._at(self._order[place]).startswith(wanted):
                return
            yield self._order[place]

    @cached_property
    def by_string(self) -> dict[str, int]:
        """All of them; for those that are asked about all the time."""
        return _numbered(self._every)

    @cached_property
    def _every(self) -> list[str]:
        return self.chosen(range(len(self)))

    @cached_property
    def _order(self) -> array[int]:
        return array("I", sorted(range(len(self)), key=self._at))

    def _at(self, number: int) -> bytes:
        return self._bytes[self._ends[number] : self._ends[number + 1]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every if "_every" in self.__dict__ else self.chosen(range(len(self))))


def _numbered(strings: Iterable[str]) -> dict[str, int]:
    return {string: number for number, string in enumerate(strings)}


def _encoded(string: str) -> bytes:
    return string.encode("utf-8", "surrogatepass")
