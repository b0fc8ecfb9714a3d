"""The list: any number of rows at once, the cursor never off the screen, and nothing drawn that didn't change."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from textual.app import App, ComposeResult

from tests.tui.conftest import answered, press, press_ahead, running
from tui.rows import Rows

MANY = [f"row {number}" for number in range(100_000)]
MOVES = {
    "j": "down",
    "down": "down",
    "k": "up",
    "up": "up",
    "pagedown": "page_down",
    "pageup": "page_up",
    "ctrl+d": "half_down",
    "ctrl+u": "half_up",
    "g": "first",
    "home": "first",
    "G": "last",
    "end": "last",
}


class OneList(App[None]):
    """A list, what was drawn of it since the last look, and what it posted."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__()
        self.ids = ids
        self.drawn: list[str] = []
        self.highlighted: list[str] = []

    def compose(self) -> ComposeResult:
        yield Rows()

    def on_mount(self) -> None:
        self.show(self.ids)
        self.rows.focus()

    def show(self, ids: Sequence[str], *, marks: frozenset[str] = frozenset(), cursor_id: str = "") -> None:
        self.rows.show(ids, self.draw, marks=marks, cursor_id=cursor_id, empty="Nothing here, for a reason.")

    def draw(self, row_id: str, width: int) -> list[Segment]:
        self.drawn.append(row_id)
        return [Segment(row_id)]

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        self.highlighted.append(event.row_id)

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)

    @property
    def on_screen(self) -> list[str]:
        return [self.rows.render_line(y).text.rstrip() for y in range(self.rows.size.height)]


async def test_of_a_hundred_thousand_rows_only_those_on_the_screen_are_drawn() -> None:
    app = OneList(MANY)
    async with running(app, (80, 24)):
        assert set(app.drawn) == set(MANY[:24])


async def test_a_step_draws_two_lines_anew_and_not_the_pane(monkeypatch: pytest.MonkeyPatch) -> None:
    app, lines = OneList(MANY), list[int]()
    draw = Rows.render_line
    async with running(app, (80, 24)) as pilot:
        app.drawn.clear()
        monkeypatch.setattr(Rows, "render_line", lambda rows, y: lines.append(y) or draw(rows, y))
        await press(pilot, "j")
        assert sorted(lines) == [0, 1]
        assert app.drawn == []


async def test_a_row_is_thought_about_once_however_often_it_is_drawn() -> None:
    app = OneList(MANY)
    async with running(app, (80, 24)) as pilot:
        await press(pilot, *"jjkk", "space")
        assert len(app.drawn) == len(set(app.drawn))


async def test_the_end_of_a_hundred_thousand_rows_is_drawn_as_one_screen() -> None:
    app = OneList(MANY)
    async with running(app, (80, 24)) as pilot:
        app.drawn.clear()
        await press(pilot, "G")
        assert set(app.drawn) <= {*MANY[-24:], "row 0"}
        assert app.on_screen[-1].startswith("▸ row 99999")


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j", "j", "k"], 1),
        (["down", "down", "up"], 1),
        (["pagedown"], 23),
        (["pagedown", "pageup"], 0),
        (["ctrl+d"], 12),
        (["ctrl+d", "ctrl+d", "ctrl+u"], 12),
        (["G"], 99_999),
        (["end", "home"], 0),
        (["G", "g"], 0),
        (["k", "pageup", "ctrl+u"], 0),
        (["G", "j", "pagedown", "ctrl+d"], 99_999),
    ],
)
async def test_keys_move_the_cursor_and_stop_at_the_ends(keys: list[str], row: int) -> None:
    app = OneList(MANY)
    async with running(app, (80, 24)) as pilot:
        await press_ahead(pilot, *keys)
        assert app.rows.cursor == row
        assert app.rows.row_id == MANY[row]
        assert app.highlighted[-1:] == ([MANY[row]] if app.highlighted else [])
        assert [line for line in app.on_screen if line.startswith("▸")] == [f"▸ {MANY[row]}"]


def test_every_key_that_moves_is_among_those_tried() -> None:
    assert {name for binding in Rows.BINDINGS for name in binding.key.split(",")} == set(MOVES)  # type: ignore[union-attr]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(set(MOVES.values()))), max_size=12),
    st.integers(0, 40),
    st.tuples(st.integers(1, 60), st.integers(1, 30)),
)
async def test_wherever_one_goes_the_cursor_is_on_the_screen_and_no_row_is_missed(
    moves: list[str], count: int, size: tuple[int, int]
) -> None:
    app = OneList(MANY[:count])
    async with running(app, size) as pilot:
        for move in moves:
            getattr(app.rows, f"action_{move}")()
        await answered(pilot)
        top, height = round(app.rows.scroll_y), app.rows.size.height
        assert 0 <= app.rows.cursor <= max(count - 1, 0)
        assert top <= app.rows.cursor < top + height
        assert top == 0 or top + height <= count


