"""Making records by hand: of what is selected in the source, and of two records that have to do with one another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from store.archive import KIND_TABLES, Archive, Change
from store.errors import UnprovedError
from store.model import Actor, Document, Figure, Record, Relation, Statement
from tui.rows import Rows
from tui.screens.selecting import Selecting
from tui.screens.undoing import Undoing
from tui.view.step import Edit

if TYPE_CHECKING:
    from tui.screens.making import MakingScreen
    from tui.view.proposal import Proposal


class Composing(Selecting, Undoing):
    """The keys Enter while selecting, and `&`."""

    relating = ""
    """The id of the report that is about to be related to another."""

    async def action_make(self) -> None:
        """What is selected becomes a statement, a figure or an actor."""
        selection, subject = self.source.selection, self.subject
        if selection is None or subject is None or subject.document is None or not self.writable():
            return
        # Here and below: the browser starts without what only these keys need.
        from store.editing.making import Selected
        from tui.view.proposal import Proposal

        selected = Selected(selection.content, selection.part("source"), selection.part("cue"))
        if self.archive is not None:
            await self._propose(Proposal(self.archive.records, subject.document.id, selected))

    async def action_relate(self) -> None:
        """The record here and the one that is marked; a report is marked for it by this very key."""
        if not self.writable():
            return
        record = self.record_here()
        others = [found for found in self.view.marks if record is None or found != record.id]
        if not isinstance(record, Statement | Figure | Document):
            self.say("Statements, figures and reports are related, and none is under the cursor.")
        elif isinstance(record, Document) and not others:
            await self._relate_reports(record)
        elif len(others) != 1:
            marked = f"{len(others)} others are marked" if others else "no other is marked"
            keys = f"{self.key('mark')} marks one, {self.key('unmark-all')} unmarks all"
            self.say(f"This record is related to the one that is marked, and {marked}: {keys}.")
        else:
            await self._relate(record.id, others[0])

    async def _relate_reports(self, report: Document) -> None:
        """Reports have no marks: the key marks the one, and again on the other one relates the two."""
        first, key = self.relating, self.key("relate")
        if first and first != report.id:
            self.give_up_relating()
            await self._relate(report.id, first)
        else:
            self.relating = report.id
            self.told()
            self.say(
                f"Marked to be related: {report.title}. Go to the other report and press {key} again. Esc gives up."
            )

    async def _relate(self, one: str, marked: str) -> None:
        from tui.view.proposal import Proposal

        if self.archive is not None:
            await self._propose(Proposal(self.archive.records, pair=(one, marked)))

    @property
    def underway(self) -> str:
        report = self.archive.records.documents.get(self.relating) if self.archive and self.relating else None
        return " · ".join(filter(None, (super().underway, f"relating {report.title}" if report else "")))

    def give_up_relating(self) -> bool:
        """Whether there was a report marked to be related."""
        begun, self.relating = self.relating, ""
        if begun:
            self.told()
        return bool(begun)

    async def _propose(self, proposal: Proposal) -> None:
        from tui.screens.making import MakingScreen

        await self.app.push_screen(MakingScreen(proposal, self._save_made))

    def _save_made(self, records: list[Record], screen: MakingScreen) -> None:
        if self.writable():
            self.write(partial(_saved, records=records), partial(self._made, screen), screen.refused, screen.say)

    def _made(self, screen: MakingScreen, edit: Edit) -> None:
        """The dialogue goes, the new row is under its pane's cursor, and the source shows it."""
        made = [after for before, after in edit.pairs if before is None and after is not None]
        self.remember_edit(f"new {' and '.join(map(_word, made))}", edit)
        screen.dismiss(None)
        record = made[-1]
        if not isinstance(record, Relation):
            self.end_selecting()
        shown = isinstance(record, Relation) or self._point_at(record)
        hidden = "" if shown else f" The filter hides it: {self.key('drop-filter')} shows all."
        if isinstance(record, Statement | Figure):
            self.show_record(record)
        undo = self.key("undo")
        self.say(
            f"Made: {' and '.join(map(_word, made))}. {undo} undoes it.{hidden}{edit.warning}", wrong=bool(edit.warning)
        )

    def _point_at(self, record: Record) -> bool:
        """Whether its row is shown; then it has the cursor."""
        pane = KIND_TABLES[type(record)]
        index = self.rows(pane).index_of(record.id)
        if index is not None:
            # As ever, but that what was made is told until the next key.
            with self.prevent(Rows.Highlighted):
                self.rows(pane).go_to(index)
            self.cursors[pane] = record.id
        return index is not None


def _saved(archive: Archive, records: list[Record]) -> Edit:
    """All of them or none. Raises what `Archive.apply` does, but for what was saved and is not proved safe."""
    from store.editing.corrections import settled

    warning, before = "", archive.records
    # Whom it names is no draft any more.
    actors = settled(before, records)
    try:
        archive.apply([*(Change(record, 0) for record in records), *actors], f"{_word(records[-1])}, made by hand")
    except UnprovedError as error:
        warning = f" {error}"
    named = [(before.actors[change.record.id], archive.get(change.record.id)) for change in actors]
    return Edit((*named, *((None, archive.get(record.id)) for record in records)), warning)


def _word(record: Record) -> str:
    """ "actor Jan Egeland", "statement st-7k2m9q4dzh"."""
    kind = type(record).__name__.lower()
    return f"{kind} {record.name if isinstance(record, Actor) else record.id}"
