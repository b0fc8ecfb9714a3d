"""Introducing an actor whom the archive hasn't yet, in the field in which the name is typed."""

from __future__ import annotations

from store.editing.cast import cast_of
from store.errors import EditError
from tui.screens.filling import PEOPLE, Filling
from tui.view.naming import NewActor, kind_of, unknown


class Introducing(Filling):
    """Enter on a name that nobody has asks whether it is a new actor; Enter again makes one, to be saved along."""

    newcomer: NewActor | None = None
    """The one that is asked about."""

    def tell(self) -> None:
        super().tell()
        self.newcomer = None

    def keep(self) -> None:
        """Enter: what was typed is kept. Of a name that nobody has it is asked whether it is a new actor's; another key
        asks nothing, so that no name that was to be completed makes one."""
        if self.newcomer is not None:
            self.introduce(self.newcomer)
        elif not self.settle() and self.typing:
            self._ask_who()

    def _ask_who(self) -> None:
        document, text = getattr(self.draft.base, "document", None), self.input.value
        name = unknown(self.draft.records, document, text) if self.here.kind in PEOPLE else ""
        if name:
            self.draft.problems.pop(self.here.name, None)  # it is told what can be done instead
            self._ask(NewActor(name, kind_of(name)))

    def _ask(self, new: NewActor) -> None:
        keep, left, right = (self.key(action, typing=True) for action in ("keep", "left", "right"))
        kind, near = new.kind.replace("-", " "), cast_of(self.draft.records).near(new.name)
        but = f", but {near} is known" if near else ""
        self.say(
            f"Nobody is called “{new.name}” yet{but}. {keep} makes a new actor: {kind} ({left} {right} another kind)."
        )
        self.newcomer = new

    def step(self, by: int) -> None:
        """Another kind of the actor that is asked about."""
        if self.newcomer is not None:
            self._ask(self.newcomer.other(by))
        else:
            super().step(by)

    def introduce(self, new: NewActor) -> None:
        """The name is this actor's from now on, and what was typed is kept."""
        try:
            self.draft.make(new)
        except EditError as error:
            self.say(str(error), wrong=True)
        else:
            self.settle()
