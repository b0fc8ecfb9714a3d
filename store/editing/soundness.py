"""Whether a record still holds together after a change: what `store.check` would newly find, told by field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from store.archive import KIND_TABLES
from store.check import check_record, sameness
from store.editing import marks, merge_actors
from store.errors import EditError
from store.model import Actor, Record, Relation, Statement
from store.records import Records

_MAKES = {"documents": "text", "actors": "name", "statements": "content", "figures": "anchor"}
"""Table -> the field that is named where another record says the same; of a relation it is what was changed."""
_BELONGING = ("actors", "statements", "figures")
Beside: TypeAlias = Callable[[str, str | None], Sequence[Record]]
"""Table and report's id -> the records of that report: none says the same as one of another report."""


def checked(records: Records, before: Record | None, after: Record, beside: Beside | None = None) -> None:
    """Raises EditError, naming the field, for anything wrong that wasn't so `before` (None: the record is new).

    What was wrong already is no hindrance: a note can be put on a record whose anchor is broken. `beside` finds who
    might say the same; by default `scanned`.
    """
    known = set(check_record(records, before)) if before else set()
    for finding in check_record(records, after):
        if finding not in known:
            raise EditError(finding.field, finding.problem, record=after.id)
    _check_twins(beside or scanned(records), before, after)
    if isinstance(after, Relation) and after.subject == after.object:
        raise EditError(_moved(before, after), "a record has no relation to itself.", record=after.id)
    if isinstance(after, Statement):
        _check_type(records, before, after)
    if isinstance(after, Actor) and after.merged_into and (before is None or after.merged_into != _target(before)):
        merge_actors.check(records, after.id, after.merged_into)


def _check_twins(beside: Beside, before: Record | None, after: Record) -> None:
    if before and _target(before) and not _target(after):
        return  # parted again, two actors are what they were before they were merged
    said, table = sameness(after), KIND_TABLES[type(after)]
    if said is None or (before and sameness(before) == said):
        return
    for twin in beside(table, getattr(after, "document", None)):
        if twin.id != after.id and sameness(twin) == said:
            raise EditError(_making(before, after), f"it would say the same as {twin.id}.", record=after.id)


def _making(before: Record | None, after: Record) -> str:
    """The field to be named where another record says the same."""
    return _moved(before, after, "kind") if isinstance(after, Relation) else _MAKES[KIND_TABLES[type(after)]]


def _moved(before: Record | None, after: Relation, else_: str = "object") -> str:
    """The end of a relation that is another now."""
    moved = (name for name in ("subject", "object") if before and getattr(before, name) != getattr(after, name))
    return next(moved, else_)


def scanned(records: Records) -> Beside:
    """Looks through the whole table each time: some milliseconds of 100,000, and right for one change."""

    def beside(table: str, document: str | None) -> Sequence[Record]:
        every = records.table(table).values()
        return [found for found in every if found.document == document] if table in _BELONGING else list(every)

    return beside


def gathered(records: Records) -> Beside:
    """Sorts a table once by report: right for many changes."""
    tables: dict[str, dict[str | None, list[Record]]] = {}

    def beside(table: str, document: str | None) -> Sequence[Record]:
        if table not in tables:
            tables[table] = {}
            for record in records.table(table).values():
                tables[table].setdefault(getattr(record, "document", None), []).append(record)
        return tables[table].get(document, ())

    return beside


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
