"""Dates as EDTF writes them (ISO 8601-2, levels 0 and 1): closed intervals of days to compare, short words to read.

Our own parser, for speed; the `edtf` library is its oracle in the tests, which also tell where the two differ.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Protocol

from store.errors import DateError

MIN, MAX = -(10**18), 10**18
"""The open ends of an interval: days beyond every year we read (15 digits)."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}  # northern, and first month
_YEAR = r"(?P<year>Y-?[1-9]\d{4,14}|-?(?:\d{4}|\d{3}X|\d{2}XX|\dXXX))"
_TIME = r"T(?P<time>(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d|24:00:00)(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)"
_POINT = re.compile(rf"{_YEAR}(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:{_TIME})?)?)?(?P<mark>[?~%]?)", re.ASCII)
_WRITTEN = "Write the year first, as in 2016, 2016-12 or 2016-12-13, or an interval, as in 2016-11-17/2016-12-13."
# What can stand after the first letters of a date, for `begins`.
_MODELS = (
    *("2000-01-01", "2000-10-10", "2000-20-30", "2000-11-21", "2000-21", "2000-XX-XX", "2000-01-XX", "200X", "20XX"),
    *("2XXX", "0001-01-01", "-0001-01-01", "-0010", "-0100", "-2000", "-200X", "-20XX", "-2XXX", "Y10000", "Y-10000"),
    *("2000-01-01T00:00:00Z", "2000-01-01T20:00:00+00:00", "2000-01-01T24:00:00-10:00", "2000-01-01T10:10:10+14"),
)


class Interval(NamedTuple):
    """A closed interval of days, counted as `date.toordinal` does, on through all years; open ends are MIN and MAX."""

    earliest: int
    latest: int

    def overlaps(self, other: Interval) -> bool:
        """Whether some day is in both."""
        return self.earliest <= other.latest and other.earliest <= self.latest


class Dated(Protocol):
    """What `show` and `short` need of a model.When, which stands above this module."""

    @property
    def words(self) -> str | None: ...
    @property
    def edtf(self) -> str | None: ...


class _Point(NamedTuple):
    """One end of an interval: the first of `years` years (1, 10, 100, 1000); month 1-12 or a season's 21-24."""

    year: int
    years: int
    month: int | None
    day: int | None
    time: str | None
    mark: str


@lru_cache(1 << 16)
def interval(edtf: str) -> Interval:
    """The days that may be meant. `?` `~` `%` widen nothing, `X` does; an unknown end is as open as "..".

    Seasons are northern and whole: winter of 2016 is December 2016 to February 2017. A time of day is let go, in the
    zone it is written in. Raises DateError, also for an interval that ends before it begins.
    """
    if len(edtf) == 10 and edtf[4] == edtf[7] == "-":  # nearly all are whole days, which datetime reads fastest
        try:
            day = date.fromisoformat(edtf).toordinal()
        except ValueError:
            pass  # read on, for the sentence that says why, or for a year 0
        else:
            return Interval(day, day)
    start, end = _ends(edtf)
    earliest = _days(edtf, start).earliest if start else MIN
    latest = _days(edtf, end).latest if end else MAX
    if earliest > latest:
        raise DateError(f"{edtf!r} ends before it begins. Put the earlier date first.")
    return Interval(earliest, latest)


def typed(text: str) -> Interval:
    """The days meant by what a user typed: EDTF, in letters of any case. Raises DateError."""
    try:
        return interval(text.strip().upper())
    except DateError:
        return interval(text.strip())  # which says why, in the letters that were typed


def begins(text: str) -> bool:
    """Whether `text` is a date or may become one by typing on: "2016-1" does, "2016-13" doesn't."""
    start, slash, end = text.upper().rpartition("/")
    if slash and start not in ("", "..") and not _is_date(start):
        return False
    return end in ("", ".", "..") or any(_is_date(end + model[len(end) :]) for model in _MODELS) or _is_date(end)


def show(when: Dated | None) -> str:
    """For reading: "12 Dec 2016", "c. 2016?", "17 Nov – 13 Dec 2016", "from 2011"; else the words printed, or ""."""
    return _shown(when, full_year=True)


def short(when: Dated | None) -> str:
    """For columns: a single day fits nine ("12 Dec 16", "12Dec1916", "~12 Dec16") unless it has all these at once."""
    return _shown(when, full_year=False)


def _is_date(text: str) -> bool:
    try:
        interval(text)
    except DateError:
        return False
    return True


def _ends(edtf: str) -> tuple[_Point | None, _Point | None]:
    """Both ends, None where open or unknown; the two are one where there's no slash."""
    start, slash, end = edtf.partition("/")
    if not slash:
        point = _point(edtf, edtf)
        return point, point
    first, last = (None if side in ("", "..") else _point(edtf, side) for side in (start, end))
    if first is None and last is None:
        raise DateError(f"{edtf!r} names neither a beginning nor an end. {_WRITTEN}")
    if (first and first.time) or (last and last.time):
        raise DateError(f"{edtf!r} has a time of day in an interval, which EDTF has not. Give the days alone.")
    return first, last


