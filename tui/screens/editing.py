"""Editing: the record under the cursor in its form, and two actors merged into one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from store.archive import KIND_TABLES, Archive, Removal
from store.errors import EditError, SaysoError, UnprovedError
from store.index import OWN_VOICE
from store.model import Actor, Record, Relation
from tui.screens.undoing import Undoing
from tui.view.shown import counted
from tui.view.step import Edit
from tui.view.subject import Subject

if TYPE_CHECKING:
    from tui.screens.form import FormScreen
    from tui.screens.keeping import Keeping

Save: TypeAlias = "Callable[[Record, Record, Keeping], None]"
"""Writes the second record, begun with the first, and ends the form or tells it why not."""


class Editing(Undoing):
    """The keys `e m`."""

    forms: tuple[FormScreen, ...] = ()
    """Those that are open, the one on top last."""
    merging = ""
    """The id of the actor who is about to be merged into another."""

    @property
    def underway(self) -> str:
        name = self.archive.records.actor_name(self.merging) if self.archive and self.merging else ""
        return f"merging {name}" if name else ""

    async def action_edit(self) -> None:
        record = self.record_here()
        if self.app.return_code is not None or not self.writable():
            return  # a key may come with the signal that ended the app
        if record is None:
            own = self.view.pane == "actors" and self.rows().row_id == OWN_VOICE
            self.say("The reports' own voice is no record to edit." if own else "There is no record here to edit.")
        else:
            await self._open_form(record)

    async def _open_form(self, record: Record, save: Save | None = None, begin: Sequence[str] = ()) -> None:
        """Its form, with what was typed into it when the line dropped the last time.

        It is saved as ever, or by `save`. What is claimed comes first where it is to begin at a field of these names.
        """
        if self.archive is None:
            return
        # The browser starts without what only this needs.
        from tui.screens.form import FormScreen
        from tui.screens.keeping import Door
        from tui.view.draft import Draft
        from tui.view.unsaved import recall

        records, door = self.archive.records, Door(save or self._save, self._open_form, self._take_out)
        draft = Draft(record, records, claim_first=bool(begin))
        form = FormScreen(draft, Subject.of(records, record, ()), door, self.form_keys)
        self.forms = (*self.forms, form)
        form.cursor = next((n for n, field in enumerate(form.draft.fields) if field.name in begin), 0)
        form.take_up(recall(self.launch.state_dir, self.launch.path, record.id))
        self.unsaid()  # behind the form, what was said before it would seem to be said of it
        await self.app.push_screen(form, lambda _: self._form_closed(form))
        if form.draft.changes:
            keys = f"{form.key('save')} saves it, {form.key('revert')} gives a field back what it was"
            form.say(f"This is what you had typed when the line dropped. {keys}.")

    def _form_closed(self, form: FormScreen) -> None:
        self.forms = tuple(other for other in self.forms if other is not form)
        self._keep(form.draft.base.id, {})

    def keep_unsaved(self) -> None:
        """The app ends: what stands in a form, and is saved nowhere, is kept for the next time."""
        for form in self.forms:
            self._keep(form.draft.base.id, form.unsaved)

    def show_changed(self) -> None:
        """The relations in an open form are those of the archive now."""
        super().show_changed()
        for form in self.forms:
            if self.archive is not None:
                form.renew(self.archive.records)

    def _keep(self, record_id: str, texts: Mapping[str, str]) -> None:
        from tui.view.unsaved import keep

        # A state folder that can't be written holds nobody up.
        with suppress(OSError):
            keep(self.launch.state_dir, self.launch.path, record_id, texts)

    def _save(self, base: Record, mine: Record, form: Keeping) -> None:
        self.write(
            partial(saved_edit, base=base, mine=mine, newcomers=form.draft.newcomers),
            partial(self._edited, form),
            partial(self._unsaved, form),
            form.say,
        )

    def _edited(self, form: Keeping, edit: Edit) -> None:
        """The form goes; what was saved is said, also where the filter shows it no more."""
        word = form.draft.word
        hidden = (
            f". The filter doesn't show it any more: {self.key('drop-filter')} shows all."
            if self._hidden(form.draft.base)
            else ""
        )
        self._ended(form, f"Saved: {word}{hidden}", word, edit)

    def _ended(self, form: Keeping, told: str, word: str, edit: Edit) -> None:
        """The form goes, and what it did is said by the one below it, or by the browser."""
        self.remember_edit(word, edit)
        form.dismiss(None)
        below = [other for other in self.forms if other is not form]
        say = below[-1].say if below else self.say
        say(f"{told}{edit.warning}", wrong=bool(edit.warning))

    def _take_out(self, relation: Relation, form: Keeping) -> None:
        self.write(
            lambda archive: _removed(archive, relation),
            partial(self._taken_out, form, relation),
            lambda error: form.saved(f"{relation.id} was not taken out. {error}", wrong=True),
            form.say,
        )

    def _taken_out(self, form: Keeping, relation: Relation, edit: Edit) -> None:
        """The relation's own form goes with it; that of one of its ends goes on."""
        word = f"{relation.kind} of {relation.subject} taken out"
        told = f"Taken out: {relation.id}. {self.key('undo')} in the browser brings it back."
        if form.draft.base.id == relation.id:
            self._ended(form, told, word, edit)
        else:
            self.remember_edit(word, edit)
            form.saved(f"{told}{edit.warning}", wrong=bool(edit.warning))

    def _hidden(self, record: Record) -> bool:
        table = KIND_TABLES[type(record)]
        return self.shown is not None and table != "relations" and record.id not in self.shown.ids(table)

    def _unsaved(self, form: Keeping, error: SaysoError) -> None:
        if self.archive is not None:
            form.refused(error, self.archive.records)

    def action_merge(self) -> None:
        """The actor under the cursor is to be another one: the first key begins, the second names the other."""
        if not self.writable():
            return
        record = self.record_here()
        if not isinstance(record, Actor):
            actors = self.key("actors")
            self.say(f"Two actors are merged, and there is none under the cursor: {actors} goes to the actors.")
        elif not self.merging:
            self._begin_merging(record)
        else:
            self._ask_to_merge(record)

    def _begin_merging(self, actor: Actor) -> None:
        self.merging = actor.id
        self.told()
        then = f"go to the other actor and press {self.key('merge')} again. {self.key('cancel')} gives it up."
        self.say(f"Merge {actor.name} into …: {then}")

    def _ask_to_merge(self, into: Actor) -> None:
        """Says what it will do; the same key again does it."""
        if self.archive is None or self.shown is None:
            return
        from store.editing import merge_actors

        records, one = self.archive.records, self.merging
        try:
            merge_actors.check(records, one, into.id)
        except SaysoError as error:
            problem = error.problem if isinstance(error, EditError) else str(error)
            self.say(f"{problem} {self.key('cancel')} gives the merging up.", wrong=True)
            return
        if self.asked == (one, into.id):
            self._merge(one, into)
            return
        name, numbers = records.actor_name(one), self.shown.counts("actors").get(one, (0, 0))
        both = " and ".join(counted(n, table) for n, table in zip(numbers, ("statements", "figures"), strict=True))
        then = f"{both} of those shown then count for {into.name}"
        kind = records.actors[one].kind
        if kind != into.kind:
            kinds = [found.replace("-", " ") for found in (kind, into.kind)]
            then = f"kinds differ ({name}: {kinds[0]}; {into.name}: {kinds[1]}), and {then}"
        again = f"{self.key('merge')} again merges {name} into {into.name}"
        self.ask((one, into.id), f"{again}: {then}. {self.key('cancel')} gives it up.")

    def _merge(self, one: str, into: Actor) -> None:
        name = self.archive.records.actor_name(one) if self.archive else one
        word = f"merge of {name} into {into.name}"
        self.merging = ""
        self.write(
            lambda archive: _merged(archive, one, into.id, word),
            partial(self._did, word),
            lambda error: self.say(str(error), wrong=True),
        )

    def _did(self, word: str, edit: Edit) -> None:
        self.remember_edit(word, edit)
        self.say(f"Done: {word}{edit.warning}", wrong=bool(edit.warning))

    def give_up_merging(self) -> bool:
        """Whether there was a merging to give up."""
        begun, self.merging = self.merging, ""
        if begun:
            self.told()
            self.say("Nothing was merged.")
        return bool(begun)


