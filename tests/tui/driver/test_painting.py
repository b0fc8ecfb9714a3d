"""Frames are short: the bytes that a change costs on the line."""

from __future__ import annotations

from tests.tui.driver.emulator import Emulator
from tui.driver.display import BEGIN, END, Display
from tui.terminal import Terminal

COLUMNS, ROWS = 100, 20
TEXT = "Some {} civilians were killed, local sources say, and nobody counted them again before the evening"


def text(y: int) -> str:
    return TEXT.format(y).ljust(COLUMNS - 2)[: COLUMNS - 2]


def row(y: int, gutter: str = "  ", words: str | None = None) -> str:
    """A row as Textual draws it anew: all of it, for one changed cell."""
    return f"\x1b[{y + 1};1H\x1b[1;36m{gutter}\x1b[0m{text(y) if words is None else words.ljust(COLUMNS - 2)}"


def drawn(terminal: Terminal | None = None) -> Display:
    """A screen full of rows, the cursor on the fourth."""
    display = Display(terminal or Terminal(), COLUMNS, ROWS)
    display.write("\n".join(row(y, "▸ " if y == 3 else "  ") for y in range(ROWS)))
    display.frame()
    home(display)
    return display


def home(display: Display) -> str:
    """The frame, once Textual left its cursor in the first cell."""
    display.write("\x1b[1;1H")
    return display.frame()


def test_a_step_costs_two_cells() -> None:
    display = drawn()
    display.write(row(3) + "\n" + row(4, "▸ ") + "\x1b[1;1H")
    assert len(display.frame().encode()) <= 24
    display.write(row(4) + "\n" + row(5, "▸ ") + "\x1b[1;1H")
    assert display.frame() == "\r \x1b[6H▸"


def test_what_is_drawn_as_it_stands_costs_nothing() -> None:
    display = drawn()
    display.write(row(7) + "\n" + row(9) + "\x1b[1;1H")
    assert display.frame() == ""


def test_after_a_cell_that_is_not_ascii_the_next_run_names_its_column() -> None:
    display = drawn()
    display.write(row(7, "▸ ") + "\x1b[1;1H")
    display.frame()
    display.write(row(7, "● ", text(7)[:40] + "X" + text(7)[41:]) + "\x1b[1;1H")
    assert display.frame() == "\r●\x1b[43G\x1b[mX"


def test_the_end_of_a_row_is_erased_rather_than_written_over() -> None:
    display = drawn()
    display.write(row(7, words=text(7)[:10]) + "\x1b[1;1H")
    assert display.frame() == "\x1b[8;13H\x1b[K"


def test_a_hole_in_a_row_is_erased_where_it_stands() -> None:
    display = drawn()
    display.write(row(7, words=text(7)[:10] + " " * 30 + text(7)[40:]) + "\x1b[1;1H")
    assert len(display.frame()) < 24
    assert "X" in redrawn_hole(Terminal())
    assert "X" not in redrawn_hole(Terminal(erase_characters=False))


def redrawn_hole(terminal: Terminal) -> str:
    display = drawn(terminal)
    display.write(row(7, words=text(7)[:10] + " " * 30 + text(7)[40:]) + "\x1b[1;1H")
    return display.frame()


def test_rows_that_moved_are_moved_by_the_terminal() -> None:
    display = drawn()
    moved = [f"\x1b[{y + 1};1H\x1b[1;36m  \x1b[0m{text(y + 1)}" for y in range(2, 18)]
    display.write("\n".join(moved) + "\x1b[1;1H")
    frame = display.frame()
    assert "\x1b[3;18r" in frame
    assert len(frame) < 2 * COLUMNS
    assert "\x1b[3;18r" not in moved_by(Terminal(scroll_region=False))


def moved_by(terminal: Terminal) -> str:
    display = drawn(terminal)
    moved = [f"\x1b[{y + 1};1H\x1b[1;36m  \x1b[0m{text(y + 1)}" for y in range(2, 18)]
    display.write("\n".join(moved) + "\x1b[1;1H")
    return display.frame()


def test_only_a_frame_worth_it_is_shown_at_once() -> None:
    display = drawn()
    display.write("\n".join(row(y, words="z" * 90) for y in range(ROWS)) + "\x1b[1;1H")
    frame = display.frame()
    assert frame.startswith(BEGIN)
    assert frame.endswith(END)
    display.write(row(3, "▸ ") + "\x1b[1;1H")
    assert BEGIN not in display.frame()


def test_once_forgotten_all_is_cleared_and_sent_again() -> None:
    display = drawn()
    display.forget()
    frame = display.frame()
    assert frame.index("\x1b[2J") < frame.index("Some 0 civilians") < frame.index("Some 19 civilians")
    assert display.frame() == ""


def test_the_cursor_goes_to_what_is_typed_and_nowhere_else() -> None:
    display, emulator = drawn(), Emulator(COLUMNS, ROWS)
    display.write(row(7, words="typed") + "\x1b[8;9H")
    emulator.show(display.frame())
    assert (emulator.cursor.y, emulator.cursor.x) == (7, 8)
    display.write(row(7, words="typed again") + "\x1b[1;1H")
    emulator.show(display.frame())
    assert (emulator.cursor.y, emulator.cursor.x) == (7, len("  typed again"))


def test_a_pane_begins_in_its_place_whatever_was_made_of_the_letters_in_the_one_before() -> None:
    display = Display(Terminal(), COLUMNS, ROWS)
    display.write("\x1b[3;1Hनमस्ते ab\x1b[90m│\x1b[0mright\x1b[1;1H")
    column = len("नमस्ते ab") - 1  # two marks, one of them with a cell of its own
    assert f"ab\x1b[{column}G\x1b[90m│" in display.frame().replace("\x1b[m", "")