def _point(edtf: str, text: str) -> _Point:
    found = _POINT.fullmatch(text)
    if found is None or found["year"] == "-0000" or (found["time"] and found["mark"]):
        raise DateError(f"{edtf!r} is not a date we can read. {_WRITTEN}")
    digits = found["year"].lstrip("Y")
    month, day = (int(found[part]) if found[part] not in (None, "XX") else None for part in ("month", "day"))
    if found["month"] and ("X" in digits or found["year"].startswith("Y")):
        raise DateError(f"{edtf!r} has a month of a year that isn't one of four digits. Give the year alone.")
    if month is not None and not (1 <= month <= 12 or month in _SEASONS):
        raise DateError(f"{edtf!r}: there is no month {month}. Months are 01 to 12; 21 to 24 are spring to winter.")
    if day and month is None:
        raise DateError(f"{edtf!r} has a day without its month. Give the month, or write XX for the day too.")
    if day and month in _SEASONS:
        raise DateError(
            f"{edtf!r} has a day of a season, as which {month} is read. Leave the day out, or give a month."
        )
    if (found["time"] and not day) or (found["day"] == "XX" and month in _SEASONS):
        raise DateError(f"{edtf!r} is not a date we can read. {_WRITTEN}")
    years = 10 ** digits.count("X")
    # -004X is -49 to -40: of a year before zero the 9s come first.
    year = int(digits.replace("X", "9" if digits.startswith("-") else "0"))
    return _Point(year, years, month, day, found["time"], found["mark"])


def _days(edtf: str, point: _Point) -> Interval:
    year, last = point.year, point.year + point.years - 1
    if point.month is None:
        return Interval(_ordinal(edtf, year, 1, 1), _ordinal(edtf, last, 12, 31))
    if point.day is not None:
        day = _ordinal(edtf, year, point.month, point.day)
        return Interval(day, day)
    _, month = _SEASONS.get(point.month, ("", point.month))
    after = month + (3 if point.month in _SEASONS else 1)
    return Interval(_ordinal(edtf, year, month, 1), _ordinal(edtf, year + (after > 12), (after - 1) % 12 + 1, 1) - 1)


def _ordinal(edtf: str, year: int, month: int, day: int) -> int:
    """As `date.toordinal`, for any year: the calendar repeats each 400 years of 146,097 days."""
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        pass  # beyond what datetime takes, or no such day
    cycles, rest = divmod(year, 400)
    try:
        return date(rest + 400, month, day).toordinal() + (cycles - 1) * 146_097
    except ValueError:
        raise DateError(f"{edtf!r}: {_no_such_day(rest + 400, month, day)}") from None


def _no_such_day(year: int, month: int, day: int) -> str:
    """Why; the year is one from 400 to 799 whose calendar is the same."""
    from calendar import monthrange  # for a sentence that is seldom needed

    return f"there is no {day} {_MONTHS[month - 1]} in that year: it has {monthrange(year, month)[1]} days."


def _shown(when: Dated | None, *, full_year: bool) -> str:
    edtf = when.edtf or "" if when else ""
    try:
        interval(edtf)
        first, last = _ends(edtf)
    except DateError:
        return when.words or edtf if when else ""
    if last is None:
        start = _point_shown(first, full_year) if first else ""
        return f"{start}–?" if edtf.endswith("/") else f"from {start}"
    if first is None:
        return f"{'?–' if edtf.startswith('/') else 'until '}{_point_shown(last, full_year)}"
    if first == last:
        shown = _point_shown(first, full_year)
        return shown if full_year or first.day is None else _squeezed(shown)
    return _span_shown(first, last, full_year)


def _span_shown(first: _Point, last: _Point, full_year: bool) -> str:
    """Both ends; what they share at the end is said once: "17–19 Dec 2016"."""
    start, end = _parts(first, full_year), _parts(last, full_year)
    alike = len(start) == len(end)
    while alike and len(start) > 1 and start[-1] == end[len(start) - 1] and not first.mark and not last.mark:
        start = start[:-1]
    dash = "–" if alike and len(start) == 1 else " – "
    return f"{_marked(start, first.mark)}{dash}{_marked(end, last.mark)}"


def _point_shown(point: _Point, full_year: bool) -> str:
    shown = _marked(_parts(point, full_year), point.mark)
    if not full_year:
        return shown
    return f"{shown}, {point.time[:5]}" if point.time else shown


def _parts(point: _Point, full_year: bool) -> list[str]:
    """Day, month and year as words, those that are known."""
    parts = [str(point.day)] if point.day else []
    if point.month:
        parts.append(_SEASONS[point.month][0] if point.month in _SEASONS else _MONTHS[point.month - 1])
    in_short = not full_year and point.day and 1950 <= point.year < 2050
    return [*parts, f"{point.year % 100:02}" if in_short else _year_shown(point)]


def _year_shown(point: _Point) -> str:
    first, last = point.year, point.year + point.years - 1
    if first < 1:  # there's a year 0 in EDTF, which is 1 BC
        return f"{1 - first} BC" if first == last else f"{1 - first}–{1 - last} BC"
    if point.years == 10:
        return f"{first}s"
    return f"{first}{'' if first == last else f'–{last}'}{' AD' if last < 1000 else ''}"


def _marked(parts: list[str], mark: str) -> str:
    return f"{'c. ' if mark and mark in '~%' else ''}{' '.join(parts)}{'?' if mark and mark in '?%' else ''}"


def _squeezed(shown: str, columns: int = 9) -> str:
    """Without its last spaces, as many as make it fit."""
    shown = shown.replace("c. ", "~")
    while len(shown) > columns and " " in shown:
        shown = "".join(shown.rsplit(" ", 1))
    return shown
