"""A line to type in that answers each key at once, and never blinks."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding
from textual.events import Key
from textual.widgets import Input


class Field(Input):
    """An Input that keeps the order of keys that come in a burst, as they do over a slow line or from a paste.

    An Input's own bindings (backspace, arrows, Enter) go up to the app first, and letters typed meanwhile overtake
    them. Here they are looked up by the field itself.
    """

    DEFAULT_CSS = """
    Field { width: 1fr; height: 1; border: none; padding: 0; background: ansi_default; color: ansi_default; }
    Field:focus { border: none; background: ansi_default; }
    Field > .input--cursor { text-style: reverse; }
    """
    ACTIONS: ClassVar[dict[str, str]] = {
        key: binding.action
        for binding in Input.BINDINGS
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    async def on_key(self, event: Key) -> None:
        if action := self.ACTIONS.get(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(action)
