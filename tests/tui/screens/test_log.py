"""The log of a record on the screen: who changed it, when, and what it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import NARROW, WIDE, Browser, browsing, lines_of
from tests.tui.screens.test_editing import ARMY, MAYOR, QUOTE, by_another, edit, fill, saved
from tui.rows import Rows
from tui.screens.log import LogScreen


async def log(browser: Browser) -> str:
    """All that the log of the record under the cursor shows."""
    await browser.press("L")
    await browser.until(lambda: isinstance(browser.app.screen, LogScreen))
    await browser.press()
    return "\n".join(lines_of(browser.app.screen.query_one(Rows)))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_who_changed_what_and_when_the_newest_last(
    small: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_USER", "Lena")
    async with browsing(small, size) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "mine \u202e[/red]")
        await saved(browser)
        monkeypatch.setenv("SAYSO_USER", "Omar")
        by_another(small, QUOTE, gloss="theirs")
        shown = " ".join((await log(browser)).split())
        first, second = shown.index("(as Lena)"), shown.index("(as Omar)")
        assert first < shown.index("note: – →") < second < shown.index('gloss: – → "theirs"')
        assert "[/red]" in shown
        assert "\u202e" not in shown
        await browser.press("q")
        assert browser.row() == QUOTE


async def test_what_another_program_wrote_and_was_passed_over_is_told(small: Path) -> None:
    by_another(small, MAYOR, note="ours")
    small.write_text(small.read_text().replace('"name":"Ana', '"note":"theirs","name":"Ana'))
    by_another(small, ARMY, note="x")
    async with browsing(small) as browser:
        await browser.go_to("actors", MAYOR)
        shown = " ".join((await log(browser)).split())
        assert 'note: "theirs" of another program was passed over, "ours" stays' in shown


async def test_a_record_that_nobody_changed_has_no_log(small: Path) -> None:
    async with browsing(small) as browser:
        by_another(small, ARMY, note="x")
        await browser.go_to("actors", MAYOR)
        assert "as it came into the archive" in " ".join((await log(browser)).split())
        await browser.press("escape")
        assert browser.pane == "actors"


async def test_where_there_is_no_record_there_is_no_log(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.press("1", "G", "L")
        assert "no record here whose log" in browser.footer


async def test_reading_alone_one_sees_the_log_too(small: Path) -> None:
    by_another(small, QUOTE, note="x")
    async with browsing(small, read_only=True) as browser:
        await browser.go_to("statements", QUOTE)
        assert 'note: – → "x"' in await log(browser)
