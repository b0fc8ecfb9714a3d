"""Cells: what stands where, with wide characters, marks, flags and edges."""

from __future__ import annotations

import pytest
from rich.cells import get_character_cell_size

from tui.driver.cells import SINGLE, Cells


def row(*texts: str, columns: int = 8) -> list[str]:
    cells, x = Cells(columns, 1), 0
    for text in texts:
        x = cells.put(x, 0, text, ())
    return cells.texts[0]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["ab"], ["a", "b"]),
        (["漢字"], ["漢", "", "字", ""]),
        (["e\u0301t"], ["e\u0301", "t"]),
        (["e", "\u0301t"], ["e\u0301", "t"]),
        (["漢", "\u0301"], ["漢\u0301", ""]),
        (["🇸🇾!"], ["🇸🇾", "", "!"]),
        (["👨‍👩‍👧."], ["👨‍👩‍👧", "", "."]),
        (["❤️."], ["❤️", "", "."]),
        (["שָׁ"], ["שָׁ"]),
    ],
)
def test_each_cell_holds_its_character_and_the_marks_on_it(texts: list[str], expected: list[str]) -> None:
    found = row(*texts)
    assert found[: len(expected)] == expected
    assert set(found[len(expected) :]) == {" "}


def test_half_a_wide_character_is_none() -> None:
    cells = Cells(4, 1)
    cells.put(0, 0, "漢字", ())
    cells.put(1, 0, "x", ())
    assert cells.texts[0] == [" ", "x", "字", ""]
    cells.put(2, 0, "y", ())
    assert cells.texts[0] == [" ", "x", "y", " "]


def test_what_is_beyond_the_edges_is_lost() -> None:
    assert row("abcdef", columns=4) == list("abcd")
    assert row("abc漢", columns=4) == ["a", "b", "c", " "]
    cells = Cells(4, 1)
    cells.put(0, 5, "x", ())
    cells.put(9, 0, "x", ())
    assert cells.texts == [[" "] * 4]


def test_text_taken_for_one_cell_a_character_is_so() -> None:
    single = [chr(code) for code in range(0x20, 0x3000) if SINGLE.fullmatch(chr(code))]
    assert {get_character_cell_size(character) for character in single} == {1}


def test_another_size_keeps_what_there_is_room_for() -> None:
    cells = Cells(4, 2)
    cells.put(0, 0, "abcd", ("1",))
    smaller, larger = cells.resized(2, 1), cells.resized(6, 3)
    assert smaller.texts == [["a", "b"]]
    assert larger.texts[0] == ["a", "b", "c", "d", " ", " "]
    assert larger.looks[0][3:5] == [("1",), ()]
    assert (len(larger.texts), len(larger.texts[2])) == (3, 6)


@pytest.mark.parametrize(("lines", "expected"), [(1, "0234 5"), (-1, "0 1235"), (9, "0    5"), (-9, "0    5")])
def test_rows_move_between_those_that_stay(lines: int, expected: str) -> None:
    cells = Cells(1, 6)
    for y in range(6):
        cells.put(0, y, str(y), ())
    cells.scroll(1, 5, lines)
    assert "".join(text for [text] in cells.texts) == expected
