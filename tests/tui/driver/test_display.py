"""What the driver sends gives the very picture that Textual's own output gives."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, set_cell_size
from rich.style import Style

from tests.tui.driver.emulator import Emulator
from tui.driver.display import Display
from tui.terminal import Terminal

WORDS = [
    *("a", "some 990 civilians", "“The Gov'ts of", "─" * 12, "│", "▸", "                  ", "  ", "[sic]"),
    *("漢字", "阿勒颇", "위기", "👍", "👨‍👩‍👧", "🇸🇾", "❤️", "e\u0301te\u0301", "שָׁלוֹם", "حلب الشرقية", "नमस्ते", "می‌گوید"),
]
STYLES = [
    "",
    "bold",
    "dim",
    "italic underline",
    "reverse",
    "bold reverse",
    "cyan",
    "bold cyan",
    "red on white",
    "strike",
]
COLUMNS, ROWS = 30, 9


def frame(updates: Iterable[tuple[int, int, list[tuple[str, str]]]]) -> str:
    """Updates as Textual writes them: a cell to begin at, then styled text, cropped to the screen."""
    spans = sorted(updates, key=itemgetter(1, 0))
    return "".join(span(*update) + ("\n" if update[1] != spans[-1][1] else "") for update in spans) + "\x1b[1;1H"


def span(x: int, y: int, pieces: list[tuple[str, str]]) -> str:
    line, room = f"\x1b[{y + 1};{x + 1}H", COLUMNS - x
    for text, style in pieces:
        shown = set_cell_size(text, min(cell_len(text), room))
        room -= cell_len(shown)
        line += Style.parse(style or "none").render(shown)
    return line


pieces = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(STYLES)), min_size=1, max_size=5)
updates = st.tuples(st.integers(0, COLUMNS - 1), st.integers(0, ROWS - 1), pieces)
frames = st.lists(updates, max_size=6).map(frame)


def shown(display: Display, emulator: Emulator, data: str) -> str:
    """What is sent for this frame, once the emulator has it."""
    sent = display.write(data) + display.frame()
    emulator.show(sent)
    return sent


@given(st.lists(frames, max_size=8))
@settings(max_examples=200, deadline=None)
def test_every_frame_looks_as_textuals_own(drawn: list[str]) -> None:
    display, ours, stock = Display(Terminal(), COLUMNS, ROWS), Emulator(COLUMNS, ROWS), Emulator(COLUMNS, ROWS)
    for data in drawn:
        shown(display, ours, data)
        stock.show(data)
        assert ours.picture() == stock.picture()


LINES = [f"{number:02} {WORDS[number * 7 % len(WORDS)]} {WORDS[number % len(WORDS)]}" for number in range(40)]


def listed(top: int, cursor: int, head: int, foot: int) -> str:
    """A list as it is scrolled to `top`, between rows that stay: each line with its gutter."""
    rows = range(head, ROWS - foot)
    return frame(
        (0, y, [("▸ " if top + y == cursor else "  ", "bold"), (LINES[top + y].ljust(COLUMNS), "")]) for y in rows
    )


@given(
    st.lists(st.tuples(st.integers(0, len(LINES) - ROWS), st.integers(0, len(LINES))), max_size=10),
    st.integers(0, 2),
    st.integers(0, 2),
)
@settings(max_examples=200, deadline=None)
def test_a_list_that_is_scrolled_looks_as_textuals_own(places: list[tuple[int, int]], head: int, foot: int) -> None:
    display, ours, stock = Display(Terminal(), COLUMNS, ROWS), Emulator(COLUMNS, ROWS), Emulator(COLUMNS, ROWS)
    edges = frame((0, y, [("─" * COLUMNS, "dim")]) for y in (*range(head), *range(ROWS - foot, ROWS)))
    for data in [edges, *(listed(top, cursor, head, foot) for top, cursor in places)]:
        shown(display, ours, data)
        stock.show(data)
        assert ours.picture() == stock.picture()


def test_a_frame_still_drawn_for_the_larger_window_is_cut_at_the_edge_of_the_one_made_smaller() -> None:
    display, emulator = Display(Terminal(), COLUMNS, ROWS), Emulator(COLUMNS, 4)
    display.frame()
    display.resize(COLUMNS, 4)
    emulator.show(display.frame())
    shown(display, emulator, frame((0, y, [(f"row {y}", "bold")]) for y in range(ROWS)))
    assert [line.strip() for line in emulator.display] == [f"row {y}" for y in range(4)]
