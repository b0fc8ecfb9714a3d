"""Records as lines to be listened to: what matters comes first, in words, and nothing is said that wasn't."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from seeds.actors import RUSSIA
from seeds.aleppo.figures import BESIEGED, FIGURES, WAR_DEAD
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.statements import ASSURANCE, BLAME, CALL, REPORTS, STATEMENTS, TWEET, UNVERIFIED
from seeds.ucdp import KILLED as SIX_HUNDRED
from store.model import Figure, Place, Review, Speaker, Statement
from tests.tui.render.test_rows import OWN_MARKS, RECORDS, changed
from tui.ink import Ink
from tui.render.names import BOUNDS
from tui.render.rows import Beside, Page
from tui.render.spoken import HERE, KINDS, LEGEND, counted_line, figure_line, statement_line


def text(row: list[Ink]) -> str:
    return "".join(ink.text for ink in row)


def line(record: Statement | Figure, width: int = 200, dimmed: bool = False) -> str:
    page = Page(RECORDS, (), width, spoken=True)
    drawn = statement_line(page, record, dimmed) if isinstance(record, Statement) else figure_line(page, record, dimmed)
    return text(drawn)


@pytest.mark.parametrize(
    ("statement", "beginning"),
    [
        (TWEET, "Jan Egeland, quoted: \"The Gov'ts of Syria amp; Russia"),
        (BLAME, "Jan Egeland, reported: responsibility for"),
        (REPORTS, 'Jean-Marc Ayrault, partly quoted: reports had reached him of "cold-blooded'),
    ],
)
def test_who_said_it_and_how_come_before_what_was_said(statement: Statement, beginning: str) -> None:
    assert line(statement, 300).startswith(beginning)


@pytest.mark.parametrize("width", range(20, 200, 9))
def test_reported_speech_never_gets_quotation_marks(width: int) -> None:
    for statement in (BLAME, ASSURANCE):
        assert not (OWN_MARKS | {'"'}) & set(line(statement, width))


def test_direct_speech_stands_there_to_the_letter() -> None:
    assert TWEET.content[0].exact in line(TWEET, 300)


def test_the_reports_own_cue_is_heard_for_an_act_other_than_says() -> None:
    assert "reported, denies: " in line(changed(BLAME, act="denies", cue=()))


def test_a_gap_between_parts_is_a_word() -> None:
    assert "⟨gap⟩" in line(CALL, 500)
    assert "⟨…⟩" not in line(CALL, 500)


@pytest.mark.parametrize("width", range(40, 200, 7))
def test_a_negation_is_never_cut_off(width: int) -> None:
    assert "not" in line(UNVERIFIED, width)


@pytest.mark.parametrize(
    ("figure", "beginning"),
    [
        (NINE_HUNDRED, "approximate: some 990 civilians, killed, claimed by local sources, "),
        (WAR_DEAD, "order of magnitude: hundreds of thousands of people, killed, claimed by own voice, "),
        (SIX_HUNDRED, "range: "),
        (changed(NINE_HUNDRED, bound="at-least"), "at least: some 990 civilians"),
        (BESIEGED, "approximate: An estimated 100,000 (city residents), besieged"),
    ],
)
def test_how_a_number_is_bounded_and_whose_it_is_come_before_where_and_when(figure: Figure, beginning: str) -> None:
    assert line(figure).startswith(beginning)


def test_who_is_blamed_is_heard() -> None:
    assert "blames Russia" in line(changed(NINE_HUNDRED, attributed_to=(RUSSIA.id,)))


def test_what_is_not_stated_is_said_to_be_inferred() -> None:
    unsure = changed(BLAME, speakers=(Speaker(RUSSIA.id, basis="inferred"),))
    assert line(unsure).startswith("Russia (inferred), reported: ")
    assert "town (assumed)" in line(changed(NINE_HUNDRED, place=Place("town", basis="assumed")))


def test_what_is_the_matter_with_a_record_is_heard_first() -> None:
    assert line(changed(BLAME, review=Review())).startswith("draft, Jan Egeland")
    assert line(changed(BLAME, confidential=True), dimmed=True).startswith("dimmed, confidential, Jan Egeland")


@pytest.mark.parametrize("width", [10, 20, 40, 80, 160])
def test_a_line_is_never_wider_than_the_pane(width: int) -> None:
    for record in (*STATEMENTS, *FIGURES):
        assert cell_len(line(record, width)) <= width
    assert cell_len(text(counted_line(Page(RECORDS, (), width), "x" * 100, Beside((2, 12345))))) <= width


def test_no_sign_is_left_that_would_have_to_be_spelled() -> None:
    signs = set("▸▹●┃↑↓▌~─│·") | set(BOUNDS.values())
    for record in (*STATEMENTS, *FIGURES):
        assert not signs & set(line(record, 120))


@pytest.mark.parametrize(
    ("counts", "heard"),
    [
        ((2, 1), "Ana, 2 said, 1 number"),
        ((0, 2), "Ana, 2 numbers"),
        ((1200, 0), "Ana, 1,200 said"),
        ((0, 0), "Ana, none"),
    ],
)
def test_a_name_is_followed_by_what_there_is_of_it(counts: tuple[int, int], heard: str) -> None:
    assert text(counted_line(Page(RECORDS, (), 80), "Ana", Beside(counts))) == heard


def test_hits_are_lit_for_who_sees_them_too() -> None:
    page = Page(RECORDS, ("egeland",), 120)
    assert [ink.text for ink in statement_line(page, BLAME) if ink.style and ink.style.reverse] == ["Egeland"]


def test_every_word_is_explained() -> None:
    explained = " ".join(word for word, _ in LEGEND)
    for word in (*KINDS.values(), HERE.strip(), "marked", "in range", "dimmed", "draft", "confidential", "BROKEN"):
        assert word in explained


def test_how_far_a_report_is_reviewed_follows_its_counts_in_words() -> None:
    beside = Beside((2, 1), "○", (("left", "7"),), ("unread", "7 drafts left"))
    assert (
        text(counted_line(Page(RECORDS, (), 80), "Aleppo", beside)) == "Aleppo, 2 said, 1 number, unread, 7 drafts left"
    )
