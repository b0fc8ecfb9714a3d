"""Words that say when, as a report of Tuesday, 13 December 2016, means them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.dates import interval
from store.ingest.whens import day_of, whens, within
from store.model import Document, When

DAY = date(2016, 12, 13)


def meant(text: str, today: date | None = DAY) -> list[tuple[str | None, str | None]]:
    return [(timed.when.words, timed.when.edtf) for timed in whens(text, today)]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("The mayor spoke late Monday.", "late Monday", "2016-12-12"),
        ("It was agreed on Tuesday.", "Tuesday", "2016-12-13"),
        ("They met last Tuesday.", "last Tuesday", "2016-12-06"),
        ("She left yesterday.", "yesterday", "2016-12-12"),
        ("He said so last week.", "last week", "2016-12-05/2016-12-11"),
        ("It was signed last month.", "last month", "2016-11"),
        ("Prices rose last year.", "last year", "2015"),
        ("It began in early 2011.", "early 2011", "2011"),
        ("It was founded four years ago.", "four years ago", "2012"),
        ("Over the last 27 days nobody left.", "the last 27 days", "2016-11-17/2016-12-13"),
        ("Nobody left in the past week.", "the past week", "2016-12-07/2016-12-13"),
        ("He was seen on 12 December.", "12 December", "2016-12-12"),
        ("He was seen on Dec. 24.", "Dec. 24", "2015-12-24"),
        ("The talks of 5-11 December 2016 failed.", "5-11 December 2016", "2016-12-05/2016-12-11"),
        ("Between March and June 2014 it was shut.", "March and June 2014", "2014-03/2014-06"),
        ("Between February and May it was shut.", "February and May", "2016-02/2016-05"),
        ("From October to April the pass is closed.", "October to April", "2015-10/2016-04"),
        ("It was shut from 2011 to 2013.", "2011 to 2013", "2011/2013"),
        ("In the summer of 2015 they came.", "the summer of 2015", "2015-22"),
        ("In the 1990s it was a port.", "the 1990s", "199X"),
    ],
)
def test_words_are_a_date(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in meant(text)


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("Dec. 12, 2016", "2016-12-12"),
        ("12th December 2016", "2016-12-12"),
        ("2016-12-12", "2016-12-12"),
        ("Monday, December 12, 2016", "2016-12-12"),
        ("13/4/2016", "2016-04-13"),
        ("March 2011", "2011-03"),
    ],
)
def test_a_whole_date_needs_no_day_to_reckon_from(printed: str, edtf: str) -> None:
    [timed] = whens(f"On {printed} the bridge fell.", None)
    assert (timed.when.words, timed.when.edtf, timed.when.basis) == (printed, edtf, "stated")


def test_without_the_documents_day_a_weekday_keeps_its_words_alone() -> None:
    assert meant("She spoke on Monday and left last week.", None) == [("Monday", None), ("last week", None)]


def test_a_date_that_two_countries_read_differently_is_none() -> None:
    assert meant("It was filed on 3/4/2016.") == [("3/4/2016", None)]


def test_since_lasts_until_the_day_of_the_report() -> None:
    [since, then] = whens("The town has been shut since early 2011. Since then half of its people have left.", DAY)
    assert (since.when.words, since.when.edtf, since.counting) == ("since early 2011", "2011/2016-12-13", "since")
    assert (then.when.edtf, then.counting) == ("2011/2016-12-13", "since")


def test_since_something_happened_is_since_that_day() -> None:
    [timed] = whens("Nobody has left since the bridge fell in May.", DAY)
    assert timed.when.words == "since the bridge fell in May"
    assert (timed.when.edtf, timed.counting) == ("2016-05/2016-12-13", "since")


def test_what_until_goes_to_is_a_bound_and_no_time_of_anything() -> None:
    [timed] = whens("The truce holds until Monday.", DAY)
    assert timed.counting is None


def test_earlier_in_the_day_is_the_day_told_of_before() -> None:
    assert meant("The office wrote late Monday. The envoy had spoken earlier in the day.")[1] == (
        "earlier in the day",
        "2016-12-12",
    )
    assert meant("The envoy had spoken earlier in the day.") == [("earlier in the day", "2016-12-13")]


def test_what_comes_is_reckoned_ahead() -> None:
    assert meant("The council will meet on Friday.") == [("Friday", "2016-12-16")]
    assert meant("The council met on Friday.") == [("Friday", "2016-12-09")]


def test_some_years_ago_is_no_date() -> None:
    assert meant("It was several years ago.") == [("several years ago", None)]


def test_numbers_and_names_that_look_like_dates_are_none() -> None:
    assert meant("In 2000 people fled. May Brown may march. Room 2016 was full; a friend in 2,011 pieces.") == []


def test_the_first_that_overlaps_a_span_is_told() -> None:
    found = whens("She spoke on Monday and again on Tuesday.", DAY)
    assert within(found, (0, 12)) is None
    assert (timed := within(found, (10, 41))) is not None
    assert timed.when.words == "Monday"


def test_the_day_of_a_document_is_that_of_its_date_to_the_day() -> None:
    document = Document(id="do-1", title="t", text="", sha256="")
    assert day_of(document) is None
    for edtf, day in (("2016-12-13", DAY), ("2016-12-13T10:00:00Z", DAY), ("2016-12", None), ("2016-12-XX", None)):
        dated = Document(id="do-1", title="t", text="", sha256="", published=When(edtf=edtf))
        assert day_of(dated) == day


_WORDS = st.sampled_from(
    [
        "since",
        "until",
        "between",
        "and",
        "from",
        "to",
        "the",
        "last",
        "next",
        "27",
        "days",
        "ago",
        "Monday",
        "late",
        "early",
        "in",
        "2011",
        "2013",
        "May",
        "31",
        "February",
        "-",
        "/",
        ",",
        "12",
        "December",
        "9999",
        "weeks",
        "years",
        "a",
        "earlier",
        "day",
        "then",
        "yesterday",
        "Feb.",
        "1000",
        "next",
    ]
)


def test_one_since_leads_to_one_time() -> None:
    assert [timed.when.words for timed in whens("since 2011 in 2011", None)] == ["since 2011", "2011"]


@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(), st.none() | st.dates())
def test_whatever_stands_there_each_anchor_holds_and_each_date_can_be_read(text: str, today: date | None) -> None:
    last = 0
    for timed in whens(text, today):
        start, end = timed.span
        assert last <= start < end
        assert timed.when.words == text[start:end]
        if timed.when.edtf:
            interval(timed.when.edtf)
        last = end
