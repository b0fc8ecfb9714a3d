"""Moves of the cursor: they end where they should, and are short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.driver.emulator import Emulator
from tui.driver.moves import UNKNOWN, move

COLUMNS, ROWS = 130, 40
columns, rows = st.integers(0, COLUMNS - 1), st.integers(0, ROWS - 1)


@given(columns, rows, columns, rows, st.booleans(), st.booleans())
def test_a_move_ends_where_it_should(x: int, y: int, to_x: int, to_y: int, able: bool, sure: bool) -> None:
    emulator = Emulator(COLUMNS, ROWS)
    emulator.show(f"\x1b[{y + 1};{x + 1}H" + move(x if sure else UNKNOWN, y, to_x, to_y, able))
    assert (emulator.cursor.x, emulator.cursor.y) == (to_x, to_y)


@given(columns, rows, columns, rows, st.booleans())
def test_no_move_is_longer_than_naming_the_cell(x: int, y: int, to_x: int, to_y: int, able: bool) -> None:
    assert len(move(x, y, to_x, to_y, able)) <= len(f"\x1b[{to_y + 1};{to_x + 1}H")


def test_the_row_below_and_one_back_is_four_bytes() -> None:
    assert move(41, 10, 40, 11, True) == "\x1b[B\b"


def test_from_a_column_that_is_not_known_the_column_is_named() -> None:
    assert move(UNKNOWN, 10, 40, 10, True) == "\x1b[41G"
    assert move(UNKNOWN, 10, 40, 10, False) == "\x1b[11;41H"
    assert move(UNKNOWN, 10, 0, 10, True) == "\r"
