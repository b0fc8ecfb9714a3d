"""All records of an archive in memory: five tables by id, and the ways from one record to another."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from store.errors import UnknownRecordError
from store.identity import PREFIXES
from store.model import TABLES, Actor, Document, Figure, Record, Relation, Statement

R = TypeVar("R", Document, Actor, Statement, Figure, Relation)
Load: TypeAlias = Callable[[str], Mapping[str, Any]]
TABLE_OF_PREFIX = {PREFIXES[kind]: name for name, kind in TABLES.items()}


class Records:
    """The five tables, id -> record, in the order of the file; a table is decoded when it is first asked for.

    `load` is given a table's name and returns its mapping; it raises DamagedArchiveError where a record doesn't fit.
    Safe to read from several threads once a table has been loaded.
    """

    linked: Callable[[str, str], Iterable[str]] | None = None
    """An index of these records knows the figures and relations of a record without going through all."""

    def __init__(self, load: Load, *, demonstration: bool = False) -> None:
        self._load = load
        self.demonstration = demonstration

    @classmethod
    def of(cls, *records: Record, demonstration: bool = False) -> Records:
        """Records given one by one, in any order, as a test or an export has them."""
        tables = {name: {r.id: r for r in records if isinstance(r, kind)} for name, kind in TABLES.items()}
        return cls(tables.__getitem__, demonstration=demonstration)

    def over(self, *new: Record) -> Records:
        """The same records with new ones among them, which are in no archive yet."""

        def load(name: str) -> Mapping[str, Any]:
            mine = {record.id: record for record in new if isinstance(record, TABLES[name])}
            return ChainMap(mine, dict(self.table(name))) if mine else self.table(name)

        return Records(load, demonstration=self.demonstration)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return self._load("documents")

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        return self._load("actors")

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return self._load("statements")

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return self._load("figures")

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        return self._load("relations")

    def table(self, name: str) -> Mapping[str, Any]:
        """The table of that name, one of `model.TABLES`."""
        tables: Mapping[str, Any] = getattr(self, name)
        return tables

    def __iter__(self) -> Iterator[Record]:
        for name in TABLES:
            yield from self.table(name).values()

    def get(self, prefix: str) -> Record:
        """The record whose id is, or alone begins with, `prefix`. Raises UnknownRecordError for none or several."""
        names = [TABLE_OF_PREFIX[prefix[:2]]] if prefix[:2] in TABLE_OF_PREFIX else list(TABLES)
        for name in names:
            found: Record | None = self.table(name).get(prefix)
            if found is not None:
                return found
        hits: list[Record] = [
            record for name in names for key, record in self.table(name).items() if prefix and key.startswith(prefix)
        ]
        if len(hits) == 1:
            return hits[0]
        if not hits:
            raise UnknownRecordError(f"No record has the id {prefix!r} or one that begins so.")
        shown = ", ".join(hit.id for hit in hits[:4]) + ("…" if len(hits) > 4 else "")
        raise UnknownRecordError(f"{len(hits)} ids begin with {prefix!r}: {shown}. Give more of it.")

    def actor(self, actor_id: str) -> Actor | None:
        """The actor, or where it was merged the one it was merged into; None where the id dangles."""
        seen = {actor_id}
        actor = self.actors.get(actor_id)
        while actor is not None and actor.merged_into and actor.merged_into not in seen:
            seen.add(actor.merged_into)
            actor = self.actors.get(actor.merged_into)
        return actor

    def actor_name(self, actor_id: str) -> str:
        """The name to show; for a dangling id the id itself, in angle brackets."""
        actor = self.actor(actor_id)
        return actor.name if actor else f"⟨{actor_id}⟩"

    @cached_property
    def _relations_of(self) -> dict[str, list[Relation]]:
        found: dict[str, list[Relation]] = {}
        for relation in self.relations.values():
            for end in {relation.subject, relation.object}:
                found.setdefault(end, []).append(relation)
        return found

    def relations_of(self, record_id: str) -> list[Relation]:
        """Relations of which the record is subject or object, in the order of the file."""
        if self.linked:
            return [self.relations[found] for found in self.linked("relations", record_id)]
        return self._relations_of.get(record_id, [])

    def related(self, record_id: str) -> bool:
        """Whether there is a relation of which the record is subject or object."""
        return record_id in self._relations_of

    @cached_property
    def _figures_of(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = {}
        for figure in self.figures.values():
            for whole in filter(None, (figure.statement, figure.part_of)):
                found.setdefault(whole, []).append(figure)
        return found

    def figures_of(self, record_id: str) -> list[Figure]:
        """The figures that a statement carries, or the parts of a figure."""
        if self.linked:
            return [self.figures[found] for found in self.linked("figures", record_id)]
        return self._figures_of.get(record_id, [])

    @cached_property
    def _successors(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for document in self.documents.values():
            if document.supersedes:
                found.setdefault(document.supersedes, []).append(document)
        return found

    def successors_of(self, document_id: str) -> list[Document]:
        """The later versions that name this one as the version before, in the order of the file; mostly none."""
        return self._successors.get(document_id, [])

    def broken(self, anchor: Any, document_id: str) -> bool:
        """Whether the anchor's `exact` is not what stands at start..end of the document, or there's no document."""
        document = self.documents.get(document_id)
        if document is None:
            return True
        inside = 0 <= anchor.start < anchor.end <= len(document.text)
        return not inside or document.text[anchor.start : anchor.end] != anchor.exact
