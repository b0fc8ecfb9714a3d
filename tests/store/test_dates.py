"""Dates: which days EDTF means, what may become a date, and how dates read."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from store.dates import MAX, MIN, Interval, begins, interval, short, show, typed
from store.errors import DateError
from store.model import When

YEARS = st.integers(1, 9998).map("{:04}".format)
MONTHS = st.integers(1, 12).map("{:02}".format)
SEASONS = st.integers(21, 23).map(str)  # of winter we differ, see below
DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31)).map(date.isoformat)
TIMES = st.times().map(lambda t: t.replace(microsecond=0).isoformat())
ZONES = st.sampled_from(["", "Z", "+02:00", "-05:30", "+13"])
UNSPECIFIED = st.one_of(
    st.integers(1, 998).map("{:03}X".format),
    st.integers(1, 98).map("{:02}XX".format),
    st.integers(1, 8).map("{}XXX".format),
    st.tuples(YEARS, st.just("XX")).map("-".join),
    st.tuples(YEARS, MONTHS, st.just("XX")).map("-".join),
    st.tuples(YEARS, st.just("XX-XX")).map("-".join),
)
PLAIN = st.one_of(YEARS, st.tuples(YEARS, MONTHS).map("-".join), DAYS)
MARKS = st.sampled_from(["?", "~", "%"])
MARKED = st.tuples(PLAIN | UNSPECIFIED, MARKS).map("".join)
POINTS = st.one_of(PLAIN, UNSPECIFIED, MARKED, st.tuples(YEARS, SEASONS).map("-".join))
TIMED = st.tuples(DAYS, st.just("T"), TIMES, ZONES).map("".join)
ENDS = PLAIN | st.tuples(PLAIN, MARKS).map("".join)
INTERVALS = st.tuples(ENDS, ENDS).map("/".join)


def oracle(edtf: str) -> Interval:
    parsed = parse_edtf(edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return Interval(date(*first[:3]).toordinal(), date(*last[:3]).toordinal())


@settings(max_examples=200, deadline=None)
@given(POINTS | TIMED)
def test_a_date_means_the_days_that_the_edtf_library_says(edtf):
    assert interval(edtf) == oracle(edtf)


@settings(max_examples=100, deadline=None)
@given(INTERVALS)
def test_an_interval_means_the_days_that_the_edtf_library_says(edtf):
    try:
        ours = interval(edtf)
    except DateError:
        assert oracle(edtf).earliest > oracle(edtf).latest  # which the library lets pass
    else:
        assert ours == oracle(edtf)


@settings(max_examples=200, deadline=None)
@given(st.text("0123456789-XYT:Z/.?~%", max_size=11))
def test_what_we_read_the_edtf_library_reads_too(edtf):
    try:
        interval(edtf)
    except DateError:
        return
    try:
        parse_edtf(edtf)
    except EDTFParseException as error:
        pytest.fail(str(error))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        # The library lets winter end with the year; ours is the three months.
        ("2016-24", date(2016, 12, 1), date(2017, 2, 28)),
        ("2016-11-17/2016-12-13", date(2016, 11, 17), date(2016, 12, 13)),
        ("2011/2016-12-13", date(2011, 1, 1), date(2016, 12, 13)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-12-13T23:30:00-05:00", date(2016, 12, 13), date(2016, 12, 13)),
        ("2016-12-10/2016-12", date(2016, 12, 10), date(2016, 12, 31)),
    ],
)
def test_a_date_is_the_days_it_may_mean(edtf, first, last):
    assert interval(edtf) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize("edtf", ["2011/..", "2011/"])
def test_an_open_or_unknown_end_has_no_last_day(edtf):
    # The library reckons ten years for an unknown end; we make up nothing.
    assert interval(edtf) == (date(2011, 1, 1).toordinal(), MAX)


@pytest.mark.parametrize("edtf", ["../2016", "/2016"])
def test_an_open_or_unknown_beginning_has_no_first_day(edtf):
    assert interval(edtf) == (MIN, date(2016, 12, 31).toordinal())


def test_years_beyond_the_calendar_of_datetime_stand_in_order():
    # -004X is the ten years from -49 to -40.
    in_order = ["Y-170000002", "-004X", "-0044", "0000", "0001", "9999-12-31", "Y10000", "Y170000002"]
    earliest = [interval(edtf).earliest for edtf in in_order]
    assert earliest == sorted(earliest)
    assert interval("0000-12-31").latest + 1 == interval("0001-01-01").earliest
    assert interval("9999-12-31").latest + 1 == interval("Y10000").earliest
    assert interval("-0001").latest + 1 == interval("0000").earliest


@given(st.integers(-9999, 9998))
def test_each_year_ends_the_day_before_the_next_begins(year):
    def written(y: int) -> str:
        return f"{'-' if y < 0 else ''}{abs(y):04}"

    assert interval(written(year)).latest + 1 == interval(written(year + 1)).earliest


@pytest.mark.parametrize(
    "wrong",
    [
        *("", " ", "x", "16", "2016-13", "2016-00", "2016-02-30", "2015-02-29", "2016-1", "2016-12-1", "13.12.2016"),
        *("12/2016", "2016-12-13T10:00", "2016-12-13T25:00:00", "2016-12-13T10:00:00?", "2016-XX-12", "201X-12"),
        *("2X16", "XXXX", "-0000", "Y2016", "Y17e7", "2016-21-10", "2016-21-XX", "2016-25", "/", "../..", "..", "../"),
        *("2017/2016", "2016/2017/2018", "2016-12-13T10:00:00/2017", "２０１６", "2016 ", "2016-12-13\n", "2016??"),
        "Y9999999999999999",
    ],
)
def test_what_is_no_date_is_refused_with_a_sentence(wrong):
    with pytest.raises(DateError, match=r"\.$"):
        interval(wrong)


def test_a_user_may_type_a_date_in_small_letters_with_spaces_around():
    assert typed(" 201x ") == interval("201X")


def test_a_wrong_date_is_told_in_the_letters_it_was_typed_in():
    with pytest.raises(DateError, match="'201y'"):
        typed("201y")


@settings(max_examples=150, deadline=None)
@given(
    POINTS | TIMED | INTERVALS | st.sampled_from(["2011/..", "../2016", "/2016", "Y-17000", "-0044-03-15", "2016-24"])
)
def test_every_beginning_of_a_date_may_become_one(edtf):
    for end in range(len(edtf) + 1):
        assert begins(edtf[:end]) or _ends_before_it_begins(edtf), edtf[:end]


def _ends_before_it_begins(edtf: str) -> bool:
    start, slash, end = edtf.partition("/")
    return bool(slash and start and end and ".." not in edtf and oracle(start) > oracle(end))


@pytest.mark.parametrize(
    "wrong", ["x", "2016-13", "2016-3", "2016-25", "2016-12-4", "2016-02-3", "13.", "-0000", "20 "]
)
def test_what_no_typing_on_can_mend_begins_no_date(wrong):
    assert not begins(wrong)


@pytest.mark.parametrize(
    ("edtf", "long", "brief"),
    [
        ("2016-12-12", "12 Dec 2016", "12 Dec 16"),
        ("2016-12-02", "2 Dec 2016", "2 Dec 16"),
        ("2016-12", "Dec 2016", "Dec 2016"),
        ("2016-12-XX", "Dec 2016", "Dec 2016"),
        ("2016", "2016", "2016"),
        ("201X", "2010s", "2010s"),
        ("20XX", "2000–2099", "2000–2099"),
        ("2016-22", "summer 2016", "summer 2016"),
        ("2016-12-12T14:05:00Z", "12 Dec 2016, 14:05", "12 Dec 16"),
        ("2016-12-12~", "c. 12 Dec 2016", "~12 Dec16"),
        ("2016-12-12?", "12 Dec 2016?", "12 Dec16?"),
        ("2016-12-12%", "c. 12 Dec 2016?", "~12Dec16?"),
        ("1916-12-12", "12 Dec 1916", "12Dec1916"),
        ("-0043-03-15", "15 Mar 44 BC", "15Mar44BC"),
        ("0044", "44 AD", "44 AD"),
        ("Y170000002", "170000002", "170000002"),
        ("2016-11-17/2016-12-13", "17 Nov – 13 Dec 2016", "17 Nov – 13 Dec 16"),
        ("2016-12-17/2016-12-19", "17–19 Dec 2016", "17–19 Dec 16"),
        ("2015-12-17/2016-01-19", "17 Dec 2015 – 19 Jan 2016", "17 Dec 15 – 19 Jan 16"),
        ("2016-11/2016-12", "Nov–Dec 2016", "Nov–Dec 2016"),
        ("2011/2016-12-13", "2011 – 13 Dec 2016", "2011 – 13 Dec 16"),
        ("2016-12-13/2016-12-13", "13 Dec 2016", "13 Dec 16"),
        ("2011/..", "from 2011", "from 2011"),
        ("../2016-12-13", "until 13 Dec 2016", "until 13 Dec 16"),
        ("2011/", "2011–?", "2011–?"),
        ("/2016", "?–2016", "?–2016"),
    ],
)
def test_a_date_reads_as_one_would_write_it(edtf, long, brief):
    assert (show(When(edtf=edtf)), short(When(edtf=edtf))) == (long, brief)


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["", "?", "~"]))
def test_a_day_fits_its_column(day, mark):
    assert len(short(When(edtf=f"{day}{mark if 1950 <= day.year < 2050 else ''}"))) <= 9


@pytest.mark.parametrize("when", [None, When()])
def test_no_date_reads_as_nothing(when):
    assert show(when) == short(when) == ""


def test_a_date_that_was_only_printed_reads_as_printed():
    assert show(When(words="late Monday")) == "late Monday"
    assert short(When(words="late Monday", edtf="Monday")) == "late Monday"


def test_days_that_both_have_overlap():
    december = interval("2016-12")
    assert december.overlaps(interval("2016-12-31/2017"))
    assert not december.overlaps(interval("2017"))
    assert interval("2017").overlaps(interval("2016/.."))


def test_the_days_of_a_year_are_one_after_the_other():
    days = [interval((date(2016, 1, 1) + timedelta(n)).isoformat()).earliest for n in range(366)]
    assert days == list(range(days[0], days[0] + 366))


@pytest.mark.parametrize(
    ("edtf", "why"),
    [
        ("2016-13-12", "there is no month 13. Months are 01 to 12"),
        ("2016-00", "there is no month 0"),
        ("2016-12-32", "there is no 32 Dec in that year: it has 31 days."),
        ("2016-02-30", "there is no 30 Feb in that year: it has 29 days."),
        ("2015-02-29", "there is no 29 Feb in that year: it has 28 days."),
        ("1900-02-29", "there is no 29 Feb in that year: it has 28 days."),
        ("2016-11-31/2016-12", "there is no 31 Nov"),
        ("2016-22-03", "has a day of a season"),
        ("2016-XX-03", "has a day without its month"),
    ],
)
def test_what_is_no_day_is_told_by_what_is_wrong_with_it(edtf: str, why: str) -> None:
    with pytest.raises(DateError, match=re.escape(f"'{edtf}'") + ".*" + re.escape(why)):
        interval(edtf)
