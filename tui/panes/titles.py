"""The narrow screen's one line of panes: titles with counts, the one in focus first to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tui.lines import Line
from tui.render import styles


class Titles(Line):
    """Numbers, names and counts of all panes; where they don't fit, names give way to their first letters."""

    DEFAULT_CSS = """
    Titles { height: 1; }
    """

    def tell(self, panes: Sequence[tuple[int, str, str]], current: int) -> None:
        """(number, name, count) of each pane, and the number of the one in focus."""
        width = self.size.width
        for length in (20, 6, 4, 0):
            texts = [
                f" {n} {name[:length]}{' ' if length else ''}{count} ".replace("  ", " ") for n, name, count in panes
            ]
            if sum(map(len, texts)) <= width:
                break
        looks = (styles.HEADING_FOCUSED if n == current else styles.DIM for n, _, _ in panes)
        self.show([Segment(text, look) for text, look in zip(texts, looks, strict=True)])
