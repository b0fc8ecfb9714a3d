"""What stands in the columns of a CSV export. Their names and order are kept stable; new ones come last."""

from __future__ import annotations

from typing import TypeAlias

from store.export import tables, wording
from store.export.carried import Carried, carried
from store.export.selection import Selection
from store.model import Anchor, Document, Figure, Record, Speaker, Statement, When
from store.records import Records

Row: TypeAlias = dict[str, str | float | None]

_SOURCE = (
    "document title publisher published published_basis url archived_url sha256 paragraph_and_characters "
    "review origin_check verification marks remarks gloss tags carried_along"
)
STATEMENT_COLUMNS = (
    "id speakers speaker_ids act cue type content uttered uttered_words uttered_basis channel via about accuses "
    f"nested_in translated {_SOURCE}"
).split()
FIGURE_COLUMNS = (
    "id claimants claimant_ids act as_claimed low best high bound method unit counted status outcome counting place "
    f"period period_words period_basis blamed based_on via part_of statement {_SOURCE}"
).split()


def statement_row(selection: Selection, statement: Statement) -> Row:
    """By `STATEMENT_COLUMNS`; `content` is as printed, with the gap mark between its parts."""
    records = selection.records
    return {
        "id": statement.id,
        "speakers": _people(records, statement.speakers, statement.source),
        "speaker_ids": _ids(statement.speakers),
        "act": statement.act,
        "cue": wording.words(statement.cue),
        "type": statement.type,
        "content": wording.words(statement.content),
        **_when("uttered", statement.uttered),
        "channel": statement.channel,
        "via": wording.via(records, statement.via),
        "about": wording.actors(records, statement.about),
        "accuses": wording.actors(records, statement.accuses),
        "nested_in": statement.nested_in,
        "translated": statement.translated,
        **_source(selection, statement),
    }


def figure_row(selection: Selection, figure: Figure) -> Row:
    """By `FIGURE_COLUMNS`; `low`, `best` and `high` are numbers, `act` is that of the statement that carries it."""
    records = selection.records
    return {
        "id": figure.id,
        "claimants": _people(records, figure.claimants, figure.source),
        "claimant_ids": _ids(figure.claimants),
        "act": tables.act(selection, figure) or "says",
        "as_claimed": figure.anchor.exact,
        **{"low": figure.low, "best": figure.best, "high": figure.high},
        **{"bound": figure.bound, "method": figure.method, "unit": figure.unit, "counted": figure.counted},
        **{"status": figure.status, "outcome": figure.outcome, "counting": figure.counting},
        "place": wording.place(figure.place),
        **_when("period", figure.period),
        "blamed": wording.actors(records, figure.attributed_to),
        "based_on": wording.actors(records, figure.based_on),
        "via": wording.via(records, figure.via),
        "part_of": _allowed(selection, records.figures.get(figure.part_of or "")),
        "statement": _allowed(selection, records.statements.get(figure.statement or "")),
        **_source(selection, figure),
    }


def _source(selection: Selection, record: Statement | Figure) -> Row:
    document = selection.records.documents.get(record.document)
    return {
        "document": record.document,
        **(_document(document, record) if document else {}),
        "review": record.review.state,
        "origin_check": record.origin_check.state,
        "verification": record.verification.state,
        "marks": " ".join(selection.marks(record)),
        "remarks": "; ".join([*wording.broken(selection.records, record), *wording.remarks(record)]),
        "gloss": record.gloss,
        "tags": " ".join(record.tags),
        "carried_along": "\n".join(_company(selection, step) for step in carried(selection, record)),
    }


def _document(document: Document, record: Statement | Figure) -> Row:
    return {
        "title": document.title,
        "publisher": document.publisher,
        **{name: cell for name, cell in _when("published", document.published).items() if name != "published_words"},
        "url": document.url,
        "archived_url": document.archived_url,
        "sha256": document.sha256,
        "paragraph_and_characters": wording.location(document, wording.told(record)),
    }


def _company(selection: Selection, step: Carried) -> str:
    """ "st-… is qualified by st-…, Jan Egeland: words as printed"."""
    match step.record:
        case Document():
            who, words = "report", step.record.title
        case Statement():
            who = _people(selection.records, step.record.speakers, step.record.source)
            words = wording.words(step.record.content)
        case Figure():
            who = _people(selection.records, step.record.claimants, step.record.source)
            words = step.record.anchor.exact
    return f"{step.of} {step.phrase} {step.record.id}, {who}: {words}"


def _when(field: str, date: When | None) -> Row:
    known = {"": date.edtf, "_words": date.words, "_basis": date.basis} if date else {}
    return {f"{field}{part}": text for part, text in known.items()}


def _people(records: Records, speakers: tuple[Speaker, ...], source: tuple[Anchor, ...]) -> str:
    return wording.people(records, speakers) if speakers else wording.nobody(source)


def _ids(speakers: tuple[Speaker, ...]) -> str:
    return " ".join(speaker.actor for speaker in speakers)


def _allowed(selection: Selection, named: Record | None) -> str | None:
    return named.id if named is not None and selection.allows(named) else None
