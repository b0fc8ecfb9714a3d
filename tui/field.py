"""A line to type in that answers each key at once, and never blinks."""

from __future__ import annotations

import re
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.binding import Binding
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from store.characters import ACTIVE, signs
from tui.clean import MAX_CHARACTERS

_CONTROLS = re.compile(f"(?:{ACTIVE.pattern}|[\\t\\n\\r])+")
_LAYOUT = str.maketrans("\t\n\r", "␉␊␍")


class Signs(Highlighter):
    """Shows the field's value with a sign for each dangerous character, one for one: the cursor stands right."""

    def __init__(self, field: Input) -> None:
        self._field = field

    def __call__(self, text: str | Text) -> Text:
        shown = signs(self._field.value).translate(_LAYOUT)
        return Text(shown, no_wrap=True, overflow="ignore", end="")

    def highlight(self, text: Text) -> None:
        """Nothing is lit in a field."""


class Field(Input):
    """An Input that keeps the order of keys that come in a burst, as they do over a slow line or from a paste.

    An Input's own bindings (backspace, arrows, Enter) go up to the app first, and letters typed meanwhile overtake
    them. Here they are looked up by the field itself. What is typed or pasted never acts on the terminal.
    """

    DEFAULT_CSS = """
    Field { width: 1fr; height: 1; border: none; padding: 0; background: ansi_default; color: ansi_default; }
    Field:focus { border: none; background: ansi_default; }
    Field:ansi > .input--cursor, Field:ansi > .input--selection {
        background: ansi_default; color: ansi_default; text-style: reverse;
    }
    """
    ACTIONS: ClassVar[dict[str, str]] = {
        key: binding.action
        for binding in Input.BINDINGS
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            value, placeholder=placeholder, id=id, compact=True, select_on_focus=False, highlighter=Signs(self)
        )
        self.cursor_blink = False

    @property
    def content_width(self) -> int:
        """Never less than the field: a value that grows within it needs no other layout of the screen."""
        return max(super().content_width, self.size.width)

    class Cut(Message):
        """More was pasted than a line takes; the rest is left out."""

    def on_paste(self, event: Paste) -> None:
        """All that was pasted as one line: line ends, tabs and controls part words. At most MAX_CHARACTERS of it."""
        event.stop()
        event.prevent_default()
        self.replace(_CONTROLS.sub(" ", event.text[:MAX_CHARACTERS]), *self.selection)
        if len(event.text) > MAX_CHARACTERS:
            self.post_message(self.Cut())

    async def on_key(self, event: Key) -> None:
        if action := self.ACTIONS.get(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(action)
