"""What an export leaves out unless it is asked for: records that are drafted, rejected or confidential.

What is confidential spreads: a statement in a confidential report, or one that names a confidential actor, would
tell what must not be told, and is withheld with it. So is a statement told within a withheld one, and a figure whose
statement is withheld and isn't plain saying: without "denies that" a denied number would read as a claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, TypeAlias

from store.model import Claimed, Document, Figure, Record, Relation, Statement
from store.records import Records
from store.references import ENDS, references

Reason: TypeAlias = Literal["confidential", "rejected", "drafted"]
REASONS: tuple[Reason, ...] = ("confidential", "rejected", "drafted")
"""The gravest first: a record that is withheld for several is counted under the first."""
ALL = frozenset(REASONS)
CONFIDENTIAL: frozenset[Reason] = frozenset({"confidential"})


class Withholding:
    """Why records of an archive are left out of an export."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def reasons(self, record: Record, seen: frozenset[str] = frozenset()) -> frozenset[Reason]:
        """All that speaks against exporting the record; empty for most. `seen` are ids not to be looked into again."""
        found = set(_own(record))
        if record.id in self._hidden or self._names_hidden(record):
            found.add("confidential")
        for other, spreading in self._told_with(record):
            if other.id not in seen:
                found |= self.reasons(other, seen | {record.id}) & spreading
        return frozenset(found)

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """Confidential documents and actors, and the actors that belong to such."""
        hidden = {document.id for document in self._records.documents.values() if document.confidential}
        hidden |= {actor.id for actor in self._records.actors.values() if actor.confidential}
        others = {
            actor.id: {reference.target for reference in references(actor)}
            for actor in self._records.actors.values()
            if actor.parent or actor.merged_into or actor.document
        }
        while more := {actor for actor, named in others.items() if actor not in hidden and named & hidden}:
            hidden |= more
        return frozenset(hidden)

    def _names_hidden(self, record: Record) -> bool:
        if isinstance(record, Document) or not self._hidden:
            return False  # that a report supersedes another tells nothing of it
        return any(reference.target in self._hidden for reference in references(record))

    def _told_with(self, record: Record) -> Iterator[tuple[Record, frozenset[Reason]]]:
        """Records without which this one would say something else, or too much, and which reasons pass on."""
        match record:
            case Statement():
                named = [(record.nested_in or "", ALL)]
            case Figure():
                statement = self._records.statements.get(record.statement or "")
                plain = statement is not None and statement.act == "says"
                named = [(record.statement or "", CONFIDENTIAL if plain else ALL)]
            case Relation():
                named = [(record.subject, ALL), (record.object, ALL)]
            case _:
                named = []
        for target, spreading in named:
            for table in ENDS:
                if target in self._records.table(table):
                    yield self._records.table(table)[target], spreading


def _own(record: Record) -> Iterator[Reason]:
    if record.confidential:
        yield "confidential"
    if isinstance(record, Claimed) and record.review.state == "rejected":
        yield "rejected"
    if isinstance(record, Claimed) and record.review.state == "drafted":
        yield "drafted"
