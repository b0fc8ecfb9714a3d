"""What a number is based on, as its sentence says."""

from __future__ import annotations

import pytest

from store.ingest.figures.bases import bases
from tests.store.ingest.drafted import Told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Citing hospital records, the ministry said 40 men had died.", ["hospital records"]),
        ("Basing itself on files of the army, the union said 40 men had died.", ["files of the army"]),
        ("The union said 40 men had died, based on data that it keeps.", ["data"]),
        ("The union based in Oslo said 40 men had died.", []),
    ],
)
def test_the_words_that_name_it(text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in bases(text, (0, len(text)))] == found


def test_a_number_has_the_papers_that_its_claimant_goes_by() -> None:
    told = Told("The mill burned. The ministry said, citing hospital records, that 40 men had died.")
    assert told.statements[0].content[0].exact == "that 40 men had died"
    [forty] = told.figures
    assert [told.names[actor] for actor in forty.based_on] == ["hospital records"]
    assert [told.names[speaker.actor] for speaker in forty.claimants] == ["ministry"]


def test_a_rivals_number_is_based_on_nothing_of_the_first() -> None:
    told = Told("The ministry said 43 men had died, citing the army, while the union put the toll at 60.")
    assert [[told.names[actor] for actor in each.based_on] for each in told.figures] == [["army"], []]
    assert [[told.names[each.actor] for each in figure.claimants] for figure in told.figures] == [
        ["ministry"],
        ["union"],
    ]


def test_whom_an_agency_cites_has_said_it_and_is_no_paper_of_its_own() -> None:
    told = Told("At least 12 men had died, Reuters reported, citing a doctor.")
    [twelve] = told.figures
    assert ([told.names[each.actor] for each in twelve.claimants], twelve.based_on) == (["doctor"], ())
