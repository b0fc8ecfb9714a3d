"""For who listens: a screen reader reads out the line on which the terminal's cursor stands, and what is drawn anew.

So there is one pane at a time and nothing beside it, rows begin with what matters and have words for signs, and a step
changes no cell. The cursor goes to the row in focus, to what is typed, or to a message until the next step.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from rich.segment import Segment
from textual.color import Color
from textual.dom import DOMNode
from textual.filter import LineFilter
from textual.geometry import Offset

CLASS = "-spoken"
"""Of the app, where it is so."""
_RULES = str.maketrans("─│┃·", "   ,")


def spoken(node: DOMNode) -> bool:
    """Whether the app of this widget is used by listening."""
    return node.app.has_class(CLASS)


@runtime_checkable
class Spotted(Protocol):
    """A screen that knows where its user is."""

    @property
    def spot(self) -> Offset | None:
        """The cell at which the line begins that is to be read out; None where the user types."""


class Unruled(LineFilter):
    """Rules, which a screen reader would spell, give way to spaces, and dots between words to commas."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [Segment(text.translate(_RULES), style) for text, style, _ in segments]
