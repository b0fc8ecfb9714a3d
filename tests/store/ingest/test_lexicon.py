"""The lists of names: each entry read, and none that means two."""

from __future__ import annotations

from pathlib import Path

import pytest

import store.ingest
from store.ingest import lexicon
from store.ingest.wordlists import entries, table

FILES = sorted((Path(store.ingest.__file__).parent / "words").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_tells_where_it_is_from_and_names_nothing_twice(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("#")
    assert len(entries(path.stem)) == len(set(entries(path.stem)))


def test_a_state_is_known_by_name_adjective_and_seat() -> None:
    known = lexicon.known()
    assert {known[name].name for name in ("Syria", "Syrian", "Damascus")} == {"Syria"}
    assert (known["Kremlin"].name, known["Kremlin"].form) == ("Russia", lexicon.SEAT)


def test_every_seat_and_every_other_name_is_of_a_state_that_is_listed() -> None:
    states = lexicon.states()
    assert {*table("seats"), *table("state-names")} <= states.keys()
    assert len(states) > 190


def test_no_adjective_is_of_two_states() -> None:
    adjectives = [adjective for each in lexicon.states().values() for adjective in each]
    assert len(adjectives) == len(set(adjectives))
