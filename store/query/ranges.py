"""Ranges of dates and numbers as they are typed: `X`, `a..b`, `a..`, `..b`, `>X`, `<X`."""

from __future__ import annotations

import re
from collections.abc import Callable
from math import inf, isfinite, nextafter
from typing import NamedTuple

from store import dates
from store.errors import DateError, SaysoError

# Compiled (and kept by `re`) when a filter has a number first: the browser starts without.
_NUMBER = r"(?ai)-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?"
_NUMBER_BEGUN = r"(?ai)-?[\d,]*(?:\.\d*)?(?:e[+-]?\d*)?"


class Range(NamedTuple):
    """Closed, of days or of numbers: what a record gives as [earliest, latest] is in it where the two overlap."""

    low: float
    high: float

    def meets(self, earliest: float, latest: float) -> bool:
        """Whether the closed interval has something in common with the range."""
        return earliest <= self.high and self.low <= latest


class RangeError(SaysoError):
    """A range that can't be read. `offset` is where in its text."""

    def __init__(self, offset: int, problem: str) -> None:
        self.offset, self.problem = offset, problem
        super().__init__(problem)


def of_dates(text: str) -> Range:
    """The range of days. `>X` is what may be later than all of X, `<X` earlier. Raises RangeError."""
    if "/" in text:  # an EDTF interval, whose own ".." is no operator
        return Range(*_date(text, 0))
    return _range(text, _date, lambda day: day + 1, lambda day: day - 1, (dates.MIN, dates.MAX))


def of_numbers(text: str) -> Range:
    """The range of numbers, written 990, 8.6, 1,000 or 1e6. `>X` and `<X` are strict. Raises RangeError."""
    return _range(text, _number, lambda n: nextafter(n, inf), lambda n: nextafter(n, -inf), (-inf, inf))


def dates_begun(text: str) -> bool:
    """Whether typing on may make a range of dates of it."""
    return dates.begins(text) if "/" in text else _begun(text, of_dates, dates.begins)


def numbers_begun(text: str) -> bool:
    """Whether typing on may make a range of numbers of it."""
    return _begun(text, of_numbers, lambda number: re.fullmatch(_NUMBER_BEGUN, number) is not None)


def _range(
    text: str,
    read: Callable[[str, int], tuple[float, float]],
    above: Callable[[float], float],
    below: Callable[[float], float],
    ends: tuple[float, float],
) -> Range:
    if text[:1] == ">":
        return Range(above(read(text[1:], 1)[1]), ends[1])
    if text[:1] == "<":
        return Range(ends[0], below(read(text[1:], 1)[0]))
    start, dots, end = text.partition("..")
    if not dots:
        return Range(*read(text, 0))
    if not start and not end:
        raise RangeError(0, "A range needs a beginning or an end.")
    low = read(start, 0)[0] if start else ends[0]
    high = read(end, len(start) + 2)[1] if end else ends[1]
    if low > high:
        raise RangeError(0, f"The range {text!r} ends before it begins.")
    return Range(low, high)


def _date(text: str, offset: int) -> tuple[int, int]:
    try:
        return dates.typed(text)
    except DateError as error:
        raise RangeError(offset, str(error).partition(". ")[0].removesuffix(".") + ".") from error


def _number(text: str, offset: int) -> tuple[float, float]:
    number = float(text.replace(",", "")) if re.fullmatch(_NUMBER, text) else inf
    if not isfinite(number):
        raise RangeError(offset, f"{text!r} is not a number." if text else "A number is missing.")
    return number, number


def _begun(text: str, whole: Callable[[str], Range], begun: Callable[[str], bool]) -> bool:
    if text[:1] in (">", "<"):
        return begun(text[1:])
    start, dots, end = text.partition("..")
    if not dots:
        return begun(text) or (text.endswith(".") and (text == "." or begun(text[:-1])))
    return (not start or _reads(start, whole)) and begun(end)


def _reads(text: str, whole: Callable[[str], Range]) -> bool:
    try:
        whole(text)
    except RangeError:
        return False
    return True
