"""What a record names: the ids of other records, and the runs of its document's text, each with the field it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from store.model import Actor, Anchor, Document, Figure, Hop, Record, Relation, Speaker, Statement


class Reference(NamedTuple):
    """An id named in `field`; it is to be found in one of `tables`."""

    field: str
    tables: tuple[str, ...]
    target: str


ENDS = ("statements", "figures", "documents")
"""Where the ends of a relation may stand."""


def references(record: Record) -> Iterator[Reference]:
    """Every reference of the record to another, in the order of the model's fields."""
    match record:
        case Document():
            yield from _one("supersedes", "documents", record.supersedes)
        case Actor():
            yield from _one("parent", "actors", record.parent)
            yield from _one("merged_into", "actors", record.merged_into)
            yield from _one("document", "documents", record.document)
        case Relation():
            yield Reference("subject", ENDS, record.subject)
            yield Reference("object", ENDS, record.object)
        case Statement():
            yield from _one("document", "documents", record.document)
            yield from _people("speakers", record.speakers, record.via)
            yield from _actors(("about", record.about), ("accuses", record.accuses))
            yield from _one("nested_in", "statements", record.nested_in)
        case Figure():
            yield from _one("document", "documents", record.document)
            yield from _people("claimants", record.claimants, record.via)
            yield from _actors(("based_on", record.based_on), ("attributed_to", record.attributed_to))
            yield from _one("part_of", "figures", record.part_of)
            yield from _one("statement", "statements", record.statement)


def anchors(record: Statement | Figure) -> Iterator[tuple[str, Anchor]]:
    """Every anchor of the record with the field it stands in; those of the words said or claimed come first."""
    if isinstance(record, Statement):
        yield from (("content", anchor) for anchor in record.content)
    else:
        yield "anchor", record.anchor
    yield from (("source", anchor) for anchor in record.source)
    yield from (("cue", anchor) for anchor in record.cue)


def _one(field: str, table: str, target: str | None) -> Iterator[Reference]:
    if target is not None:
        yield Reference(field, (table,), target)


def _people(field: str, speakers: Iterable[Speaker], via: Iterable[Hop]) -> Iterator[Reference]:
    yield from (Reference(field, ("actors",), speaker.actor) for speaker in speakers)
    yield from (Reference("via", ("actors",), hop.actor) for hop in via if hop.actor is not None)


def _actors(*named: tuple[str, Iterable[str]]) -> Iterator[Reference]:
    yield from (Reference(field, ("actors",), actor) for field, actors in named for actor in actors)


def reached(first: Iterable[Record], onward: Callable[[Record], Iterable[Record]]) -> dict[str, Record]:
    """By id, the first records and all that lie onward of them, at any distance."""
    found: dict[str, Record] = {}
    waiting = list(first)
    while waiting:
        record = waiting.pop()
        if record.id not in found:
            found[record.id] = record
            waiting += onward(record)
    return found
