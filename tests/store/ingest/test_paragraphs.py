"""Paragraphs of texts from the web, and of texts that were broken to a width."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.ingest.paragraphs import paragraphs


def printed(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_each_line_of_a_text_from_the_web_is_a_paragraph() -> None:
    assert printed("A headline\n\nIt rained.\r\n  It snowed. \n") == ["A headline", "It rained.", "It snowed."]


def test_a_text_that_was_broken_to_a_width_is_put_together_up_to_the_blank_line() -> None:
    broken = (
        "The harbour was closed for the third day on Friday, as\n"
        "the wind went on, and the ferries stayed where they were\n"
        "in the old dock.\n"
        "\n"
        "Nobody could say when they would leave.\n"
    )
    assert printed(broken) == [broken[:128].strip(), "Nobody could say when they would leave."]


def test_short_lines_that_go_on_in_capitals_stay_apart() -> None:
    assert printed("By Jo Ray\nHARBOUR CITY\nIt rained.") == ["By Jo Ray", "HARBOUR CITY", "It rained."]


@given(st.text(alphabet="ab .\n\r\u2028\t"))
def test_paragraphs_hold_all_that_is_no_white_space_and_nothing_twice(text: str) -> None:
    found = paragraphs(text)
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(found))
