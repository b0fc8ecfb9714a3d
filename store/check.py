"""What is wrong with an archive's records: broken anchors, dangling ids, impossible ranges and dates, duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from store import dates
from store.errors import DateError
from store.folding import fold
from store.identity import text_sha256
from store.model import Actor, Claimed, Document, Figure, Record, Relation, Statement, When
from store.records import Records
from store.references import anchors, references

CHAINS = {
    "parent": "actors",
    "merged_into": "actors",
    "part_of": "figures",
    "nested_in": "statements",
    "supersedes": "documents",
}
"""Fields that lead to a record of the same table, which must never lead back."""


SHOWN = 200
"""Characters of what stands at a broken anchor that its finding shows."""


class Finding(NamedTuple):
    """One thing wrong with one record; `problem` is a sentence."""

    record: str
    field: str
    problem: str

    def __str__(self) -> str:
        return f"{self.record}: {self.field}: {self.problem}"


def check(records: Records, through: Callable[[list[Record]], Iterable[Record]] = iter) -> list[Finding]:
    """All findings, in the order of the file; an empty list is a sound archive.

    `through` is given all records and yields each in turn: it can tell how far the check has come.
    """
    found = [finding for record in through(list(records)) for finding in check_record(records, record)]
    return found + list(_duplicates(records))


def check_record(records: Records, record: Record) -> Iterator[Finding]:
    """What is wrong with one record, which need not be among `records`; not whether another says the same."""
    yield from _dangling(records, record)
    yield from _bad_dates(records, record)
    if isinstance(record, Document) and record.sha256 != text_sha256(record.text):
        yield Finding(record.id, "sha256", "is not the hash of the text: the text or the hash was changed.")
    if isinstance(record, Statement | Figure):
        yield from _broken(records, record)
    if isinstance(record, Figure):
        yield from (Finding(record.id, "bound", problem) for problem in range_problems(record))


def _broken(records: Records, record: Statement | Figure) -> Iterator[Finding]:
    document = records.documents.get(record.document)
    if document is None:
        return
    for field, anchor in anchors(record):
        if records.broken(anchor, record.document):
            stands = document.text[max(anchor.start, 0) : max(anchor.end, 0)]
            stands = stands if len(stands) <= SHOWN else stands[:SHOWN] + "…"
            yield Finding(
                record.id, field, f"broken anchor {anchor.start}-{anchor.end}: {document.id} has {stands!r} there, "
                f"not {anchor.exact!r}.",
            )  # fmt: skip


def _dangling(records: Records, record: Record) -> Iterator[Finding]:
    for field, tables, target in references(record):
        if not any(target in records.table(name) for name in tables):
            yield Finding(record.id, field, f"names {target}, and there is no such record in {' or '.join(tables)}.")
        elif target == record.id:
            yield Finding(record.id, field, "names the record itself.")
    for field, table in CHAINS.items():
        if _circles(records, record, field, table):
            yield Finding(record.id, field, "goes round in a circle.")


def _circles(records: Records, record: Record, field: str, table: str) -> bool:
    seen: set[str] = set()
    at = getattr(record, field, None)
    while at and at not in seen:
        seen.add(at)
        at = getattr(records.table(table).get(at), field, None)
    return record.id in seen and getattr(record, field) != record.id


def _dates(record: Record) -> Iterator[tuple[str, When]]:
    for field in ("published", "uttered", "period"):
        when = getattr(record, field, None)
        if when is not None:
            yield field, when


def _bad_dates(records: Records, record: Record) -> Iterator[Finding]:
    for field, when in _dates(record):
        try:
            if when.edtf:
                dates.interval(when.edtf)
        except DateError as error:
            yield Finding(record.id, field, str(error))
            return
    if isinstance(record, Statement) and _after(record.uttered, records.documents.get(record.document)):
        yield Finding(record.id, "uttered", "is later than the document that reports it was published.")
    yield from _bad_stamps(record)


def _after(when: When | None, document: Document | None) -> bool:
    published = document.published.edtf if document and document.published else None
    if when is None or not when.edtf or not published:
        return False
    try:
        return dates.interval(when.edtf).earliest > dates.interval(published).latest
    except DateError:
        return False


def _bad_stamps(record: Record) -> Iterator[Finding]:
    stamps = {"added": record.added, "changed": record.changed}
    if isinstance(record, Document) and record.retrieved:
        stamps["retrieved"] = record.retrieved.at
    if isinstance(record, Claimed):
        stamps |= {
            "review": record.review.at,
            "origin_check": record.origin_check.at,
            "verification": record.verification.at,
        }
    for field, stamp in stamps.items():
        try:
            if stamp:
                datetime.fromisoformat(stamp)
        except ValueError:
            yield Finding(record.id, field, f"{stamp!r} is no date and time as in 2016-12-13T09:00:00Z.")


def range_problems(figure: Figure) -> Iterator[str]:
    """What doesn't fit between the bound and low, best, high; sentences."""
    low, best, high = figure.low, figure.best, figure.high
    if low is None and best is None and high is None:
        yield "has neither low nor best nor high."
    known = [number for number in (low, best, high) if number is not None]
    if known != sorted(known):
        yield f"low, best and high are not in order: {low}, {best}, {high}."
    if figure.unit == "person" and any(number < 0 for number in known):
        yield "counts fewer than no persons."
    wanted = {
        "exact": (low == best == high, "low, best and high all the same"),
        "approximate": (best is not None, "best, the point as said"),
        "at-least": (low is not None and high is None, "low and no high"),
        "at-most": (high is not None and low is None, "high and no low"),
        "range": (low is not None and high is not None, "low and high"),
        "order": (low is not None and best is None, "low and no best"),
    }[figure.bound]
    if not wanted[0]:
        yield f"{figure.bound} wants {wanted[1]}; found {low}, {best}, {high}."


def _duplicates(records: Records) -> Iterator[Finding]:
    """Records that say the same thing twice under two ids."""
    first: dict[tuple[object, ...], str] = {}
    for record in records:
        key = sameness(record)
        if key is None:
            continue
        if key in first:
            yield Finding(record.id, "id", f"says the same as {first[key]}: a duplicate.")
        else:
            first[key] = record.id


def sameness(record: Record) -> tuple[object, ...] | None:
    """What two records have in common that say the same thing; None for a merged actor, who says nothing any more."""
    match record:
        case Document():
            published = record.published.edtf if record.published else None
            return "document", record.sha256, record.url or (record.publisher, published)
        case Actor():
            return None if record.merged_into else ("actor", record.kind, fold(record.name), record.document)
        case Statement():
            return "statement", record.document, record.content, record.speakers, record.act, record.nested_in
        case Figure():
            return (
                "figure", record.document, record.anchor, record.counted, record.outcome, record.claimants,
                record.low, record.best, record.high, record.status, record.place,
            )  # fmt: skip
        case Relation():
            return "relation", record.kind, record.subject, record.object
