"""What the words around a number make of it."""

from __future__ import annotations

import pytest

from tests.store.ingest.figures.reports import only, words


@pytest.mark.parametrize(
    ("claimed", "bound"),
    [
        ("27 trucks", "exact"),
        ("a total of 27 trucks", "exact"),
        ("some 27 trucks", "approximate"),
        ("an estimated 27 trucks", "approximate"),
        ("nearly 27 trucks", "approximate"),
        ("~27 trucks", "approximate"),
        ("27 or so trucks", "approximate"),
        ("at least 27 trucks", "at-least"),
        ("no fewer than 27 trucks", "at-least"),
        ("more than 27 trucks", "at-least"),
        ("27 or more trucks", "at-least"),
        ("27+ trucks", "at-least"),
        ("27-plus trucks", "at-least"),
        ("at least some 27 trucks", "at-least"),
        ("up to 27 trucks", "at-most"),
        ("as many as 27 trucks", "at-most"),
        ("fewer than 27 trucks", "at-most"),
        ("dozens of trucks", "order"),
        ("between 20 and 30 trucks", "range"),
    ],
)
def test_the_words_that_bound_it_belong_to_the_claim(claimed: str, bound: str) -> None:
    text = f"They saw {claimed} there."
    assert (words(text), only(text).bound) == ([claimed], bound)


def test_a_bound_says_no_more_than_it_does() -> None:
    claim = only("They saw at least 27 trucks.")
    assert (claim.low, claim.best, claim.high) == (27, None, None)
    claim = only("They saw up to 27 trucks.")
    assert (claim.low, claim.best, claim.high) == (None, None, 27)


def test_over_a_time_is_no_bound() -> None:
    assert only("Over two weeks it went on.").bound == "exact"


def test_what_moves_up_to_a_number_is_not_bounded_by_it() -> None:
    assert only("Growth inched back up to 4.8 percent.").bound == "exact"


def test_an_estimate_is_told_as_one() -> None:
    assert only("They saw an estimated 27 trucks.").method == "estimated"
