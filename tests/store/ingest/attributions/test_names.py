"""Quotations that are names."""

from __future__ import annotations

import pytest

from store.ingest.attributions.names import nickname, titled
from store.ingest.attributions.tokens import QUOTE, Sentence
from store.ingest.quotations import quotations


def sentence(text: str) -> tuple[Sentence, int]:
    """The sentence, and the place of its quotation."""
    read = Sentence(text, (0, len(text)), quotations(text))
    return read, next(at for at, token in enumerate(read.tokens) if token.kind == QUOTE)


@pytest.mark.parametrize(
    ("quoted", "name"),
    [
        ("“The Long Night”", True),
        ("“A History of the World”", True),
        ("“Face the Nation,”", True),
        ("“It fell.”", False),
        ("“gone”", False),
        ("“The Dam That Nobody Saw Come Down in the Night”", False),
    ],
)
def test_a_title_has_few_words_and_capitals(quoted: str, name: bool) -> None:
    assert titled(*sentence(f"She read {quoted} twice")) is name


def test_a_nickname_stands_between_the_parts_of_a_name() -> None:
    assert nickname(*sentence('Jo "Red" Ray left'))
    assert not nickname(*sentence('Jo "Red" left'))
