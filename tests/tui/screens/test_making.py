"""The dialogue: little is asked, all can be changed by keys, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from store.archive import Archive
from store.model import Actor, Statement
from tests.tui.conftest import NARROW, Browser, browsing
from tests.tui.screens.test_selecting import in_source
from tui.screens.making import MakingScreen
from tui.terminal import Terminal


@asynccontextmanager
async def making(path: Path, *keys: str, **launch: object) -> AsyncIterator[tuple[Browser, MakingScreen]]:
    """The dialogue that Enter opens on the quotation of the mayor, or on what else these keys select."""
    async with browsing(path, NARROW, **launch) as browser:
        await in_source(browser)
        await browser.press("v", *(keys or ('"',)), "enter")
        assert isinstance(browser.app.screen, MakingScreen)
        yield browser, browser.app.screen


def shown(browser: Browser) -> str:
    """The screen as it stands there."""
    return "\n".join(strip.text.rstrip() for strip in browser.app.screen._compositor.render_strips())


async def test_it_begins_where_one_types_who_says_it_and_shows_the_row_that_will_be(small: Path) -> None:
    async with making(small) as (browser, screen):
        text = shown(browser)
        assert 'Make a statement  "We counted 12 dead."' in text
        assert "own voice" in text.partition("As it will be listed")[2]
        assert screen.question.name == "speakers"
        await browser.press(*"The army")
        assert "The army" in shown(browser).partition("As it will be listed")[2]


async def test_a_part_of_a_name_offers_those_who_have_it_and_enter_takes_the_first(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press(*"pet")
        assert "Ana Petrović · person" in shown(browser)
        assert "Enter takes the name" in shown(browser)
        await browser.press("enter")
        assert screen.proposal.answer("speakers") == "Ana Petrović"
        assert "Enter makes it" in shown(browser)


async def test_the_last_on_offer_is_a_new_actor_whose_kind_is_asked(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press(*"pet", "down", "down", "down", "enter")
        assert "who is" in shown(browser)
        await browser.press("tab", "o")
        assert screen.proposal.new is not None
        assert (screen.proposal.new.name, screen.proposal.new.kind) == ("pet", "office")


async def test_up_goes_back_from_the_names_to_what_is_typed_and_then_to_the_line_before(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press(*"pet", "down")
        assert "▸ Ana Petrović" in shown(browser)
        await browser.press("up")
        assert "▸" not in shown(browser)
        await browser.press("up")
        assert screen.question.name == "what"


async def test_words_of_a_closed_list_are_chosen_by_arrows_and_by_letters(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press("tab", "tab")
        for key, wanted in (
            ("right", "denies"),
            ("left", "says"),
            ("left", "retracts"),
            ("d", "denies"),
            ("d", "declines"),
        ):
            await browser.press(key)
            assert screen.proposal.answer("act") == wanted
        await browser.press("z")
        assert screen.proposal.answer("act") == "declines"


async def test_arrows_and_letters_are_the_fields_own_where_one_types(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press(*"rmy", "left", "left", "left", "a", "home", *"the ", "end")
        assert screen.proposal.answer("speakers") == "the army"


async def test_another_kind_of_record_asks_other_things_and_keeps_what_was_typed(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press(*"The army", "shift+tab", "f")
        assert "Make a figure" in shown(browser)
        assert "Number" in shown(browser)
        await browser.press("s", "tab")
        assert screen.proposal.answer("speakers") == screen.field.value == "The army"


async def test_what_is_wrong_is_said_at_once_and_in_a_sentence_with_an_example_at_enter(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press("shift+tab", "shift+tab")
        assert screen.question.name == "uttered"
        await browser.press(*"monday", "enter")
        assert "Said on: " in shown(browser)
        assert "For example" in shown(browser)
        assert screen.field.value == "monday"
        await browser.press("ctrl+u", *"2020-03-02", "enter")
        await browser.until(lambda: browser.app.screen is browser.board)


async def test_esc_gives_it_up_and_the_selection_stays(small: Path) -> None:
    async with making(small) as (browser, _):
        await browser.press("escape")
        assert browser.app.screen is browser.board
        assert browser.board.source.selection is not None
        assert len(Archive.open(small).records.statements) == 2


@pytest.mark.parametrize("size", [(20, 8), (40, 12), NARROW, (160, 45)])
async def test_it_fits_any_screen(small: Path, size: tuple[int, int]) -> None:
    async with making(small) as (browser, _):
        await browser.resize(size)
        await browser.press(*"a", "down", "tab", "tab", "right")
        assert all(len(line) <= size[0] for line in shown(browser).splitlines())


async def test_hostile_words_are_shown_by_signs(small: Path) -> None:
    async with making(small) as (browser, screen):
        screen.proposal.put("speakers", "\x1b[31mred\u202e")
        await browser.press("tab")
        assert not {"\x1b", "\u202e"} & set(shown(browser))


async def test_typed_ahead_a_statement_is_made_by_keys_alone(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press_ahead("v", '"', "enter", *"arm", "enter", "enter")
        await browser.until(lambda: len(Archive.open(small).records.statements) == 3)


async def test_who_listens_hears_the_line_and_what_is_wrong(small: Path) -> None:
    async with making(small, terminal=Terminal(cursor=True)) as (browser, screen):
        lines = shown(browser).splitlines()
        assert screen.spot is None
        await browser.press("tab", "right")
        assert screen.spot is not None
        lines = shown(browser).splitlines()
        assert "indirect, 2 of 3" in lines[screen.spot.y]
        await browser.press("tab", "tab", *"monday", "enter")
        assert screen.spot is not None
        assert "For example" in " ".join(shown(browser).splitlines()[screen.spot.y :])


async def test_a_record_that_can_not_be_saved_stays_on_the_screen(small: Path) -> None:
    async with making(small) as (browser, screen):
        await browser.press(*"arm", "enter")
        small.unlink()
        await browser.press("enter")
        await browser.until(lambda: "no archive" in shown(browser))
        assert screen.proposal.answer("speakers") == "The army"


async def test_the_kinds_of_records_are_those_that_words_can_make(small: Path) -> None:
    async with making(small) as (_, screen):
        assert isinstance(screen.proposal.made()[0], Statement)
        screen.proposal.put("what", "actor")
        assert isinstance(screen.proposal.made()[0], Actor)
