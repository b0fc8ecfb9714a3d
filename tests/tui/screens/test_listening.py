"""The browser by listening: the terminal's cursor stands on the line that is to be read out, and it has words."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds.aleppo.statements import REVOLT, TWEET
from tests.tui.conftest import NARROW, WIDE, Browser, browsing
from tui.terminal import Terminal
from tui.view.view import PANES

LISTENING = Terminal(cursor=True)


def drawn(browser: Browser) -> list[str]:
    """The screen, a line each, as it is sent."""
    return [strip.text.rstrip() for strip in browser.app.screen._compositor.render_strips()]


def heard(browser: Browser) -> str:
    """The line on which the terminal's cursor stands."""
    return drawn(browser)[browser.app.cursor_position.y].strip()


async def test_each_step_goes_to_a_line_that_says_who_and_how(sample: Path) -> None:
    async with browsing(sample, terminal=LISTENING) as browser:
        assert heard(browser).startswith("Jean-Marc Ayrault, partly quoted: ")
        await browser.go_to("statements", TWEET.id)
        await browser.press("k", "j")
        assert heard(browser).startswith("Jan Egeland, quoted: \"The Gov'ts of Syria amp; Russia")
        assert browser.app.cursor_position.x == 0


async def test_a_step_changes_no_cell(sample: Path) -> None:
    async with browsing(sample, terminal=LISTENING) as browser:
        before = drawn(browser)
        await browser.press("j", "j")
        assert drawn(browser) == before


@pytest.mark.parametrize("size", [WIDE, NARROW, (200, 60)])
async def test_there_is_one_pane_and_nothing_beside_it_at_any_size(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size, terminal=LISTENING) as browser:
        for key, pane in zip("12345", PANES, strict=True):
            await browser.press(key)
            assert [name for name in PANES if browser.visible(name)] == [pane]
            assert drawn(browser)[0].split()[:2] == [key, pane.title()]
            assert not set("▸▹●┃↑↓▌─│·") & set("".join(drawn(browser)))


async def test_another_pane_is_announced_with_its_row_and_a_step_goes_to_the_rows(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("1")
        assert heard(browser) == "Actors, 15. Jan Egeland, 2 said"
        await browser.press("j")
        assert heard(browser).startswith("Jean-Marc Ayrault, 3 said")
        await browser.press("4", "escape")
        assert heard(browser).startswith("Aleppo under siege")


async def test_a_mark_is_a_word_at_the_beginning_of_its_row(sample: Path) -> None:
    async with browsing(sample, terminal=LISTENING) as browser:
        await browser.go_to("statements", REVOLT.id)
        await browser.press("space", "k")
        assert heard(browser).startswith("marked, Jean-Marc Ayrault, quoted: “Such atrocities")
        await browser.press("G", "v", "k", "j", "k")
        assert heard(browser).startswith("in range, ")


async def test_enter_goes_to_the_records_own_words_and_steps_go_through_all_of_the_report(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("enter")
        assert heard(browser).startswith("here: \"The Gov'ts of Syria amp; Russia")
        await browser.press("k")
        assert heard(browser) == "Syrian regime and Russia."
        await browser.press("g")
        assert heard(browser).startswith("Jan Egeland")
        lines = []
        for _ in range(80):
            lines.append(heard(browser))
            await browser.press("j")
        report = " ".join(line.removeprefix("here: ") for line in lines)
        assert "According to a statement" in report
        assert "displaced millions more." in report
        assert heard(browser).endswith("displaced millions more.")


async def test_in_a_report_the_place_is_kept_when_the_window_changes(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("enter", "j", "j", "j")
        assert "Last week Russia" in heard(browser)
        await browser.resize((60, 24))
        assert "Last week Russia" in heard(browser)


async def test_a_hit_in_the_report_is_heard_itself(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("5", "/", *"unpunished", "enter")
        assert "unpunished" in heard(browser)
        await browser.press("/", "ctrl+u", *"nowhere", "enter")
        assert heard(browser) == "nowhere is not in this text."


async def test_what_a_key_did_to_the_view_is_heard(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("1", "a")
        assert heard(browser).startswith('filter actor:"Jan Egeland": 2 of 10 statements, 0 of 12 figures')
        await browser.press("u")
        assert heard(browser).startswith("Undone: filter")
        await browser.press("C")
        assert heard(browser).startswith("sayso --archive")


async def test_while_a_filter_is_typed_the_cursor_is_where_the_next_letter_comes(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("/", *"Egel")
        field = browser.field.region
        assert browser.app.cursor_position == (field.x + 4, field.y)
        await browser.press("left", "left")
        assert browser.app.cursor_position == (field.x + 2, field.y)
        await browser.press("escape")
        assert heard(browser) == browser.rows().read_out(80)


async def test_why_a_pane_is_empty_is_heard(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.filter("nosuchword")
        await browser.press("escape")
        assert heard(browser).startswith("no statement matches nosuchword")


async def test_help_is_typed_into_and_gone_through(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("?", *"sign")
        assert heard(browser) == "sign"
        await browser.press("down")
        assert heard(browser).startswith("dimmed  before a row")
        await browser.press("n")
        assert heard(browser) == "signn"
        await browser.press("escape")
        assert heard(browser) == browser.rows().read_out(80)


async def test_keys_of_arrows_are_named_by_words(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("?")
        assert "j Down" in "\n".join(drawn(browser))


async def test_the_export_dialogue_says_what_each_key_changed(sample: Path) -> None:
    async with browsing(sample, NARROW, terminal=LISTENING) as browser:
        await browser.press("w")
        assert heard(browser).startswith("File")
        await browser.press("tab")
        assert heard(browser) == "Format CSV of statements, 2 of 4"
        await browser.press("ctrl+t")
        assert heard(browser).startswith("With   drafted, rejected and confidential too")
        await browser.press("pagedown")
        assert heard(browser)
        await browser.press("x")
        assert heard(browser).startswith("File")
        await browser.press("ctrl+u", *"/nowhere/x.csv", "enter")
        assert "/nowhere" in heard(browser)
        await browser.press("escape")


async def test_who_does_not_listen_has_no_words_for_signs_and_no_cursor(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("1", "a", "j")
        assert browser.app.cursor_position == (0, 0)
        assert "▸" in browser.text("actors")
        assert "quoted:" not in browser.text("statements")
