"""Days reckoned from a day, and where the calendar ends."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.dates import interval
from store.ingest import reckoning

TUESDAY = date(2016, 12, 13)


def test_a_weekday_is_the_last_one_or_the_day_itself() -> None:
    assert reckoning.weekday(TUESDAY, 0) == date(2016, 12, 12)
    assert reckoning.weekday(TUESDAY, 1) == TUESDAY
    assert reckoning.weekday(TUESDAY, 1, strictly=True) == date(2016, 12, 6)
    assert reckoning.weekday(TUESDAY, 4, ahead=True) == date(2016, 12, 16)


def test_last_week_is_the_calendar_week_before() -> None:
    assert reckoning.week(TUESDAY, -1) == "2016-12-05/2016-12-11"


def test_the_past_days_end_with_the_day_and_count_it() -> None:
    assert reckoning.past(TUESDAY, 27, "day") == "2016-11-17/2016-12-13"
    assert reckoning.past(date(2016, 3, 31), 1, "month") == "2016-02-29/2016-03-31"


def test_weeks_ago_are_about_a_day_months_ago_a_month() -> None:
    assert reckoning.ago(TUESDAY, 3, "week") == "2016-11-22~"
    assert reckoning.ago(TUESDAY, 13, "month") == "2015-11"
    assert reckoning.ago(TUESDAY, 4, "year") == "2012"


def test_a_month_without_its_year_is_the_last_or_the_next_one() -> None:
    assert reckoning.nearest_year(TUESDAY, 12, 14, ahead=False) == 2015
    assert reckoning.nearest_year(TUESDAY, 12, 14, ahead=True) == 2016
    assert reckoning.nearest_year(TUESDAY, 3, None, ahead=True) == 2017


@given(st.dates(), st.integers(0, 9999), st.sampled_from(reckoning.UNITS))
def test_what_is_reckoned_is_a_date_or_none_at_the_ends_of_the_calendar(day: date, number: int, unit: str) -> None:
    for edtf in (
        reckoning.ago(day, number, unit),
        reckoning.past(day, number, unit) if number else None,
        reckoning.week(day, -1),
        reckoning.weekend(day, 1),
    ):
        if edtf is not None:
            interval(edtf)
