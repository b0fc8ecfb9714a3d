"""For who listens: where the terminal's cursor belongs on the browser's screen, and what each key did, in words."""

from __future__ import annotations

from typing import Any

from textual.geometry import Offset

from tui.panes.source import SourceText
from tui.rows import Rows
from tui.screens.board import BoardPart
from tui.spoken import spoken


class Listening(BoardPart):
    """A board that can be used by listening (`tui.spoken`); to all others it says and does nothing."""

    @property
    def spot(self) -> Offset | None:
        """A message, as long as it stands; else the row, or the line of the report; None while a filter is typed."""
        if self.bar.editing:
            return None
        if self._said:
            return self.query_one("#footer").region.offset
        return self.focused.spot if isinstance(self.focused, Rows | SourceText) else Offset(0, 0)

    def on_report_moved(self) -> None:
        """The line that one went to is heard, and no message any more."""
        if spoken(self):
            self.unsaid()

    def focus_pane(self, name: str) -> None:
        another = name != self.view.pane
        super().focus_pane(name)
        if another and spoken(self) and self.shown is not None and name != "source":
            self.say(f"{name.title()}, {self.shown.tally(name)}. {self.rows().read_out(self.size.width)}")

    def change(self, word: str, **fields: Any) -> None:
        super().change(word, **fields)
        if spoken(self) and self.shown is not None:
            tallies = (f"{self.shown.tally(table)} {table}" for table in ("statements", "figures"))
            self.say(f"{word}: {', '.join(tallies)}, {len(self.view.marks)} marked")
