"""All that is known of a record, as labelled facts: for the head of the source pane and for `sayso show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from store import dates
from store.model import Actor, Anchor, Claimed, Document, Figure, Hop, Record, Relation, Speaker, Statement, When
from store.records import Records
from store.references import anchors
from store.rivals import rivals
from tui.render import hidden, names
from tui.render.excerpt import excerpted

Fact: TypeAlias = tuple[str, str]
"""A label and what it says; the label of a record's first fact is empty."""

EXCERPT = 90
"""Cells of another record's words."""
REVIEWS = {
    "drafted": "draft, not reviewed",
    "accepted": "text accepted",
    "corrected": "text corrected",
    "rejected": "REJECTED",
}
ORIGINS = {
    "not-checked": "origin not checked",
    "found": "origin found",
    "changed": "origin CHANGED since",
    "deleted": "origin DELETED since",
    "not-found": "origin NOT FOUND",
}
REMARKS = {
    "debris": "leftovers of markup stand in it",
    "source-ellipsis": "the ellipsis is the source's own",
    "mismatched-marks": "the quotation marks don't match",
    "relayed": "passes on what others reported",
}
PASSIVE = {
    "restates": ("restates", "restated by"),
    "responds-to": ("responds to", "answered by"),
    "same-origin": ("has the same origin as", "has the same origin as"),
    "corroborates": ("corroborates", "corroborated by"),
    "contradicts": ("contradicts", "contradicted by"),
    "qualifies": ("qualifies", "qualified by"),
    "supersedes": ("supersedes", "superseded by"),
}


class Link(NamedTuple):
    """A relation as one of its ends tells it: what it does or has done to it, and the other end in a few words."""

    relation: Relation
    label: str
    words: str


def links(records: Records, record_id: str) -> list[Link]:
    """The relations of the record, in the order of the archive."""
    found: list[Link] = []
    for relation in records.relations_of(record_id):
        active, passive = PASSIVE[relation.kind]
        label, other = (active, relation.object) if relation.subject == record_id else (passive, relation.subject)
        found.append(Link(relation, label, words(records, other) + (f" ({relation.why})" if relation.why else "")))
    return found


def facts(records: Records, record: Record) -> list[Fact]:
    """Labels and values, in the order that matters; nothing that is unknown."""
    match record:
        case Statement():
            own = _statement(records, record)
        case Figure():
            own = _figure(records, record)
        case Actor():
            own = _actor(records, record)
        case Document():
            own = _document(records, record)
        case Relation():
            own = _relation(records, record)
    first, *others = own
    told = (first, *_telling(records, record), *others, *_kept(record))
    return [(label, value) for label, value in told if value]


def _statement(records: Records, statement: Statement) -> Iterator[Fact]:
    parts = (
        people(records, statement.speakers, statement.source),
        names.TYPE_WORDS[statement.type],
        statement.channel or "",
        f"said {when(statement.uttered)}" if statement.uttered else "undated",
    )
    yield "", " · ".join(filter(None, parts))
    yield "act", f"{statement.act} (“{names.cue(statement)}”)" if statement.act != "says" else ""
    yield "about", names.actors(records, statement.about)
    yield "accuses", names.actors(records, statement.accuses)
    yield "via", via(records, statement.via)
    yield "within", words(records, statement.nested_in) if statement.nested_in else ""
    yield "translated", statement.translated if statement.translated != "unknown" else ""
    yield "carries", "; ".join(names.figure_words(records, figure) for figure in records.figures_of(statement.id))


def newer(records: Records, document_id: str) -> str:
    """The later versions of a report, mostly none: who reads an old one mustn't take it for the last word."""
    return "; ".join(words(records, later.id) for later in records.successors_of(document_id))


def _figure(records: Records, figure: Figure) -> Iterator[Fact]:
    parts = (
        names.number(figure),
        figure.counted or figure.unit or "",
        figure.outcome or "" if figure.outcome != figure.counted else "",
        names.place(figure.place),
        (figure.counting or "").replace("-", " "),
        when(figure.period) if figure.period else "no period",
        f"claimed by {people(records, figure.claimants, figure.source)}",
    )
    yield "", " · ".join(filter(None, parts))
    yield "blames", names.actors(records, figure.attributed_to)
    yield "based on", names.actors(records, figure.based_on)
    yield "via", via(records, figure.via)
    yield "method", figure.method or ""
    yield "status", figure.status if figure.status != "unstated" else ""
    yield "bound", figure.bound
    yield "part of", words(records, figure.part_of) if figure.part_of else ""
    yield "parts", "; ".join(names.figure_words(records, part) for part in records.figures_of(figure.id))
    yield "stands in", words(records, figure.statement) if figure.statement else ""


