"""Undoing, in the order in which things were done: views at once, changes of records once they were named."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from msgspec.structs import replace

from store.archive import Archive
from store.errors import ConflictError, SaysoError, UnprovedError
from tui.screens.recalling import entries_of
from tui.screens.writing import Writing
from tui.view.step import Brought, Edit, Step
from tui.view.view import View


class Way(NamedTuple):
    """Undo or redo: its key, what it says of a step that it took and of one that can't be, and where there is none."""

    key: str
    taken: str
    asks: str
    refused: str
    none: str
    back: bool


UNDO = Way("undo", "Undone", "undoes", "can't be undone", "There is nothing to undo.", True)
REDO = Way("redo", "Done again", "does again", "can't be done again", "There is nothing to do again.", False)


class Undoing(Writing):
    """The keys `u U`."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.brought = Brought()

    def action_undo(self) -> None:
        self._turn(UNDO)

    def action_redo(self) -> None:
        self._turn(REDO)

    def _turn(self, way: Way) -> None:
        step = self._next(way)
        if step is None:
            self.say(way.none)
        elif isinstance(step.was, View):
            self._swap(way, step.word, step.was)
        elif self.writable():
            self._turn_edit(way, step, step.was)

    def _next(self, way: Way) -> Step | None:
        steps = self.steps.behind if way.back else self.steps.ahead
        return steps[-1] if steps else None

    def _swap(self, way: Way, word: str, view: View) -> None:
        """The step left behind keeps its word, so that it can be told on the way back."""
        self._step(way, Step(word, self.here()))
        self.show_view(self.here().selected(view))
        self.follow()
        self.say(f"{way.taken}: {word}")

    def _step(self, way: Way, left: Step) -> None:
        (self.steps.back if way.back else self.steps.forward)(left)

    def _turn_edit(self, way: Way, step: Step, edit: Edit) -> None:
        """What was changed in the archive is named first; the same key again takes it back, as a new change."""
        if self.asked is not step:
            cancel = self.key("cancel")
            self.ask(step, f"{self.key(way.key)} again {way.asks}: {step.word}. {cancel} leaves it as it is.")
            return
        self.write(
            lambda archive: reversed_edit(archive, edit, f"{way.key} of {step.word}", self.brought),
            partial(self._turned, way, step),
            partial(self._refused, way, step),
        )

    def _turned(self, way: Way, step: Step, reversal: Edit) -> None:
        if self._next(way) is step:
            self._step(way, Step(step.word, reversal))
        else:  # something else was done while it was being saved
            self.steps.replace(step, Step(f"{way.key} of {step.word}", reversal))
        self.say(f"{way.taken}: {step.word}{reversal.warning}", wrong=bool(reversal.warning))

    def _refused(self, way: Way, step: Step, error: SaysoError) -> None:
        """What somebody else changed since can't be taken back later either: the next key goes on beyond it."""
        if not isinstance(error, ConflictError):
            self.say(f"{step.word} stays as it is: {error}", wrong=True)
            return
        self.steps.drop(step)
        beyond = self._next(way)
        onward = f" Next for {self.key(way.key)}: {beyond.word}." if beyond else ""
        self.say(f"{step.word} {way.refused}: {error}{onward}", wrong=True)


def reversed_edit(archive: Archive, edit: Edit, what: str, brought: Brought) -> Edit:
    """Takes the edit back, and tells `brought`. Raises ConflictError where somebody changed a record of it since, and
    whatever saving raises."""
    warning, edit = "", brought.again(edit)
    try:
        archive.apply(edit.reversal, what)
    except ConflictError as error:
        raise ConflictError(_since(archive, edit, error), mine=error.mine, theirs=error.theirs) from error
    except UnprovedError as error:
        warning = f" {error}"
    reversal = replace(edit.undone(archive.records), warning=warning)
    brought.back(edit, reversal)
    return reversal


def _since(archive: Archive, edit: Edit, error: ConflictError) -> str:
    """Who changed the record since the edit, what of it and when, as far as the log tells."""
    from store.editing.changers import Changer, told_of  # few are refused
    from store.editing.fields import differences
    from store.storage.author import now

    theirs = error.theirs
    ours = next((after for _, after in edit.pairs if after is not None and after.id == getattr(theirs, "id", "")), None)
    if ours is None or not isinstance(theirs, type(ours)):
        return str(error)
    names = ", ".join(found.field.name for found in differences(ours, theirs)) or "it and changed it back"
    last = Changer("", theirs.changed or "")
    with suppress(SaysoError):
        last = next((Changer(line.by, line.at) for line in entries_of(archive.path, ours.id)[-1:]), last)
    return f"{told_of(names, last.by, last.when(now()))}."
