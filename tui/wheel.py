"""The mouse's wheel, for those who asked for the mouse."""

from __future__ import annotations

from textual.events import MouseScrollDown, MouseScrollUp
from textual.scroll_view import ScrollView

from tui.lined import Lined

STEP = 3
"""Lines that one notch moves."""


class Wheeled(Lined, ScrollView, inherit_css=False):
    """Lines through which the wheel goes as the keys do: nothing scrolls away from the cursor."""

    def moved(self, lines: int) -> None:
        """Goes so many lines down, or up where negative, as far as there are any."""
        raise NotImplementedError

    def stand_at(self, line: int) -> None:
        """This line is the first in sight from now on. Has nothing drawn, as `scroll_to` would, which costs a frame."""
        self.set_reactive(Wheeled.scroll_target_y, float(line))
        self.set_reactive(Wheeled.scroll_y, float(line))

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        event.stop()
        self.moved(STEP)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        event.stop()
        self.moved(-STEP)
