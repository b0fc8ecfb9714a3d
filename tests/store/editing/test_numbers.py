"""A first guess at what words claim: plain ones only, and nothing rather than something wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from seeds.build import records
from store.check import range_problems
from store.editing.numbers import suggested
from store.records import Records
from tests.store.conftest import records as small

HURT = Records.of(*small()).figures["fi-2222222222"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("some 990 civilians", ("approximate", None, 990, None, "person")),
        ("An estimated 100,000", ("approximate", None, 100_000, None, None)),
        ("at least 12 dead", ("at-least", 12, None, None, "person")),
        ("more than 1.5 million people", ("at-least", 1_500_000, None, None, "person")),
        ("990+ civilians", ("at-least", 990, None, None, "person")),
        ("12 or more", ("at-least", 12, None, None, None)),
        ("up to 500", ("at-most", None, None, 500, None)),
        ("no more than two days", ("at-most", None, None, 2, "day")),
        ("between 20 and 30 women", ("range", 20, None, 30, "person")),
        ("20–30", ("range", 20, None, 30, None)),
        ("a dozen men", ("exact", 12, 12, 12, "person")),
        ("two hundred", ("exact", 200, 200, 200, None)),
        ("990", ("exact", 990, 990, 990, None)),
        ("1.5 million", ("exact", 1_500_000, 1_500_000, 1_500_000, None)),
        ("27 days", ("exact", 27, 27, 27, "day")),
        ("some 8.6 square kilometers", ("approximate", None, 8.6, None, "square kilometre")),
        ("hundreds of thousands of people", ("order", 200_000, None, 999_999, "person")),
        ("millions more", ("order", 2_000_000, None, None, None)),
        ("two to three million people", ("range", 2_000_000, None, 3_000_000, "person")),
        ("$1.2 million", ("exact", 1_200_000, 1_200_000, 1_200_000, "dollar")),
        ("40 percent", ("exact", 40, 40, 40, "percentage")),
    ],
)
def test_plain_words_suggest_a_number(words: str, number: tuple[object, ...]) -> None:
    assert suggested(words) == number


@pytest.mark.parametrize(
    "words",
    [
        *("", "many", "more than half", "12 dead and 40 hurt", "no one", "3-year-old", "1,2 people", "2016-12-13"),
        *("two thirds of the county", "three-quarters", "one half of them", "a tenth", "2 thirds", "1 in 3 homes"),
        *("30 to 20", "at least some 40", "more than 12 or more", "over the weekend 40 people"),
    ],
)
def test_what_is_not_plain_suggests_nothing(words: str) -> None:
    assert suggested(words) is None


@given(st.text() | st.from_regex(r"(some|at least|up to)? ?\d{1,6}( to \d{1,4})? (people|days|million)?"))
def test_a_suggestion_always_holds_together(words: str) -> None:
    number = suggested(words)
    if number is not None:
        assert list(range_problems(replace(HURT, **number._asdict()))) == []


def test_the_samples_figures_are_suggested_as_they_were_drawn_or_not_at_all() -> None:
    told = []
    for figure in Records.of(*records()).figures.values():
        number = suggested(figure.anchor.exact)
        if number is not None:
            told.append(figure.anchor.exact)
            assert (number.bound, number.low, number.high) == (figure.bound, figure.low, figure.high), told[-1]
            assert number.best in (figure.best, None), told[-1]
    assert len(told) > 10
