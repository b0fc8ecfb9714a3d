"""What `is:` and `has:` ask of a record, kind by kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

from store.model import Actor, Anchor, Claimed, Document, Figure, Record, Statement
from store.records import Records

Flag: TypeAlias = Callable[[Sequence[Any], Records], Iterable[object]]
"""Given records of one kind: of each in turn whether it is so; nothing at all where none of that kind can be."""
_NOT_STATED = frozenset(("inferred", "assumed"))


def _set(name: str) -> Flag:
    """Whether a field that every record has isn't empty."""
    found = attrgetter(name)
    return lambda records, _: map(found, records)


def _of_kind(kind: type[Record] | type[Claimed], holds: Callable[[Any], object]) -> Flag:
    """Whether it holds for a record, which no record of another kind can be."""
    return lambda records, _: map(holds, records) if records and isinstance(records[0], kind) else ()


def _broken(records: Sequence[Any], archive: Records) -> Iterable[object]:
    if not records or not isinstance(records[0], Statement | Figure):
        return ()
    documents = archive.documents
    return (_is_broken(_anchors(record), documents.get(record.document)) for record in records)


def _anchors(record: Statement | Figure) -> tuple[Anchor, ...]:
    printed = record.content if isinstance(record, Statement) else (record.anchor,)
    return (*printed, *record.cue, *record.source)


def _is_broken(anchors: tuple[Anchor, ...], document: Document | None) -> bool:
    """Whether one of them isn't what stands there; as `Records.broken`, for very many."""
    if document is None:
        return bool(anchors)
    text = document.text
    for anchor in anchors:
        start, end = anchor.start, anchor.end
        if text[start:end] != anchor.exact or not 0 <= start < end <= len(text):
            return True
    return False


def _inferred(records: Sequence[Any], _: Records) -> Iterable[object]:
    """Whether speaker, claimant, date or place is ours rather than the report's: inferred, or assumed."""
    kind = type(records[0]) if records else None
    if kind is Statement:
        return map(_statement_inferred, records)
    return map(_figure_inferred, records) if kind is Figure else ()


def _statement_inferred(statement: Statement) -> bool:
    if statement.uttered and statement.uttered.basis in _NOT_STATED:
        return True
    return any(speaker.basis in _NOT_STATED for speaker in statement.speakers)


def _figure_inferred(figure: Figure) -> bool:
    known = (*figure.claimants, figure.period, figure.place)
    return any(part is not None and part.basis in _NOT_STATED for part in known)


def _draft(records: Sequence[Any], _: Records) -> Iterable[object]:
    """A document isn't asked: it is one as long as it has any, which `Search` counts."""
    if not records or not isinstance(records[0], Actor | Claimed):
        return ()
    if isinstance(records[0], Actor):
        return (actor.drafted for actor in records)
    return (record.review.state == "drafted" for record in records)


FLAGS: dict[str, dict[str, Flag]] = {
    "is": {
        "broken": _broken,
        "draft": _draft,
        "vague": _of_kind(Figure, lambda figure: figure.bound == "order"),
        "inferred": _inferred,
        "confidential": _set("confidential"),
    },
    "has": {
        "note": _set("note"),
        "gloss": _set("gloss"),
        "relation": lambda records, archive: (archive.related(record.id) for record in records),
    },
}
"""Field -> value -> which records have it; `is:marked` isn't here, for it is the screen that knows."""
