"""How the panes lie on the screen: wide, narrow, tiny, and while the window changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds.aleppo.statements import TWEET
from store.archive import Archive
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing
from tui.panes.source import SourceText
from tui.panes.titles import Titles
from tui.view.view import PANES

TINY = [(99, 19), (40, 10), (20, 5), (8, 3), (3, 2), (1, 1)]


def titles(browser: Browser) -> str:
    line = browser.board.query_one(Titles)
    return line.render_line(0).text.rstrip() if line.display else ""


async def test_from_a_hundred_columns_on_all_panes_are_seen(sample: Path) -> None:
    async with browsing(sample, (100, 24)) as browser:
        for size in ((100, 24), (160, 45), (300, 60)):
            await browser.resize(size)
            assert [pane for pane in PANES if browser.visible(pane)] == list(PANES)
            assert titles(browser) == ""
            for number, pane in enumerate(PANES, 1):
                assert browser.text(pane).startswith(f" {number} {pane.title()}")


async def test_on_a_narrow_screen_the_pane_in_focus_has_the_body_and_the_others_a_title(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        for number, pane in enumerate(PANES, 1):
            await browser.press(str(number))
            assert [found for found in PANES if browser.visible(found)] == sorted({pane, "source"}, key=PANES.index)
            for word in ("1 Actors 15", "2 Statements 10", "3 Figures 12", "4 Documents 2", "5 Source"):
                assert word in titles(browser)


async def test_the_strip_of_the_source_shows_the_record_under_the_cursor(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.followed()
        assert browser.board.pane("source").region.height >= 6
        assert "▌" in browser.text("source")


async def test_below_twenty_rows_the_strip_gives_way(sample: Path) -> None:
    async with browsing(sample, (80, 19)) as browser:
        assert [pane for pane in PANES if browser.visible(pane)] == ["statements"]
        await browser.press("5")
        assert [pane for pane in PANES if browser.visible(pane)] == ["source"]


@pytest.mark.parametrize("size", TINY)
async def test_at_any_size_the_keys_work_and_where_there_is_a_line_the_pane_in_focus_has_it(
    sample: Path, size: tuple[int, int]
) -> None:
    async with browsing(sample, size) as browser:
        for number, pane in enumerate(PANES, 1):
            await browser.press_ahead(str(number), "j", "G", "pageup", "z", "z", "s", "a", "a")
            assert browser.pane == pane
            assert size[1] < 5 or browser.visible(pane)
        await browser.press_ahead("2", "/", *"Egeland", "enter", "space", "X", "?", "escape", "w", "escape", "y", "C")
        assert len(browser.view.marks) == 1


async def test_every_size_on_the_way_from_wide_to_nothing_and_back_is_survived(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space", "k")
        for size in [*TINY, (1, 60), (200, 1), NARROW, (160, 45)]:
            await browser.resize(size)
            await browser.press("3", "2")
        assert [pane for pane in PANES if browser.visible(pane)] == list(PANES)
        assert browser.row() == TWEET.id
        assert browser.view.marks == {TWEET.id}


async def test_a_wide_window_made_narrow_keeps_the_pane_in_focus_on_the_screen(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        for number, pane in enumerate(PANES, 1):
            await browser.press(str(number))
            await browser.resize(NARROW)
            assert browser.visible(pane)
            assert browser.pane == pane
            await browser.resize(WIDE)
            assert all(browser.visible(found) for found in PANES)


async def test_a_filter_being_typed_outlives_a_change_of_size(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.press("/", *"Egel")
        await browser.resize(NARROW)
        await browser.press(*"and", "enter")
        assert browser.view.filter == "Egeland"


async def test_the_row_under_the_cursor_is_on_the_screen_after_every_change_of_size(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.press("G")
        for size in ((80, 20), (80, 9), (120, 14), NARROW):
            await browser.resize(size)
            assert "▸" in browser.text("statements")


async def test_the_footer_gives_up_keys_where_it_is_narrow_and_help_and_the_way_out_last(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        for number in range(1, 6):
            await browser.press(str(number))
            assert "? help" in browser.footer
            assert "q quit" in browser.footer


async def test_the_status_says_filter_marks_and_counts(sample: Path) -> None:
    async with browsing(sample, WIDE) as browser:
        await browser.filter("Egeland")
        await browser.press("space")
        assert browser.status.startswith("/ Egeland")
        assert browser.status.endswith("1 marked · 2 of 10 statements · 0 of 12 figures")


async def test_a_message_goes_once_one_moves_on(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("C")
        assert "sayso --archive" in browser.footer
        await browser.press("j")
        assert "? help" in browser.footer


async def test_a_long_message_has_the_lines_it_needs(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        denials = '(act:denies OR act:doubts OR "safe passage" OR "no further attacks")'
        await browser.filter(f"{denials} said:2016-12-01..2016-12-31")
        await browser.press("C")
        assert "12-31'" in browser.footer.replace(" ", "")


async def test_typed_ahead_the_source_shows_the_row_that_one_left(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.followed()
        await browser.press_ahead("j", "j", "5")
        assert browser.board.subject is not None
        assert browser.board.subject.record.id == browser.row("statements")
        await browser.press_ahead("4", "G", "5")
        assert browser.board.subject.record.id == browser.row("documents")


async def test_in_the_source_of_a_record_that_is_gone_one_stays_where_one_reads(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.followed()
        await browser.press("5", "j", "j")
        source = browser.board.query_one(SourceText)
        top = source.scroll_y
        rest = archived(sample.parent / "rest.json", (r for r in Archive.open(sample).records if r.id != TWEET.id))
        browser.board.archive = Archive.open(rest)
        browser.board.show_changed()
        await browser.press()
        assert browser.board.subject is not None
        assert (browser.board.subject.record.id, source.scroll_y) == (TWEET.document, top)
        assert TWEET.id not in browser.ids("statements")
