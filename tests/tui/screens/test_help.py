"""Help and palette: everything in it, filtered as typed; Enter does what the row says, where one was."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.query import FIELDS
from tests.store.reviewing.drafted import archive_records
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing, lines_of
from tui.config import Config
from tui.field import Field
from tui.keys import KEYS
from tui.lines import Line
from tui.render.names import LEGEND
from tui.rows import Rows
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen


def help_screen(browser: Browser) -> HelpScreen:
    screen = browser.app.screen
    assert isinstance(screen, HelpScreen)
    return screen


def rows(browser: Browser) -> Rows:
    return help_screen(browser).query_one(Rows)


def lines(browser: Browser) -> list[str]:
    """All the rows of the help, those beyond the screen too."""
    width = rows(browser).size.width
    return ["".join(segment.text for segment in rows(browser)._draw(row, width)) for row in rows(browser).ids]


def whole(browser: Browser) -> str:
    """The row under the cursor, in full."""
    return " ".join(" ".join(lines_of(help_screen(browser).query_one("#help-whole", Line))).split())


async def test_the_help_explains_every_key_every_sign_and_every_field(sample: Path) -> None:
    async with browsing(sample, (250, 30)) as browser:
        await browser.press("?")
        told = lines(browser)
        for key in KEYS:
            assert any(line.startswith(key.shown) and key.does in line for line in told), key.id
        for sign, meaning in LEGEND:
            assert any(line.startswith(sign) and meaning in line for line in told), sign
        for field in FIELDS.values():
            assert any(line.startswith(f"{field.name}:") and field.description in line for line in told), field.name


async def test_the_palette_holds_what_can_be_done_and_nothing_else(sample: Path) -> None:
    async with browsing(sample) as browser:
        for key in (":", "ctrl+p"):
            await browser.press(key)
            assert len(rows(browser).ids) == len(KEYS)
            await browser.press("escape")


async def test_who_reviews_finds_the_keys_of_a_review_first(tmp_path: Path) -> None:
    async with browsing(archived(tmp_path / "flood.json", archive_records())) as browser:
        await browser.press("R", "?")
        assert "(while reviewing)" in lines(browser)[0]
        await browser.press("escape", "q", "?")
        assert "(while reviewing)" not in lines(browser)[0]


async def test_it_is_filtered_as_one_types_and_a_word_nobody_wrote_leaves_advice(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("?", *"export preview")
        assert "w" in lines(browser)[0].split()[0]
        await browser.press(*" zeppelin")
        assert rows(browser).ids == []
        assert "Backspace" in "\n".join(lines_of(rows(browser)))


async def test_a_row_longer_than_the_line_is_told_whole(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("?", *"whoever claims it")
        assert whole(browser).endswith("whoever claims it (figures)")


async def test_it_is_moved_through_with_arrows_and_pages(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("?", "down", "down", "up")
        assert rows(browser).cursor == 1
        await browser.press("pagedown")
        assert rows(browser).cursor > 1
        await browser.press("pageup", "pageup")
        assert rows(browser).cursor == 0


async def test_closing_it_leads_back_to_where_one_was_and_does_nothing(sample: Path) -> None:
    async with browsing(sample) as browser:
        for row, key in enumerate(("escape", "ctrl+c"), 1):
            await browser.press("3")
            await browser.press_ahead("?", *"quit", key)
            assert browser.pane == "figures"
            assert browser.app.return_code is None
            await browser.press("j")
            assert browser.rows("figures").cursor == row


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_enter_does_what_the_row_says(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        await browser.press("3", ":", *"mark all shown", "enter")
        assert len(browser.view.marks) == 12
        await browser.press("?", *"to the actors", "enter")
        assert browser.pane == "actors"
        await browser.press(":", *"last row", "enter")
        assert browser.row() == "none"


async def test_enter_on_the_filters_row_opens_the_filter_to_be_typed(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press(":", *"filter as you type", "enter")
        await browser.press(*"Egeland", "enter")
        assert browser.view.filter == "Egeland"


async def test_help_and_typing_ahead_through_it_keep_their_order(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead(":", *"filter as you type", "enter", *"Egeland", "enter", "t")
        assert browser.view.filter == "Egeland"
        assert len(browser.view.marks) == 2


async def test_enter_on_the_exports_row_opens_the_export(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press(":", *"with a preview", "enter")
        assert isinstance(browser.app.screen, ExportScreen)


async def test_enter_on_a_sign_only_closes(sample: Path) -> None:
    async with browsing(sample) as browser:
        before = browser.view
        await browser.press("?", *"partly quoted", "enter")
        assert browser.pane == "statements"
        assert browser.view == before


async def test_moves_chosen_in_the_source_move_the_source(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("5", "g", ":", *"the last row", "enter")
        text = browser.board.query_one("#source-text")
        assert text.scroll_y == text.virtual_size.height - text.size.height
        assert browser.rows("statements").cursor == 0


async def test_letters_that_are_keys_elsewhere_are_letters_here(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("?", *"qQ?:")
        assert help_screen(browser).query_one(Field).value == "qQ?:"


async def test_it_names_the_users_own_keys(sample: Path) -> None:
    async with browsing(sample, config=Config(keys={"browse.export": "f5"})) as browser:
        await browser.press("?", *"with a preview")
        assert lines(browser)[0].startswith("f5")


@pytest.mark.parametrize("size", [(20, 5), (1, 1)])
async def test_on_a_tiny_screen_it_can_be_opened_and_closed(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        await browser.press("?", *"mark", "down", "escape")
        assert browser.pane == "statements"
