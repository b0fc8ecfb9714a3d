"""What goes with a record though nobody chose it: what it restates or qualifies, and what restates or qualifies it.

And on from there: what restates or qualifies *that*. But what else a qualifier qualifies is no matter of this record,
nor is what is said of a report as a whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from store.export.selection import Selection
from store.model import Document, Figure, Relation, Statement
from store.references import ENDS

# As subject, and as object: "A restates B", "B is restated by A".
_PHRASES = {"restates": ("restates", "is restated by"), "qualifies": ("qualifies", "is qualified by")}


class Carried(NamedTuple):
    """`of`, the record itself or one it brought along, `phrase` ("is qualified by") `record`."""

    of: str
    phrase: str
    record: Statement | Figure | Document
    relation: Relation


def carried(selection: Selection, record: Statement | Figure) -> list[Carried]:
    """All that goes with the record, the nearest first; nothing that is withheld, nothing twice.

    With a figure goes what goes with the statement that carries it.
    """
    statement = selection.records.statements.get(record.statement or "") if isinstance(record, Figure) else None
    starts = [record.id, *([statement.id] if statement and selection.allows(statement) else [])]
    found: list[Carried] = []
    seen, queue = set(starts), deque(starts)
    while queue:
        at = queue.popleft()
        for step in _steps(selection, at):
            if step.record.id not in seen and (at in starts or step.phrase != "qualifies"):
                seen.add(step.record.id)
                found.append(step)
                queue.extend([] if isinstance(step.record, Document) else [step.record.id])
    return found


def _steps(selection: Selection, at: str) -> Iterator[Carried]:
    for relation in sorted(selection.records.relations_of(at), key=lambda relation: relation.id):
        if relation.kind not in _PHRASES or not selection.allows(relation):
            continue
        is_subject = relation.subject == at
        other = _end(selection, relation.object if is_subject else relation.subject)
        if other is not None:
            yield Carried(at, _PHRASES[relation.kind][not is_subject], other, relation)


def _end(selection: Selection, target: str) -> Statement | Figure | Document | None:
    found: Statement | Figure | Document | None = None
    for table in ENDS:
        found = found or selection.records.table(table).get(target)
    return found
