"""Quotations that go on without a cue."""

from __future__ import annotations

from store.ingest.attributions import attributions
from tests.store.ingest.attributions.spoken import rules, said


def test_what_goes_on_behind_the_cue_is_one_with_what_stands_before_it() -> None:
    text = "“It fell,” she said. “It burned.” “Nobody came.”"
    assert said(text) == [("she", "said", "“It fell,” | “It burned.” | “Nobody came.”")]


def test_what_stands_before_its_speaker_is_named_is_one_with_what_is_said_then() -> None:
    text = "“It fell. It burned.” “Nobody came,” she said."
    assert said(text) == [("she", "said", "“It fell. It burned.” | “Nobody came,”")]


def test_a_quotation_of_two_paragraphs_is_one() -> None:
    text = "She said: “It fell.\n\n“It burned for days.”"
    assert said(text) == [("She", "said", "“It fell. | “It burned for days.”")]


def test_a_paragraph_of_its_own_is_said_by_whoever_spoke_before() -> None:
    text = "“It fell,” Jo Ray said.\n\n“It burned for days.”"
    assert [(found[0], found[2]) for found in said(text)] == [
        ("Jo Ray", "“It fell,”"),
        ("Jo Ray", "“It burned for days.”"),
    ]
    assert rules(text)[1] == "carried-on"


def test_names_of_things_in_marks_are_nobodys() -> None:
    assert said("The “Arab Spring” began early.\n\n“The Long Night”\n\nShe read it twice.") == []


def test_what_is_nested_is_told_by_its_place_in_the_whole_list() -> None:
    found = attributions("She said he left. He said that the agency had claimed that it burned.")
    assert [one.nested_in for one in found] == [None, None, 1]
