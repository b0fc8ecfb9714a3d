"""Quantities: units, currencies and ranges, and what makes two figures of two numbers."""

from __future__ import annotations

import pytest

from tests.store.ingest.figures.reports import only, read


@pytest.mark.parametrize(
    ("text", "best", "unit"),
    [
        ("It covers 8.6 square kilometers.", 8.6, "square kilometre"),
        ("It covers 8.6 km².", 8.6, "square kilometre"),
        ("It covers 12 sq km.", 12, "square kilometre"),
        ("They flew 300 tonnes in.", 300, "tonne"),
        ("They walked 12km.", 12, "kilometre"),
        ("It was minus 5 degrees Celsius.", -5, "degree Celsius"),
        ("It went at 50mph.", 50, "mile per hour"),
        ("They paid $1.2 million.", 1_200_000, "dollar"),
        ("They paid US$3bn.", 3_000_000_000, "dollar"),
        ("They paid 280 million yen.", 280_000_000, "Japanese yen"),
        ("They paid two million pounds.", 2_000_000, "pound sterling"),
        ("They lost 12 pounds.", 12, "pound"),
        ("They paid 1,200€.", 1200, "euro"),
        ("They paid Rs 500 crore.", 5_000_000_000, "rupee"),
        ("They paid PS2.7m.", 2_700_000, "pound sterling"),
        ("Wheat cost $80 a tonne, they said.", 80, "dollar"),
        ("Rent cost $80 per square metre.", 80, "dollar per square metre"),
        ("They paid $80 per head.", 80, "dollar per head"),
        ("They fired 40 rounds per minute.", 40, "round per minute"),
        ("It rose 3.5 percent.", 3.5, "percentage"),
        ("It rose 2 percentage points.", 2, "percentage point"),
        ("Some 40 per cent of wells are dry.", 40, "percentage"),
    ],
)
def test_the_unit_has_one_name(text: str, best: float, unit: str) -> None:
    claim = only(text)
    assert (claim.best, claim.unit) == (best, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Between 300 and 350 villagers fled.", 300, 350),
        ("They counted 676-678 deaths.", 676, 678),
        ("It lost 33-35 billion euros.", 33_000_000_000, 35_000_000_000),
        ("A fine of $3 to $5 million is due.", 3_000_000, 5_000_000),
        ("Prices range from $200 to $4 million.", 200, 4_000_000),
        ("They waited three or four years.", 3, 4),
        ("Six or seven hundred people fled.", 600, 700),
        ("Two to three million people fled.", 2_000_000, 3_000_000),
        ("A forecast went from 5 to 7 percent to 8.", 5, 7),
        ("It costs between $62 and $68 per share.", 62, 68),
    ],
)
def test_two_numbers_may_be_one_range(text: str, low: int, high: int) -> None:
    claim = read(text)[0]
    assert (claim.bound, claim.low, claim.best, claim.high) == ("range", low, None, high)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The price rose from $3 to $5.", [3, 5]),
        ("Unemployment fell from 5 to 3 percent.", [5, 3]),
        ("It increased by $4 million to $9 million.", [4_000_000, 9_000_000]),
        ("She went from 208 pounds to 193.", [208, 193]),
    ],
)
def test_a_change_is_two_figures(text: str, numbers: list[int]) -> None:
    assert [claim.best for claim in read(text)] == numbers
    assert len({claim.unit for claim in read(text)}) == 1


def test_a_number_takes_no_unit_from_one_that_it_does_not_go_with() -> None:
    assert [claim.unit for claim in read("Shares rose 8.15% to 3.65.")] == ["percentage", None]


def test_millions_of_people_in_short_are_no_metres() -> None:
    assert [(claim.best, claim.unit) for claim in read("Some 5m people live 5m from it.")] == [
        (5_000_000, "person"),
        (5, "metre"),
    ]
