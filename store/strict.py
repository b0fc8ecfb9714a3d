"""JSON read strictly: no name twice in one object, no number that isn't one or is too large, nesting with an end."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from json import JSONDecodeError
from typing import Any, NoReturn

_SPACE = re.compile(r"[ \t\r\n]*")
DIGITS = 19
"""A whole number has no more."""


class Scan:
    """A place in a text of JSON, which is moved on over one value after the other.

    All methods raise JSONDecodeError, with the place, for anything that isn't JSON; for a name that stands twice in one
    object; and for numbers that aren't finite, or whole ones of more than 19 digits.
    """

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_once, parse_int=_countable, parse_float=_finite, parse_constant=_refused
        )

    def items(self, opening: str, closing: str) -> Iterator[None]:
        """Stops at each item between these brackets for the caller to read it."""
        self.take(opening)
        if self.next() == closing:
            self.at += 1
            return
        while True:
            self.next()
            yield
            if self.next() == closing:
                self.at += 1
                return
            self.take(",")

    def members(self) -> Iterator[str]:
        """The names of an object, for the caller to read the value of each."""
        seen: set[str] = set()
        for _ in self.items("{", "}"):
            start = self.at
            name = self.value()
            if not isinstance(name, str):
                raise JSONDecodeError("Expecting a name", self.text, start)
            if name in seen:
                raise JSONDecodeError(f"{name!r} stands twice", self.text, start)
            seen.add(name)
            self.take(":")
            self.next()
            yield name

    def value(self) -> Any:
        start = self.skip()
        try:
            value, self.at = self._decoder.raw_decode(self.text, start)
        except JSONDecodeError:
            raise
        except (ValueError, RecursionError) as error:
            problem = "It is nested too deeply" if isinstance(error, RecursionError) else str(error)
            raise JSONDecodeError(problem, self.text, start) from error
        return value

    def skip(self) -> int:
        """Over white space; returns the place."""
        found = _SPACE.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def next(self) -> str:
        """The next character that isn't space; "" at the end."""
        return self.text[self.skip() : self.at + 1]

    def take(self, wanted: str) -> None:
        if self.next() != wanted:
            raise JSONDecodeError(f"Expecting {wanted!r}", self.text, self.at)
        self.at += 1

    def end(self) -> None:
        if self.next():
            raise JSONDecodeError("Extra data", self.text, self.at)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands twice in one object")
    return members


def _countable(digits: str) -> int:
    if len(digits) > DIGITS:
        raise ValueError(f"{digits[:DIGITS]}… is too large a number")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits[:DIGITS]} is too large a number")
    return number


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")
