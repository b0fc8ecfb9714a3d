"""Evaluates a filter's tree over the tables: the rows of each node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import chain, islice

from store.folding import fold
from store.identity import PREFIXES
from store.index.columns import KEYS, NAMED
from store.index.flags import FLAGS
from store.index.people import People
from store.index.remembered import Remembered
from store.index.rows import NO_ROWS, Rows, union
from store.index.table import Table
from store.index.touched import Touched
from store.model import TABLES, Document
from store.query import FIELDS, All, And, Condition, Field, Node, Not, Or, Word
from store.query.ranges import of_dates, of_numbers
from store.records import Records

DRAFT = Condition("is", "draft")


class Search:
    """The tables of an archive, each made when it's first asked for, and what a filter leaves of them."""

    def __init__(self, records: Records, tables: Mapping[str, Table] | None = None) -> None:
        """`tables` are those that were made before."""
        self._records = records
        self._tables = dict(tables or {})
        self._titled: Remembered[str, list[str]] = Remembered()

    @property
    def made(self) -> Mapping[str, Table]:
        """The tables that were asked for."""
        return dict(self._tables)

    def updated(self, touched: Touched) -> Search:
        """The search in the records after the change; what it left as it was is shared."""
        updated = {name: table.updated(touched.after, touched.ids[name]) for name, table in self.made.items()}
        after = Search(touched.after, {name: table for name, table in updated.items() if table is not None})
        if "people" in self.__dict__ and not touched.people:
            after.people = self.people
        if "_titles" in self.__dict__:
            after._titles = self._retitled(touched) if touched.titles else self._titles
        return after

    def _retitled(self, touched: Touched) -> dict[str, str]:
        documents, titles = touched.after.documents, dict(self._titles)
        for document_id in touched.titles:
            titles.pop(document_id, None)
            if document := documents.get(document_id):
                titles[document_id] = fold(document.title)
        return titles

    @cached_property
    def people(self) -> People:
        return People(self._records)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return dict(self.table("documents").titled())

    def prepare(self) -> None:
        """Makes now what the first word would wait for, but for the tables."""
        self.people.prepare()
        _ = self._titles

    def table(self, name: str) -> Table:
        if name not in self._tables:
            self._tables[name] = Table.of(name, self._records)
        return self._tables[name]

    def rows(self, table: str, node: Node, marked: frozenset[str]) -> Rows:
        """The rows of the table that the node holds for. `marked` are the ids that `is:marked` means."""
        return _Evaluation(self, self.table(table), marked).rows(node)

    def counts(self, table: str, field: str, rows: Rows) -> tuple[Mapping[str, int], int]:
        """How many of the rows have each key of the field, and how many have none.

        Those of actors who were merged into another one are that one's.
        """
        counted, without = self.table(table).counts(field, rows)
        merged = self.people.merged if field == "actor" else {}
        if not merged:
            return counted, without
        moved = set(chain.from_iterable(merged.values()))
        counts = {key: count for key, count in counted.items() if key not in moved}
        for key, ids in merged.items():
            if named := [actor_id for actor_id in ids if actor_id in counted]:
                counts[key] = self.table(table).having(field, named).intersection_cardinality(rows)
        return counts, without

    def evaluate(self, table: Table, node: Word | Condition) -> Rows:
        """The rows of the table that a word or a condition holds for; nothing of marks."""
        if isinstance(node, Word):
            return self._word(table, fold(node.text))
        field = FIELDS[node.field]
        match field.kind:
            case "date" | "number":
                return self._range(table, field, node)
            case "id":
                return NO_ROWS if node.none else table.rows_of(self._ids(node.value))
            case "actor":
                return self._actors(table, node)
            case "document":
                return self._documents(table, node)
            case _ if node == DRAFT and table.name == "documents":
                return self._with_drafts(table)
            case _ if field.name in FLAGS:
                return table.rows(lambda segment: segment.flag(field.name, node.value))
            case _ if field.name not in KEYS[table.name]:
                return self._of_documents(table, node)
            case _ if node.none:
                return table.without(field.name)
            case _:
                return table.where(field.name, _wanted(field, node.value))

    def _with_drafts(self, documents: Table) -> Rows:
        """The reports with statements or figures that nobody reviewed yet."""
        found = {key for name in ("statements", "figures") for key in self._drafts_by_report(name)}
        return documents.rows_of(found, often=True)

    def _drafts_by_report(self, name: str) -> Mapping[str, int]:
        table = self.table(name)
        drafts = table.remembered.get(DRAFT, lambda: self.evaluate(table, DRAFT))
        return self.counts(name, "doc", drafts)[0]

    def _word(self, table: Table, word: str) -> Rows:
        """The rows that have the folded word in their own texts, in their document's title or in an actor's name."""
        found = table.rows(lambda segment: segment.words.having(word))
        if table.name not in NAMED or not word:
            return found
        people = self.people.ids(self.people.containing(word))
        named = (table.having(field, people) for field in NAMED[table.name]) if people else ()
        return union([found, table.having("doc", self._titles_with(word)), *named])

    def _titles_with(self, word: str) -> list[str]:
        """The ids of documents that have the folded word in their title."""
        titles, shorter = self._titles, self._titled.known(word[:-1])
        among = titles if shorter is None else shorter
        return self._titled.get(word, lambda: [found for found in among if word in titles[found]])

    def _range(self, table: Table, field: Field, condition: Condition) -> Rows:
        if condition.none:
            return table.rows(lambda segment: segment.spans(field.name).missing)
        wanted = (of_dates if field.kind == "date" else of_numbers)(condition.value)
        return table.rows(lambda segment: segment.spans(field.name).meeting(wanted))

    def _ids(self, value: str) -> list[str]:
        """Whole ids, and of such beginnings as no other id in the archive has, that id."""
        return [found for wanted in value.split(",") if (found := self._only(wanted, *TABLES))]

    def _only(self, beginning: str, *names: str) -> str:
        """The id that is, or in these tables alone begins with, `beginning`; "" where there's none or several."""
        tables = [self.table(name) for name in names]
        if any(table.row(beginning) is not None for table in tables):
            return beginning
        fitting = list(islice(chain.from_iterable(table.beginning(beginning) for table in tables), 2))
        return fitting[0] if len(fitting) == 1 else ""

    def _actors(self, table: Table, condition: Condition) -> Rows:
        under = condition.field == "under"
        field = "actor" if under else condition.field
        if condition.none:
            return table.without(field)
        keys = self.people.meant(condition.value, quoted=condition.quoted)
        return table.having(field, self.people.ids(self.people.with_children(keys) if under else keys))

    def _documents(self, table: Table, condition: Condition) -> Rows:
        if condition.none:
            return table.where("doc", lambda document_id: document_id not in self._titles)
        wanted, given = fold(condition.value), condition.value.lower()
        if condition.quoted:
            found = [document_id for document_id, title in self._titles.items() if title == wanted]
        else:
            found = [*self._titles_with(wanted)]
            if given.startswith(f"{PREFIXES[Document]}-"):
                found.append(self._only(given, "documents"))
        return table.having("doc", [*found, given])

    def _of_documents(self, table: Table, condition: Condition) -> Rows:
        """A field that statements and figures have from their document; one that isn't there has none of it."""
        documents = self.table("documents")
        rows = documents.remembered.get(condition, lambda: self.evaluate(documents, condition))
        if condition.none:
            return table.everything - table.having("doc", documents.ids(documents.everything - rows))
        return table.having("doc", documents.ids(rows))


class _Evaluation:
    """One table and one set of marks."""

    def __init__(self, search: Search, table: Table, marked: frozenset[str]) -> None:
        self._search, self._table, self._marked = search, table, marked

    def rows(self, node: Node) -> Rows:
        """The rows that the node holds for."""
        match node:
            case Word() | Condition():
                return self._leaf(node)
            case Not(part):
                return self._table.everything - self.rows(part)
            case And(parts):
                return self._table.everything.intersection(*map(self.rows, parts))
            case Or(parts):
                return union(map(self.rows, parts))
            case All():
                return self._table.everything

    def _leaf(self, node: Word | Condition) -> Rows:
        table = self._table
        if isinstance(node, Condition):
            if table.name not in FIELDS[node.field].tables:
                return NO_ROWS
            if node.field == "is" and node.value == "marked":
                return table.rows_of(self._marked)
            if node.field in FLAGS and node.none:
                values = [Condition(node.field, value) for value in FIELDS[node.field].values]
                return table.everything - union(map(self.rows, values))
        return table.remembered.get(node, lambda: self._search.evaluate(table, node))


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
