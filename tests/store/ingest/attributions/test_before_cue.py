"""Content before its cue, and on both sides of it."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, said


@pytest.mark.parametrize(
    ("text", "rule", "content"),
    [
        ("“The dam held,” the mayor said.", "quoted-after", "“The dam held,”"),
        ("“The dam held,” said the mayor.", "quoted-after", "“The dam held,”"),
        ("“Who left?” the mayor asked.", "quoted-after", "“Who left?”"),
        ("“The dam,” the mayor said, “held.”", "quoted-amid", "“The dam,” | “held.”"),
        ("“The dam held,” the mayor said, laughing, “for now.”", "quoted-amid", "“The dam held,” | “for now.”"),
        ("“It held”, said the mayor.", "quoted-after", "“It held”"),
        ("“Who left?” asks the mayor.", "quoted-after", "“Who left?”"),
        ("“The dam held,” the mayor told “The Evening Hour.”", "quoted-after", "“The dam held,”"),
        ("The dam had held, the mayor said.", "said-after", "The dam had held"),
        ("Two died, the mayor said in a statement.", "said-after", "Two died"),
        ("Two died, the mayor told the council.", "said-after", "Two died"),
        ("The dam had held, the mayor said as she left.", "said-after", "The dam had held"),
        ("The dam, the mayor said, had held.", "said-amid", "The dam | had held"),
        ("The dam, as the mayor pointed out, had held.", "said-amid", "The dam | had held"),
    ],
)
def test_what_stands_before_the_cue_is_said(text: str, rule: str, content: str) -> None:
    ((source, _, found),) = said(text)
    assert (source, found) == ("the mayor", content)
    assert only(text).rule == rule


def test_as_someone_pointed_out_opens_a_sentence_too() -> None:
    text = "As the mayor pointed out, the dam had held."
    assert said(text) == [("the mayor", "pointed out", "the dam had held")]


def test_what_only_tells_when_is_not_said() -> None:
    assert said("In a statement on Friday, the mayor said that it held.")[0][2] == "that it held"
    assert said("While it rained, the mayor said: “It held.”")[0][2] == "“It held.”"
    assert said("Asked about the dam, the mayor said, “It held.”")[0][2] == "“It held.”"


def test_the_name_of_a_broadcast_is_not_said() -> None:
    assert said("On “The Evening Hour,” the mayor said the dam had held.")[0][2] == "the dam had held"


def test_as_one_puts_it_is_the_quotation_alone() -> None:
    assert said("He was, as the mayor put it in a letter, “a wall of a man”.")[0][2] == "“a wall of a man”"
