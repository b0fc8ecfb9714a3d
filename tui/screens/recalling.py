"""What became of a record: its log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from store.errors import SaysoError
from tui.screens.board import BoardPart

if TYPE_CHECKING:
    from store.storage.line import Line


class Recalling(BoardPart):
    """The key `L`."""

    def action_log(self) -> None:
        record = self.record_here()
        if record is None:
            self.say("There is no record here whose log could be shown.")
        else:
            self.say("Reading the log …")
            self._read_log(record.id)

    @work(thread=True, exclusive=True, group="log")
    def _read_log(self, record_id: str) -> None:
        """Beside the screen, for a log may be long."""
        try:
            found = entries_of(self.launch.path, record_id)
        except SaysoError as error:
            self.app.call_from_thread(self.say, str(error), wrong=True)
        else:
            self.app.call_from_thread(self._show_log, record_id, found)

    def _show_log(self, record_id: str, found: list[Line]) -> None:
        from tui.screens.log import LogScreen  # the browser starts without it

        self.told()
        if self.app.screen is self:
            self.app.push_screen(LogScreen(record_id, found))


def entries_of(path: Path, record_id: str) -> list[Line]:
    """The change sets that touched the record, the newest last. Raises SaysoError."""
    from store.storage.history import touching

    return list(touching(path, record_id))[::-1]
