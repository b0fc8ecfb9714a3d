"""What others change in the archive comes to the screen: looked for twice a second, taken in beside the keys."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic

from textual import work

from store.archive import Archive, Update
from store.errors import SaysoError
from tui.frame import ListPane
from tui.panes.bar import Bar
from tui.screens.filtering import Filtering

LOOK_SECONDS = 0.5
"""Between two looks, each of which asks the system for dates and sizes and no more."""
QUIET_SECONDS = 5.0
"""After the last change of our own, the file itself is brought up to date for who reads it without its log."""


class Watching(Filtering):
    """Filter, marks, cursors and what is typed stay as they are while the records beneath them change."""

    _looking = False
    """Whether what others did is being taken in now."""
    _since = (0, 0.0)
    """The number of the last change set, and since when it is that."""
    _trouble = ""
    """The sentence about the archive's file that was told last, so that it is told once."""

    def watch_archive(self) -> None:
        """From now on, looks for changes of the archive that is shown."""
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        archive = self.archive
        if archive is None or self._looking:
            return
        if archive.sequence != self._since[0]:
            self._since = (archive.sequence, monotonic())
        if archive.stale:
            self._looking = True
            self._take_in(archive)
        elif self._trouble:  # the file is back, and to the byte the one that was read
            self._taken_in(None)
        elif archive.unfolded and monotonic() - self._since[1] > QUIET_SECONDS:
            self._looking = True
            self._fold(archive)

    @work(thread=True, group="watching")
    def _fold(self, archive: Archive) -> None:
        """What can't be folded now is safe in the log, and is folded another time."""
        with suppress(SaysoError):
            archive.fold()
        self.app.call_from_thread(self._rested)

    def _rested(self) -> None:
        self._looking, self._since = False, (self._since[0], monotonic())

    @work(thread=True, group="watching")
    def _take_in(self, archive: Archive) -> None:
        """Reads what others wrote; a file that can't be read is told, and what was read before is shown on."""
        try:
            update = archive.refresh()
        except SaysoError as error:
            self.app.call_from_thread(self._troubled, str(error))
        else:
            self.app.call_from_thread(self._taken_in, update)

    def _troubled(self, sentence: str) -> None:
        self._looking = False
        if sentence != self._trouble:
            self._trouble = sentence
            # The sentence may end with a command.
            self.say(f"What was read before is still shown. {sentence}", wrong=True)

    def _taken_in(self, update: Update | None) -> None:
        self._looking = False
        back, self._trouble = bool(self._trouble), ""
        if update is None:
            if back:
                self.say(f"{self.launch.path} can be read again.")
            return
        if back:
            self.unsaid()
        with self.saying_on() as stays:
            self.show_changed()
        if not stays and not self.bar.editing:
            self.say(_told(update))

    def show_changed(self) -> None:
        """The records have changed: the same view of them, each cursor on its row and that on its line."""
        lines = {pane: pane.rows.cursor_line for pane in self.query(ListPane)}
        if self.shown is not None and self.bar.editing and not self.searching:
            self.on_bar_typed(Bar.Typed(self.bar.field.value))
        else:
            self.shown = None
            self.show_view(self.here())
        for pane, line in lines.items():
            pane.rows.keep_on(line)
        self.follow_now()


def _told(update: Update) -> str:
    number = len(update.ids)
    return f"{number:,} record{'s were' if number != 1 else ' was'} changed by another."
