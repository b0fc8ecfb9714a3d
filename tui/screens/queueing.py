"""What is to be written waits for its turn beside the keys, which wait for nothing; and none of it is lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from store.archive import Archive
from store.errors import SaysoError
from tui.screens.editing import Editing
from tui.view.step import Edit

if TYPE_CHECKING:
    from tui.view.sitting import Decision


class Write(NamedTuple):
    """Something that waits for its turn to be written, and the decision that it is of.

    `refused` is called where it was not written.
    """

    decision: Decision
    change: Callable[[Archive], Edit]
    done: Callable[[Edit], None]
    refused: Callable[[SaysoError], None]


class Queueing(Editing):
    """Writes of a review, one after the other, in the order of the keys."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.writes: deque[Write] = deque()
        self.being_written: Write | None = None

    def put(self, write: Write) -> None:
        self.writes.append(write)
        self._next_write()

    def _next_write(self) -> None:
        if self._writing is None and self.being_written is None and self.writes:
            self.being_written = write = self.writes.popleft()
            self.write(write.change, partial(self._done, write), partial(self._refused_write, write))

    def _written(self, then: Callable[[], None]) -> None:
        super()._written(then)
        self._next_write()

    def _done(self, write: Write, edit: Edit) -> None:
        self.being_written = None
        write.done(edit)

    def _refused_write(self, write: Write, error: SaysoError) -> None:
        self.being_written = None
        write.refused(error)

    def keep_unsaved(self) -> None:
        """The app ends: decisions that still wait for their turn are written now; what can't be stays a draft.

        So is the one that is under way, whose thread may not have begun: where it has, it is refused the second time.
        """
        super().keep_unsaved()
        waiting = [*([self.being_written] if self.being_written else []), *self.writes]
        self.writes.clear()
        archive = self.archive
        if archive is None:
            return
        for write in waiting:
            with suppress(SaysoError):
                write.decision.edit = write.change(archive)
