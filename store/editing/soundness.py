"""Whether a record still holds together after a change: what `store.check` would newly find, told by field."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from store.archive import KIND_TABLES
from store.check import check_record, sameness
from store.editing import marks, merge_actors
from store.errors import EditError
from store.model import Actor, Record, Relation, Statement
from store.records import Records

_MAKES = {"documents": "text", "actors": "name", "statements": "content", "figures": "anchor", "relations": "kind"}
"""Table -> the field that is named where another record says the same."""


def checked(records: Records, before: Record | None, after: Record) -> None:
    """Raises EditError, naming the field, for anything wrong that wasn't so `before` (None: the record is new).

    What was wrong already is no hindrance: a note can be put on a record whose anchor is broken.
    """
    known = set(check_record(records, before)) if before else set()
    for finding in check_record(records, after):
        if finding not in known:
            raise EditError(finding.field, finding.problem, record=after.id)
    _check_twins(records, before, after)
    if isinstance(after, Relation) and after.subject == after.object:
        raise EditError("object", "a record has no relation to itself.", record=after.id)
    if isinstance(after, Statement):
        _check_type(records, before, after)
    if isinstance(after, Actor) and after.merged_into and (before is None or after.merged_into != _target(before)):
        merge_actors.check(records, after.id, after.merged_into)


def _check_twins(records: Records, before: Record | None, after: Record) -> None:
    said, table = sameness(after), KIND_TABLES[type(after)]
    if said is None or (before and sameness(before) == said):
        return
    for twin in _beside(records, table).get(getattr(after, "document", None), ()):
        if twin.id != after.id and sameness(twin) == said:
            raise EditError(_MAKES[table], f"it would say the same as {twin.id}.", record=after.id)


_BESIDE: WeakKeyDictionary[Records, dict[str, dict[str | None, list[Record]]]] = WeakKeyDictionary()


def _beside(records: Records, table: str) -> Mapping[str | None, list[Record]]:
    """The table's records by the report they belong to, gathered once: none says the same as one of another report."""
    gathered = _BESIDE.setdefault(records, {})
    if table not in gathered:
        gathered[table] = {}
        for record in records.table(table).values():
            gathered[table].setdefault(getattr(record, "document", None), []).append(record)
    return gathered[table]


def _target(record: Record) -> str | None:
    return record.merged_into if isinstance(record, Actor) else None


def _check_type(records: Records, before: Record | None, after: Statement) -> None:
    """Direct speech is what stands between quotation marks as printed; nobody may call another's words that."""
    same = isinstance(before, Statement) and (before.type, before.content) == (after.type, after.content)
    document = records.documents.get(after.document)
    if same or after.type != "direct" or document is None:
        return
    printed = marks.quoted_as(document.text, [(part.start, part.end) for part in after.content])
    if printed != "direct":
        raise EditError(
            "type",
            "can't be direct: not all of its words stand between quotation marks in the report.",
            example=f"type={printed}",
            record=after.id,
        )
