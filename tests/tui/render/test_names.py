"""Names, numbers and dates as a reader sees them, with what is unsure about each."""

from __future__ import annotations

import pytest

from seeds.aleppo.statements import BLAME, CALL, TWEET
from store.model import Actor, Anchor, Figure, Place, Speaker, Statement, When
from store.records import Records
from tui.render import names
from tui.render.names import BOUNDS, GAP, LEGEND, TYPES

RECORDS = Records.of(
    Actor(id="ac-1", name="Ana Petrović", kind="person"), Actor(id="ac-2", name="The army", kind="armed-group")
)


def statement(**fields: object) -> Statement:
    plain = {"id": "st-1", "document": "do-1", "type": "indirect", "content": (Anchor(0, 4, "guns"),)}
    return Statement(**{**plain, **fields})  # type: ignore[arg-type]


def figure(**fields: object) -> Figure:
    plain = {"id": "fi-1", "document": "do-1", "anchor": Anchor(0, 2, "12"), "bound": "exact"}
    return Figure(**{**plain, **fields})  # type: ignore[arg-type]


def test_who_speaks_together_is_named_together() -> None:
    assert names.who(RECORDS, (Speaker("ac-1"), Speaker("ac-2")), ()) == "Ana Petrović & The army"


@pytest.mark.parametrize("basis", ["inferred", "assumed"])
def test_what_the_report_does_not_state_has_a_question_mark(basis: str) -> None:
    assert names.who(RECORDS, (Speaker("ac-1", basis=basis),), ()) == "Ana Petrović?"  # type: ignore[arg-type]
    assert names.day(When(edtf="2016-12-12", basis=basis)) == "12 Dec 16?"  # type: ignore[arg-type]
    assert names.place(Place("Aleppo", basis=basis)) == "Aleppo?"  # type: ignore[arg-type]


@pytest.mark.parametrize("basis", ["stated", "resolved"])
def test_what_the_report_states_has_none(basis: str) -> None:
    assert names.day(When(words="Monday", edtf="2016-12-12", basis=basis)) == "12 Dec 16"  # type: ignore[arg-type]


def test_without_a_speaker_the_report_speaks_itself() -> None:
    assert names.who(RECORDS, (), ()) == "own voice"


def test_a_speaker_who_is_gone_is_shown_as_the_id() -> None:
    assert names.who(RECORDS, (Speaker("ac-gone"),), ()) == "⟨ac-gone⟩"


def test_direct_speech_keeps_the_marks_that_were_printed() -> None:
    assert names.said(TWEET) == TWEET.content[0].exact
    assert names.said(TWEET).startswith('"The Gov')


def test_direct_speech_whose_marks_are_not_in_the_record_gets_some() -> None:
    assert names.said(statement(type="direct", content=(Anchor(0, 3, "Run!"),))) == "“Run!”"


@pytest.mark.parametrize("kind", ["indirect", "mixed"])
def test_reported_speech_never_gets_marks_of_ours(kind: str) -> None:
    assert names.said(statement(type=kind)) == "guns"
    assert not set("“”„«»") & set(names.said(BLAME))


def test_parts_that_stand_apart_have_a_gap_that_no_report_prints() -> None:
    assert GAP in names.said(CALL)
    assert "[" not in GAP


def test_the_cue_tells_every_act_but_saying() -> None:
    assert names.cue(statement(act="denies", cue=(Anchor(0, 6, "denied that"),))) == "denied that"
    assert names.cue(statement(act="denies")) == "denies"
    assert names.cue(statement(act="says", cue=(Anchor(0, 4, "said"),))) == ""


def test_what_somebody_is_accused_of_is_never_told_as_what_the_accuser_did() -> None:
    accused = statement(type="indirect", content=(Anchor(8, 22, "failing to act"),), cue=(Anchor(0, 7, "accused"),))
    assert names.cue(accused) == "accused"


@pytest.mark.parametrize(
    "words", ["said", "said on Tuesday", "According to", "as saying", "told", "added", "count", ":"]
)
def test_a_cue_that_only_tells_that_it_was_said_takes_no_room(words: str) -> None:
    assert names.cue(statement(type="indirect", cue=(Anchor(0, len(words), words),))) == ""


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"low": 990, "best": 990, "high": 990}, "990"),
        ({"bound": "approximate", "best": 100_000}, "about 100,000"),
        ({"bound": "at-least", "low": 200_000}, "at least 200,000"),
        ({"bound": "at-most", "high": 40}, "at most 40"),
        ({"bound": "range", "low": 676, "best": 676, "high": 678}, "676–678 (best 676)"),
        ({"bound": "order", "low": 200_000, "high": 999_999}, "200,000–999,999"),
        ({"best": 8.6, "bound": "approximate"}, "about 8.6"),
        ({"best": 12.0}, "12"),
        ({"low": 0, "best": 0, "high": 0}, "0"),
        ({"bound": "at-least", "low": 0}, "at least 0"),
        ({"bound": "order"}, "no number"),
    ],
)
def test_a_number_is_said_with_its_bounds(fields: dict[str, object], shown: str) -> None:
    assert names.number(figure(**fields)) == shown


def test_a_figure_in_a_line_keeps_its_words_and_says_who_claims_it() -> None:
    line = names.figure_words(RECORDS, figure(outcome="killed", place=Place("town"), claimants=(Speaker("ac-1"),)))
    assert line == "12 killed, town, Ana Petrović"


def test_every_kind_of_speech_and_every_bound_has_a_sign_of_its_own() -> None:
    assert len(set(TYPES.values())) == 3
    assert len(set(BOUNDS.values())) == 6


def test_every_sign_is_explained() -> None:
    explained = " ".join(sign for sign, _ in LEGEND)
    shown = [*TYPES.values(), *BOUNDS.values(), GAP, *"▸▹↑↓●┃▌"]
    assert [sign for sign in shown if sign.strip() not in explained] == []


def test_words_for_who_that_nobody_is_known_for_are_not_the_reports_own_voice() -> None:
    assert names.who(RECORDS, (), (Anchor(0, 14, "The government"),)) == "“The government”?"
    assert names.who(RECORDS, (Speaker("ac-1"),), (Anchor(0, 2, "He"),)) == "Ana Petrović"
