"""The narrow screen's one line of panes: titles with counts, the one in focus first to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from textual.events import Click
from textual.message import Message

from tui.clean import clean
from tui.ink import Ink
from tui.lines import Line
from tui.render import styles


class Titles(Line):
    """Numbers, names and counts of all panes; where they don't fit, names give way to their first letters."""

    DEFAULT_CSS = """
    Titles { height: 1; }
    """

    class Clicked(Message):
        """The title of a pane was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._panes: Sequence[tuple[int, str, str]] = ()

    def on_click(self, event: Click) -> None:
        event.stop()
        numbers = zip(accumulate(map(len, _texts(self._panes, self.size.width))), self._panes, strict=True)
        if number := next((number for end, (number, _, _) in numbers if event.x < end), 0):
            self.post_message(self.Clicked(number))

    def tell(self, panes: Sequence[tuple[int, str, str]], current: int) -> None:
        """(number, name, count) of each pane, and the number of the one in focus."""
        self._panes = panes
        looks = [styles.HEADING_FOCUSED if n == current else styles.DIM for n, _, _ in panes]
        self.fill(lambda width: [[Ink(clean(t), look) for t, look in zip(_texts(panes, width), looks, strict=True)]])


def _texts(panes: Sequence[tuple[int, str, str]], width: int) -> list[str]:
    """The panes as they fit."""
    texts: list[str] = []
    for length in (20, 6, 4, 0):
        texts = [f" {n} {name[:length]}{' ' if length else ''}{count} ".replace("  ", " ") for n, name, count in panes]
        if sum(map(len, texts)) <= width:
            break
    return texts
