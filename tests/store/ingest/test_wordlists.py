"""The word lists: what stands in them, and that each tells where it is from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from store.ingest import wordlists

LISTS = sorted(path.stem for path in Path(wordlists.__file__).with_name("words").glob("*.txt"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_in_its_head_what_it_is_and_where_it_is_from(name: str) -> None:
    path = Path(wordlists.__file__).with_name("words") / f"{name}.txt"
    head = [line for line in path.read_text("utf-8").splitlines() if line.startswith("#")]
    assert head
    assert wordlists.entries(name)


def test_a_row_of_a_table_is_looked_up_by_its_word() -> None:
    assert "said" not in wordlists.row("grammar", "articles")
    assert {"a", "the"} <= wordlists.row("grammar", "articles")


def test_a_pattern_of_phrases_takes_the_longest_and_any_white_space() -> None:
    found = re.match(wordlists.alternatives(["prime", "prime minister"]), "prime\n minister of")
    assert found
    assert found.group() == "prime\n minister"
