"""What the print has that its reader should know of."""

from __future__ import annotations

import pytest

from store.ingest.quotations import quotations
from store.ingest.remarks import Remarks


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("“It fell.”", ()),
        ("“The army amp; the police”", ("debris",)),
        ("&quot;It fell&quot;", ("debris",)),
        ("“FranÃ§ois left”", ("debris",)),
        ("“He fled [...] at once”", ("source-ellipsis",)),
        ("“He fled [his house] at once”", ()),
        ('“It fell"', ("mismatched-marks",)),
        ('“He amp; she […] fled"', ("debris", "mismatched-marks", "source-ellipsis")),
    ],
)
def test_debris_ellipses_and_marks_that_do_not_match_are_flagged(text: str, flags: tuple[str, ...]) -> None:
    assert Remarks(text, quotations(text)).flags([(0, len(text))]) == flags


def test_a_flag_stands_on_what_has_it_alone() -> None:
    text = "“It fell,” and amp; then"
    assert Remarks(text, quotations(text)).flags([(0, 10)]) == ()
