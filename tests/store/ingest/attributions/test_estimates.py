"""Numbers that somebody puts."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import rules, said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The ministry puts the toll at fewer than 40.", "The ministry", "the toll at fewer than 40"),
        ("The ministry has put the number of dead at 40, up from 30.", "The ministry", 
         "the number of dead at 40, up from 30"),
        ("The Red Crescent, which has a camp there, put losses at $3m.", "The Red Crescent, which has a camp there",
         "losses at $3m"),
        ("Officials put damage at well over half a million.", "Officials", "damage at well over half a million"),
        ("The toll was put at 40 by the mayor on Monday.", "the mayor", "The toll was put at 40"),
    ],
)  # fmt: skip
def test_who_puts_a_number_says_it(text: str, source: str, content: str) -> None:
    assert [(found[0], found[2]) for found in said(text)] == [(source, content)]
    assert rules(text) == ["put-at"]


def test_one_says_that_another_puts_it_so() -> None:
    text = "The mayor said the ministry put the toll at 40."
    assert [found[2] for found in said(text)] == ["the ministry put the toll at 40", "the toll at 40"]
    text = "The bank estimates that it is sound; the union puts the cost at 40 million."
    assert [found[2] for found in said(text)] == ["that it is sound", "the cost at 40 million"]


@pytest.mark.parametrize(
    "text",
    ["The cook put the cup at the end.", "The cook put the number at the top of page one.", "Who puts the toll at 40?"],
)
def test_who_puts_a_thing_somewhere_says_nothing(text: str) -> None:
    assert said(text) == []
