"""The log of a record: who changed it, when, and what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Offset
from textual.screen import Screen

from store.storage.line import Line as Entry
from tui.clean import clean
from tui.ink import Ink, Row
from tui.lines import Line
from tui.render import styles
from tui.render.history import head, parts
from tui.render.text import cut, wrap
from tui.rows import GUTTER, Rows

MARGIN = "    "
"""Before what a change set changed."""
SHOWN = 200
"""Characters of a value before or after that are shown."""
LONGEST = 20_000
"""Lines; the newest are shown."""


class LogScreen(Screen[None]):
    """The change sets of one record, the newest last and under the cursor. Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,L,ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("ctrl+l", "app.redraw", show=False, priority=True),
    ]
    AUTO_FOCUS = "Rows"

    def __init__(self, record_id: str, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._record_id, self._entries = record_id, entries
        self._lines: list[tuple[str, bool]] = []

    @property
    def spot(self) -> Offset:
        """The line under the cursor, for who listens."""
        return self.query_one(Rows).spot

    def compose(self) -> ComposeResult:
        yield Line(id="log-title")
        yield Rows(id="log-rows")
        yield Line(id="log-keys")

    def on_mount(self) -> None:
        count = len(self._entries)
        title = f" Log of {self._record_id} · {count:,} change set{'s' if count != 1 else ''} "
        self.query_one("#log-title", Line).show([Ink(clean(title), styles.HEADING_FOCUSED)])
        self.query_one("#log-keys", Line).show([Ink(clean(" moves as the lists do · Esc closes"), styles.DIM)])

    def on_resize(self, event: Resize) -> None:
        width = max(event.size.width - GUTTER, 1)
        heads_and_rest = [
            (f"{MARGIN if number else ''}{text}", not number)
            for entry in self._entries
            for number, text in enumerate(self._told(entry))
        ]
        self._lines = [(text[a:b], head) for text, head in heads_and_rest for a, b in wrap(text, width)][-LONGEST:]
        numbers = [str(n) for n in range(len(self._lines))]
        rows, empty = self.query_one(Rows), "The log has nothing of this record: it is as it came into the archive."
        rows.show(numbers, self._draw, marks=frozenset(), cursor_id=numbers[-1] if numbers else "", empty=empty)

    def _told(self, entry: Entry) -> list[str]:
        """A change set in words, as far as it is about the record; the first line is its head."""
        return [head(entry), *(part.text for part in parts(entry, (self._record_id,), SHOWN))]

    def _draw(self, row_id: str, width: int) -> Row:
        text, head = self._lines[int(row_id)]
        return [Ink(cut(text, width), styles.BOLD if head else styles.PLAIN)]
