"""The bar at the foot: the filter and the counts, the few keys that matter, and what sayso has to say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from tui.clean import clean
from tui.ink import Ink, Row
from tui.lined import unscrolled
from tui.lines import Line, spread
from tui.render import styles
from tui.render.text import cut, wrap

if TYPE_CHECKING:
    from tui.field import Field

MESSAGE_LINES = 4
"""At most, of a message."""


KEPT = 2
"""Keys at the end of the footer that are given up last."""


def _fitting(words: Sequence[tuple[str, str]], width: int) -> tuple[Sequence[tuple[str, str]], str]:
    """As many of the keys as there is room for, and what parts them: two blanks if all of them fit so, else one.

    Help and the way out are the last to go.
    """
    kept, taken = list(words), sum(len(key) + len(word) + 2 for key, word in words)
    if taken + len(words) <= width:
        return kept, "  "
    while len(kept) > KEPT and taken > width:
        key, word = kept.pop(-1 - KEPT)
        taken -= len(key) + len(word) + 2
    return kept, " "


class Bar(Vertical, inherit_css=False):
    """Two lines. The first turns into an input while a filter is typed; the second gives way to a message.

    A message takes as many lines as it needs, up to MESSAGE_LINES.
    """

    DEFAULT_CSS = """
    Bar { height: auto; width: 1fr; dock: bottom; }
    Bar Horizontal { height: 1; display: none; }
    Bar.-editing Horizontal { display: block; }
    Bar.-editing #status { display: none; }
    Bar #prompt { width: auto; min-width: 2; max-width: 20; }
    """
    BLANK = True
    virtual_size = unscrolled()

    class Typed(Message):
        """Another letter of the filter, or of what is searched for."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Message):
        """Enter: the text is to stay."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def compose(self) -> ComposeResult:
        yield Line(id="status")
        yield Line(id="footer")

    @property
    def field(self) -> Field:
        """Where one types; there from the first time on that something is typed."""
        from tui.field import Field  # the browser starts without it

        return self.query_one("#filter", Field)

    @property
    def editing(self) -> bool:
        return self.has_class("-editing")

    async def edit(self, prompt: str, text: str) -> None:
        """Opens the input on this text, with the cursor at its end."""
        if not self.is_attached:
            return
        if not self.query("#filter"):
            await self._make_field()
        line = self.query_one("#prompt", Line)
        line.styles.width = len(prompt) + 1
        line.show([Ink(clean(prompt + " "), styles.KEY)])
        self.add_class("-editing")
        with self.prevent(Input.Changed):
            self.field.value = text
        self.field.cursor_position = len(text)
        self.screen.set_focus(self.field, scroll_visible=False)

    async def _make_field(self) -> None:
        from tui.field import Field

        await self.mount(Horizontal(Line(id="prompt"), Field(id="filter")), before="#footer")

    def close(self) -> None:
        """Back to the status line."""
        self.remove_class("-editing")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.editing:
            self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept(event.value))

    def status(self, left: str, right: str) -> None:
        """The filter at the left, the counts at the right; where both don't fit the filter is cut."""

        def drawn(width: int) -> list[Row]:
            end = Ink(cut(right, width), styles.DIM)
            return [spread([Ink(cut(left, width - end.cell_length - 1), styles.BOLD)], [end], width)]

        self.query_one("#status", Line).fill(drawn)

    def keys(self, words: Sequence[tuple[str, str]], right: str) -> None:
        """As many of the keys as fit, those before the last two given up first; `right` at the right end."""

        def drawn(width: int) -> list[Row]:
            end = Ink(clean(f" {cut(right, width // 2)}" if right else ""), styles.REMARK)
            kept, gap = _fitting(words, width - 1 - end.cell_length)
            pieces = ((Ink(clean(key), styles.KEY), Ink(clean(f" {word}{gap}"))) for key, word in kept)
            return [spread([Ink(clean(" ")), *chain.from_iterable(pieces)], [end], width)]

        self.query_one("#footer", Line).fill(drawn)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """A message in place of the keys, until the next one."""
        look = styles.ERROR if wrong else styles.PLAIN

        def drawn(width: int) -> list[Row]:
            room = max(width - 2, 1)
            lines = [text[a:b] for a, b in wrap(text, room)]
            if len(lines) > MESSAGE_LINES:
                lines = [*lines[: MESSAGE_LINES - 1], cut(" ".join(lines[MESSAGE_LINES - 1 :]), room)]
            return [[Ink(clean(f" {line}"), look)] for line in lines]

        self.query_one("#footer", Line).fill(drawn)
