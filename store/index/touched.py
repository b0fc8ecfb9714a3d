"""Which rows are no longer what they were when some records change: their own, and those of what depends on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from store.index.people import known_of
from store.index.table import Table
from store.model import TABLES, Actor, Document, Relation, Statement
from store.records import Records


class Touched:
    """The ids to be indexed anew, table by table, as `before` becomes `after`; those of new and removed records too."""

    def __init__(self, tables: Mapping[str, Table], before: Records, after: Records, changed: Iterable[str]) -> None:
        """`tables` are those of `before` that were made; what isn't made needn't be made anew."""
        self.before, self.after, self._tables = before, after, tables
        self.ids: dict[str, set[str]] = {name: set() for name in TABLES}
        self.people, self.titles = False, set[str]()
        """Whether actors are named or belong together otherwise; the documents whose title may be another."""
        for record_id in changed:
            for name in TABLES:
                self._add(name, before.table(name).get(record_id), after.table(name).get(record_id))

    def _add(self, name: str, old: Any, new: Any) -> None:
        match old or new:
            case None:
                return
            case Document(id=document_id):
                self._add_document(document_id, old, new)
            case Statement(id=statement_id) if _differ(old, new, lambda statement: statement.uttered):
                self._add_keyed("figures", "whole", statement_id)  # they have its date
            case Relation():
                ends = {end for relation in (old, new) if relation for end in (relation.subject, relation.object)}
                self._add_ends(ends)
            case Actor():
                self.people = self.people or _differ(old, new, known_of)
        self.ids[name].add((old or new).id)

    def _add_document(self, document_id: str, old: Any, new: Any) -> None:
        if _differ(old, new, lambda document: document.title):
            self.titles.add(document_id)
        if _differ(old, new, lambda document: document.text):  # it tells which anchors are broken
            self._add_keyed("statements", "doc", document_id)
        if _differ(old, new, lambda document: (document.text, document.published)):  # figures may have its date
            self._add_keyed("figures", "doc", document_id)

    def _add_keyed(self, name: str, field: str, key: str) -> None:
        """The rows of a table that have a key; those that are only now given it were changed themselves."""
        if table := self._tables.get(name):
            self.ids[name].update(table.ids(table.having(field, [key])))

    def _add_ends(self, record_ids: Iterable[str]) -> None:
        """Records at the end of a relation, by which they have one or none."""
        for record_id in record_ids:
            for name in TABLES:
                if record_id in self.before.table(name) or record_id in self.after.table(name):
                    self.ids[name].add(record_id)


def _differ(old: Any, new: Any, part: Callable[[Any], object]) -> bool:
    return old is None or new is None or part(old) != part(new)
