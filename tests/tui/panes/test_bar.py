"""The bar at the foot: filter and counts, the keys that matter, a line to type in, and messages."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.tui.conftest import lines_of, painted, press_ahead, running
from tui.keys import REVIEWING, footer
from tui.lines import Line
from tui.panes.bar import MESSAGE_LINES, Bar


class OneBar(App[None]):
    """A bar and what it posted."""

    def __init__(self) -> None:
        super().__init__()
        self.typed: list[str] = []
        self.kept: list[str] = []

    def compose(self) -> ComposeResult:
        yield Bar()

    def on_bar_typed(self, event: Bar.Typed) -> None:
        self.typed.append(event.text)

    def on_bar_kept(self, event: Bar.Kept) -> None:
        self.kept.append(event.text)

    @property
    def bar(self) -> Bar:
        return self.query_one(Bar)

    def line(self, name: str) -> list[str]:
        return lines_of(self.query_one(f"#{name}", Line))


async def test_filter_and_counts_share_a_line_and_the_filter_gives_way() -> None:
    app = OneBar()
    async with running(app, (40, 10)) as pilot:
        app.bar.status("/ " + "x" * 60, "2 of 10 statements")
        await painted(pilot)
        (line,) = app.line("status")
        assert line.endswith("2 of 10 statements")
        assert "…" in line


async def test_keys_that_have_no_room_are_left_out_whole() -> None:
    app = OneBar()
    async with running(app, (24, 10)) as pilot:
        app.bar.keys(footer("statements"), "SAMPLE")
        await painted(pilot)
        (line,) = app.line("footer")
        assert line.split() == ["?", "help", "q", "quit", "SAMPLE"]


async def test_where_room_is_short_the_keys_stand_closer_before_any_is_left_out() -> None:
    app = OneBar()
    async with running(app, (80, 10)) as pilot:
        app.bar.keys(footer(REVIEWING), "")
        await painted(pilot)
        (line,) = app.line("footer")
        assert "c confirm d discard e correct v words f forward u back } gap ? help q leave" in line


async def test_a_message_has_as_many_lines_as_it_needs_up_to_a_bound() -> None:
    app = OneBar()
    async with running(app, (30, 20)) as pilot:
        app.bar.say("one two three four five six seven eight nine ten")
        await painted(pilot)
        assert len(app.line("footer")) == 2
        app.bar.say("word " * 200)
        await painted(pilot)
        assert len(app.line("footer")) == MESSAGE_LINES
        assert app.line("footer")[-1].endswith("…")
        app.bar.say("done")
        await painted(pilot)
        assert app.line("footer") == [" done"]


async def test_a_message_with_markup_or_controls_is_shown_and_does_nothing() -> None:
    app = OneBar()
    async with running(app, (60, 10)) as pilot:
        app.bar.say("[red]no[/red] such [/file] a\x1b[2Jb")
        await painted(pilot)
        assert app.line("footer") == [" [red]no[/red] such [/file] a␛[2Jb"]


async def test_what_is_typed_is_told_letter_by_letter_and_enter_keeps_it() -> None:
    app = OneBar()
    async with running(app) as pilot:
        await app.bar.edit("/", "act:")
        await press_ahead(pilot, *"says", "enter")
        assert app.typed == ["act:s", "act:sa", "act:say", "act:says"]
        assert app.kept == ["act:says"]


async def test_opening_and_closing_it_tells_nothing() -> None:
    app = OneBar()
    async with running(app) as pilot:
        await app.bar.edit("/", "siege")
        await painted(pilot)
        assert app.bar.editing
        assert app.bar.field.value == "siege"
        app.bar.close()
        await painted(pilot)
        assert not app.bar.editing
        assert app.typed == app.kept == []


@pytest.mark.parametrize("width", [1, 2, 5])
async def test_it_fits_any_width(width: int) -> None:
    app = OneBar()
    async with running(app, (width, 6)) as pilot:
        app.bar.status("/ siege", "2 of 10")
        app.bar.keys(footer("actors"), "SAMPLE")
        app.bar.say("too long for this")
        await app.bar.edit("search", "siege")
        await painted(pilot)
        assert all(len(line) <= width for name in ("status", "footer") for line in app.line(name))
