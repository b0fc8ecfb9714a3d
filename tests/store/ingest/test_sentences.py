"""Where a sentence ends, and where it doesn't."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.quotations import quotations
from store.ingest.sentences import sentences


def printed(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ray met Gov. Lo of the U.S. Treasury in Sept. 2011.",
        "J. R. Lo paid 3.5 per cent more.",
        "She wrote to www.example.org. it was late.",
        "The families [...] fled.",
        '"It fell. It burned," she said.',
        '"Who did it?" the man in the doorway asked.',
        "He said: “It fell. It burned. Nobody came.”",
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    assert printed(text) == [text]


def test_an_abbreviation_may_end_a_sentence_where_another_begins() -> None:
    assert printed("He came from the U.S. The train was late.") == ["He came from the U.S.", "The train was late."]


def test_a_full_stop_without_a_blank_ends_a_sentence_between_words() -> None:
    assert printed("It ended.She left.") == ["It ended.", "She left."]


def test_a_quotation_behind_a_sentence_is_one_of_its_own() -> None:
    assert printed('"It fell," she said. "It burned."') == ['"It fell," she said.', '"It burned."']


def test_what_is_too_long_for_a_sentence_is_cut_at_a_blank() -> None:
    found = printed("word " * 900)
    assert len(found) > 2
    assert "".join(found).replace(" ", "") == "word" * 900


@given(st.text(alphabet="ab. “”\"?!\nA'’"))
def test_sentences_hold_all_of_the_text_and_end_in_no_quotation(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(text[s:e].split()) for s, e in found) == "".join(text.split())
    outer = [q for q in quotations(text) if not q.depth]
    assert all(not q.start < end < q.end for _, end in found for q in outer)
