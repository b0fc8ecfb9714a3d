"""What no record accounts for is lit in the source, told in heading and documents, and gone through by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.reviewing.drafted import archive_records
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing
from tests.tui.screens.test_reviewing import sitting
from tui.screens.making import MakingScreen
from tui.terminal import Terminal


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    return archived(tmp_path / "flood.json", archive_records())


async def covered(browser: Browser) -> None:
    """Waits until it is found out what is accounted for in the report that is shown."""
    await browser.until(lambda: "covered" in browser.text("source"))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_heading_of_the_source_tells_the_share(flood: Path, size: tuple[int, int]) -> None:
    async with browsing(flood, size) as browser:
        await browser.press("5", "z")
        await covered(browser)
        assert "50% covered" in browser.text("source").splitlines()[0]


async def test_lines_with_a_gap_are_signed_and_keys_go_through_them_round_the_end(flood: Path) -> None:
    async with browsing(flood, NARROW) as browser:
        await covered_by_then(browser)
        assert '○Nobody spoke of the "third wave"' in browser.text("source")
        await browser.press("}")
        assert 'Gap 1 of 2, a quotation: "third wave"' in browser.footer
        assert browser.pane == "source"
        await browser.press("}")
        assert "Gap 2 of 2, a number: 200" in browser.footer
        await browser.press("}", "{")
        assert "Gap 2 of 2" in browser.footer


async def covered_by_then(browser: Browser) -> None:
    await browser.press("5", "z")
    await covered(browser)


async def test_v_selects_the_gap_for_a_record_of_its_own_in_a_review_too(flood: Path) -> None:
    async with browsing(flood, WIDE) as browser:
        await browser.press("R")
        await covered(browser)
        await browser.press("}", "}", "v", "v", "l", "enter")
        screen = browser.app.screen
        assert isinstance(screen, MakingScreen)
        assert screen.proposal.kind == "figure"
        assert screen.proposal.words == ["200 people"]
        await browser.press("enter")
        await browser.until(lambda: browser.app.screen is browser.board)
        await browser.until(lambda: "75% covered" in browser.text("source"))
        assert browser.board.reviewing
        assert len(sitting(browser).left) == 4
        assert browser.board.subject is not None
        assert browser.board.subject.record.id == sitting(browser).current


async def test_esc_goes_from_a_gap_back_to_the_draft(flood: Path) -> None:
    async with browsing(flood, WIDE) as browser:
        await browser.press("R")
        await covered(browser)
        await browser.press("}", "escape")
        assert browser.board.source.at_gap is None
        assert browser.board.reviewing


async def test_where_all_is_accounted_for_it_says_so(small: Path) -> None:
    async with browsing(small, WIDE) as browser:
        await browser.press("5")
        await covered(browser)
        await browser.press("}")
        assert "records account for 1 quotation and 2 numbers" in browser.footer


async def test_who_goes_through_lists_waits_for_nothing_and_a_key_for_gaps_is_answered_once_they_are_known(
    flood: Path,
) -> None:
    async with browsing(flood, WIDE) as browser:
        await browser.press("j", "k")
        assert browser.board._pending is None
        assert not browser.board.coverages
        await browser.press("}")
        await browser.until(lambda: "Gap 1 of 2" in browser.footer)


async def test_a_decision_changes_the_share(flood: Path) -> None:
    async with browsing(flood, WIDE) as browser:
        await browser.press("R")
        await covered(browser)
        await browser.press("d", "2")
        await browser.until(lambda: "25% covered" in browser.text("source"))


async def test_the_documents_tell_the_share_of_a_report_that_was_shown(flood: Path) -> None:
    async with browsing(flood, (160, 45)) as browser:
        await browser.press("4")
        await browser.until(lambda: "50%" in browser.line("documents", "do-flood00000"))


async def test_who_listens_hears_of_a_gap_in_words(flood: Path) -> None:
    async with browsing(flood, NARROW, terminal=Terminal(cursor=True)) as browser:
        await browser.press("5")
        await browser.until(lambda: browser.board.coverages)
        await browser.press("}")
        assert "Gap 1 of 2, a quotation" in browser.footer
        assert "gap:  " in browser.text("source")
