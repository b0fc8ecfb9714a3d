"""A file's JSON taken apart as far as its records, so that each is known by the line on which it begins."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterator
from json import JSONDecodeError
from typing import Any, NamedTuple, NoReturn

_SPACE = re.compile(r"[ \t\r\n]*")


class Entry(NamedTuple):
    """A value of the top level, or of one of its lists of records; `line` counts from 1."""

    key: str
    line: int
    value: Any


def entries(text: str, lists: Collection[str]) -> Iterator[Entry]:
    """The members of the text's one object, in its order; of a key in `lists`, each item of its list for itself.

    Raises JSONDecodeError, with the place, for anything that isn't JSON; for a key that stands twice in one object;
    and for numbers that aren't finite, or whole ones of more than 19 digits.
    """
    return _Scan(text).members(lists)


class _Scan:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._counted, self._line = 0, 1
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_once, parse_int=_countable, parse_float=_finite, parse_constant=_refused
        )

    def members(self, lists: Collection[str]) -> Iterator[Entry]:
        seen: set[str] = set()
        for _ in self._items("{", "}"):
            start = self.at
            key = self._value()
            if not isinstance(key, str) or key in seen:
                raise JSONDecodeError(f"{key!r} stands twice" if key in seen else "Expecting a name", self.text, start)
            seen.add(key)
            self._take(":")
            if key in lists:
                yield from (self._entry(key) for _ in self._items("[", "]"))
            else:
                yield self._entry(key)
        if self._next():
            raise JSONDecodeError("Extra data", self.text, self.at)

    def _items(self, opening: str, closing: str) -> Iterator[None]:
        """Stops at each item for the caller to read it."""
        self._take(opening)
        if self._next() == closing:
            self.at += 1
            return
        while True:
            self._next()
            yield
            if self._next() == closing:
                self.at += 1
                return
            self._take(",")

    def _entry(self, key: str) -> Entry:
        self._next()
        self._line += self.text.count("\n", self._counted, self.at)
        self._counted = self.at
        return Entry(key, self._line, self._value())

    def _value(self) -> Any:
        start = self._skip()
        try:
            value, self.at = self._decoder.raw_decode(self.text, start)
        except JSONDecodeError:
            raise
        except (ValueError, RecursionError) as error:
            problem = "It is nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise JSONDecodeError(problem, self.text, start) from error
        return value

    def _skip(self) -> int:
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def _next(self) -> str:
        """The next character that isn't space; "" at the end."""
        return self.text[self._skip() : self.at + 1]

    def _take(self, wanted: str) -> None:
        if self._next() != wanted:
            raise JSONDecodeError(f"Expecting {wanted!r}", self.text, self.at)
        self.at += 1


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands twice in one object")
    return members


def _countable(digits: str) -> int:
    if len(digits) > 19:
        raise ValueError(f"{digits[:19]}… is too large a number")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:19]} is too large a number")
    return number


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
