"""Evaluates a filter's tree over the tables: a mask of rows for each node."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cached_property

from store.folding import fold
from store.identity import PREFIXES
from store.index import masks
from store.index.columns import KEYS
from store.index.elsewhere import Elsewhere
from store.index.flags import FLAGS
from store.index.people import People
from store.index.table import Table
from store.index.words import Words
from store.model import TABLES, Document
from store.query import FIELDS, All, And, Condition, Field, Node, Not, Or, Word
from store.query.ranges import of_dates, of_numbers
from store.records import Records


class Search:
    """The tables of an archive, each made when it's first asked for, and what a filter leaves of them."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._tables: dict[str, Table] = {}

    @cached_property
    def people(self) -> People:
        return People(self._records)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {document.id: fold(document.title) for document in self._records.documents.values()}

    def table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table(name, self._records, self.people)
        return self._tables[name]

    def mask(self, table: str, node: Node, marked: frozenset[str], within: int | None = None) -> int:
        """The rows of the table that the node holds for, of those `within`, or of all.

        `marked` are the ids that `is:marked` means.
        """
        rows = self.table(table)
        within = rows.everything if within is None else within
        left_to_ask, left = rows.answers.narrowed(node, marked, within)
        found = _Evaluation(self, rows, marked).mask(left_to_ask, left)
        rows.answers.remember(node, marked, within, found)
        return found

    def words(self, table: str) -> Words:
        """The search for words in a table."""
        rows = self.table(table)
        return rows.words(Elsewhere(rows, self._titles, self.people).having)

    def evaluate(self, table: Table, condition: Condition) -> int:
        """The rows of the table that the condition holds for; nothing of marks."""
        field = FIELDS[condition.field]
        match field.kind:
            case "date" | "number":
                spans = table.spans(field.name)
                read = of_dates if field.kind == "date" else of_numbers
                return spans.missing if condition.none else spans.meeting(read(condition.value))
            case "id":
                return 0 if condition.none else self._ids(table, condition.value)
            case "actor":
                return self._actors(table, condition)
            case "document":
                return self._documents(table, condition)
            case _ if field.name in FLAGS:
                return table.flag(field.name, condition.value)
            case _ if field.name not in KEYS[table.name]:
                return self._of_documents(table, condition)
            case _:
                postings = table.postings(field.name)
                return postings.having(None) if condition.none else postings.where(_wanted(field, condition.value))

    @cached_property
    def _sorted_ids(self) -> list[str]:
        return sorted(record_id for name in TABLES for record_id in self._records.table(name))

    def _ids(self, table: Table, value: str) -> int:
        """Whole ids, and such beginnings as no other id in the archive has."""
        meant = (
            wanted if wanted in table.row_of else only_beginning(self._sorted_ids, wanted)
            for wanted in value.split(",")
        )
        return masks.of_rows([table.row_of[found] for found in meant if found in table.row_of], table.size)

    def _actors(self, table: Table, condition: Condition) -> int:
        under = condition.field == "under"
        postings = table.postings("actor" if under else condition.field)
        if condition.none:
            return postings.having(None)
        keys = self.people.meant(condition.value, quoted=condition.quoted)
        return postings.having(*(self.people.with_children(keys) if under else keys))

    def _documents(self, table: Table, condition: Condition) -> int:
        postings = table.postings("doc")
        if condition.none:
            return postings.where(lambda document_id: document_id not in self._titles)
        wanted, given = fold(condition.value), condition.value.lower()
        if condition.quoted:
            found = [document_id for document_id, title in self._titles.items() if title == wanted]
        else:
            found = [document_id for document_id, title in self._titles.items() if wanted in title]
            only = only_beginning(sorted(self._titles), given) if given.startswith(f"{PREFIXES[Document]}-") else ""
            found.append(only)
        return postings.having(*found, given)

    def _of_documents(self, table: Table, condition: Condition) -> int:
        """A field that statements and figures have from their document; one that isn't there has none of it."""
        documents = self.table("documents")
        mask = documents.remembered(condition, lambda: self.evaluate(documents, condition))
        postings = table.postings("doc")
        return postings.where(
            lambda document_id: (
                bool(mask >> documents.row_of[document_id] & 1) if document_id in documents.row_of else condition.none
            )
        )


class _Evaluation:
    """One table and one set of marks. Only the rows `within` are decided, which saves looking at the others."""

    def __init__(self, search: Search, table: Table, marked: frozenset[str]) -> None:
        self._search, self._table, self._marked = search, table, marked

    @cached_property
    def _words(self) -> Words:
        return self._search.words(self._table.name)

    def mask(self, node: Node, within: int) -> int:
        """The rows that the node holds for, of those `within`."""
        match node:
            case Word(text):
                return self._words.having(fold(text), within)
            case Condition():
                return self._condition(node) & within
            case Not(part):
                return within & ~self.mask(part, within)
            case And(parts):
                for part in sorted(parts, key=self._cost):
                    within = within and self.mask(part, within)
                return within
            case Or(parts):
                found = 0
                for part in parts:
                    found |= self.mask(part, within & ~found)
                return found
            case All():
                return within

    def _cost(self, node: Node) -> int:
        """What is cheap goes first, so that words are sought in fewer rows."""
        match node:
            case Word(text):
                return 1 if self._words.knows(fold(text)) else 2
            case Not(part):
                return self._cost(part)
            case And(parts) | Or(parts):
                return max(map(self._cost, parts))
            case _:
                return 0

    def _condition(self, condition: Condition) -> int:
        field, table = condition.field, self._table
        if table.name not in FIELDS[field].tables:
            return 0
        if field == "is" and condition.value == "marked":
            return masks.of_rows([table.row_of[i] for i in self._marked if i in table.row_of], table.size)
        if field in FLAGS and condition.none:
            values = [Condition(field, value) for value in FIELDS[field].values]
            return table.everything & ~self.mask(Or(tuple(values)), table.everything)
        return table.remembered(condition, lambda: self._search.evaluate(table, condition))


def only_beginning(sorted_ids: Sequence[str], beginning: str) -> str:
    """The id that is, or alone begins with, `beginning`; "" where there's none or several."""
    at = bisect_left(sorted_ids, beginning)
    fitting = [found for found in sorted_ids[at : at + 2] if found.startswith(beginning)]
    return fitting[0] if beginning in fitting or len(fitting) == 1 else ""


def _wanted(field: Field, value: str) -> Callable[[str], bool]:
    """Whether a key, which is folded where it's text, is what the value asks for."""
    folded = fold(value)
    match field.kind:
        case "text":
            return lambda key: folded in key
        case "language":  # en is also en-GB, as RFC 4647 filters
            return lambda key: key == folded or key.startswith(f"{folded}-")
        case "tag":
            return lambda key: key == folded
        case _:
            return lambda key: key == value
