"""Words that name a day, a week, a month or a year, one by one: what each looks like and how it is reckoned."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from store.ingest import reckoning

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_COUNTS = {
    **{
        word: n
        for n, word in enumerate(
            ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
        )
    },
    **{"a": 1, "an": 1, "couple": 2, "fifteen": 15, "twenty": 20, "thirty": 30, "ninety": 90},
}

_MONTH = (
    r"(?P<{0}_month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?P<{0}_year>(?:1[0-9]|20)\d\d)(?![\d,.]*\d|\s?%)"
_NTH = r"(?:st|nd|rd|th)?"
_DAY = rf"(?P<{{0}}_day>[0-3]?\d){_NTH}(?:\s?[-–—]\s?(?P<{{0}}_last>[0-3]?\d){_NTH})?(?![\d%:])"
_PART = r"(?:(?i:early|late|mid)[ -]|(?i:the\s+(?:start|beginning|middle|end)\s+of)\s+)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = rf"(?P<{{0}}_count>\d{{1,4}}|(?:{'|'.join(_COUNTS)})(?:\s+of)?|several|(?:a\s+)?few|a\s+couple(?:\s+of)?)"
_UNIT = r"(?P<{0}_unit>day|week|month|year)s?"
# A month or a year alone is known by the word before it: "May" and "2000" mean other things too.
_AFTER = "|".join(
    rf"(?<=\b(?i:{word}) )"
    for word in ("in", "since", "until", "by", "of", "during", "from", "through", "before", "after", "between")
)

_PATTERNS = {
    "iso": r"(?P<iso_day>\d{4}-[01]\d-[0-3]\d)(?![\d-])",
    "slashed": r"(?P<slashed_first>[0-3]?\d)/(?P<slashed_second>[0-3]?\d)/(?P<slashed_year>(?:1[0-9]|20)\d\d)(?!\d)",
    "day_month": rf"(?:{_WEEKDAY},?\s+)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
    "month_day": rf"(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?!\s+(?:million|percent|per\s+cent))(?:,?\s+{_YEAR})?",
    "month_year": rf"{_PART}{_MONTH}(?:\s+of|,)?\s+{_YEAR}",
    # What is one stretch of two months of one year, or over its end; with a year printed they are read one by one.
    "months": rf"(?:(?<=\b(?i:between) )|(?<=\b(?i:from) )){_MONTH.replace('{0}_month', 'months_first')}"
    rf"\s+(?:and|to|until|through)\s+{_MONTH}(?!,?\s+\d)",
    "season": rf"(?i:(?:the\s+)?(?P<season_name>spring|summer|autumn|fall|winter)\s+(?:of\s+)?){_YEAR}",
    "month": rf"(?:{_AFTER}|(?=(?i:early|late|mid|last|this)[ -]))(?:(?i:last|this)\s+)?{_PART}{_MONTH}(?!\s+\d)",
    "decade": r"(?i:the\s+)(?P<decade_years>(?:1[0-9]|20)\d)0s\b",
    "year": rf"(?:{_AFTER}|(?<=[12]\d\d\d and )|(?<=[12]\d\d\d to )|(?=(?i:early|late|mid)[ -]))(?:the\s+year\s+)?"
    rf"{_PART}{_YEAR}(?!\s+(?:people|civilians|dead|killed|men|women|children))",
    "weekday": rf"(?:(?i:(?P<weekday_which>last|next|this)|early|late)\s+)?(?P<weekday_name>{_WEEKDAY})\b"
    r"(?:\s+(?:morning|afternoon|evening|night)\b)?",
    "same": r"(?i:(?:earlier|later)\s+(?:on\s+)?in\s+the\s+day|(?:earlier|later)\s+(?:that|the\s+same)\s+day"
    r"|(?:the|that)\s+same\s+day|that\s+(?:day|morning|afternoon|evening|night))\b",
    "today": r"(?i:(?:earlier|late|early)\s+today|today|tonight|this\s+(?:morning|afternoon|evening))\b",
    "yesterday": r"(?i:(?:early|late)\s+yesterday|yesterday(?:\s+(?:morning|afternoon|evening))?|last\s+night)\b",
    "tomorrow": r"(?i:tomorrow)\b",
    "before": r"(?i:a\s+day\s+(?:earlier|before)|the\s+(?:day\s+before|previous\s+day))\b(?!\s+yesterday)",
    "following": r"(?i:the\s+(?:next|following)\s+day|a\s+day\s+later)\b",
    "whole": r"(?i:(?P<whole_which>earlier\s+this|later\s+this|earlier\s+(?:in\s+)?the|last|next|this)\s+"
    r"(?P<whole_unit>weekend|week|month|year)|(?P<whole_back>the\s+(?:previous|preceding)\s+(?:week|month|year)))\b",
    "ago": rf"(?i:(?:(?:about|nearly|almost|some|more\s+than)\s+)?{_COUNT}\s+{_UNIT}\s+(?:ago|earlier)\b)",
    "past": rf"(?i:the\s+(?:last|past|previous)\s+(?:{_COUNT}\s+)?{_UNIT}\b)",
    "then": r"(?i:(?<=since )then)\b",
}
# What any of them begins with: few words of a text do, and the rest is passed over at once.
_BEGINS = (
    r"\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    rf"|(?i:(?=[acefilmnostwy])(?:(?:{'|'.join(_COUNTS)}|several|few|about|nearly|almost|some|more|last|this|that|next"
    r"|early|earlier|later?|mid|today|tonight|yesterday|tomorrow|then|spring|summer|autumn|fall|winter)\b"
    r"|the\s+(?:start|beginning|middle|end|year|same|day|previous|preceding|next|following|last|past|spring|summer"
    r"|autumn|fall|winter|[12]))) "
).strip()
FORM = re.compile(
    rf"(?<![\w-])(?={_BEGINS})(?:"
    + "|".join(f"(?P<{name}>{text.replace('{0}', name)})" for name, text in _PATTERNS.items())
    + ")"
)


class Calendar(NamedTuple):
    """What the words are reckoned from: the document's day, the day last told of (both may be unknown), and whether
    what comes is spoken of ("will meet on Friday")."""

    today: date | None
    told: date | None = None
    ahead: bool = False


Reading: TypeAlias = Callable[[re.Match[str], Calendar], str | None]


def edtf(found: re.Match[str], calendar: Calendar) -> str | None:
    """What a match of FORM means; None where the words don't say, as "several years ago", or nothing to reckon from."""
    return _READINGS[found.lastgroup or ""](found, calendar)


