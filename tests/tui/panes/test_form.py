"""The lines of a form: label and value, what stands below them, and the cursor always in sight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult

from tests.tui.conftest import lines_of, painted, running
from tui.panes.form import UNFOLDED, Entry, FormLines, folded, listed, unfolded
from tui.render import styles

ENTRIES = [
    Entry("title", "A town under fire"),
    Entry("note", "one\ntwo\nthree"),
    Entry("act", "denies", "*", choices=("says", "denies")),
    Entry("date", "soon", notes=(("is no date", styles.ERROR),)),
    Entry("id", "st-1", fixed=True),
]


class Forms(App[None]):
    def compose(self) -> ComposeResult:
        yield FormLines()

    @property
    def lines(self) -> FormLines:
        return self.query_one(FormLines)


@asynccontextmanager
async def showing(cursor: int, size: tuple[int, int] = (40, 12)) -> Any:
    app = Forms()
    async with running(app, size) as pilot:
        app.lines.show(ENTRIES, cursor)
        await painted(pilot)
        yield app.lines


async def test_labels_and_values_stand_in_two_columns() -> None:
    async with showing(0) as lines:
        assert lines_of(lines)[:2] == ["▸ title A town under fire", "  note  one … (2 more lines)"]


async def test_the_value_under_the_cursor_is_unfolded() -> None:
    async with showing(1) as lines:
        assert lines_of(lines)[1:4] == ["▸ note  one", "        two", "        three"]


async def test_a_closed_list_is_shown_under_the_cursor_with_the_word_that_holds_in_brackets() -> None:
    async with showing(2) as lines:
        assert "▸*act   denies" in lines_of(lines)
        assert any("[denies]" in line and " says " in line for line in lines_of(lines))
    async with showing(0) as lines:
        assert not any("[denies]" in line for line in lines_of(lines))


async def test_what_is_wrong_stands_below_its_field_wherever_the_cursor_is() -> None:
    async with showing(0) as lines:
        shown = lines_of(lines)
        assert shown[shown.index("  date  soon") + 1] == "        is no date"


@pytest.mark.parametrize("height", [1, 2, 3, 5, 12])
async def test_the_cursor_is_in_sight_in_any_height(height: int) -> None:
    for cursor in (0, 4, 2, 1, 3, 0):
        async with showing(cursor, (40, height)) as lines:
            assert any(line.startswith("▸") for line in lines_of(lines))
            assert lines.render_line(lines.place.y).text.startswith("▸")


@given(st.text(max_size=200), st.integers(1, 40))
def test_no_line_of_a_value_is_wider_than_its_room(value: str, width: int) -> None:
    assert cell_len(folded(value, width)) <= width
    shown = unfolded(value, max(width, 2))
    assert len(shown) <= UNFOLDED


def words() -> Iterator[str]:
    yield from ("says", "denies", "press-conference", "none")


@pytest.mark.parametrize("width", [4, 10, 18, 60])
def test_every_word_of_a_closed_list_is_shown_in_any_width(width: int) -> None:
    text = " ".join("".join(ink.text for ink in row) for row in listed(tuple(words()), "none", width))
    assert all(word in text for word in words())
    assert "[none]" in text
