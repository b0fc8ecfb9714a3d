"""What must not be kept: which records go with one, and which stay but lose what they tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from store.archive import KIND_TABLES
from store.errors import UnknownRecordError
from store.model import Actor, Document, Figure, Record, Relation, Statement
from store.records import Records
from store.references import reached, references

REMOVED = "(removed)"
"""The name of an actor that stays because others name it."""


class Plan(NamedTuple):
    """`gone` are taken out; `blank` are actors as they stay, for others name them; `naming` are the ids of records that
    stay and name one that goes; `again` is id -> table of what was purged before; `originals` are the hashes of files
    that only documents which go were made from."""

    gone: tuple[Record, ...]
    blank: tuple[Actor, ...]
    naming: tuple[str, ...]
    again: Mapping[str, str]
    originals: frozenset[str] = frozenset()

    @property
    def tables(self) -> dict[str, str]:
        """id -> table of those that go."""
        return {**self.again, **{record.id: KIND_TABLES[type(record)] for record in self.gone}}


def plan(
    records: Records,
    prefixes: Iterable[str],
    former: Iterable[Record] = (),
    purged: Sequence[Mapping[str, str]] = (),
) -> Plan:
    """With a document go its statements, its figures and the actors that belong to it alone; with a statement the
    figures that it carries and the statements within it; with a figure its parts; with any of them its relations, and
    drafted actors whom no other record names.

    `former` are records that may be there no more, but still stand in the log. `purged` are earlier purges, id ->
    table: with an id of one all of it goes once more, for it may have been broken off; what is there again stays.

    Raises UnknownRecordError.
    """
    ever = Records.of(*{record.id: record for record in (*former, *records)}.values())
    first, again = list[Record](), dict[str, str]()
    for prefix in prefixes:
        try:
            first.append(ever.get(prefix))
        except UnknownRecordError:  # nothing is left of it but its id
            with_it = _purged_with(prefix, purged)
            if not with_it:
                raise
            again |= with_it
    first += [actor for actor in ever.actors.values() if actor.id in again and actor.name == REMOVED]
    found = _with_what_hangs_on_them(ever, first)
    found |= {actor.id: actor for actor in _drafted_for(ever, records, found)}
    named = _named(records, found)
    actors = {record_id: record for record_id, record in found.items() if isinstance(record, Actor)}
    blank = {record_id: actors[record_id] for record_id in actors if record_id in named}
    naming = {who for record_id, by in named.items() if record_id not in blank for who in by}
    return Plan(
        tuple(record for record_id, record in found.items() if record_id not in blank),
        tuple(_blanked(actor, found) for actor in blank.values()),
        tuple(sorted(naming)),
        {record_id: table for record_id, table in again.items() if record_id not in ever.table(table)},
        _originals(found.values()) - _originals(record for record in ever.documents.values() if record.id not in found),
    )


def _drafted_for(ever: Records, records: Records, found: Mapping[str, Record]) -> list[Actor]:
    """The actors whom only drafts named, and none of those that stay."""
    going = {reference.target for record in found.values() for reference in references(record)}
    staying = {named.target for record in records if record.id not in found for named in references(record)}
    return [actor for actor in ever.actors.values() if actor.drafted and actor.id in going - staying]


def _originals(records: Iterable[Record]) -> frozenset[str]:
    return frozenset(r.original_sha256 for r in records if isinstance(r, Document) and r.original_sha256)


def _blanked(actor: Actor, gone: Mapping[str, Record]) -> Actor:
    """At a new revision, so that who has the old one in a form can't write it back unseen."""
    return Actor(
        id=actor.id,
        name=REMOVED,
        kind=actor.kind,
        document=None if actor.document in gone else actor.document,
        revision=actor.revision + 1,
        added=actor.added,
        changed=actor.changed,
    )


def relinked(records: Records, planned: Plan) -> list[Document]:
    """Later versions of reports that go, as they are to stand: each follows the last one before it that stays."""
    gone = {record.id: record.supersedes for record in planned.gone if isinstance(record, Document)}
    found: list[Document] = []
    for document in records.documents.values():
        earlier = document.supersedes
        while earlier in planned.tables:
            earlier = gone.get(earlier)
        if document.id not in planned.tables and earlier != document.supersedes:
            found.append(replace(document, supersedes=earlier))
    return found


def still_telling(records: Records, planned: Plan) -> dict[str, str]:
    """Id -> what a record that stays has of what goes: the words of a claim in a report's text, or an actor's name.

    `records` are those before the purge. Words are looked for as they are printed, whatever their case.
    """
    going = {record.id for record in (*planned.gone, *planned.blank)}
    was = [records.actors[actor.id] for actor in planned.blank if actor.id in records.actors]
    people = [*was, *(record for record in planned.gone if isinstance(record, Actor))]
    called = {name for actor in people for name in (actor.name, *(name.text for name in actor.names))} - {REMOVED}
    # As they stand in the JSON of records; the longest first, for a short one may be a part of it.
    names = {
        msgspec.json.encode(name).decode()[1:-1].casefold(): name for name in sorted(called, key=lambda n: (-len(n), n))
    }
    found = {
        record.document: "has the words in its text"
        for record in planned.gone
        if isinstance(record, Statement | Figure) and record.document not in going
    }
    for record in records if names else ():
        text = msgspec.json.encode(record).decode().casefold()
        if record.id not in going and (name := next((name for printed, name in names.items() if printed in text), "")):
            found.setdefault(record.id, f"has the name “{name}”")
    return found


def _purged_with(prefix: str, purged: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """What was purged together with the one id that begins so; nothing where that is none, or more than one."""
    tombs = [tomb for tomb in purged if any(record_id.startswith(prefix) for record_id in tomb)]
    ids = {record_id for tomb in tombs for record_id in tomb if record_id.startswith(prefix)}
    return {record_id: table for tomb in tombs for record_id, table in tomb.items()} if len(ids) == 1 else {}


def _with_what_hangs_on_them(records: Records, first: Iterable[Record]) -> dict[str, Record]:
    holders: dict[str, list[Record]] = {}
    for record in records:
        for holder in _holders(record):
            holders.setdefault(holder, []).append(record)
    return reached(first, lambda record: holders.get(record.id, ()))


def _holders(record: Record) -> Iterator[str]:
    """The ids of the records without which this one is not."""
    match record:
        case Statement():
            named: tuple[str | None, ...] = (record.document, record.nested_in)
        case Figure():
            named = (record.document, record.statement, record.part_of)
        case Actor():
            named = (record.document,)
        case Relation():
            named = (record.subject, record.object)
        case Document():
            named = ()
    yield from filter(None, named)


def _named(records: Records, gone: Mapping[str, Record]) -> dict[str, set[str]]:
    """The ids of those that go -> of those that stay and name them."""
    named: dict[str, set[str]] = {}
    for record in records:
        if record.id not in gone:
            for _, _, target in references(record):
                if target in gone:
                    named.setdefault(target, set()).add(record.id)
    return named
