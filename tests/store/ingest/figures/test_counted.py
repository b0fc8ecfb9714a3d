"""What is counted, as printed, and the unit that it makes."""

from __future__ import annotations

import pytest

from store.ingest.figures.counted import is_plural, singular, status
from tests.store.ingest.figures.reports import only


@pytest.mark.parametrize(
    ("text", "counted", "unit"),
    [
        ("At least 12 city residents fled.", "city residents", "person"),
        ("Some 40 armed opposition fighters fled.", "armed opposition fighters", "person"),
        ("There were 14 trucks.", "trucks", "truck"),
        ("There were 14 heart transplants.", "heart transplants", "heart transplant"),
        ("There were 14 sports fans.", "sports fans", "person"),
        ("There were 14 boxes there.", "boxes", "box"),
        ("Hundreds of families left.", "families", "family"),
        ("It has a 15-member council.", "member", "person"),
        ("One proposal asks them to go.", "proposal", "proposal"),
        ("One Syrian soldier fell.", "Syrian soldier", "person"),
        ("There were 14 more trucks.", "trucks", "truck"),
        ("They ran for 517 rushing yards.", "rushing yards", "yard"),
        ("He repaired 24 Kia and Hyundai vehicles.", "Kia and Hyundai vehicles", "Kia and Hyundai vehicle"),
        ("There are 15 coal- and gas-fired plants.", "coal- and gas-fired plants", "coal- and gas-fired plant"),
        ("It took 90 minutes of tense talks.", "tense talks", "minute"),
        ("They make three tests per day.", "tests", "test per day"),
        ("They lost hundreds of miles.", None, "mile"),
        ("They lost millions of dollars.", None, "dollar"),
        ("It has 60 percent of its revenue.", "revenue", "percentage"),
        ("They hold 8 hectares of eastern Aleppo.", None, "hectare"),
    ],
)
def test_the_noun_and_its_unit(text: str, counted: str | None, unit: str) -> None:
    claim = only(text)
    assert (claim.counted, claim.unit) == (counted, unit)


@pytest.mark.parametrize(
    ("many", "one"),
    [("cities", "city"), ("bosses", "boss"), ("viruses", "virus"), ("houses", "house"), ("gunmen", "gunman")],
)
def test_one_of_them(many: str, one: str) -> None:
    assert is_plural(many)
    assert singular(many) == one


@pytest.mark.parametrize("word", ["news", "previous", "is", "campus", "across", "Damascus", "boss"])
def test_not_all_that_ends_in_s_is_many(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Syrian civilians", "civilian"),
        ("government soldiers", "combatant"),
        ("civilians and fighters", "mixed"),
        ("women", "unstated"),
        (None, "unstated"),
    ],
)
def test_civilians_and_combatants_are_told_by_the_words_alone(words: str | None, meant: str) -> None:
    assert status(words) == meant
