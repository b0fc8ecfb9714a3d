"""Numbers that are no figures."""

from __future__ import annotations

import pytest

from tests.store.ingest.figures.reports import words


@pytest.mark.parametrize(
    "text",
    [
        *(
            "It was signed on 12 December 2016.",
            "It was signed on March 3.",
            "It began in early 2011.",
            "In 1984 they met.",
        ),
        *("They met at 5 p.m. on 9/11.", "They met at 10.45pm.", "They met at 0600 GMT.", "It was five o'clock."),
        *(
            "Jane Roe, 34, is a mayor.",
            "Jane Roe, 43, was killed.",
            "The 34-year-old fled.",
            "She turned 40.",
            "Children aged 5 to 12 may come.",
        ),
        *("It was the 22nd time.", "It began in the 1990s.", "They met two years ago.", "Three days later they met."),
        *("One of the men spoke.", "No one came.", "They hate one another.", "One day it will end."),
        *("Call (212) 555-0199 or +44 20 7946 0000.", "They won 2-0.", "He lives at 9 Elm Street."),
        *("It has 5G.", "An F-16 came.", "They cite Section 230.", "It works 24/7.", "He owns an iPhone 11 Pro."),
        *("Not one child was hurt.", "Not even one man was killed."),
        *("I wrote to them a thousand times.", "She asked a dozen times."),
        *(
            "One villager, who hid in a barn, said it rained.",
            "“It rained,” recalled one driver.",
        ),
        *("Resolution 2254 says so.", "1. First of all", "As was shown [12].", "See https://example.org/12/34 there."),
        *("The five-year plan failed.", "The 2016 election was free.", "It stands at 36°12'N."),
    ],
)
def test_it_is_no_figure(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("Over the last 27 days it went on.", "27 days"),
        ("About 2000 people came.", "About 2000 people"),
        ("One person was killed.", "One person"),
        ("They said one guard was killed.", "one guard"),
        ("They said that one guard saw it.", "one guard"),
        ("They met 100 times.", "100 times"),
        ("They met three times.", "three times"),
        ("It was a 27-day siege.", "27-day"),
        ("Just one road is open.", "Just one road"),
        ("Some 1/4 of the wells are dry.", "Some 1/4 of the wells"),
    ],
)
def test_what_looks_like_one_of_these_may_be_a_figure(text: str, claimed: str) -> None:
    assert words(text) == [claimed]
