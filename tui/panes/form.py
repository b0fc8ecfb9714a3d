"""A form: a label and a value on a line each, and below them what there is to say of a field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from msgspec import Struct
from rich.cells import cell_len
from rich.style import Style
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip

from tui.clean import clean
from tui.ink import Ink, Row, fitted
from tui.render import styles
from tui.render.text import cut, fit, wrap
from tui.spoken import spoken
from tui.wheel import Wheeled

GUTTER = 2
"""Cells before a label: the cursor's and the sign's."""
LABEL = 22
"""Cells of a label, at most."""
UNFOLDED = 5
"""Lines, at most, of the value under the cursor; of the others there is one."""
NOTE_LINES = 6
"""Lines, at most, of one note."""
LONGEST = 4000
"""Characters of a value that are laid out."""

Note: TypeAlias = tuple[str, Style]


class Entry(Struct, frozen=True):
    """A field as it stands in the form. `sign` is " ", "*" for changed or "!" for a clash; `notes` stand below it.

    Of `choices`, a closed list, the one that is `value` is lit; it is shown below the cursor's field.
    """

    label: str
    value: str
    sign: str = " "
    fixed: bool = False
    choices: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


SPOKEN = {" ": "", "*": "changed, ", "!": "clashes, "}


class FormLines(Wheeled, can_focus=True):
    """The entries, of which one has the cursor. `show` is the one way to another picture."""

    DEFAULT_CSS = """
    FormLines { width: 1fr; height: 1fr; overflow: hidden hidden; scrollbar-size: 0 0; }
    """

    @dataclass
    class Chosen(Message):
        """The pointer went to another entry."""

        index: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: Sequence[Entry] = ()
        self.cursor = 0
        self._lines: list[tuple[int, Row]] = []

    def show(self, entries: Sequence[Entry], cursor: int) -> None:
        """These entries, the cursor on one of them and in sight."""
        self.entries, self.cursor = entries, cursor
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        self._lines = [
            (index, row) for index, entry in enumerate(self.entries) for row in self._drawn(index, entry, self.column)
        ]
        self.set_reactive(FormLines.virtual_size, Size(self.size.width, len(self._lines)))
        self._keep_in_sight()
        self.refresh()

    @property
    def column(self) -> int:
        """The column at which the values begin."""
        longest = max((cell_len(clean(entry.label)) for entry in self.entries), default=0)
        return GUTTER + min(longest, LABEL, max(self.size.width // 3, 1)) + 1

    def _keep_in_sight(self) -> None:
        """All lines of the cursor's entry where they fit, at any rate its first."""
        own = [line for line, (index, _) in enumerate(self._lines) if index == self.cursor]
        if not own or not self.size.height:
            return
        top = min(max(round(self.scroll_y), own[-1] - self.size.height + 1), own[0])
        self.scroll_to(y=max(min(top, len(self._lines) - self.size.height), 0), animate=False, force=True)

    @property
    def place(self) -> Region:
        """Where the value under the cursor stands, within this widget: one line high."""
        line = next((line for line, (index, _) in enumerate(self._lines) if index == self.cursor), 0)
        return Region(self.column, line - round(self.scroll_y), max(self.size.width - self.column, 1), 1)

    @property
    def spot(self) -> Offset:
        """The first cell of the cursor's entry, on the screen."""
        return self.region.offset + Offset(0, self.place.y)

    def moved(self, lines: int) -> None:
        """The wheel goes through the entries."""
        self.post_message(self.Chosen(max(min(self.cursor + lines, len(self.entries) - 1), 0)))

    def on_click(self, event: Click) -> None:
        event.stop()
        if (line := event.y + round(self.scroll_y)) < len(self._lines):
            self.post_message(self.Chosen(self._lines[line][0]))

    def render_line(self, y: int) -> Strip:
        line = y + round(self.scroll_y)
        row = self._lines[line][1] if line < len(self._lines) else []
        return Strip(fitted(row, self.size.width))

    def _drawn(self, index: int, entry: Entry, column: int) -> Iterator[Row]:
        """The lines of one entry: its value, then what there is to say of it."""
        here, room = index == self.cursor, max(self.size.width - column, 1)
        values = unfolded(entry.value, room) if here else [folded(entry.value, room)]
        look = styles.DIM if entry.fixed else styles.BOLD if entry.sign != " " else styles.PLAIN
        yield [*self._head(entry, here, column), Ink(clean(values[0]), look)]
        margin = Ink(clean(" " * column))
        for line in values[1:]:
            yield [margin, Ink(clean(line), look)]
        if here and entry.choices:
            for choices in listed(entry.choices, entry.value, room):
                yield [Ink(clean(" " * (column - 1))), *choices]
        for text, style in entry.notes:
            for start, end in wrap(text[:LONGEST], room)[:NOTE_LINES]:
                yield [margin, Ink(clean(text[start:end]), style)]

    def _head(self, entry: Entry, here: bool, column: int) -> list[Ink]:
        if spoken(self):
            return [Ink(clean(f"{SPOKEN[entry.sign]}{entry.label}: "))]
        sign = Ink(clean(("▸" if here else " ") + entry.sign), styles.CURSOR)
        label = Ink(clean(fit(entry.label, column - GUTTER - 1) + " "), styles.BOLD if here else styles.DIM)
        return [sign, label]


def folded(value: str, width: int) -> str:
    """A value on one line; of several lines the first, and how many more there are."""
    first, *more = value.split("\n")
    return cut(f"{first} … ({len(more)} more lines)" if more else first, width)


def unfolded(value: str, width: int) -> list[str]:
    """The value in lines, as far as there is room for it under the cursor."""
    lines = [value[a:b] for a, b in wrap(value[:LONGEST], width)]
    if len(lines) > UNFOLDED:
        lines = [*lines[: UNFOLDED - 1], cut(f"{lines[UNFOLDED - 1][: width - 2]} …", width)]
    return lines


def listed(choices: Sequence[str], chosen: str, width: int) -> Iterator[Row]:
    """A closed list in lines, the chosen word lit and in brackets, so that it is seen without colours too."""
    row: list[Ink] = []
    for choice in choices:
        word = f"[{choice}]" if choice == chosen else f" {choice} "
        if row and sum(ink.cell_length for ink in row) + cell_len(clean(word)) > width:
            yield row
            row = []
        row.append(Ink(clean(word), styles.HIT if choice == chosen else styles.DIM))
    yield row
