"""Keeping what was filled in: saved beside the screen, never over another's work, and never thrown away unasked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from store.errors import ClashError, EditError, SaysoError
from store.model import Record, Relation
from store.records import Records
from tui.keys import Key
from tui.screens.introducing import Introducing
from tui.view.draft import Draft


class Door(NamedTuple):
    """What a form asks of the screen below it.

    `save` writes the second record, begun with the first, and ends the form or answers by `refused`; `take_out` takes a
    relation out, and ends the relation's own form or answers by `saved`. `open` opens a relation's form over this one.
    """

    save: Callable[[Record, Record, Keeping], None]
    open: Callable[[Relation], Awaitable[None]]
    take_out: Callable[[Relation, Keeping], None]


class Keeping(Introducing):
    """The form's keys `w m t` and Esc."""

    def __init__(self, draft: Draft, door: Door, keys: Sequence[Key]) -> None:
        super().__init__(draft, keys)
        self.door = door
        self._saving = False

    @property
    def escape(self) -> str:
        """The key that leads out, as long as nothing is asked twice: Esc, unless it is another one."""
        return self.key("leave", typing=True)

    @property
    def unsaved(self) -> dict[str, str]:
        """All that would be lost if the line dropped now: fields, as they were typed."""
        return self.draft.typed | ({self.here.name: self.input.value} if self.typing else {})

    def take_up(self, texts: Mapping[str, str]) -> None:
        """Goes on with what was typed before the line dropped; a field that there is no more is left out."""
        for name in {field.name for field in self.draft.fields if not field.fixed} & set(texts):
            with suppress(EditError):
                self.draft.put(name, texts[name])

    def idle(self) -> bool:
        """Whether values can be changed now; while they are being saved they can't."""
        if self._saving:
            self.say("This is being saved just now.")
        return not self._saving

    def action_save(self) -> None:
        if not self.idle() or ((self.typing or self.choosing) and not self.settle()):
            return
        if self.draft.clashes:
            self._to_clash()
        elif self.draft.unread:
            self._to(next(iter(self.draft.unread)))
        elif not self.draft.changes:
            self.say(f"Nothing is changed, so there is nothing to save. {self.escape} leaves.")
        else:
            self.begin_saving()
            self.door.save(self.draft.base, self.draft.mine, self)

    def begin_saving(self) -> None:
        """Until it is saved or refused nothing can be changed."""
        self._saving = True
        self.say("Saving …")

    def saved(self, told: str, *, wrong: bool = False) -> None:
        """What isn't the form's own record was saved, or wasn't, and the form goes on."""
        self._saving = False
        self.say(told, wrong=wrong)

    def refused(self, error: SaysoError, records: Records) -> None:
        """Not saved; all that was typed is still there. `records` are those of the archive now."""
        self._saving = False
        if isinstance(error, ClashError):
            self.draft.clash(error, records)
            self._to_clash()
        elif isinstance(error, EditError) and (name := self.draft.wrong(error)):
            self._to(name)
        else:
            self.say(f"{error} What you typed is still here: {self.key('save')} tries again.", wrong=True)

    def _to(self, name: str) -> None:
        """To the field that has to be mended before anything is saved."""
        self.cursor = next(n for n, field in enumerate(self.draft.fields) if field.name == name)
        self.tell()

    def action_leave(self) -> None:
        """Esc: one step back; where something isn't saved it is asked for twice."""
        changes = self.draft.changes
        if self.typing or self.choosing:
            self.give_up()
        elif self._saving:
            self.idle()
        elif changes and self.asked != "leave":
            self.say(
                f"Not saved: {', '.join(changes)}. {self.key('save')} saves, {self.escape} again throws it away, "
                "any other key goes on."
            )
            self.asked = "leave"
        else:
            self.dismiss(None)

    def action_mine(self) -> None:
        self._decide(mine=True)

    def action_theirs(self) -> None:
        self._decide(mine=False)

    def _decide(self, *, mine: bool) -> None:
        if self.here.name not in self.draft.clashes:
            keys = f"{self.key('mine')} or {self.key('theirs')}"
            self.say(f"Only a field that another changed too, with ! before it, is decided by {keys}.")
            return
        self.draft.decide(self.here.name, mine=mine)
        self._to_clash()

    def _to_clash(self) -> None:
        """To the next field that waits for a decision; where none does, says that the rest is to be saved."""
        waiting = [n for n, field in enumerate(self.draft.fields) if field.name in self.draft.clashes]
        if waiting:
            self.cursor = next((n for n in waiting if n >= self.cursor), waiting[0])
            who = self.draft.clashes[self.draft.fields[self.cursor].name].by or "Another"
            self.say(f"{who} changed the same meanwhile. Decide each field with !: {len(waiting)} to go.", wrong=True)
        else:
            self.say(f"All is decided: {self.key('save')} saves it.")
