"""Quotation marks, paired by kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.ingest.quotations import Quotation, quotations


def printed(text: str) -> list[tuple[int, str]]:
    """Depth and words of each."""
    return [(q.depth, text[q.start : q.end]) for q in quotations(text)]


def one(text: str) -> Quotation:
    (found,) = quotations(text)
    return found


@pytest.mark.parametrize(
    "quoted",
    ['"It fell."', "“It fell.”", "«Il tombe»", "« Il tombe »", "„Es fällt“", "»Es fällt«", "''It fell.''", "‘It fell’"],
)
def test_marks_of_all_makes_are_paired(quoted: str) -> None:
    assert printed(f"So {quoted} she said.") == [(0, quoted)]


def test_a_curly_mark_may_be_closed_by_a_straight_one_and_is_at_fault() -> None:
    found = one('“It fell," she said.')
    assert (found.closed, found.matched, found.at_fault) == (True, False, True)


def test_a_quotation_within_one_is_nested_in_it() -> None:
    text = "“She told me ‘run’ and I ran,” he said. “Then ‘stop’.”"
    assert printed(text) == [
        (0, "“She told me ‘run’ and I ran,”"),
        (1, "‘run’"),
        (0, "“Then ‘stop’.”"),
        (1, "‘stop’"),
    ]


@pytest.mark.parametrize(
    "text",
    ["It's the bakers' oven.", "The summer of '69 was the dogs' own.", "Rock 'n' roll", "He is 6'4\" tall.", "don’t"],
)
def test_apostrophes_feet_and_inches_are_no_marks(text: str) -> None:
    assert quotations(text) == ()


def test_a_possessive_within_single_marks_closes_nothing() -> None:
    assert printed("He said 'the bakers' oven is cold' and left.") == [(0, "'the bakers' oven is cold'")]


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last() -> None:
    first, second = quotations("“It fell.\n\n“Then it burned,” she said.")
    assert (first.closed, first.continued, first.at_fault) == (False, True, False)
    assert (second.closed, second.continues, second.at_fault) == (True, True, False)


def test_a_mark_that_nothing_closes_ends_with_its_paragraph_and_is_at_fault() -> None:
    text = '"It fell, she said.\n\nNobody was there.'
    found = one(text)
    assert text[found.start : found.end] == '"It fell, she said.'
    assert found.at_fault
    assert not found.closed


def test_a_mark_that_nothing_closes_ends_before_the_next_that_opens() -> None:
    text = "“It fell, she said. “It burned.”"
    assert printed(text) == [(0, "“It fell, she said."), (0, "“It burned.”")]


def test_the_leftovers_of_marks_are_marks() -> None:
    assert printed("&quot;It fell,&quot; she said. â€œIt burned.â€\x9d") == [
        (0, "&quot;It fell,&quot;"),
        (0, "â€œIt burned.â€\x9d"),
    ]


MARKS = st.text(alphabet="\"'“”‘’«»„`ab s.\n6&;quot")


@given(MARKS)
def test_quotations_are_nested_or_apart_in_order_and_hold_what_is_between_their_marks(text: str) -> None:
    around: list[Quotation] = []
    last = -1
    for found in quotations(text):
        assert last < found.start < found.inner[0] < found.inner[1] <= found.end <= len(text)
        while around and around[-1].end <= found.start:
            around.pop()
        assert found.depth == len(around)
        assert not around or found.end <= around[-1].end
        around.append(found)
        last = found.start
