"""What spellings of one name have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.folding import fold
from store.ingest.spelling import bare, given_fits, initials, skeletons, surnames

FOLDED = st.lists(st.text().map(fold), max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohammed hussein", "muhammad husayn"),
        ("muammar gaddafi", "moammar qaddafi"),
        ("volodymyr zelensky", "volodymyr zelenskyy"),
        ("bashar al-assad", "bashar assad"),
    ],
)
def test_transliterations_have_the_same_consonants(one: str, other: str) -> None:
    first, second = skeletons(bare([one, other]))
    assert first == second != ""


def test_too_few_consonants_tell_nobody() -> None:
    assert skeletons(["ali", "la"]) == ["", ""]


def test_the_surname_is_the_last_word_without_its_article() -> None:
    assert surnames(bare(["bashar al-assad", "egeland", ""])) == ["assad", "egeland", ""]


def test_an_initial_or_no_given_name_fits_another_does_not() -> None:
    assert given_fits("j. egeland", "jan egeland")
    assert given_fits("egeland", "jan egeland")
    assert not given_fits("lena berg", "ivo berg")


def test_first_letters_pass_over_small_words() -> None:
    assert initials("syrian observatory for human rights") == "sohr"
    assert initials("reuters") == ""


@given(FOLDED)
def test_each_name_gets_one_key_in_its_place(names: list[str]) -> None:
    assert [len(keys(names)) for keys in (bare, surnames, skeletons)] == [len(names)] * 3
    assert skeletons(names) == [skeletons([name])[0] for name in names]
