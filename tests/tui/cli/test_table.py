"""Tables of text: within any width, and without losing a word."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cli.table import LEAST, Heading, cells, text_table, wrap

WORDS = st.text(st.sampled_from("ab é中한 \u0301\u200d-\n\x1b"), max_size=60)
HEADINGS = (Heading("Id"), Heading("Who", 1), Heading("What"))


@settings(max_examples=150)
@given(st.lists(st.tuples(st.just("st-1"), WORDS, WORDS), max_size=5), st.integers(60, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str, str]], width: int):
    assert all(cells(line) <= width for line in text_table(HEADINGS, rows, width).splitlines())


@settings(max_examples=150)
@given(WORDS, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int):
    lines = wrap(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_an_unbounded_table_has_one_line_a_row_however_long():
    table = text_table(HEADINGS, [("st-1", "Ana", "word " * 200)])
    assert len(table.splitlines()) == 2


def test_a_long_text_goes_on_below_itself_whole():
    lines = text_table(HEADINGS, [("st-1", "Ana", "the army did not fire " * 4)], 50).splitlines()
    assert lines[1].startswith("st-1  Ana  the army did not fire")
    assert all(line.startswith(" " * 11) for line in lines[2:])
    assert " ".join(" ".join(line[11:] for line in lines[1:]).split()) == ("the army did not fire " * 4).strip()


def test_a_name_is_broken_at_a_space_or_a_dash_before_it_is_broken_within_a_word():
    assert wrap("UN Secretary-General?", 16) == ["UN", "Secretary-", "General?"]
    assert wrap("the Entscheidungsträgerin", 12) == ["the", "Entscheidung", "strägerin"]


def test_columns_are_given_up_in_their_order_where_there_is_no_room():
    headings = (Heading("Id"), Heading("Place", 2), Heading("Period", 1), Heading("What"))
    row = ("st-1", "eastern Aleppo", "17 Nov – 13 Dec", "x" * LEAST)
    shown = [text_table(headings, [row], width).splitlines()[0].split() for width in (80, 55, 40)]
    assert shown == [["Id", "Place", "Period", "What"], ["Id", "Place", "What"], ["Id", "What"]]


def test_wide_characters_keep_the_columns_straight():
    lines = text_table((Heading("Who"), Heading("What")), [("中文", "x"), ("ab", "x")]).splitlines()
    assert [cells(line.partition("x")[0]) for line in lines[1:]] == [6, 6]