def _actor(records: Records, actor: Actor) -> Iterator[Fact]:
    yield "", " · ".join(filter(None, (actor.name, actor.kind, actor.description or "")))
    yield "also", "; ".join(f"{name.text} ({name.kind})" for name in actor.names)
    yield "under", records.actor_name(actor.parent) if actor.parent else ""
    yield "merged into", records.actor_name(actor.merged_into) if actor.merged_into else ""
    yield "of", words(records, actor.document) + " alone" if actor.document else ""


def _document(records: Records, document: Document) -> Iterator[Fact]:
    published = f"published {when(document.published)}" if document.published else "undated"
    parts = (document.title, document.publisher, document.author, document.credit, published, document.language)
    yield "", " · ".join(filter(None, parts))
    yield "status", document.status.upper() if document.status not in ("live", "unknown") else document.status
    yield "url", document.url or ""
    yield "archived", document.archived_url or ""
    if document.retrieved:
        got = document.retrieved
        yield "retrieved", ", ".join(filter(None, (got.at, f"by {got.by}" if got.by else "", got.how)))
    yield "supersedes", words(records, document.supersedes) if document.supersedes else ""
    yield "sha256", document.sha256
    yield "of the file", document.original_sha256 or ""


def _relation(records: Records, relation: Relation) -> Iterator[Fact]:
    yield "", f"{words(records, relation.subject)} {PASSIVE[relation.kind][0]} {words(records, relation.object)}"
    yield "why", relation.why or ""


def _telling(records: Records, record: Record) -> Iterator[Fact]:
    """What a reader must not miss: that an anchor is broken, our gloss, what is beside it, how far it is checked."""
    if isinstance(record, Statement | Figure):
        yield "BROKEN", _broken(records, record)
    yield "hidden", hidden.told(records, record)
    yield "confidential", "yes: left out of exports unless asked for" if record.confidential else ""
    yield "our gloss", record.gloss or ""
    if isinstance(record, Document):
        yield "superseded by", newer(records, record.id)
    if isinstance(record, Figure):
        yield "rivals", "; ".join(names.figure_words(records, rival) for rival in rivals(records, record))
    for link in links(records, record.id):
        yield link.label, link.words
    if isinstance(record, Claimed):
        yield "checked", " · ".join(_flags(record))


def _kept(record: Record) -> Iterator[Fact]:
    if isinstance(record, Claimed):
        yield "print", ", ".join(REMARKS.get(flag, flag) for flag in record.flags)
    yield "note", f"{record.note} (never exported)" if record.note else ""
    yield "tags", ", ".join(record.tags)
    yield "id", f"{record.id} · revision {record.revision}"


def _flags(record: Claimed) -> Iterator[str]:
    for flag, words in (
        (record.review, REVIEWS[record.review.state]),
        (record.origin_check, ORIGINS[record.origin_check.state]),
        (record.verification, record.verification.state),
    ):
        details = ", ".join(filter(None, (f"by {flag.by}" if flag.by else "", flag.at, flag.why)))
        yield f"{words} ({details})" if details else words


def _broken(records: Records, record: Statement | Figure) -> str:
    broken = [(field, anchor) for field, anchor in anchors(record) if records.broken(anchor, record.document)]
    return "; ".join(f"{field} {a.start}–{a.end} is not “{a.exact}” in the document" for field, a in broken)


def people(records: Records, speakers: Iterable[Speaker], source: Iterable[Anchor]) -> str:
    people = [
        records.actor_name(speaker.actor)
        + (f", {speaker.capacity}" if speaker.capacity else "")
        + (f" ({speaker.basis})" if speaker.basis != "stated" else "")
        for speaker in speakers
    ]
    words = names.unnamed(source)
    return " & ".join(people) or (f"{words}?" if words else f"the report's {names.OWN_VOICE}")


def when(when: When | None) -> str:
    if when is None:
        return ""
    words = f"“{when.words}”" if when.words else ""
    details = ", ".join(filter(None, (words, when.basis if when.basis != "stated" else "", when.zone)))
    return " ".join(filter(None, (dates.show(when), f"({details})" if details else "")))


def via(records: Records, hops: Iterable[Hop]) -> str:
    stations = (
        " ".join(filter(None, (records.actor_name(hop.actor) if hop.actor else "", hop.channel, hop.url)))
        for hop in hops
    )
    return " → ".join(stations)


def words(records: Records, record_id: str) -> str:
    """Another record in a few words, with its id."""
    for table in ("statements", "figures", "documents"):
        record = records.table(table).get(record_id)
        if record is not None:
            return f"{_short(records, record)} [{record_id}]"
    return f"⟨{record_id}⟩"


def _short(records: Records, record: Record) -> str:
    match record:
        case Statement():
            return f"{names.who(records, record.speakers, record.source)}: {excerpted(names.said(record), EXCERPT)}"
        case Figure():
            return names.figure_words(records, record)
        case _:
            return getattr(record, "title", record.id)
