"""The filter evaluated record by record, the slow and simple way, straight from the design: the index is held to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from store.dates import MAX, MIN, interval, typed
from store.errors import DateError
from store.folding import fold
from store.model import Actor, Anchor, Document, Figure, Record, Relation, Statement
from store.query import FIELDS, All, And, Condition, Node, Not, Or, Word
from store.records import Records

TABLES = {Document: "documents", Actor: "actors", Statement: "statements", Figure: "figures", Relation: "relations"}


class Oracle:
    """Answers for one record at a time."""

    def __init__(self, records: Records, marked: frozenset[str] = frozenset()) -> None:
        self.records, self.marked = records, marked

    def matching(self, table: str, node: Node) -> set[str]:
        return {record.id for record in self.records.table(table).values() if self.holds(record, node)}

    def holds(self, record: Record, node: Node) -> bool:
        match node:
            case All():
                return True
            case Word(text):
                return any(fold(text) in fold(part) for part in self.words(record))
            case Not(part):
                return not self.holds(record, part)
            case And(parts):
                return all(self.holds(record, part) for part in parts)
            case Or(parts):
                return any(self.holds(record, part) for part in parts)
            case Condition(field):
                return TABLES[type(record)] in FIELDS[field].tables and self.meets(record, node)

    def words(self, record: Record) -> Iterator[str]:
        """All that is text in a record, and an empty text, which every record has."""
        yield from ("", *filter(None, (record.gloss, record.note, *record.tags)))
        match record:
            case Statement() | Figure():
                document = self.records.documents.get(record.document)
                yield from [document.title] if document else []
                yield from self.anchored(record)
                yield from (s.capacity for s in self.speaking(record) if s.capacity)
                for field in ("actor", "about", "blamed", "via"):
                    for key in self.people(record, field):
                        yield from self.names(key)
                if isinstance(record, Figure):
                    yield from filter(None, (record.counted, record.unit, record.method))
                    yield from [record.place.name] if record.place else []
            case Document():
                yield from filter(None, (record.title, record.text, record.publisher, record.author, record.credit))
            case Actor():
                yield from [record.name, *(name.text for name in record.names), record.description or ""]
            case Relation():
                yield from [record.kind, record.why or ""]

    def anchored(self, record: Statement | Figure) -> list[str]:
        return [anchor.exact for anchor in self.anchors(record)]

    def anchors(self, record: Statement | Figure) -> list[Anchor]:
        own = record.content if isinstance(record, Statement) else (record.anchor,)
        return [*own, *record.cue, *record.source]

    def speaking(self, record: Statement | Figure) -> tuple[Any, ...]:
        return record.speakers if isinstance(record, Statement) else record.claimants

    def target(self, actor_id: str) -> str:
        actor = self.records.actor(actor_id)
        return actor.id if actor else actor_id

    def people(self, record: Record, field: str) -> list[str]:
        """Ids, merged ones replaced, of the actors a record has in a field."""
        match record, field:
            case Actor(), _:
                found: Iterable[str | None] = [record.id]
            case _, "actor" | "under":
                found = [speaker.actor for speaker in self.speaking(record)] or ["?"] * bool(record.source)
            case Statement(), "about":
                found = record.about
            case Statement(), "blamed":
                found = record.accuses
            case Figure(), "blamed":
                found = record.attributed_to
            case _, "via":
                found = [*(hop.actor for hop in record.via), *getattr(record, "based_on", ())]
            case _:
                found = []
        return [self.target(actor_id) for actor_id in found if actor_id]

    def names(self, key: str) -> list[str]:
        """Names and aliases of an actor and of all that were merged into it."""
        same = [actor for actor in self.records.actors.values() if self.target(actor.id) == key]
        return [n for a in same for n in (a.name, *(name.text for name in a.names if name.kind != "description"))]

    def is_meant(self, key: str, condition: Condition) -> bool:
        wanted = fold(condition.value)
        given = condition.value.lower()
        if key == self.target(given):
            return True
        if condition.quoted:
            return wanted in map(fold, self.names(key))
        if any(re.search(rf"(^|\W){re.escape(wanted)}", f" {fold(name)}") for name in self.names(key)):
            return True
        fitting = [actor_id for actor_id in self.records.actors if actor_id.startswith(given)]
        return given.startswith("ac-") and len(fitting) == 1 and self.target(fitting[0]) == key

    def is_under(self, key: str, condition: Condition) -> bool:
        seen: set[str] = set()
        waiting = [key]
        while waiting:
            key = waiting.pop()
            if self.is_meant(key, condition):
                return True
            seen.add(key)
            same = [actor for actor in self.records.actors.values() if self.target(actor.id) == key]
            parents = {self.target(actor.parent) for actor in same if actor.parent}
            waiting += parents - seen
        return False

    def meets(self, record: Any, condition: Condition) -> bool:
        field, value = condition.field, condition.value
        kind = FIELDS[field].kind
        if kind == "actor":
            people = self.people(record, field)
            judge = self.is_under if field == "under" else self.is_meant
            return not people if condition.none else any(judge(key, condition) for key in people)
        if kind == "document":
            return self.is_document(record, condition)
        if kind == "id":
            return not condition.none and any(self.is_id(record.id, wanted) for wanted in value.split(","))
        if kind in ("date", "number"):
            return self.in_range(self.span(record, field), condition, of_numbers=kind == "number")
        if field in ("is", "has"):
            values = FIELDS[field].values
            return not any(self.flag(record, v) for v in values) if condition.none else self.flag(record, value)
        own = [text for text in self.values(record, field) if text]
        if condition.none:
            return not own
        if kind == "text":
            return any(fold(value) in fold(text) for text in own)
        if kind == "language":
            return any(fold(text) == fold(value) or fold(text).startswith(fold(value) + "-") for text in own)
        return any(fold(text) == fold(value) for text in own)

    def is_document(self, record: Any, condition: Condition) -> bool:
        document_id = record.id if isinstance(record, Document) else record.document
        document = self.records.documents.get(document_id)
        if condition.none:
            return document is None
        wanted, given = fold(condition.value), condition.value.lower()
        if document_id == given:
            return True
        if document is None:
            return False
        if condition.quoted:
            return fold(document.title) == wanted
        fitting = [key for key in self.records.documents if key.startswith(given)]
        return wanted in fold(document.title) or (given.startswith("do-") and fitting == [document_id])

    def is_id(self, record_id: str, wanted: str) -> bool:
        ids = [record.id for record in self.records]
        if wanted in ids:
            return record_id == wanted
        return [found for found in ids if found.startswith(wanted)] == [record_id]

    def days(self, edtf: str | None) -> tuple[float, float] | None:
        try:
            return interval(edtf) if edtf else None
        except DateError:
            return None

    def span(self, record: Any, field: str) -> tuple[float, float] | None:
        match field:
            case "added" | "changed":
                return self.days((getattr(record, field) or "")[:10])
            case "said" if isinstance(record, Figure):
                statement = self.records.statements.get(record.statement or "")
                document = self.records.documents.get(record.document)
                own = self.days(statement.uttered.edtf) if statement and statement.uttered else None
                return own or (self.days(document.published.edtf) if document and document.published else None)
            case "said":
                return self.days(record.uttered.edtf) if record.uttered else None
            case "period":
                return self.days(record.period.edtf) if record.period else None
        if record.low is record.best is record.high is None:
            return None
        low = record.best if record.low is None and record.bound != "at-most" else record.low
        high = record.best if record.high is None and record.bound != "at-least" else record.high
        return float("-inf") if low is None else low, float("inf") if high is None else high

    def in_range(self, span: tuple[float, float] | None, condition: Condition, *, of_numbers: bool) -> bool:
        value = condition.value
        if span is None or condition.none:
            return span is None and condition.none

        def read(text: str) -> tuple[float, float]:
            return (float(text.replace(",", "")),) * 2 if of_numbers else typed(text)

        if value.startswith(">"):
            return span[1] > read(value[1:])[1]
        if value.startswith("<"):
            return span[0] < read(value[1:])[0]
        start, dots, end = value.partition("..") if "/" not in value else (value, "", "")
        low = read(start)[0] if start else float(MIN) if not of_numbers else float("-inf")
        high = read(end if dots else start)[1] if end or not dots else float(MAX) if not of_numbers else float("inf")
        return span[0] <= high and low <= span[1]

    def flag(self, record: Any, value: str) -> bool:
        claimed = isinstance(record, Statement | Figure)
        match value:
            case "broken":
                return claimed and any(self.records.broken(a, record.document) for a in self.anchors(record))
            case "draft":
                own = (*self.records.statements.values(), *self.records.figures.values())
                left = {r.document for r in own if r.review.state == "drafted"}
                drafted = isinstance(record, Actor) and record.drafted
                return drafted or record.id in left or (claimed and record.review.state == "drafted")
            case "vague":
                return isinstance(record, Figure) and record.bound == "order"
            case "inferred":
                parts = [*self.speaking(record)] if claimed else []
                parts += [getattr(record, name, None) for name in ("uttered", "period", "place")]
                return any(part.basis in ("inferred", "assumed") for part in parts if part)
            case "confidential":
                return bool(record.confidential)
            case "marked":
                return record.id in self.marked
            case "note" | "gloss":
                return bool(getattr(record, value))
        return any(record.id in (relation.subject, relation.object) for relation in self.records.relations.values())

    def values(self, record: Any, field: str) -> list[str | None]:
        match field:
            case "publisher" | "lang":
                document = record if isinstance(record, Document) else self.records.documents.get(record.document)
                attribute = "publisher" if field == "publisher" else "language"
                return [getattr(document, attribute)] if document else []
            case "channel":
                return [getattr(record, "channel", None), *(hop.channel for hop in record.via)]
            case "place":
                return [record.place.name] if record.place else []
            case "tag":
                return list(record.tags)
            case "review" | "verification":
                return [getattr(record, field).state]
            case "checked":
                return [record.origin_check.state]
        return [getattr(record, field)]
