"""Numbers as reports print them, in digits and in words."""

from __future__ import annotations

import pytest

from store.ingest.figures.numerals import numerals


def values(text: str) -> list[float | int]:
    return [numeral.low for numeral in numerals(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,400 tents", 2400),
        ("1,234,567.5 litres", 1234567.5),
        ("12,50,000 voters", 1250000),
        ("1.200.000 votes", 1200000),
        ("1\u00a0200 tents", 1200),
        ("1 200 000 tents", 1200000),
        ("$.5", 0.5),
        ("2½ loaves", 2.5),
        ("minus 5 degrees", -5),
        ("a fall of -3.5%", -3.5),
        ("1.99×10-3 grams", 0.00199),
        ("8.1 thousand", 8100),
        ("4 hundred million", 400_000_000),
        ("500 crore", 5_000_000_000),
        ("3bn euros", 3_000_000_000),
        ("€3m", 3_000_000),
        ("10k runners", 10_000),
        ("twenty-seven", 27),
        ("two hundred and fifty thousand", 250_000),
        ("one million two hundred thousand", 1_200_000),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a hundred", 100),
        ("two and a half million", 2_500_000),
        ("two-thirds of them", 2 / 3),
        ("one in five of us", 0.2),
        ("1/4 of it", 0.25),
        ("a quarter of a million", 250_000),
        ("half of 1 percent", 0.5),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, value: float) -> None:
    assert values(text) == [pytest.approx(value)]


@pytest.mark.parametrize(
    "text",
    [
        *("1,5 million", "10 500 people", "F-16", "MH370", "24/7", "at 10:30", "version 5.1.2", "#12", "user_12"),
        *("Ocean's Eleven", "the Six Nations", "1" * 30, "1,2", "id=12"),
    ],
)
def test_what_may_be_read_in_two_ways_or_is_a_code_is_left_out(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("hundreds of thousands", 200_000, 999_999),
        ("tens of thousands", 20_000, 99_999),
        ("dozens", 24, 99),
        ("scores", 40, 199),
        ("hundreds", 200, 999),
        ("thousands", 2_000, None),
        ("millions", 2_000_000, None),
        ("tens of millions", 20_000_000, 99_999_999),
        ("a couple hundred", 200, 299),
        ("a few thousand", 2_000, 9_999),
        ("several dozen", 24, 99),
    ],
)
def test_a_vague_magnitude_has_bounds(text: str, low: int, high: int | None) -> None:
    assert [(numeral.low, numeral.high, numeral.kind) for numeral in numerals(text)] == [(low, high, "vague")]


def test_nobody_is_a_zero() -> None:
    assert values("No civilians were hurt, and nobody was killed; no fewer than two fled.") == [0, 0, 2]