def is_complete(found: re.Match[str]) -> bool:
    """Whether it means the same in any document: "12 December 2016" does, "12 December" and "Monday" don't."""
    name = found.lastgroup or ""
    return name in ("iso", "slashed", "decade") or bool(found.groupdict().get(f"{name}_year"))


def _iso(found: re.Match[str], _: Calendar) -> str | None:
    return _valid(found["iso_day"])


def _slashed(found: re.Match[str], _: Calendar) -> str | None:
    """One day for "13/4/2016"; "3/4/2016" is in March or April, by country."""
    first, second, year = (int(found[f"slashed_{part}"]) for part in ("first", "second", "year"))
    if first != second and max(first, second) <= 12:
        return None
    day, number = (first, second) if first > 12 else (second, first)
    return _valid(f"{year:04}-{number:02}-{day:02}")


def _month_and_day(found: re.Match[str], calendar: Calendar) -> str | None:
    name = found.lastgroup or ""
    number, day, year = _number(found[f"{name}_month"]), int(found[f"{name}_day"]), found[f"{name}_year"]
    if not year and calendar.today:
        year = str(reckoning.nearest_year(calendar.today, number, day, ahead=calendar.ahead))
    if not year:
        return None
    first, last = (_valid(f"{int(year):04}-{number:02}-{n:02}") for n in (day, int(found[f"{name}_last"] or day)))
    return f"{first}/{last}" if first and last and first < last else first