def saved_edit(
    archive: Archive,
    base: Record,
    mine: Record,
    what: str = "edit",
    *,
    newcomers: Sequence[Actor] = (),
    decided: bool = True,
) -> Edit:
    """The record saved, the new actors whom it names, and what that brought along; see `store.editing.save`."""
    from store.editing.save import Edit as Wanted
    from store.editing.save import save_all

    try:
        edits = [*(Wanted(None, actor) for actor in newcomers), Wanted(base, mine)]
        return Edit.of(*save_all(archive, edits, what, decided=decided))
    except UnprovedError as error:
        # It stands in the archive all the same; where it was brought together with another's change undo is left out.
        now = archive.get(mine.id)
        made = [(None, archive.get(actor.id)) for actor in newcomers]
        return Edit((*made, (base, now)) if now.revision == base.revision + 1 else (), warning=f" {error}")


def _removed(archive: Archive, relation: Relation) -> Edit:
    """Raises ConflictError where another changed it since, and whatever writing raises."""
    warning = ""
    try:
        archive.apply([Removal(relation.id, relation.revision)], f"{relation.kind} taken out")
    except UnprovedError as error:
        warning = f" {error}"
    return Edit(((relation, None),), warning)


def _merged(archive: Archive, one: str, into: str, what: str) -> Edit:
    from store.editing import merge_actors

    return saved_edit(archive, archive.records.actors[one], merge_actors.merged(archive.records, one, into), what)
