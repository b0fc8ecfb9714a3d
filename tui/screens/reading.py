"""Reading the archive: a small one before the first frame, any other beside the screen."""

from __future__ import annotations

from textual import work
from textual.worker import get_current_worker

from store.archive import Archive
from store.errors import SaysoError
from tui.screens.board import BoardPart


class Reading(BoardPart):
    """A bad archive ends the app with its sentence."""

    def opened(self, archive: Archive) -> None:
        """The archive is read."""
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
            archive = self._taken_up() or Archive.open(self.launch.path, read_only=self.launch.read_only)
            archive.load(self._tell)
        except SaysoError as error:
            self.app.call_from_thread(self.app.exit, error)
        else:
            self.app.call_from_thread(self.opened, archive)

    def _taken_up(self) -> Archive | None:
        """A large archive by its index, which is made where it isn't there; None where that can't be."""
        path, read_only = self.launch.path, self.launch.read_only
        from store import shelving  # a small archive is opened without it

        found = Archive.taken_up(path, read_only=read_only)
        if found is None and not read_only and shelving.worth_while(path):
            self._tell("its index, which takes a while and is kept for the next time")
            worker = get_current_worker()
            if shelving.put_away_apart(path, lambda: not worker.is_cancelled and self.app.return_code is None):
                found = Archive.taken_up(path)
        return found

    def _tell(self, part: str) -> None:
        self.app.call_from_thread(self.say, f"Reading {self.launch.path}: {part} …")
