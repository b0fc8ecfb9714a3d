"""What others do while one reviews: a draft that they decided is passed over, one that they changed is shown anew."""

from __future__ import annotations

from typing import Any

from store.archive import Update
from tui.screens.convening import Convening
from tui.screens.queueing import Queueing


class Passing(Convening, Queueing):
    """Nothing of theirs is overwritten unseen, and each of it is told."""

    _passed_word = ""
    """What was said last of a draft that another decided of, or changed."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.reopened = set()

    def show_changed(self) -> None:
        """What another decided meanwhile is passed over; of our own writes each tells what came of it."""
        super().show_changed()
        if self.sitting is not None and self.being_written is None:
            self._passed_word = self.review_changed(set())

    def _taken_in(self, update: Update | None) -> None:
        """What became of the draft looked at is told rather than how many records were changed."""
        self._passed_word = ""
        for changed in update.ids if update is not None else ():
            self._decided_elsewhere(changed)
        super()._taken_in(update)
        if self._passed_word:
            self.say(self._passed_word)

    def _decided_elsewhere(self, changed: str) -> None:
        """A draft further on that another decided of waits no more."""
        sitting = self.sitting
        if sitting is None or changed == sitting.current or not sitting.waits(changed):
            return
        if told := self.became(changed):
            sitting.pass_over(changed, told)
