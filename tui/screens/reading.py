"""Reading the archive: a small one before the first frame, any other beside the screen, a large one in two steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.worker import Worker, get_current_worker

from store.archive import Archive
from store.errors import SaysoError
from tui.screens.board import BoardPart

if TYPE_CHECKING:
    from store.apart import Apart


class Reading(BoardPart):
    """A bad archive ends the app with its sentence."""

    def opened(self, archive: Archive) -> None:
        """The archive is read."""
        raise NotImplementedError

    def completed(self) -> None:
        """The archive that is shown answers every filter from now on."""
        raise NotImplementedError

    def read_at_once(self) -> None:
        try:
            archive = Archive.open(self.launch.path, read_only=self.launch.read_only)
            archive.decode()
        except SaysoError as error:
            self.app.exit(error)
        else:
            self.opened(archive)

    @work(thread=True, exclusive=True)
    def read(self) -> None:
        try:
            archive = Archive.taken_up(self.launch.path, read_only=self.launch.read_only)
            if archive is None and self._read_apart():
                return
            archive = archive or Archive.open(self.launch.path, read_only=self.launch.read_only)
            archive.load(self._tell)
        except SaysoError as error:
            self.app.call_from_thread(self.app.exit, error)
        else:
            self.app.call_from_thread(self.opened, archive)

    def _read_apart(self) -> bool:
        """A large archive whose index isn't there: shown as soon as a process of its own has made so much of it.

        False where that came to nothing, and nothing is shown; or where another one, which it waited for, made it.
        """
        from store import shelving  # a small archive is opened without it

        path, worker = self.launch.path, get_current_worker()
        if not shelving.worth_while(path):
            return False
        from store.apart import Apart

        making = Apart.begun(
            path, lambda: self._wanted(worker), keep=not self.launch.read_only,
            waits=lambda: self._tell("another sayso is making its index just now"),
        )  # fmt: skip
        if making is None:
            return False
        with making:
            archive = self._shown_first(making)
            if archive is not None and ((filled := making.stage()) or self._wanted(worker)):
                archive.complete(filled)
                self.app.call_from_thread(self.completed)
        return archive is not None

    def _shown_first(self, making: Apart) -> Archive | None:
        filled = making.stage()
        if filled is None:
            return None
        archive = Archive.taken_up(self.launch.path, read_only=self.launch.read_only, filled=filled)
        if archive is not None:
            archive.load(self._tell)
            self.app.call_from_thread(self.opened, archive)
        return archive

    def _wanted(self, worker: Worker[Any]) -> bool:
        return not worker.is_cancelled and self.app.return_code is None

    def _tell(self, part: str) -> None:
        self.app.call_from_thread(self.say, f"Reading {self.launch.path}: {part} …")
