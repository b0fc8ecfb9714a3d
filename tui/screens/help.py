"""Help and palette in one: every key and every sign, filtered as you type; Enter does what the row says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from store.folding import fold
from store.query import FIELDS
from tui.field import Field
from tui.keys import Key
from tui.lines import Line
from tui.render import styles
from tui.render.names import LEGEND
from tui.render.text import column, lit
from tui.rows import Rows


class Entry(NamedTuple):
    """A row of the help: what to press or what is seen, what it does or means, where; `key` is None for signs."""

    left: str
    right: str
    scope: str
    key: Key | None = None


class HelpScreen(Screen[str | None]):
    """Ends with the id of the key whose row was entered, or None."""

    DEFAULT_CSS = """
    HelpScreen Line { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", show=False),
        Binding("ctrl+c", "dismiss(None)", show=False, priority=True),
        Binding("down", "rows('down')", show=False, priority=True),
        Binding("up", "rows('up')", show=False, priority=True),
        Binding("pagedown", "rows('page_down')", show=False, priority=True),
        Binding("pageup", "rows('page_up')", show=False, priority=True),
    ]

    def __init__(self, keys: Sequence[Key], *, palette: bool) -> None:
        super().__init__()
        self._entries = [Entry(key.shown, key.does, key.scope, key) for key in keys]
        if not palette:
            self._entries += [Entry(sign, meaning, "sign") for sign, meaning in LEGEND]
            self._entries += [Entry(f"{f.name}:", f.description, f"field, as in {f.example}") for f in FIELDS.values()]
        self._palette = palette

    def compose(self) -> ComposeResult:
        yield Line(id="help-title")
        yield Field(placeholder="type to filter", id="help-filter")
        yield Rows(id="help-rows")

    def on_mount(self) -> None:
        title = " Commands " if self._palette else " Help "
        rest = " Enter does it · ↓ ↑ move · Esc closes"
        self.query_one("#help-title", Line).show([Segment(title, styles.HEADING_FOCUSED), Segment(rest, styles.DIM)])
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, text: str) -> None:
        wanted = fold(text).split()
        found = [
            str(index)
            for index, entry in enumerate(self._entries)
            if all(word in fold(" ".join(entry[:3])) for word in wanted)
        ]
        empty = "Nothing in the help has these words. Backspace takes some away."
        self.query_one(Rows).show(
            found, lambda row, width: self._draw(row, width, wanted), marks=frozenset(), cursor_id="", empty=empty
        )

    def _draw(self, row_id: str, width: int, words: Sequence[str]) -> list[Segment]:
        entry = self._entries[int(row_id)]
        scope = f" ({entry.scope})" if entry.scope != "everywhere" else ""
        return [column(entry.left, 13, styles.KEY), *lit(entry.right + scope, words)]

    def action_rows(self, move: str) -> None:
        getattr(self.query_one(Rows), f"action_{move}")()

    def on_input_submitted(self) -> None:
        row_id = self.query_one(Rows).row_id
        key = self._entries[int(row_id)].key if row_id else None
        self.dismiss(key.id if key else None)
