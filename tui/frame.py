"""The frame of a pane: a heading with its number over a list of rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rich.cells import cell_len
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var
from textual.strip import Strip

from tui.clean import clean
from tui.ink import Ink, Row
from tui.lined import Lined, unscrolled
from tui.lines import Line, spread
from tui.render import styles
from tui.render.rows import COLUMN, Beside, Page, counted_row, fitting_columns
from tui.render.spoken import counted_line
from tui.render.text import cut
from tui.rows import Rows
from tui.spoken import spoken
from tui.view.shown import Shown


class Stack(Vertical, inherit_css=False):
    """Widgets above one another that have all the room there is."""

    DEFAULT_CSS = """
    Stack { width: 1fr; height: 1fr; }
    """

    virtual_size = unscrolled()


class Column(Lined, Stack):
    """Frames above one another, and a rule at the right end where they leave it room."""

    def render_line(self, y: int) -> Strip:
        return Strip([Ink(clean(" " * (self.size.width - 1))), Ink(clean("│"), styles.BORDER)])


class Frame(Stack, Line):
    """A heading over a body, which leaves it its line; the heading of the pane in focus stands out."""

    DEFAULT_CSS = """
    Frame { width: 1fr; height: 1fr; }
    Frame > * { margin: 1 0 0 0; }
    """
    NUMBER = 0
    TITLE = ""

    def head(self, left: str, *rights: str) -> None:
        """What the heading says after number and title, and at its right end: the first of `rights` that fits."""
        name = Ink(clean(f" {self.NUMBER} {self.TITLE} "), self._heading_style())
        self.fill(lambda width: [heading(name, left, rights, width)])

    def _heading_style(self) -> Style:
        return styles.HEADING_FOCUSED if self.has_focus_within else styles.HEADING

    def on_descendant_focus(self) -> None:
        self.reheaded()

    def on_descendant_blur(self) -> None:
        self.reheaded()

    def reheaded(self) -> None:
        """Draws the heading anew, for the focus came or went."""


def heading(name: Ink, left: str, rights: Iterable[str], width: int) -> Row:
    """Name and words over a rule, and at its right end the first of `rights` that fits."""
    rest = cut(left, max(width - name.cell_length - 1, 0))
    used = name.cell_length + cell_len(rest) + 1
    right = next((right for right in rights if right and used + cell_len(clean(right)) + 2 <= width), "")
    end = [Ink(clean(f" {right} "), styles.DIM)] if right else []
    rule = Ink(clean("─" * max(width - used - 1 - sum(s.cell_length for s in end), 0)), styles.RULE)
    return spread([name, Ink(clean(f"{rest} " if rest else ""), styles.HEADING), rule], end, width)


class ListPane(Frame):
    """A pane that lists the rows of one table. Takes what is shown, posts what its Rows post."""

    TABLE = ""

    widths: Mapping[str, int] = MappingProxyType({})
    """How wide the columns of what is shown would like to be, where a pane has columns."""

    shown: var[Shown | None] = var(None, init=False)
    _behind = False

    def compose(self) -> ComposeResult:
        yield Rows(id=f"{self.TABLE}-rows")

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)

    def watch_shown(self, shown: Shown | None) -> None:
        """Out of sight nothing is worked out for each letter that is typed."""
        self._behind = shown is not None and shown.typing and not self.rows.size
        if shown is not None and not self._behind:
            self.take(shown)

    def on_mount(self) -> None:
        self.rows.catch_up = self.catch_up

    def catch_up(self) -> None:
        """Has the rows of what is shown now, though it may be out of sight."""
        if self._behind and self.shown is not None:
            self._behind = False
            self.take(self.shown)

    def take(self, shown: Shown) -> None:
        """The rows are those of what is shown."""
        ids = shown.ids(self.TABLE)
        self.rows.show(
            ids,
            self.draw,
            marks=shown.view.marks,
            cursor_id=shown.view.cursors.get(self.TABLE, ""),
            empty="" if ids else shown.why_empty(self.TABLE),
        )
        self.reheaded()

    def reshown(self, row_id: str) -> None:
        """Something else than the filter changed what the row says."""
        self.rows.redraw(row_id)

    def reheaded(self) -> None:
        if self.shown is not None:
            self.head(f"· {self.shown.tally(self.TABLE)}", self.side(self.shown))

    def side(self, shown: Shown) -> str:
        """What the heading says at its right end: in which order the rows stand."""
        return shown.order(self.TABLE)

    def draw(self, row_id: str, width: int) -> Row:
        """One row of this pane; nothing as long as nothing is shown."""
        shown = self.shown
        if shown is None:
            return []
        page = Page(shown.records, shown.words, width, self.widths, spoken(self))
        return self.row(shown, page, row_id, shown.dimmed(self.TABLE, row_id))

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> Row:
        """One row of what is shown."""
        raise NotImplementedError


class CountedPane(ListPane):
    """Names, each with its statements and figures under the rest of the filter."""

    def side(self, shown: Shown) -> str:
        """Names the columns, where the user chose no other order."""
        if self.TABLE in shown.view.sorts:
            return shown.order(self.TABLE)
        names = ["said", "num", *self.more(shown)]
        return "".join(
            f"{name:>{COLUMN}}"
            for name in names[: fitting_columns((self.size.width or self.screen.size.width) - 2, len(names))]
        ).strip()

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> Row:
        draw = counted_line if page.spoken else counted_row
        return draw(page, self.name_of(shown, row_id), self.beside(shown, row_id), dimmed)

    def more(self, shown: Shown) -> Sequence[str]:
        """The headings of further columns."""
        return ()

    def beside(self, shown: Shown, row_id: str) -> Beside:
        """What stands beside the row's name."""
        return Beside(shown.counts(self.TABLE).get(row_id, (0, 0)))

    def name_of(self, shown: Shown, row_id: str) -> str:
        """What the row is called."""
        raise NotImplementedError
