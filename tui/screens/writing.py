"""Changing the archive from the screen: beside it, one change at a time, and the same view on what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from textual import work
from textual.timer import Timer

from store.archive import Archive
from store.errors import SaysoError
from tui.screens.watching import Watching
from tui.view.step import Edit, Step

PATIENCE = 0.4
"""Seconds after which it is said that somebody else's lock is waited for."""
READ_ONLY = "This archive was opened to be read only, so nothing in it can be changed. Start sayso without --read-only."


class Writing(Watching):
    """The one way by which the browser writes: the screen stays alive, however long another holds the lock."""

    _writing: Timer | None = None
    """Runs as long as something is being written."""

    def writable(self) -> bool:
        """Whether something can be written now; says why where it can't."""
        if self.archive is None:
            self.say("The archive is still being read.")
        elif self.archive.read_only:
            self.say(READ_ONLY, wrong=True)
        elif self._writing is not None:
            self.say("The change before this one is still being saved.")
        else:
            return True
        return False

    def write(
        self, change: Callable[[Archive], Edit], done: Callable[[Edit], None], refused: Callable[[SaysoError], None],
        waiting: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        """Runs `change` in a thread, then `done` or `refused` on the screen; `waiting` is told whose lock it waits for.

        To be called where `writable` holds.
        """
        if self.archive is not None:
            tell = waiting or self.say
            self._writing = self.set_timer(PATIENCE, lambda: tell(self._waiting()))
            self._write(self.archive, change, done, refused)

    def _waiting(self) -> str:
        from store.storage.lock import holder  # few have to wait

        found = holder(self.launch.path)
        if found is None or found.pid == os.getpid():
            return f"Still saving {self.launch.path} …"
        return f"Waiting for {found}, who is writing {self.launch.path} …"

    @work(thread=True)
    def _write(
        self, archive: Archive, change: Callable[[Archive], Edit], done: Callable[[Edit], None],
        refused: Callable[[SaysoError], None],
    ) -> None:  # fmt: skip
        try:
            edit = change(archive)
            archive.load()
        except SaysoError as error:
            self.app.call_from_thread(self._written, partial(refused, error))
        else:
            self.app.call_from_thread(self._written, partial(done, edit))

    def _written(self, then: Callable[[], None]) -> None:
        if self._writing is not None:
            self._writing.stop()
        self._writing = None
        self.show_changed()
        then()

    def remember_edit(self, word: str, edit: Edit) -> None:
        """Undo can take it back; `word` names what was done ("note of st-…")."""
        if edit.pairs:
            self.steps.step(Step(word, edit))
