"""Whether a record still holds together after a change: what `store.check` would newly find, told by field."""

from __future__ import annotations

from collections.abc import Iterator

from store.check import Finding, check_record
from store.editing import marks, merge_actors
from store.errors import EditError
from store.model import Actor, Record, Statement
from store.records import Records


def checked(records: Records, before: Record | None, after: Record) -> None:
    """Raises EditError, naming the field, for anything wrong that wasn't so `before` (None: the record is new).

    What was wrong already is no hindrance: a note can be put on a record whose anchor is broken.
    """
    known = set(_findings(records, before)) if before else set()
    for finding in _findings(records, after):
        if finding not in known:
            raise EditError(finding.field, finding.problem, record=after.id)
    if isinstance(after, Statement):
        _check_type(records, before, after)
    if isinstance(after, Actor) and after.merged_into and (before is None or after.merged_into != _target(before)):
        merge_actors.check(records, after.id, after.merged_into)


def _findings(records: Records, record: Record) -> Iterator[Finding]:
    return check_record(records, record)


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
