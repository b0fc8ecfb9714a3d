"""The relations of a form's record: a line each behind its fields, to be opened as records or taken out."""

from __future__ import annotations

from collections.abc import Sequence

from store.editing.catalogue import Field as RecordField
from store.model import Relation
from store.records import Records
from tui.keys import Key
from tui.render.facts import Link, links
from tui.screens.keeping import Door, Keeping
from tui.view.draft import Draft


class Linking(Keeping):
    """The form's keys Enter on a relation, and `d`."""

    def __init__(self, draft: Draft, door: Door, keys: Sequence[Key]) -> None:
        super().__init__(draft, door, keys)
        self.links: dict[str, Link] = {}
        self._link(draft.records)

    def _link(self, records: Records) -> None:
        self.links = {link.relation.id: link for link in links(records, self.draft.base.id)}

    @property
    def fields(self) -> Sequence[RecordField]:
        return (*self.draft.fields, *(self._line(link) for link in self.links.values()))

    def _line(self, link: Link) -> RecordField:
        """A relation as a field that one doesn't type in."""
        does = f"is a record of its own: {self.key('keep')} opens it, {self.key('take-out')} takes it out."
        return RecordField(link.relation.id, link.label, "fixed", (), fixed=does)

    def text(self, field: RecordField) -> str:
        link = self.links.get(field.name)
        return link.words if link else super().text(field)

    @property
    def relation(self) -> Relation | None:
        """The one under the cursor; in the form of a relation that one, wherever the cursor is."""
        link = self.links.get(self.here.name)
        base = self.draft.base
        return link.relation if link else base if isinstance(base, Relation) else None

    def renew(self, records: Records) -> None:
        """The archive's records are others now: so are the relations, and what is typed stays."""
        self.draft.renew(records)
        here = self.here.name
        self._link(records)
        names = [field.name for field in self.fields]
        self.cursor = names.index(here) if here in names else min(self.cursor, len(names) - 1)
        if self.is_attached:
            self.draw()

    async def open_link(self) -> bool:
        """Whether there was a relation under the cursor, whose form is open now."""
        link = self.links.get(self.here.name)
        if link is not None:
            self.tell()
            await self.door.open(link.relation)
        return link is not None

    def action_take_out(self) -> None:
        """Says which relation it takes out; the same key again does it."""
        relation, key = self.relation, self.key("take-out")
        if relation is None:
            self.say(f"{key} takes out relations, behind the fields: {self.key('last')} goes to the last.")
        elif not self.idle():
            return
        elif self.asked != relation.id:
            self.say(f"{key} again takes out: {_told(self.draft.records, relation)}. {self.escape} leaves it as it is.")
            self.asked = relation.id
        else:
            self.begin_saving()
            self.door.take_out(relation, self)


def _told(records: Records, relation: Relation) -> str:
    """The relation as its subject tells it."""
    found = next((link for link in links(records, relation.subject) if link.relation.id == relation.id), None)
    return f"{found.label} {found.words}" if found else relation.id
