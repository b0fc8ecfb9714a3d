"""Words that say when."""

from __future__ import annotations

import pytest

from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import Sentence


def when(text: str) -> str:
    """What is found at the beginning of the text."""
    sentence = Sentence(text, (0, len(text)), ())
    end = time_end(sentence, 0)
    return text[slice(*sentence.span(0, end))] if end else ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("late Monday the army left", "late Monday"),
        ("on Tuesday morning he left", "on Tuesday morning"),
        ("last week the army", "last week"),
        ("in 2011 it began", "in 2011"),
        ("earlier in the day it rained", "earlier in the day"),
        ("in May the army left", "in May"),
        ("May 3 it rained", "May 3"),
        ("two men left", ""),
        ("May said no", ""),
        ("Jan Ray left", ""),
        ("Monday's raid failed", ""),
    ],
)
def test_days_and_years_say_when_and_names_do_not(text: str, words: str) -> None:
    assert when(text) == words
