"""What each table has in each field of the filter: keys, dates, numbers and texts of a record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from store import dates
from store.errors import DateError
from store.folding import fold
from store.model import Actor, Anchor, Document, Figure, Record, Relation, Speaker, Statement, When
from store.records import Records

Ends: TypeAlias = Callable[[Any, Records], tuple[float, float] | None]


class One(NamedTuple):
    """The key of a record in a field where it has no more than one; None where it has none."""

    key: Callable[[Any], str | None]


class Several(NamedTuple):
    """The keys of a record in a field."""

    keys: Callable[[Any], Sequence[str]]


UNCLEAR = "?"
"""The key of who says it where the report has words for somebody, and it isn't clear whom they mean; no actor's id."""

_folded = lru_cache(1 << 12)(fold)
"""For what few records have of their own."""


def _one(name: str) -> One:
    return One(attrgetter(name))


def _text(name: str) -> One:
    found: Callable[[Any], str | None] = attrgetter(name)
    return One(lambda record: _folded(text) if (text := found(record)) else None)


def _people(speakers: tuple[Speaker, ...], source: tuple[Anchor, ...]) -> Sequence[str]:
    """None only where the report has no words for who either: then it is its own voice."""
    return [speaker.actor for speaker in speakers] or ((UNCLEAR,) if source else ())


def _via(record: Statement | Figure) -> Sequence[str]:
    if not record.via:
        return record.based_on if isinstance(record, Figure) else ()
    hops = [hop.actor for hop in record.via if hop.actor]
    return [*hops, *record.based_on] if isinstance(record, Figure) else hops


def _channels(record: Statement | Figure) -> tuple[str, ...]:
    own = record.channel if isinstance(record, Statement) else None
    if own is None and not record.via:
        return ()
    return tuple(filter(None, (own, *(hop.channel for hop in record.via))))


_CLAIMED: dict[str, One | Several] = {
    "doc": _one("document"),
    "via": Several(_via),
    "channel": Several(_channels),
    "review": _one("review.state"),
    "checked": _one("origin_check.state"),
    "verification": _one("verification.state"),
}
KEYS: dict[str, dict[str, One | Several]] = {
    "documents": {
        "doc": _one("id"),
        "publisher": _text("publisher"),
        "lang": _text("language"),
    },
    "actors": {
        "actor": _one("id"),
        "kind": _one("kind"),
    },
    "statements": {
        **_CLAIMED,
        "actor": Several(lambda statement: _people(statement.speakers, statement.source)),
        "about": Several(attrgetter("about")),
        "blamed": Several(attrgetter("accuses")),
        "type": _one("type"),
        "act": _one("act"),
    },
    "figures": {
        **_CLAIMED,
        "actor": Several(lambda figure: _people(figure.claimants, figure.source)),
        "blamed": Several(attrgetter("attributed_to")),
        "unit": _text("unit"),
        "counted": _text("counted"),
        "place": One(lambda figure: _folded(figure.place.name) if figure.place and figure.place.name else None),
        "outcome": _one("outcome"),
        "counting": _one("counting"),
        "bound": _one("bound"),
        "whole": Several(lambda figure: tuple(filter(None, (figure.statement, figure.part_of)))),
    },
    "relations": {
        "kind": _one("kind"),
        "end": Several(lambda relation: tuple({relation.subject: 0, relation.object: 0})),
    },
}
"""Table -> field -> the keys of a record, folded where they are text. Actors are those that the record names.

`whole` and `end` are no fields of the filter, but the ways from one record to others.
"""
LINKS = {"figures": "whole", "relations": "end"}
"""The fields by which a record's figures and relations are found."""
for _fields in KEYS.values():
    _fields["tag"] = Several(lambda record: record.tags and tuple(map(_folded, record.tags)))

COUNTED = {"statements": ("actor", "doc"), "figures": ("actor", "doc")}
"""The fields by whose keys records are counted."""
EARLY = ("actor", "doc", *LINKS.values())
"""The fields that a screen needs before anything is filtered."""
NAMED = {"statements": ("actor", "via", "about", "blamed"), "figures": ("actor", "via", "blamed")}
"""The fields whose actors' names are among a record's words."""


def texts(record: Record) -> list[str]:
    """The record's own words, part by part; titles and names that it has from others are looked up there."""
    match record:
        case Statement():
            parts = _printed(record, record.content, record.speakers)
        case Figure():
            place = record.place.name if record.place else None
            parts = [*_printed(record, (record.anchor,), record.claimants), record.counted, record.unit, record.method]
            parts.append(place)
        case Document():
            parts = [record.title, record.publisher, record.author, record.credit, record.text]
        case Actor():
            parts = [record.name, record.description, *[name.text for name in record.names]]
        case Relation():
            parts = [record.kind, record.why]
    return [part for part in (*parts, record.gloss, record.note, *record.tags) if part]


def _printed(
    record: Statement | Figure, anchors: tuple[Anchor, ...], speakers: tuple[Speaker, ...]
) -> list[str | None]:
    exact: list[str | None] = [anchor.exact for anchor in (*anchors, *record.cue, *record.source)]
    return exact + [speaker.capacity for speaker in speakers] if speakers else exact


def number(figure: Figure) -> tuple[float, float] | None:
    """The figure's bounds; an end that isn't claimed is infinite. None where there's no number.

    "At least 500" is open above even if 500 was also set down as its best.
    """
    low, best, high = figure.low, figure.best, figure.high
    if low is None and best is None and high is None:
        return None
    if low is None and figure.bound != "at-most":
        low = best
    if high is None and figure.bound != "at-least":
        high = best
    return float("-inf") if low is None else low, float("inf") if high is None else high


def days(edtf: str | None) -> dates.Interval | None:
    """The days of an EDTF date; None where there is none, or none that can be read (which `check` tells)."""
    try:
        return dates.interval(edtf) if edtf else None
    except DateError:
        return None


def _when(when: When | None) -> dates.Interval | None:
    return days(when.edtf) if when else None


def _said(figure: Figure, records: Records) -> dates.Interval | None:
    """When the statement was made that carries the figure, else when the report came out."""
    statement = records.statements.get(figure.statement) if figure.statement else None
    document = records.documents.get(figure.document)
    return (statement and _when(statement.uttered)) or (document and _when(document.published)) or None


SPANS: dict[str, dict[str, Ends]] = {
    "documents": {"published": lambda document, _: _when(document.published)},
    "actors": {},
    "statements": {"said": lambda statement, _: _when(statement.uttered)},
    "figures": {
        "said": _said,
        "period": lambda figure, _: _when(figure.period),
        "value": lambda figure, _: number(figure),
    },
    "relations": {},
}
"""Table -> field -> the closed interval of a record, in days or numbers; `published` is to order by, and no field."""
for _ends in SPANS.values():
    _ends["added"] = lambda record, _: days((record.added or "")[:10])
    _ends["changed"] = lambda record, _: days((record.changed or "")[:10])
