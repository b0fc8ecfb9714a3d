"""The mouse's wheel in lists and in the report."""

from __future__ import annotations

from pathlib import Path

from textual.events import MouseScrollDown, MouseScrollUp
from textual.widget import Widget

from tests.tui.conftest import NARROW, Browser, browsing, painted
from tui.panes.source import SourceText
from tui.wheel import STEP


async def turn(browser: Browser, widget: Widget, event: type[MouseScrollDown | MouseScrollUp], times: int = 1) -> None:
    """The wheel over a widget, as the terminal tells of it."""
    for _ in range(times):
        widget.post_message(event(widget, 1, 1, 0, 0, 0, False, False, False))
    await painted(browser.pilot)


async def test_in_a_list_the_wheel_takes_the_cursor_along_and_stops_at_the_ends(sample: Path) -> None:
    async with browsing(sample) as browser:
        rows = browser.rows("statements")
        await turn(browser, rows, MouseScrollDown)
        assert rows.cursor == STEP
        await turn(browser, rows, MouseScrollDown, 20)
        assert rows.cursor == len(rows.ids) - 1
        await turn(browser, rows, MouseScrollUp)
        assert rows.cursor == len(rows.ids) - 1 - STEP
        await turn(browser, rows, MouseScrollUp, 20)
        assert rows.cursor == 0


async def test_the_wheel_over_another_pane_leaves_the_focus_where_it_is(sample: Path) -> None:
    async with browsing(sample) as browser:
        await turn(browser, browser.rows("actors"), MouseScrollDown)
        assert browser.rows("actors").cursor == STEP
        assert browser.pane == "statements"


async def test_in_the_report_the_wheel_scrolls(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("5", "g")
        text = browser.board.query_one(SourceText)
        await turn(browser, text, MouseScrollDown)
        assert text.scroll_y == STEP
        await turn(browser, text, MouseScrollUp, 2)
        assert text.scroll_y == 0
