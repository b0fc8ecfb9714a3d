"""A reviewer's keys: each draft lit in its source, decided by one key, and nothing overwritten or linked unseen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.check import check
from store.editing.editor import Editor
from store.model import Statement
from store.reviewing.deciding import confirm
from tests.store.reviewing.drafted import KNOWN, PETROVIC, archive_records
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing, lines_of
from tui.lines import Line
from tui.panes.review import ReviewPane
from tui.screens.form import FormScreen
from tui.screens.making import MakingScreen
from tui.terminal import Terminal
from tui.view.sitting import Sitting

SIZES = [NARROW, WIDE, (160, 45)]
FIGURE, QUOTATION, DENIAL, BLAME = "fi-houses0000", "st-warning000", "st-denial0000", "st-blame00000"


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    """Four drafts of one report; the archive knows one of the people."""
    return archived(tmp_path / "flood.json", archive_records())


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """The same in two reports."""
    return archived(tmp_path / "twice.json", archive_records(copy=True))


@asynccontextmanager
async def reviewing(path: Path, size: tuple[int, int] = NARROW, **launch: Any) -> AsyncIterator[Browser]:
    async with browsing(path, size, **launch) as browser:
        await browser.press("R")
        yield browser


def sitting(browser: Browser) -> Sitting:
    assert browser.board.sitting is not None
    return browser.board.sitting


def pane(browser: Browser) -> str:
    found = browser.board.query_one(ReviewPane)
    return "\n".join(found.render_line(y).text.rstrip() for y in range(found.size.height))


def said(form: FormScreen) -> str:
    return " ".join(" ".join(lines_of(form.query_one("#form-said", Line))).split())


def record(browser: Browser, record_id: str) -> Any:
    assert browser.board.archive is not None
    return browser.board.archive.get(record_id)


def found(archive: Archive, record_id: str) -> Any:
    return archive.get(record_id)


@contextmanager
def unlooked(browser: Browser) -> Iterator[None]:
    """Between two looks for what others changed."""
    board = browser.board
    board._looking = True
    yield
    board._looking = False


async def saved(browser: Browser) -> None:
    """Waits until all that was decided is written."""
    await browser.until(lambda: not browser.board.writes and browser.board._writing is None)
    await browser.press()


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_draft_is_lit_in_its_source_with_its_fields_beside(flood: Path, size: tuple[int, int]) -> None:
    async with reviewing(flood, size) as browser:
        assert "figure 1 of 4" in pane(browser)
        for words in ("30", "at-least", "houses", "destroyed", "Petrović", "at-least · 90% sure"):
            assert words in pane(browser)
        assert "▌At least 30 houses were lost" in browser.text("source")
        assert not browser.visible("statements")
        assert "c confirm" in browser.footer
        assert "4 drafts to review" in browser.status


async def test_figures_come_first_then_accusations_denials_and_the_rest_or_all_as_in_the_report(flood: Path) -> None:
    async with reviewing(flood) as browser:
        assert sitting(browser).ids == [FIGURE, BLAME, DENIAL, QUOTATION]
        await browser.press("s")
        assert sitting(browser).ids == [FIGURE, QUOTATION, DENIAL, BLAME]
        assert "as in the report" in pane(browser)


async def test_c_confirms_and_the_next_draft_is_there_with_the_same_key(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "c")
        assert sitting(browser).current == DENIAL
        assert "denial 3 of 4" in pane(browser)
        await saved(browser)
        assert record(browser, BLAME).review.state == "accepted"
        assert not record(browser, "ac-ministry00").drafted


async def test_words_for_who_that_nobody_is_known_for_become_no_word_of_the_report_unseen(flood: Path) -> None:
    with Archive.open(flood) as archive:
        drafted = archive.get(QUOTATION)
        assert isinstance(drafted, Statement)
        archive.apply([Change(replace(drafted, speakers=()), drafted.revision)])
    async with reviewing(flood, WIDE) as browser:
        while sitting(browser).current != QUOTATION:
            await browser.press("f")
        words = " ".join(part.exact for part in drafted.source)
        assert f"“{words}”?" in pane(browser)
        await browser.press("c")
        assert sitting(browser).current == QUOTATION
        assert f"Who “{words}” is isn't known" in browser.footer
        await browser.press("c")
        await saved(browser)
        assert record(browser, QUOTATION).review.state == "accepted"


async def test_keys_typed_ahead_are_all_answered_in_their_order(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press_ahead("f", "c", "c", "n", "c", "f", "d", "2")
        await saved(browser)
        states = {one: record(browser, one).review.state for one in (FIGURE, BLAME, DENIAL, QUOTATION)}
        assert states == {BLAME: "accepted", DENIAL: "accepted", QUOTATION: "accepted", FIGURE: "rejected"}
        assert "All drafts are reviewed." in pane(browser)


async def test_d_asks_why_and_one_key_says_it(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("d")
        assert "2 no claim of a number" in pane(browser)
        assert sitting(browser).current == FIGURE
        await browser.press("2")
        assert sitting(browser).current == BLAME
        await saved(browser)
        assert record(browser, FIGURE).review.why == "no claim of a number"
        assert record(browser, FIGURE).review.state == "rejected"
        await browser.press("d", "escape")
        assert sitting(browser).current == BLAME
        await browser.press("d", "d")
        await saved(browser)
        assert (record(browser, BLAME).review.state, record(browser, BLAME).review.why) == ("rejected", None)


async def test_a_key_that_says_why_does_nothing_before_it_is_asked(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("2")
        assert "d discards a draft" in browser.footer
        assert sitting(browser).current == FIGURE


@pytest.mark.parametrize("key", ["7", "f", "u", "c", "e", "v", "s", "y", "right_curly_bracket", "enter", "R"])
async def test_a_key_that_says_no_reason_leaves_the_question_open_and_is_told(flood: Path, key: str) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "d", key)
        assert "Say why it is discarded: 1 to 6, or d without a reason. Esc: it isn't." in browser.footer
        assert "Why is it discarded?" in pane(browser)
        assert sitting(browser).current == BLAME
        await browser.press("2")
        await saved(browser)
        assert record(browser, BLAME).review.why == "no claim of a number"


async def test_a_likely_match_is_shown_and_nobody_is_linked_before_it_is_said(flood: Path) -> None:
    async with reviewing(flood) as browser:
        assert "Is “Petrović” the known “Ana Petrović” (the same surname)?" in pane(browser)
        await browser.press("c")
        assert sitting(browser).current == FIGURE
        assert "then it is confirmed" in browser.footer
        await browser.press("y")
        assert sitting(browser).current == BLAME
        await saved(browser)
        assert record(browser, FIGURE).claimants[0].actor == KNOWN.id
        assert record(browser, PETROVIC.id).drafted


async def test_an_answer_holds_for_the_next_drafts_and_the_drafted_actor_goes_with_the_last(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("y", "c", "c", "c")
        assert "“Petrović” is the known “Ana Petrović”, as you said" in pane(browser)
        await browser.press("c")
        await saved(browser)
        assert record(browser, QUOTATION).speakers[0].actor == KNOWN.id
        assert PETROVIC.id not in browser.board.archive.records.actors
        assert list(check(browser.board.archive.records)) == []


async def test_n_keeps_the_new_actor_and_an_answer_can_be_changed(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("y", "n", "c")
        await saved(browser)
        assert record(browser, FIGURE).claimants[0].actor == PETROVIC.id
        assert not record(browser, PETROVIC.id).drafted


async def test_u_takes_the_last_decision_back_and_goes_there(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "c", "d", "1")
        await saved(browser)
        await browser.press("u")
        assert sitting(browser).current == DENIAL
        assert "Taken back: discarded: nobody said it." in browser.footer
        await saved(browser)
        assert record(browser, DENIAL).review.state == "drafted"
        await browser.press("u")
        await saved(browser)
        assert sitting(browser).current == BLAME
        assert record(browser, BLAME).review.state == "drafted"
        assert record(browser, "ac-ministry00").drafted
        await browser.press("u", "u")
        assert sitting(browser).current == FIGURE
        assert "where the review began" in browser.footer


async def test_what_is_taken_back_can_be_decided_otherwise_at_once(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press_ahead("f", "c", "u", "d", "6")
        await saved(browser)
        assert record(browser, BLAME).review.why == "of no use here"
        await browser.press_ahead("u", "c")
        await saved(browser)
        assert record(browser, BLAME).review.state == "accepted"


async def test_a_linked_actor_that_went_comes_back_with_u(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("y", "c", "c", "c", "c")
        await saved(browser)
        await browser.press("u")
        await saved(browser)
        assert record(browser, PETROVIC.id).drafted
        assert record(browser, QUOTATION).speakers[0].actor == PETROVIC.id


async def test_the_same_paragraph_elsewhere_is_confirmed_with_it_at_one_key(twice: Path) -> None:
    async with reviewing(twice) as browser:
        await browser.press("f")
        assert "1 copy: C confirms all, D discards all" in pane(browser)
        await browser.press("C")
        await saved(browser)
        assert {record(browser, f"st-blame0000{n}").review.state for n in "01"} == {"accepted"}
        assert len(sitting(browser).left) == 6
        await browser.press("u")
        await saved(browser)
        assert {record(browser, f"st-blame0000{n}").review.state for n in "01"} == {"drafted"}


async def test_what_was_corrected_is_corrected_of_the_copies_too_at_one_key(twice: Path) -> None:
    async with reviewing(twice) as browser:
        await browser.press("f", "e", "enter", "ctrl+u", *"Ana", "tab", "enter", "w")
        await browser.until(lambda: browser.app.screen is browser.board)
        await saved(browser)
        assert "1 copy: C confirms all, D discards all" in pane(browser)
        await browser.press("C")
        await saved(browser)
        for n in "01":
            after = record(browser, f"st-blame0000{n}")
            assert (after.review.state, after.speakers[0].actor) == ("corrected", KNOWN.id)
            assert after.origin.corrected == ("speakers",)
        await browser.press("u")
        await saved(browser)
        assert record(browser, "st-blame00001").speakers[0].actor == "ac-traders001"
        assert record(browser, "st-blame00000").speakers[0].actor == KNOWN.id
        await browser.press("C")
        await saved(browser)
        assert record(browser, "st-blame00001").speakers[0].actor == KNOWN.id


async def test_c_alone_confirms_this_one_and_copies_can_be_discarded_together(twice: Path) -> None:
    async with reviewing(twice) as browser:
        await browser.press("f", "c", "D", "1")
        await saved(browser)
        assert record(browser, "st-blame00001").review.state == "drafted"
        assert {record(browser, f"st-denial000{n}").review.why for n in "01"} == {"nobody said it"}


async def test_e_opens_the_form_at_who_says_it_and_what_was_drafted_is_kept(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f", "e")
        form = browser.app.screen
        assert isinstance(form, FormScreen)
        assert form.here.name == "speakers"
        await browser.press("enter", "ctrl+u", *"Ana", "tab", "enter", "w")
        await browser.until(lambda: browser.app.screen is browser.board)
        await saved(browser)
        assert sitting(browser).current == DENIAL
        assert "c confirms it" in browser.footer
        assert "corrected: speakers" in pane(browser)
        assert record(browser, DENIAL).review.state == "drafted"
        await browser.press("c")
        await saved(browser)
        after = record(browser, DENIAL)
        assert (after.review.state, after.speakers[0].actor) == ("corrected", KNOWN.id)
        assert after.origin.drafted["speakers"] == ({"actor": "ac-deputy0000"},)


async def test_a_confirmation_and_the_correction_before_it_are_taken_back_one_after_the_other(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f")
        before = record(browser, DENIAL)
        await browser.press("e", "enter", "ctrl+u", *"Ana", "tab", "enter", "w")
        await browser.until(lambda: browser.app.screen is browser.board)
        await browser.press("c")
        await saved(browser)
        await browser.press("u")
        await saved(browser)
        after = record(browser, DENIAL)
        assert (after.review.state, after.speakers[0].actor) == ("drafted", KNOWN.id)
        await browser.press("u")
        await saved(browser)
        assert record(browser, DENIAL).speakers == before.speakers, browser.footer
        assert sitting(browser).current == DENIAL


async def test_who_says_it_may_be_somebody_whom_the_archive_hasnt_yet(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f", "e", "enter", "ctrl+u", *"Dragan Ilić", "enter")
        form = browser.app.screen
        assert isinstance(form, FormScreen)
        assert "Nobody is called “Dragan Ilić” yet. Enter makes a new actor: person (← → another kind)." in said(form)
        await browser.press("right", "left", "left", "right", "enter")
        assert "Dragan Ilić" in form.draft.text("speakers")
        await browser.press("w")
        await browser.until(lambda: browser.app.screen is browser.board)
        await saved(browser)
        speaker = record(browser, DENIAL).speakers[0].actor
        assert (record(browser, speaker).kind, record(browser, speaker).drafted) == ("person", True)
        await browser.press("u")
        await saved(browser)
        assert record(browser, DENIAL).speakers[0].actor == "ac-deputy0000"
        assert browser.board.record_of(speaker) is None


async def test_the_new_actor_is_no_draft_once_the_draft_is_confirmed(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f", "e", "enter", "ctrl+u", *"Flood Board", "enter", "right", "enter", "w")
        await browser.until(lambda: browser.app.screen is browser.board)
        await browser.press("c")
        await saved(browser)
        after = record(browser, DENIAL)
        assert after.review.state == "corrected"
        assert not record(browser, after.speakers[0].actor).drafted
        assert after.origin.drafted["speakers"] == ({"actor": "ac-deputy0000"},)


async def test_another_letter_or_a_key_that_completes_makes_nobody(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f", "e", "enter", "ctrl+u", *"Ilić", "enter", "x", "enter")
        form = browser.app.screen
        assert isinstance(form, FormScreen)
        assert "Nobody is called “Ilićx” yet" in said(form)
        await browser.press("tab", "enter", "tab", "f2")
        assert form.draft.text("speakers") == "Ilićx"
        assert form.draft.newcomers == []


async def test_words_are_moved_word_by_word_and_the_anchor_follows(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f", "v")
        assert "selected" in browser.text("source")
        await browser.press("l", "enter")
        await browser.until(lambda: not browser.board.selecting)
        await saved(browser)
        after = record(browser, DENIAL)
        assert after.content[0].exact == "the dam had been opened."
        assert after.origin.drafted["content"][0]["exact"] == "the dam had been opened"
        assert list(check(browser.board.archive.records)) == []
        await browser.press("u")
        await saved(browser)
        assert record(browser, DENIAL).content[0].exact == "the dam had been opened"


async def test_words_that_leave_their_quotation_marks_are_no_direct_speech_any_more(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f", "f", "v", "l", "l", "enter")
        await browser.until(lambda: not browser.board.selecting)
        await saved(browser)
        after = record(browser, QUOTATION)
        assert (after.content[0].exact, after.type) == ('"We had no warning," she added', "mixed")


async def test_giving_up_a_selection_changes_nothing(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("v", "l", "escape", "escape")
        assert browser.board.reviewing
        assert record(browser, FIGURE).revision == 1


async def test_a_draft_that_another_confirmed_meanwhile_is_passed_over_with_a_word(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f")
        with Archive.open(flood) as theirs:
            confirm(theirs, [found(theirs, BLAME)], {}, Editor("bob", "2026-01-02T14:03:00Z"))
        await browser.until(lambda: sitting(browser).current == DENIAL)
        await browser.press()
        assert "st-blame00000 was confirmed by bob at 14:03 meanwhile. This is the next one." in browser.footer
        assert len(sitting(browser).left) == 3


async def test_a_decision_that_comes_too_late_is_not_written_and_said(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f")
        with unlooked(browser), Archive.open(flood) as theirs:
            confirm(theirs, [found(theirs, BLAME)], {}, Editor("bob", "2026-01-02T14:03:00Z"))
            await browser.press("d", "1")
            await saved(browser)
            assert "st-blame00000 was confirmed by bob at 14:03 meanwhile" in browser.footer
            assert "“discarded: nobody said it” was not written" in browser.footer
        assert (record(browser, BLAME).review.state, len(sitting(browser).left)) == ("accepted", 3)


async def test_a_draft_that_another_changed_is_not_confirmed_unseen_and_waits_again(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f")
        with unlooked(browser), Archive.open(flood) as theirs:
            mine = found(theirs, DENIAL)
            theirs.apply([Change(replace(mine, act="doubts"), mine.revision)], "edit")
            await browser.press("c")
            await saved(browser)
            assert "changed by another meanwhile" in browser.footer
        assert record(browser, DENIAL).review.state == "drafted"
        assert DENIAL in sitting(browser).left


async def test_a_draft_that_another_changes_while_it_is_looked_at_is_shown_anew(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "f")
        with Archive.open(flood) as theirs:
            mine = found(theirs, DENIAL)
            theirs.apply([Change(replace(mine, act="doubts"), mine.revision)], "edit")
        await browser.until(lambda: "doubts" in pane(browser))
        assert "was changed by another meanwhile" in browser.footer
        await browser.press("c")
        await saved(browser)
        assert (record(browser, DENIAL).act, record(browser, DENIAL).review.state) == ("doubts", "accepted")


async def test_an_archive_that_is_read_only_is_not_reviewed(flood: Path) -> None:
    async with browsing(flood, read_only=True) as browser:
        await browser.press("R")
        assert "read only" in browser.footer
        assert browser.board.sitting is None


async def test_where_no_draft_waits_it_says_so(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.press("R")
        assert "No draft waits for a review." in browser.footer
        await browser.filter("act:denies")
        await browser.press("R")
        assert "No draft of those shown" in browser.footer


async def test_the_filter_chooses_what_is_reviewed_and_the_source_where_it_begins(flood: Path) -> None:
    async with browsing(flood, NARROW) as browser:
        await browser.filter("act:denies")
        await browser.press("R")
        assert sitting(browser).ids == [DENIAL]
        await browser.press("q", "X", "2")
        await browser.go_to("statements", QUOTATION)
        await browser.press("enter", "R")
        assert sitting(browser).current == QUOTATION


async def test_q_leaves_the_review_and_the_lists_are_as_they_were(flood: Path) -> None:
    async with browsing(flood, WIDE) as browser:
        await browser.go_to("statements", DENIAL)
        await browser.press("R", "f", "c")
        await saved(browser)
        await browser.press("q")
        assert browser.board.sitting is None
        assert browser.pane == "statements"
        assert browser.visible("statements")
        assert "◇" not in browser.line("statements", BLAME)
        assert "3 drafts" in browser.status
        await browser.press("u", "u")
        await browser.until(lambda: record(browser, BLAME).review.state == "drafted")


async def test_keys_of_the_lists_do_nothing_in_a_review_and_say_so(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("a")
        assert "q leaves the review" in browser.footer
        assert browser.view.filter == ""


async def test_who_listens_hears_the_draft_and_each_that_follows(flood: Path) -> None:
    async with reviewing(flood, terminal=Terminal(cursor=True)) as browser:
        assert "figure 1 of 4: At least 30 houses" in browser.footer
        await browser.press("f", "c")
        assert "denial 3 of 4" in browser.footer
        await browser.press("d")
        assert "Why is it discarded? 1 nobody said it" in browser.footer


async def test_what_was_decided_is_not_lost_when_the_user_quits_at_once(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.leave("f", "c", "c", "Q")
    with Archive.open(flood) as archive:
        found: list[Any] = [archive.get(BLAME), archive.get(DENIAL)]
        assert [one.review.state for one in found] == ["accepted", "accepted"]


async def test_every_draft_is_marked_in_every_pane_and_counted(twice: Path) -> None:
    async with browsing(twice, (160, 45)) as browser:
        assert all("◇" in browser.line("statements", one) for one in (QUOTATION, DENIAL, BLAME))
        assert "◇" in browser.line("figures", FIGURE)
        assert "◇" in browser.line("actors", PETROVIC.id)
        assert "◇" not in browser.line("actors", KNOWN.id)
        assert "○◇ =1 After the" in browser.line("documents", "do-flood00000")
        assert browser.line("documents", "do-flood00000").split()[-4:-1] == ["3", "1", "4"]
        assert "8 drafts" in browser.status


async def test_is_draft_finds_actors_and_reports_that_have_some(twice: Path) -> None:
    async with browsing(twice, (160, 45)) as browser:
        await browser.filter("is:draft")
        assert KNOWN.id not in browser.ids("actors")
        assert PETROVIC.id in browser.ids("actors")
        assert set(browser.ids("documents")) == {"do-flood00000", "do-flood00001"}


async def test_the_form_can_be_asked_for_before_the_last_decision_is_written(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press_ahead("f", "c", "e")
        await browser.until(lambda: isinstance(browser.app.screen, FormScreen))
        await saved(browser)
        assert record(browser, BLAME).review.state == "accepted"
        assert browser.app.screen.draft.base.id == DENIAL  # type: ignore[attr-defined]


async def test_leaving_the_form_without_a_change_leaves_the_draft_as_it_is(flood: Path) -> None:
    async with reviewing(flood) as browser:
        await browser.press("f", "e", "q")
        assert browser.app.screen is browser.board
        assert sitting(browser).current == BLAME
        assert record(browser, BLAME).revision == 1


async def test_a_drafted_actor_whom_a_record_made_by_hand_names_is_no_draft_any_more(flood: Path) -> None:
    async with browsing(flood, NARROW) as browser:
        await browser.go_to("statements", DENIAL)
        await browser.press("enter", "v", "s", "enter", "tab", "tab", "tab")
        await browser.press("shift+tab", "shift+tab", "shift+tab")
        screen = browser.app.screen
        assert isinstance(screen, MakingScreen)
        screen.proposal.put("speakers", "the deputy")
        await browser.press("enter")
        await browser.until(lambda: browser.app.screen is browser.board)
        assert not record(browser, "ac-deputy0000").drafted


async def test_who_listens_reads_all_the_facts_above_the_text_line_by_line(flood: Path) -> None:
    async with reviewing(flood, terminal=Terminal(cursor=True)) as browser:
        await browser.press("f")
        assert not browser.board.review_pane.display
        message = browser.board.spot
        await browser.press("k")
        assert browser.board.spot != message
        assert "c confirm" in browser.footer
        assert "accuses: the ministry" in browser.text("source")
        assert "facts" not in browser.text("source").splitlines()[0]


async def test_a_confirmed_correction_is_taken_back_step_by_step(flood: Path) -> None:
    async with reviewing(flood) as browser:
        before = record(browser, DENIAL)
        await browser.press("f", "f", "e", "enter", "ctrl+u", *"Dragan", "enter", "enter", "w")
        await browser.until(lambda: browser.app.screen is browser.board)
        await saved(browser)
        await browser.press("c")
        await saved(browser)
        new = record(browser, DENIAL).speakers[0].actor
        await browser.press("u")
        await saved(browser)
        await browser.press("u")
        await saved(browser)
        assert record(browser, DENIAL).speakers == before.speakers
        assert record(browser, DENIAL).origin == before.origin
        assert browser.board.record_of(new) is None
