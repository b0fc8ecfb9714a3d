"""What is known of a record in plain words, for every format; record text in it is as it stands, not yet escaped.

None of these words puts quotation marks around anything: marks in an export are the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from store import dates
from store.characters import unseen
from store.model import Anchor, Document, Figure, Hop, Place, Speaker, Statement, When
from store.records import Records
from store.references import anchors
from store.vocabulary import DateBasis

GAP = "⟨gap⟩"
"""What stands where a record leaves words of the report out. The source's own ellipsis is "[...]" or "…"."""
OWN_VOICE = "own voice"
UNCLEAR = "not clear who"
"""Before the report's words for somebody who isn't known: "not clear who: mediators"; never its own voice."""
CONTEXT = "by context"
"""A person or a place that the report means there, and names elsewhere."""
SPOKEN = {"direct": "direct speech", "mixed": "partly quoted", "indirect": "reported speech"}
"""How the content was printed, by the statement's type."""
_REMARKS = {
    "debris": "leftovers of markup stand in it, as printed",
    "source-ellipsis": "the ellipsis is the source's own",
    "mismatched-marks": "the quotation marks don't match in the source",
    "relayed": "passes on what others reported",
}
_PARAGRAPHS = {True: re.compile(r"\n[ \t\r]*\n\s*"), False: re.compile(r"[\r\n]+")}


def joined(names: Iterable[str]) -> str:
    """ "A, B and C"."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def actor(records: Records, actor_id: str) -> str:
    """The name; one that belongs to a single report, such as "local sources", with the report's title."""
    found = records.actor(actor_id)
    report = records.documents.get(found.document) if found and found.document else None
    return f"{records.actor_name(actor_id)} (in: {report.title})" if report else records.actor_name(actor_id)


def actors(records: Records, ids: Iterable[str]) -> str:
    """Names of several, each once; "" for none."""
    names = dict.fromkeys(actor(records, i) for i in ids)
    return joined(names) if names else ""


def people(records: Records, speakers: Iterable[Speaker]) -> str:
    """Speakers or claimants with their office as printed and, where the report doesn't state them, how we know them."""
    return joined(
        actor(records, speaker.actor) + (f", as {speaker.capacity}" if speaker.capacity else "") + _basis(speaker.basis)
        for speaker in speakers
    )


def speakers(records: Records, statement: Statement) -> str:
    """Whose words they are, as `who` tells it."""
    return who(records, statement.speakers, statement.source, statement.document)


def claimants(records: Records, figure: Figure) -> str:
    """Whose number it is, as `who` tells it."""
    return who(records, figure.claimants, figure.source, figure.document)


def who(records: Records, named: Iterable[Speaker], source: Iterable[Anchor], document_id: str) -> str:
    """People as in `people`; where there are none the report's words for who, or its own voice, with its title."""
    if told := people(records, named) if (named := tuple(named)) else "":
        return told
    document = records.documents.get(document_id)
    return nobody(source) + (f" (in: {document.title})" if document else "")


def nobody(source: Iterable[Anchor]) -> str:
    """Who it is where nobody is named: "not clear who: mediators", or the report's own voice."""
    printed = " ".join(anchor.exact for anchor in source)
    return f"{UNCLEAR}: {printed}" if printed else OWN_VOICE


def when(date: When | None) -> str:
    """ "12 Dec 2016 (counted from: late Monday)"; a stated date goes without the brackets. "" for none."""
    if date is None or not (shown := dates.show(date)):
        return ""
    zone = f" {date.zone}" if date.zone else ""
    printed = date.words if date.words and date.words != shown else ""
    if date.basis == "stated":
        return f"{shown}{zone}"
    if date.basis == "resolved":
        return f"{shown}{zone} ({f'counted from: {printed}' if printed else 'counted'})"
    return f"{shown}{zone} ({date.basis}{f'; printed: {printed}' if printed else ''})"


def place(where: Place | None) -> str:
    if where is None:
        return ""
    return where.name + _basis(where.basis)


