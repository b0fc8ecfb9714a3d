"""Content after its cue."""

from __future__ import annotations

import pytest

from tests.store.ingest.attributions.spoken import only, rules, said


@pytest.mark.parametrize(
    ("text", "rule", "content"),
    [
        ("The mayor said that the dam had held.", "that", "that the dam had held"),
        ("The mayor said there was no dam.", "clause", "there was no dam"),
        ("The mayor said the dam had held.", "clause", "the dam had held"),
        ("The mayor said, “The dam held.”", "quoted", "“The dam held.”"),
        ("The mayor said: “The dam held.”", "colon", "“The dam held.”"),
        ("The mayor said of the dam, “It held.”", "quoted", "“It held.”"),
        ("The mayor said, with a smile, “It held.”", "quoted", "“It held.”"),
        ("The mayor asked why the dam had held.", "whether", "why the dam had held"),
        ("The mayor told the council that the dam had held.", "that", "that the dam had held"),
        ("The mayor urged the council to leave.", "to-do", "the council to leave"),
        ("The mayor vowed to leave.", "to-do", "to leave"),
        ("The mayor accused the builder of taking bribes.", "of-thing", "taking bribes"),
        ("The mayor accused both builders of fraud.", "of-thing", "fraud"),
        ("The mayor dismissed it as “fake” on Friday.", "named", "it as “fake”"),
        ("The mayor warned of floods, fires and storms.", "of-thing", "floods, fires and storms"),
        ("The mayor spoke of a night of terror.", "thing", "a night of terror"),
        ("The mayor described seeing the wall break.", "thing", "seeing the wall break"),
        ("The mayor called for a new dam.", "thing", "a new dam"),
        ("The mayor denied the charges on Friday.", "thing", "the charges"),
        ("The mayor called the dam “a grave”.", "named", "the dam “a grave”"),
        ("The mayor described the dam as rotten.", "named", "the dam as rotten"),
        ("The mayor is calling the dam “a grave”.", "named", "the dam “a grave”"),
        ("The mayor used the phrase “a grave” twice in her speech.", "quoted", "“a grave”"),
        ("The mayor likened the dam to “a grave”.", "of-thing", "“a grave”"),
    ],
)
def test_what_follows_the_cue_is_said(text: str, rule: str, content: str) -> None:
    ((source, _, found),) = said(text)
    assert (source, found) == ("The mayor", content)
    assert only(text).rule == rule


def test_a_quotation_ends_where_the_report_goes_on() -> None:
    assert said("The mayor shouted “Get out of the water!” until they left.")[0][2] == "“Get out of the water!”"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Peru pledged two million soles in aid and sent four doctors.", "two million soles in aid"),
        ("The mayor denied the charge and has appealed.", "the charge"),
        ("The mayor rejected the plan but later sent it back.", "the plan"),
        ("The mayor vowed to rebuild and gave them tents.", "to rebuild"),
        ("The mayor accused them of lying and left the hall.", "lying"),
        ("The mayor condemned the men who came and burned the mill.", "the men who came and burned the mill"),
        ("The mayor announced the dam had cracked and flooded the town.", "the dam had cracked and flooded the town"),
    ],
)
def test_what_the_speaker_does_next_is_not_said(text: str, content: str) -> None:
    assert [found[2] for found in said(text)] == [content]


def test_a_study_shows_but_a_video_does_not_say() -> None:
    assert rules("The study shows that the dam is old.") == ["that"]
    assert rules("The footage shows that the dam is old.") == []


def test_what_a_subordinate_clause_says_ends_before_the_main_clause() -> None:
    text = "When the mayor said that the dam would hold, the crowd left."
    assert said(text) == [("the mayor", "said", "that the dam would hold")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor would say so.",
        "The mayor will announce that it held.",
        "Did the mayor say that it held?",
        "People will leave if the mayor says that it held.",
        "If the mayor says that it held, ask again.",
        "What the mayor says the dam would hold is one thing.",
        "It is hard to say that it held.",
        "The claims office is shut.",
        "A film about millers accused of theft was shown.",
        "Three in ten left, compared to two in May.",
        "United States forces left.",
        "An estimated 300 people fled.",
    ],
)
def test_these_say_nothing(text: str) -> None:
    assert said(text) == []


def test_that_alone_is_denied() -> None:
    assert said("The mayor denied that.") == [("The mayor", "denied", "that")]


def test_what_is_cited_between_commas_is_not_said() -> None:
    assert said("The mayor said, citing two papers, that the dam had held.")[0][2] == "that the dam had held"
