"""The one list widget: any number of rows, of which only those on the screen are ever drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui import keys
from tui.clean import clean
from tui.ink import Ink, Row
from tui.render import styles
from tui.render.text import wrap
from tui.spoken import spoken
from tui.wheel import Wheeled

GUTTER = 2
"""Cells before each row: the cursor's and the mark's."""

Draw: TypeAlias = Callable[[str, int], Row]
"""From an id and a width in cells to the row."""


DRAWN = 256
"""Rows that are kept as they were drawn last: two large screens full."""


def _up_to_date() -> None:
    return None


def _nothing(row_id: str, width: int) -> list[Ink]:
    return []


def movement() -> list[BindingType]:
    """The bindings of all keys that move, by their ids, so that a user can give them others."""
    return bindings("rows")


def bindings(scope: str, owner: str = "") -> list[BindingType]:
    """The bindings of all keys whose id begins with this scope; `owner` ("screen.") is who acts, if not who has them.

    They have priority, so that the app runs each before it looks at the next key: the order of what is typed ahead
    is kept, and nothing is marked that the cursor had left already.
    """
    return [
        Binding(key.keys, owner + key.action, key.does, id=key.id, show=False, priority=True)
        for key in keys.KEYS
        if key.id.startswith(scope + ".")
    ]


class Rows(Wheeled, can_focus=True):
    """A list of ids, a line each. The cursor and the marks stand in the gutter, so that a step changes two cells."""

    DEFAULT_CSS = """
    Rows { width: 1fr; height: 1fr; overflow: hidden hidden; scrollbar-size: 0 0; }
    """
    BINDINGS = movement()

    cursor = var(0, init=False)
    """The row under the cursor, from 0; 0 too where there is none."""

    class Highlighted(Message):
        """The cursor moved to another row, by a key or because the list changed."""

        def __init__(self, rows: Rows, row_id: str) -> None:
            """`row_id` is empty where the list has no rows."""
            super().__init__()
            self.rows, self.row_id = rows, row_id

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.ids: Sequence[str] = ()
        self.marks: frozenset[str] = frozenset()
        self.range_from: int | None = None
        self._draw: Draw = _nothing
        self._empty: str = ""
        self.catch_up: Callable[[], None] = _up_to_date
        """Called before a first line is drawn at another size: out of sight the rows may have fallen behind."""
        self._lines: list[Row] = []
        self._drawn = (0, Size(0, 0))

    def show(self, ids: Sequence[str], draw: Draw, *, marks: frozenset[str], cursor_id: str, empty: str) -> None:
        """Other rows, or the same drawn otherwise; the cursor goes to `cursor_id`, or stays near where it was.

        `empty` is what stands in place of rows where there are none.
        """
        if ids is not self.ids:
            self.ids, self.range_from = ids, None
            self.set_reactive(Rows.virtual_size, Size(self.size.width, len(ids)))
        # A step draws two rows that were drawn before: only what is shown anew is thought about anew.
        self._draw, self._empty, self.marks = lru_cache(DRAWN)(draw), empty, marks
        self.set_reactive(Rows.cursor, self._where(cursor_id))
        self._keep_in_sight()
        self._renew()

    def _renew(self) -> None:
        """Has those lines drawn anew that changed; all of them where they were scrolled or the size changed."""
        drawn, before, lines = self._drawn, self._lines, self._look()
        if self._drawn != drawn:
            self.refresh()
        elif changed := [y for y, (line, old) in enumerate(zip(lines, before, strict=False)) if line != old]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _look(self) -> list[Row]:
        """The lines in sight as they are now; from now on they are what was drawn."""
        top, size = round(self.scroll_y), self.size
        self._lines, self._drawn = [self._line(y, top, size) for y in range(size.height)], (top, size)
        return self._lines

    def _where(self, row_id: str) -> int:
        found = self.index_of(row_id)
        return found if found is not None else max(min(self.cursor, len(self.ids) - 1), 0)

    def index_of(self, row_id: str) -> int | None:
        """The row with this id; None where it isn't shown."""
        try:
            return self.ids.index(row_id)
        except ValueError:
            return None

    @property
    def row_id(self) -> str:
        """The id under the cursor; empty where there are no rows."""
        return self.ids[self.cursor] if self.cursor < len(self.ids) else ""

    @property
    def ranged(self) -> Sequence[str]:
        """The ids of the range begun, the cursor's included; none where none was begun."""
        if self.range_from is None:
            return ()
        first, last = sorted((self.range_from, self.cursor))
        return self.ids[first : last + 1]

    def redraw(self, row_id: str) -> None:
        """What is drawn of this row has changed, though the list hasn't."""
        if hasattr(self._draw, "cache_clear"):
            self._draw.cache_clear()
        if self.index_of(row_id) is not None:
            self._renew()

    def begin_range(self, index: int | None) -> None:
        """A range from this row to the cursor; None ends it."""
        self.range_from = index
        self._renew()

    def mark(self, marks: frozenset[str]) -> None:
        """Other marks on the same rows."""
        self.marks = marks
        self._renew()

    @property
    def spot(self) -> Offset:
        """The first cell of the row under the cursor, on the screen."""
        return self.region.offset + Offset(0, self.cursor - round(self.scroll_y))

    def read_out(self, width: int) -> str:
        """The row under the cursor as it is drawn in so many cells; what stands there where there are no rows."""
        return "".join(ink.text for ink in self._row(self.cursor, width)).rstrip() if self.ids else self._empty

    def go_to(self, index: int) -> None:
        """Moves the cursor, as far as there are rows."""
        self.cursor = max(min(index, len(self.ids) - 1), 0)

    @property
    def cursor_line(self) -> int:
        """The line of the list, from 0, that the cursor stands on."""
        return self.cursor - round(self.scroll_y)

    def keep_on(self, line: int) -> None:
        """Scrolls so that the cursor stands on this line again, as far as there are rows: others came or went."""
        last = max(len(self.ids) - self.size.height, 0)
        wanted = max(min(self.cursor - line, last), 0)
        if wanted != round(self.scroll_y):
            self.stand_at(wanted)
            self._renew()

    def moved(self, lines: int) -> None:
        self.go_to(self.cursor + lines)

    def watch_cursor(self, old: int, new: int) -> None:
        self._keep_in_sight()
        self._renew()
        if spoken(self):
            # Nothing of the row has changed, but the terminal's cursor has to follow.
            self.refresh_line(new)
        self.post_message(self.Highlighted(self, self.row_id))

    def _keep_in_sight(self) -> None:
        """Scrolls where the cursor left the screen."""
        top, height = round(self.scroll_y), self.size.height
        wanted = min(max(top, self.cursor - height + 1), self.cursor)
        # While it is hidden nobody knows what will be in sight.
        if height and (wanted := max(min(wanted, len(self.ids) - height), 0)) != top:
            self.stand_at(wanted)

    def fit(self) -> None:
        self.catch_up()
        self.set_reactive(Rows.virtual_size, Size(self.size.width, len(self.ids)))
        self._keep_in_sight()
        self._look()

    def on_click(self, event: Click) -> None:
        """The cursor goes to the row that was clicked; the focus has come already."""
        event.stop()
        if (index := event.y + round(self.scroll_y)) < len(self.ids):
            self.go_to(index)

    def on_focus(self) -> None:
        # A widget has its focus, or has it no more, once all who hear of it have been called.
        self.call_later(self._renew)

    def on_blur(self) -> None:
        self.call_later(self._renew)

    def render_line(self, y: int) -> Strip:
        # Found out once for all lines: each would ask Textual where it stands.
        size = self._fitted or self.size
        known = self._drawn == (round(self.scroll_y), size) and y < len(self._lines)
        line = self._lines[y] if known else self._line(y, round(self.scroll_y), size)
        return Strip(line).adjust_cell_length(size.width)

    def _line(self, y: int, top: int, size: Size) -> Row:
        if y + top < len(self.ids):
            return self._row(y + top, size.width, self._more(y, top, size.height))
        return [] if self.ids else self._empty_line(y, size.width)

    def _row(self, index: int, width: int, more: str = " ") -> Row:
        row_id = self.ids[index]
        first = self._state(index, row_id) if spoken(self) else self._gutter(index, row_id, more)
        return [first, *self._draw(row_id, max(width - first.cell_length, 0))]

    def _state(self, index: int, row_id: str) -> Ink:
        """In words what the gutter tells; nothing of the cursor, for it stands there itself."""
        return Ink(clean("marked, " if row_id in self.marks else "in range, " if self._in_range(index) else ""))

    def _gutter(self, index: int, row_id: str, more: str) -> Ink:
        focus = self.has_focus
        pointer = ("▸" if focus else "▹") if index == self.cursor else more
        mark = "●" if row_id in self.marks else "┃" if self._in_range(index) else " "
        return Ink(clean(pointer + mark), styles.CURSOR if focus else styles.DIM)

    def _more(self, y: int, top: int, height: int) -> str:
        """Arrows at the ends of what is on the screen, where there are more rows beyond."""
        if y == 0 < top:
            return "↑"
        return "↓" if y == height - 1 and top + height < len(self.ids) else " "

    def _in_range(self, index: int) -> bool:
        begun = self.range_from
        return begun is not None and min(begun, self.cursor) <= index <= max(begun, self.cursor)

    def _empty_line(self, y: int, width: int) -> Row:
        lines = wrap(self._empty, max(width - GUTTER, 1))
        return [Ink(clean(" " * GUTTER + self._empty[slice(*lines[y])]), styles.DIM)] if y < len(lines) else []

    def action_down(self) -> None:
        self.moved(1)

    def action_up(self) -> None:
        self.moved(-1)

    def action_page_down(self) -> None:
        self.moved(max(self.size.height - 1, 1))

    def action_page_up(self) -> None:
        self.moved(-max(self.size.height - 1, 1))

    def action_half_down(self) -> None:
        self.moved(max(self.size.height // 2, 1))

    def action_half_up(self) -> None:
        self.moved(-max(self.size.height // 2, 1))

    def action_first(self) -> None:
        self.go_to(0)

    def action_last(self) -> None:
        self.go_to(len(self.ids) - 1)