def _basis(basis: DateBasis) -> str:
    words = CONTEXT if basis == "resolved" else basis
    return "" if basis == "stated" else f" ({words})"


def via(records: Records, hops: Iterable[Hop]) -> str:
    """ "via AFP (report), from Sana (tweet)", outermost first; "" for none."""
    stations = [_hop(records, hop) for hop in hops]
    return f"via {', from '.join(stations)}" if stations else ""


def _hop(records: Records, hop: Hop) -> str:
    name = actor(records, hop.actor) if hop.actor else "unknown"
    return f"{name} ({hop.channel})" if hop.channel else name


def number(value: float | None) -> str:
    """ "200,000", "8.6"; "" for none."""
    if value is None:
        return ""
    return f"{int(value) if isinstance(value, float) and value.is_integer() else value:,}"


def words(parts: Iterable[Anchor]) -> str:
    """What the anchors hold, as printed, with the gap mark where words of the report are left out between them."""
    return f" {GAP} ".join(part.exact for part in parts)


def spoken(statement: Statement) -> str:
    """How the content was printed; "" for what the report says itself, which is no one's speech."""
    return SPOKEN[statement.type] if statement.speakers or statement.source else ""


def source(document: Document) -> list[str]:
    """Title, publisher and date, those that are known."""
    return [part for part in (document.title, document.publisher, when(document.published)) if part]


def status(document: Document) -> str:
    """CORRECTED, RETRACTED or DELETED; "" for a report of which we know no such thing."""
    return document.status.upper() if document.status not in ("live", "unknown") else ""


def paragraph(text: str, offset: int) -> int:
    """The number, from 1, of the paragraph at `offset`. Blank lines part paragraphs; without any, each line is one."""
    body = text.lstrip()
    before = body[: max(0, offset - (len(text) - len(body)))]
    blank = _PARAGRAPHS[True]
    return 1 + len(_PARAGRAPHS[blank.search(body) is not None].findall(before))


def told(record: Statement | Figure) -> tuple[Anchor, ...]:
    """The anchors of the words said or claimed."""
    return record.content if isinstance(record, Statement) else (record.anchor,)


def location(document: Document, parts: Iterable[Anchor]) -> str:
    """ "paragraphs 2 and 3, characters 5–9 and 12–20": `str` offsets into the text, from 0, the end not included.

    "" for no parts.
    """
    spans = list(parts)
    if not spans:
        return ""
    numbers = dict.fromkeys(str(paragraph(document.text, span.start)) for span in spans)
    plural = "s" if len(numbers) > 1 else ""
    return f"paragraph{plural} {joined(numbers)}, characters {joined(f'{span.start}–{span.end}' for span in spans)}"


def broken(records: Records, record: Statement | Figure) -> list[str]:
    """A sentence for each anchor that doesn't hold: where it points, and what stands there instead."""
    document = records.documents.get(record.document)
    if document is None:
        return [f"the document {record.document} is not in the archive"]
    return [
        f"{field}, characters {anchor.start}–{anchor.end}: {_instead(document, anchor)}"
        for field, anchor in anchors(record)
        if records.broken(anchor, record.document)
    ]


def _instead(document: Document, anchor: Anchor) -> str:
    if not 0 <= anchor.start < anchor.end <= len(document.text):
        return f"the document has {len(document.text):,} characters"
    return f"the document has other words there: {document.text[anchor.start : anchor.end]}"


def remarks(record: Statement | Figure) -> list[str]:
    """The record's flags in words, and that it has characters which don't show."""
    told = [_REMARKS.get(flag, flag) for flag in record.flags]
    if any(unseen(anchor.exact) for _, anchor in anchors(record)):
        told.append("it has characters that don't show, or shown here by signs; an export to JSON has them as they are")
    return told


def states(record: Statement | Figure) -> list[str]:
    """The three flags, never one."""
    return [
        f"text {record.review.state}",
        f"origin {record.origin_check.state.replace('-', ' ')}",
        f"verification {record.verification.state.replace('-', ' ')}",
    ]