async def test_the_cursor_stays_on_its_row_when_the_rows_about_it_go() -> None:
    app = OneList(MANY[:50])
    async with running(app) as pilot:
        await press(pilot, *["j"] * 30)
        app.show(MANY[20:50:2], cursor_id=app.rows.row_id)
        await answered(pilot)
        assert app.rows.row_id == "row 30"
        assert "▸ row 30" in app.on_screen


async def test_where_its_row_is_gone_the_cursor_stays_near() -> None:
    app = OneList(MANY[:50])
    async with running(app) as pilot:
        await press(pilot, "G")
        app.show(MANY[:3], cursor_id="row 49")
        await answered(pilot)
        assert app.rows.row_id == "row 2"


async def test_an_empty_list_says_why_and_every_move_is_harmless() -> None:
    app = OneList([])
    async with running(app) as pilot:
        await press_ahead(pilot, *MOVES)
        assert app.rows.row_id == ""
        assert app.on_screen[0] == "  Nothing here, for a reason."


async def test_why_a_list_is_empty_is_told_on_as_many_lines_as_it_needs() -> None:
    app = OneList([])
    async with running(app, (14, 6)):
        assert " ".join(" ".join(app.on_screen).split()) == "Nothing here, for a reason."


async def test_marks_and_a_range_stand_in_the_gutter() -> None:
    app = OneList(MANY[:5])
    async with running(app, (20, 5)) as pilot:
        app.rows.mark(frozenset({"row 0", "row 2"}))
        app.rows.begin_range(0)
        await press(pilot, "j")
        assert app.on_screen == [" ●row 0", "▸┃row 1", " ●row 2", "  row 3", "  row 4"]
        assert app.rows.ranged == ["row 0", "row 1"]


async def test_a_range_reaches_upwards_too_and_ends_where_the_list_changes() -> None:
    app = OneList(MANY[:9])
    async with running(app) as pilot:
        await press(pilot, "G")
        app.rows.begin_range(8)
        await press(pilot, "k", "k")
        assert app.rows.ranged == ["row 6", "row 7", "row 8"]
        app.show(MANY[:4])
        assert app.rows.ranged == ()


async def test_without_the_focus_the_cursor_is_another_sign() -> None:
    app = OneList(MANY[:3])
    async with running(app) as pilot:
        app.set_focus(None)
        await answered(pilot)
        assert app.on_screen[0].startswith("▹ row 0")


async def test_the_cursor_stays_on_the_screen_when_the_window_shrinks() -> None:
    app = OneList(MANY)
    async with running(app, (80, 24)) as pilot:
        await press(pilot, *["j"] * 20)
        await pilot.resize_terminal(30, 5)
        await answered(pilot)
        assert "▸ row 20" in app.on_screen


async def test_when_the_window_grows_the_last_screen_is_filled() -> None:
    app = OneList(MANY[:30])
    async with running(app, (80, 5)) as pilot:
        await press(pilot, "G")
        await pilot.resize_terminal(80, 20)
        await answered(pilot)
        assert app.on_screen[0].endswith("row 10")


async def test_a_row_wider_than_the_list_is_cut_and_a_wide_letter_never_halved() -> None:
    app = OneList(["阿勒颇阿勒颇", "x" * 500])
    async with running(app, (9, 2)):
        assert [app.rows.render_line(y).cell_length for y in (0, 1)] == [9, 9]


async def test_a_click_takes_the_focus_and_the_cursor_to_its_row() -> None:
    app = OneList(MANY)
    async with running(app, (80, 5)) as pilot:
        app.set_focus(None)
        app.rows.go_to(100)
        await answered(pilot)
        await pilot.click(Rows, offset=(10, 1))
        assert app.rows.has_focus
        assert app.on_screen[1] == "▸ row 97"


async def test_a_click_below_the_rows_moves_nothing() -> None:
    app = OneList(MANY[:3])
    async with running(app, (80, 10)) as pilot:
        await press(pilot, "j")
        await pilot.click(Rows, offset=(10, 7))
        assert app.rows.row_id == "row 1"


async def test_what_is_read_out_is_the_row_under_the_cursor_or_why_there_is_none() -> None:
    app = OneList(MANY[:3])
    async with running(app) as pilot:
        await press(pilot, "j")
        assert app.rows.read_out(80) == "▸ row 1"
        app.show([])
        assert app.rows.read_out(80) == "Nothing here, for a reason."
