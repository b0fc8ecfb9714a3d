"""Days reckoned from a day: weekdays, weeks, months and years back and ahead, as EDTF (ISO 8601-2, level 0 and 1)."""

from __future__ import annotations

from datetime import date, timedelta

UNITS = ("day", "week", "month", "year")


def shifted(day: date, days: int) -> date | None:
    """So many days on, or back where negative; None beyond the years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def month(day: date, months: int) -> tuple[int, int] | None:
    """Year and month so many months on, or back where negative; None beyond the years 1 to 9999."""
    year, zero_based = divmod(day.year * 12 + day.month - 1 + months, 12)
    return (year, zero_based + 1) if 1 <= year <= 9999 else None


def weekday(day: date, number: int, *, ahead: bool = False, strictly: bool = False) -> date | None:
    """The nearest such weekday (0 is Monday), back in time unless `ahead`; `day` itself unless `strictly`."""
    distance = (number - day.weekday()) % 7 if ahead else (day.weekday() - number) % 7
    distance = distance or (7 if strictly else 0)
    return shifted(day, distance if ahead else -distance)


def week(day: date, weeks: int) -> str | None:
    """The calendar week, Monday to Sunday, so many weeks on: "2016-12-05/2016-12-11"."""
    monday = shifted(day, 7 * weeks - day.weekday())
    return between(monday, shifted(monday, 6)) if monday else None


def weekend(day: date, weeks: int) -> str | None:
    """Saturday and Sunday; the weekend of a Sunday's own week has begun the day before."""
    saturday = shifted(day, 7 * weeks - day.weekday() + 5)
    return between(saturday, shifted(saturday, 1)) if saturday else None


def between(first: date | None, last: date | None) -> str | None:
    """Both days included; None where one of them is, or where they are the wrong way round."""
    return f"{first.isoformat()}/{last.isoformat()}" if first and last and first <= last else None


def ago(day: date, number: int, unit: str) -> str | None:
    """A day, or the month or year that is meant: "three weeks ago" is about that day, "2016-11-22~"."""
    if unit in ("day", "week"):
        then = shifted(day, -number * (7 if unit == "week" else 1))
        return f"{then.isoformat()}{'~' if unit == 'week' else ''}" if then else None
    if unit == "month":
        return year_month(month(day, -number))
    return f"{day.year - number:04}" if day.year > number else None


def past(day: date, number: int, unit: str) -> str | None:
    """A stretch that ends with the day and has it: the past 27 days of 13 December began on 17 November."""
    if unit in ("day", "week"):
        return between(shifted(day, 1 - number * (7 if unit == "week" else 1)), day)
    begun = month(day, -number * (12 if unit == "year" else 1))
    return between(_clamped(*begun, day.day), day) if begun else None


def year_month(found: tuple[int, int] | None) -> str | None:
    return f"{found[0]:04}-{found[1]:02}" if found else None


def nearest_year(day: date, number: int, day_of_month: int | None, *, ahead: bool) -> int:
    """The year of a month (1 to 12), or of a day of it, that was printed without one: the last time it came round.

    `ahead`: the next time.
    """
    then, now = (number, day_of_month or 0), (day.month, day.day if day_of_month else 0)
    if ahead:
        return day.year + (then < now)
    return day.year - (then > now)


def _clamped(year: int, number: int, day_of_month: int) -> date:
    """The day of that month, or its last where it has no such day."""
    first_of_next = date(year + number // 12, number % 12 + 1, 1) if (year, number) < (9999, 12) else date.max
    return min(date(year, number, 1) + timedelta(day_of_month - 1), first_of_next - timedelta(1))
