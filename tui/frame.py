"""The frame of a pane: a heading with its number over a list of rows."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import var

from tui.lines import Line, spread
from tui.render import styles
from tui.render.rows import Page, counted_row
from tui.render.text import cut
from tui.rows import Rows
from tui.view.shown import Shown


class Frame(Vertical):
    """A heading over a body; the heading of the pane in focus stands out."""

    DEFAULT_CSS = """
    Frame { width: 1fr; height: 1fr; }
    Frame > Line { height: 1; }
    """
    NUMBER = 0
    TITLE = ""

    def head(self, left: str, *rights: str) -> None:
        """What the heading says after number and title, and at its right end: the first of `rights` that fits."""
        line = self.query_one("#heading", Line)
        width = self.size.width
        name = Segment(f" {self.NUMBER} {self.TITLE} ", self._heading_style())
        rest = cut(left, max(width - name.cell_length - 1, 0))
        used = name.cell_length + len(rest) + 1
        right = next((right for right in rights if right and used + len(right) + 2 <= width), "")
        end = [Segment(f" {right} ", styles.DIM)] if right else []
        rule = Segment("─" * max(width - used - 1 - sum(s.cell_length for s in end), 0), styles.RULE)
        line.show(spread([name, Segment(f"{rest} " if rest else "", styles.HEADING), rule], end, width))

    def _heading_style(self) -> Style:
        return styles.HEADING_FOCUSED if self.has_focus_within else styles.HEADING

    def compose(self) -> ComposeResult:
        yield Line(id="heading")

    def on_descendant_focus(self) -> None:
        self.reheaded()

    def on_descendant_blur(self) -> None:
        self.reheaded()

    def on_resize(self) -> None:
        self.reheaded()

    def reheaded(self) -> None:
        """Draws the heading anew, for the focus came or went or the width changed."""


class ListPane(Frame):
    """A pane that lists the rows of one table. Takes what is shown, posts what its Rows post."""

    TABLE = ""

    widths: Mapping[str, int] = MappingProxyType({})
    """How wide the columns of what is shown would like to be, where a pane has columns."""

    shown: var[Shown | None] = var(None, init=False)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Rows(id=f"{self.TABLE}-rows")

    @property
    def rows(self) -> Rows:
        return self.query_one(Rows)

    def watch_shown(self, shown: Shown | None) -> None:
        if shown is None:
            return
        self.rows.show(
            shown.ids(self.TABLE),
            self.draw,
            marks=shown.view.marks,
            cursor_id=shown.view.cursors.get(self.TABLE, ""),
            empty=shown.why_empty(self.TABLE),
        )
        self.reheaded()

    def reheaded(self) -> None:
        if self.shown is not None:
            self.head(f"· {self.shown.tally(self.TABLE)}", self.side(self.shown))

    def side(self, shown: Shown) -> str:
        """What the heading says at its right end: in which order the rows stand."""
        return shown.order(self.TABLE)

    def draw(self, row_id: str, width: int) -> list[Segment]:
        """One row of this pane; nothing as long as nothing is shown."""
        shown = self.shown
        if shown is None:
            return []
        page = Page(shown.records, shown.words, width, self.widths)
        return self.row(shown, page, row_id, shown.dimmed(self.TABLE, row_id))

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> list[Segment]:
        """One row of what is shown."""
        raise NotImplementedError


class CountedPane(ListPane):
    """Names, each with its statements and figures under the rest of the filter."""

    def side(self, shown: Shown) -> str:
        """Names the two columns, where the user chose no other order."""
        return shown.order(self.TABLE) if self.TABLE in shown.view.sorts else "said  num"

    def row(self, shown: Shown, page: Page, row_id: str, dimmed: bool) -> list[Segment]:
        counts = shown.counts(self.TABLE).get(row_id, (0, 0))
        return counted_row(page, self.name_of(shown, row_id), counts, dimmed)

    def name_of(self, shown: Shown, row_id: str) -> str:
        """What the row is called."""
        raise NotImplementedError
