"""A whole report: whatever it is, what is found in it holds."""

from __future__ import annotations

from importlib.resources import files
from sys import setprofile
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.ingest.attributions import attributions
from tests.store.ingest.attributions.spoken import said

PIECES = st.sampled_from(
    [
        *('"', "“", "”", "'", "‘", "’", "«", "»", "''", "&quot;", "(", ")", "[...]", " — ", ": ", ", ", ". ", "? "),
        *("\n", " ", "he ", "Jo Ray ", "said ", "says ", "that ", "according to ", "told ", "called ", "to ", "who "),
        *("and ", "the ", "claims ", "denied ", "on Monday ", "in a statement ", "as saying ", "was quoted ", "of "),
        *("Q: ", "RAY: ", "a", "\ud800", "\x00", "\u202e", "\u2028", "\r", "amp; ", "é", "ע", "☃", "3.5 ", "U.S. "),
        *("adding ", "not ", "if ", "put the toll at 40 ", "by its count ", "seen by ", "was accused of ", "a report "),
    ]
)
HOSTILE = st.lists(PIECES | st.characters(), max_size=60).map("".join)


@given(HOSTILE)
@settings(max_examples=400, deadline=None)
def test_whatever_the_text_each_run_lies_in_it_and_the_same_text_gives_the_same(text: str) -> None:
    found = attributions(text)
    for at, one in enumerate(found):
        assert one.content
        for runs in (one.content, one.source, one.cue, one.via, (one.when,) if one.when else ()):
            assert all(0 <= start < end <= len(text) for start, end in runs)
            assert list(runs) == sorted(runs)
        assert one.nested_in is None or (0 <= one.nested_in < len(found) and one.nested_in != at)
        assert 0 <= one.confidence <= 1
    assert attributions(text) == found


@given(HOSTILE)
def test_no_two_are_nested_in_each_other(text: str) -> None:
    found = attributions(text)
    for one in found:
        around = [one.nested_in]
        while around[-1] is not None:
            around.append(found[around[-1]].nested_in)
            assert len(around) <= len(found)


def test_the_source_at_the_end_says_the_whole() -> None:
    text = "The cook, who was dismissed, told inspectors that the stove had leaked, a guard said on Monday."
    assert [(found[0], found[2]) for found in said(text)] == [
        ("The cook, who was dismissed", "that the stove had leaked"),
        ("a guard", "The cook, who was dismissed, told inspectors that the stove had leaked"),
    ]
    assert [found.nested_in for found in attributions(text)] == [1, None]


def work(text: str) -> int:
    """How many functions are called to read it."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    setprofile(count)
    try:
        attributions(text)
    finally:
        setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        *('"', '"a" ', "“", "“‘", "”", "'a ", "he said ", "he said that ", "said, ", "his claims that ", "who "),
        *("to say ", "according to x, ", "x, who said ", "and said ", ". ", "U.S. ", "a\n", '"aaaa bbb.\n'),
        *("AB: x y\n", "[...] ", "(", "— ", "A", "\ud800", "\x00", '"Aa," Bob said, ', "“Aa bb cc dd.” "),
    ],
)
def test_twice_the_text_is_no_more_than_about_twice_the_work(piece: str) -> None:
    size = 6000
    once, twice = (work((piece * size)[: n * size]) for n in (1, 2))
    assert twice < 2.6 * once + 2000


def test_the_samples_report_is_read_whole() -> None:
    assert [source for source, _, _ in said(files("seeds").joinpath("reports", "aleppo.txt").read_text("utf-8"))] == [
        "a statement put out",
        "the statement",
        "Jan Egeland, UN humanitarian adviser on Syria",
        "Egeland",
        "Russia",
        "local sources",
        "Jean-Marc Ayrault, the French Foreign Minister",
        "Ayrault",
        "he",
        "Local sources",
    ]


def test_a_dateline_is_nobodys() -> None:
    assert said("GENEVA (AP) — The road was open, the mayor said.")[0][2] == "The road was open"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It held,” the mayor said.", "direct"),
        ("‘It held,’ the mayor said.", "direct"),
        ("“It,” the mayor said, “held.”", "direct"),
        ("The mayor said it was “gone”.", "mixed"),
        ("The mayor said it was ‘gone’.", "mixed"),
        ("“It held” for a day, the mayor said. “Then it broke.”", "mixed"),
        ("The mayor said it was the bakers' dam.", "indirect"),
    ],
)
def test_the_type_is_told_by_the_marks(text: str, kind: str) -> None:
    assert [found.type for found in attributions(text)] == [kind]
