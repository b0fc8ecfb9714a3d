"""Documents that somebody passes on."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, runs, said


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("According to a police memo seen by The Herald, the bridge is rotten.", "a police memo", "The Herald"),
        ("Letters obtained by Reuters show that the bridge is rotten.", "Letters", "Reuters"),
        ("The bridge is rotten, according to a report, which was leaked to Reuters.", "a report", "Reuters"),
    ],
)
def test_who_has_seen_a_document_passes_it_on(text: str, source: str, via: str) -> None:
    found = only(text)
    assert (runs(text, found.source), runs(text, found.via)) == (source, via)


def test_what_was_said_in_it_stands_behind_it() -> None:
    text = "In files obtained by The Herald, engineers warned of floods."
    assert said(text) == [("engineers", "warned", "floods")]


def test_who_was_seen_is_no_document() -> None:
    text = "A guard seen by Jo Ray said that the bridge was rotten."
    assert only(text).via == ()


def test_who_posts_it_says_it() -> None:
    text = "A clip posted by the militia said that the bridge was gone."
    found = only(text)
    assert (runs(text, found.source), found.via) == ("A clip posted by the militia", ())