def _month(found: re.Match[str], calendar: Calendar) -> str | None:
    name = found.lastgroup or ""
    number = _number(found[f"{name}_month"])
    if name == "month_year":
        return f"{found['month_year_year']}-{number:02}"
    if not calendar.today:
        return None
    return f"{reckoning.nearest_year(calendar.today, number, None, ahead=calendar.ahead):04}-{number:02}"


def _months(found: re.Match[str], calendar: Calendar) -> str | None:
    """Both months included; the last is the one that came round last, and "October to April" began the year before."""
    if not calendar.today:
        return None
    first, last = _number(found["months_first"]), _number(found["months_month"])
    year = reckoning.nearest_year(calendar.today, last, None, ahead=calendar.ahead)
    return f"{year - (first > last):04}-{first:02}/{year:04}-{last:02}"


def _season(found: re.Match[str], _: Calendar) -> str | None:
    return f"{found['season_year']}-{SEASONS[found['season_name'].lower()]}"


def _decade(found: re.Match[str], _: Calendar) -> str | None:
    return f"{found['decade_years']}X"


def _year(found: re.Match[str], _: Calendar) -> str | None:
    return found["year_year"]


def _weekday(found: re.Match[str], calendar: Calendar) -> str | None:
    if not calendar.today:
        return None
    which, number = (found["weekday_which"] or "").lower(), WEEKDAYS.index(found["weekday_name"].lower())
    ahead = which == "next" or (which != "last" and calendar.ahead)
    return _printed(reckoning.weekday(calendar.today, number, ahead=ahead, strictly=which in ("last", "next")))


def _from_today(days: int) -> Reading:
    return lambda _, calendar: _printed(reckoning.shifted(calendar.today, days)) if calendar.today else None


def _from_told(days: int) -> Reading:
    """The day last told of; where there is none, the document's own for "earlier in the day" alone."""

    def read(_: re.Match[str], calendar: Calendar) -> str | None:
        day = calendar.told or (calendar.today if not days else None)
        return _printed(reckoning.shifted(day, days)) if day else None

    return read


def _whole(found: re.Match[str], calendar: Calendar) -> str | None:
    if not calendar.today:
        return None
    which, unit = (found["whole_which"] or "last").lower(), (found["whole_unit"] or "").lower()
    unit = unit or found["whole_back"].split()[-1].lower()
    back = {"last": -1, "next": 1}.get(which, 0)
    if unit == "year":
        year = calendar.today.year + back
        return f"{year:04}" if 1 <= year <= 9999 else None
    if unit == "month":
        return reckoning.year_month(reckoning.month(calendar.today, back))
    return reckoning.weekend(calendar.today, back) if unit == "weekend" else reckoning.week(calendar.today, back)


def _ago(found: re.Match[str], calendar: Calendar) -> str | None:
    count = _count(found["ago_count"])
    if not count:
        return None
    from_day = calendar.told if found[0].lower().endswith("earlier") else calendar.today
    return reckoning.ago(from_day, count, found["ago_unit"].lower()) if from_day else None


def _past(found: re.Match[str], calendar: Calendar) -> str | None:
    count = _count(found["past_count"] or "one")
    return reckoning.past(calendar.today, count, found["past_unit"].lower()) if count and calendar.today else None


def _nothing(_found: re.Match[str], _calendar: Calendar) -> str | None:
    return None


_READINGS: dict[str, Reading] = {
    **{"iso": _iso, "slashed": _slashed, "day_month": _month_and_day, "month_day": _month_and_day},
    **{"month_year": _month, "month": _month, "months": _months, "season": _season, "decade": _decade, "year": _year},
    **{"weekday": _weekday, "same": _from_told(0), "before": _from_told(-1), "following": _from_told(1)},
    **{"today": _from_today(0), "yesterday": _from_today(-1), "tomorrow": _from_today(1)},
    **{"whole": _whole, "ago": _ago, "past": _past, "then": _nothing},
}


def _number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _count(text: str) -> int | None:
    """A number for "27" and "four", none for "several" and "a few"."""
    words = text.lower().removesuffix(" of").split()
    return int(words[0]) if words[0].isdecimal() else _COUNTS.get(words[-1])


def _valid(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _printed(day: date | None) -> str | None:
    return day.isoformat() if day else None
