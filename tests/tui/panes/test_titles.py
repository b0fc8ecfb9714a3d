"""The line of titles on a narrow screen: numbers and counts are told at any width."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.tui.conftest import painted, running
from tui.panes.titles import Titles

PANES = [
    (1, "Actors", "12"),
    (2, "Statements", "2/10"),
    (3, "Figures", "0/9"),
    (4, "Documents", "2"),
    (5, "Source", ""),
]


class OneLine(App[None]):
    def compose(self) -> ComposeResult:
        yield Titles()


async def told(width: int, current: int = 2) -> tuple[str, str]:
    """The line, and what stands out in it."""
    app = OneLine()
    async with running(app, (width, 3)) as pilot:
        line = app.query_one(Titles)
        line.tell(PANES, current)
        await painted(pilot)
        strip = line.render_line(0)
        return strip.text, "".join(s.text for s in strip if s.style and s.style.reverse)


async def test_where_there_is_room_every_pane_is_named_with_its_count() -> None:
    text, focused = await told(80)
    assert text.split() == [
        "1",
        "Actors",
        "12",
        "2",
        "Statements",
        "2/10",
        "3",
        "Figures",
        "0/9",
        "4",
        "Documents",
        "2",
        "5",
        "Source",
    ]
    assert focused.strip() == "2 Statements 2/10"


@pytest.mark.parametrize("width", [79, 60, 50, 40])
async def test_where_there_is_less_names_give_way_and_numbers_and_counts_stay(width: int) -> None:
    text, focused = await told(width, current=3)
    assert [word for word in text.split() if not word.isalpha()] == ["1", "12", "2", "2/10", "3", "0/9", "4", "2", "5"]
    assert focused.split()[0] == "3"
    assert focused.split()[-1] == "0/9"
    assert len(text) == width


@pytest.mark.parametrize("width", [20, 5, 1])
async def test_it_fits_any_width(width: int) -> None:
    text, _ = await told(width)
    assert len(text) == width


class Clicks(OneLine):
    """The line and what was clicked in it."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: list[int] = []

    def on_titles_clicked(self, event: Titles.Clicked) -> None:
        self.numbers.append(event.number)


@pytest.mark.parametrize("width", [80, 40])
async def test_a_click_on_a_title_names_its_pane(width: int) -> None:
    app = Clicks()
    async with running(app, (width, 3)) as pilot:
        line = app.query_one(Titles)
        line.tell(PANES, 2)
        await painted(pilot)
        text = line.render_line(0).text
        for number in (1, 3, 5):
            await pilot.click(Titles, offset=(text.index(str(number)), 0))
        assert app.numbers == [1, 3, 5]


async def test_a_click_beside_the_titles_names_none() -> None:
    app = Clicks()
    async with running(app, (200, 3)) as pilot:
        app.query_one(Titles).tell(PANES, 2)
        await painted(pilot)
        await pilot.click(Titles, offset=(190, 0))
        assert app.numbers == []
