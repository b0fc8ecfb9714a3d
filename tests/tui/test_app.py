"""The app: keys in the order they were typed, the user's own keys, no colour where it is unwanted, every way out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from seeds.aleppo.statements import TWEET
from store.errors import SaysoError
from tests.tui.conftest import NARROW, WIDE, browsing, launched
from tui import app as browser_app
from tui.app import Colourless, SaysoApp, asked, line_filters
from tui.config import Config
from tui.crash import CrashedError
from tui.screens.browse import BrowseScreen
from tui.terminal import Terminal
from tui.view.view import Sort, View


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_whole_errand_typed_ahead_is_done_in_order(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        errand = [
            "1",
            "g",
            "a",
            "2",
            "space",
            "space",
            "X",
            "3",
            "/",
            *"outcome:killed",
            "enter",
            "G",
            "space",
            "2",
            "M",
        ]
        await browser.press_ahead(*errand)
        assert browser.view.filter == "outcome:killed is:marked"
        assert TWEET.id in browser.view.marks
        assert len(browser.view.marks) == 3
        assert browser.pane == "statements"


async def test_keys_typed_ahead_reach_the_pane_that_was_gone_to_before_them(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead("1", "j", "j", "3", "j", "4", "j", "2", "j")
        cursors = {pane: browser.rows(pane).cursor for pane in ("actors", "statements", "figures", "documents")}
        assert cursors == {"actors": 2, "statements": 1, "figures": 1, "documents": 1}


async def test_letters_typed_ahead_of_enter_and_after_it_fall_on_their_own_side(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead(
            "/", *"Ayrault", "enter", "t", "/", "escape", "j", "/", *" Tue", "backspace", "enter", "y"
        )
        assert browser.view.filter == "Ayrault  Tu"
        assert len(browser.view.marks) == 3
        assert "3 records" in browser.footer


async def test_typed_ahead_through_dialogues_nothing_is_lost(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead(
            "?", *"zoom the pane", "enter", "1", "w", "escape", ":", *"to the figures", "enter", "j"
        )
        assert browser.view.zoomed
        assert browser.pane == "figures"
        assert browser.rows("figures").cursor == 1


@pytest.mark.parametrize("opening", ["w", "?", ":"])
async def test_after_a_dialogue_was_closed_the_next_key_is_the_panes_again(sample: Path, opening: str) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead(opening, "escape", "3", "j")
        assert browser.pane == "figures"
        assert browser.rows("figures").cursor == 1


async def test_a_hundred_steps_typed_ahead_are_a_hundred_steps(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead(*["j", "k", "j"] * 33, "g", *"jjj")
        assert browser.rows().cursor == 3


OWN = {
    "browse.mark": "f6",
    "rows.down": "down,ctrl+n",
    "browse.filter": "f3,-",
    "browse.only": "space",
    "browse.help": "f1",
}


async def test_the_users_keys_do_what_ours_did_and_ours_no_more(sample: Path) -> None:
    async with browsing(sample, config=Config(keys=OWN)) as browser:
        first = browser.row()
        await browser.press("f6")
        assert browser.view.marks == {first}
        await browser.press("j")
        assert browser.rows().cursor == 1
        await browser.press("ctrl+n", "down")
        assert browser.rows().cursor == 3
        await browser.press("space")
        assert browser.view.filter.startswith("actor:")
        await browser.press("X", "/")
        assert not browser.board.bar.editing
        for key in ("f3", "-"):
            await browser.press(key)
            assert browser.board.bar.editing
            await browser.press("escape")
        await browser.press("a")
        assert browser.view.filter == ""


async def test_the_users_keys_stand_in_the_footer(sample: Path) -> None:
    async with browsing(sample, config=Config(keys=OWN)) as browser:
        assert "f6 mark" in browser.footer
        assert "space only" in browser.footer
        assert "f1 help" in browser.footer


async def test_the_source_obeys_the_users_keys_too(sample: Path) -> None:
    async with browsing(sample, NARROW, config=Config(keys={"rows.last": "f9"})) as browser:
        await browser.press("5")
        await browser.press("f9")
        text = browser.board.query_one("#source-text")
        assert text.scroll_y == text.virtual_size.height - text.size.height


async def test_textuals_own_keys_do_nothing(sample: Path) -> None:
    async with browsing(sample) as browser:
        before = browser.view
        await browser.press("ctrl+q", "ctrl+backslash", "f1", "ctrl+shift+c")
        assert browser.app.return_code is None
        assert isinstance(browser.app.screen, BrowseScreen)
        assert browser.view == before


def test_without_colour_no_segment_has_any_and_weights_stay() -> None:
    seen = Colourless().apply(
        [Segment("a", Style(color="red", bgcolor="blue", bold=True, reverse=True)), Segment("b")], Color(0, 0, 0)
    )
    assert [segment.text for segment in seen] == ["a", "b"]
    style = seen[0].style
    assert style is not None
    assert (style.color, style.bgcolor, style.bold, style.reverse) == (None, None, True, True)


@pytest.mark.parametrize(
    ("terminal", "names"),
    [
        (Terminal(), ["Gate"]),
        (Terminal(colours=0), ["Gate", "Colourless"]),
        (Terminal(utf8=False), ["Gate", "Ascii"]),
        (Terminal(utf8=False, signs=False, colours=0), ["Gate", "Colourless", "Ascii"]),
        (Terminal(signs=False), ["Gate", "Signs"]),
    ],
)
def test_all_that_is_drawn_goes_through_what_the_terminal_needs(terminal: Terminal, names: list[str]) -> None:
    assert [type(found).__name__ for found in line_filters(terminal)] == names


async def test_without_utf8_all_of_the_screen_is_ascii(sample: Path) -> None:
    async with browsing(sample, terminal=Terminal(utf8=False)) as browser:
        await browser.press("space")
        for key, seen in (("3", ">"), ("?", "- j Down"), ("escape", "*")):
            await browser.press(key)
            text = "".join(strip.text for strip in browser.app.screen._compositor.render_strips())
            assert text.isascii()
            assert seen in text


async def test_the_terminals_cursor_is_where_one_types_and_else_nowhere(sample: Path) -> None:
    async with browsing(sample) as browser:
        assert browser.app.cursor_position == (0, 0)
        await browser.press("/", *"Egel")
        field = browser.field.region
        assert browser.app.cursor_position == (field.x + 4, field.y)
        await browser.press("escape")
        assert browser.app.cursor_position == (0, 0)
        await browser.press("w")
        assert browser.app.cursor_position.y == 2
        await browser.press("escape", "j")
        assert browser.app.cursor_position == (0, 0)


async def test_what_a_field_cuts_it_can_paste_again(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"Egeland", "shift+home", "ctrl+x")
        assert browser.field.value == ""
        assert browser.clipboard == "Egeland"
        await browser.press("ctrl+v")
        assert browser.field.value == "Egeland"


def asking(**launch: Any) -> View:
    kept = View(
        filter="siege", light=True, pane="figures", sorts={"actors": Sort("figures")}, marks=frozenset({"st-1"})
    )
    return asked(launched(Path("x.json"), **launch), kept)


def test_what_is_not_asked_for_is_as_it_was_left() -> None:
    assert asking() == View(
        filter="siege", light=True, pane="figures", sorts={"actors": Sort("figures")}, marks=frozenset({"st-1"})
    )


def test_a_filter_asked_for_is_not_lit_and_may_be_empty() -> None:
    assert (asking(filter="tweet").filter, asking(filter="tweet").light) == ("tweet", False)
    assert asking(filter="").filter == ""
    assert asking(filter="tweet").marks == {"st-1"}


def test_an_order_asked_for_is_that_of_the_pane_asked_for() -> None:
    assert asking(pane="statements", sort="-who").sorts["statements"] == Sort("who", reverse=True)


def test_an_order_asked_for_without_a_pane_is_that_of_the_statements() -> None:
    assert asking(sort="who").sorts["statements"] == Sort("who")


def ended(monkeypatch: pytest.MonkeyPatch, run: Any) -> None:
    monkeypatch.setattr(SaysoApp, "run", run)


def test_browse_returns_the_exit_code(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def quitting(app: SaysoApp, **_: object) -> None:
        app._return_code = 7

    ended(monkeypatch, quitting)
    assert browser_app.browse(launched(sample)) == 7


def test_browse_raises_the_error_that_ended_it(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended(monkeypatch, lambda app, **_: SaysoError("no good"))
    with pytest.raises(SaysoError, match="no good"):
        browser_app.browse(launched(sample))


def test_after_a_crash_there_is_a_sentence_and_a_private_file(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended(monkeypatch, lambda app, **_: app.crash.write("ZeroDivisionError") and None)
    with pytest.raises(CrashedError, match=r"crash\.log"):
        browser_app.browse(launched(sample))
    log = sample.parent / "state" / "crash.log"
    assert "ZeroDivisionError" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_after_a_crash_a_state_folder_that_cannot_be_written_leaves_the_sentence(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (sample.parent / "state").write_text("in the way")
    ended(monkeypatch, lambda app, **_: app.crash.write("ZeroDivisionError") and None)
    with pytest.raises(CrashedError):
        browser_app.browse(launched(sample))
