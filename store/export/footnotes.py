"""Where a record is from: the footnote that each record in a Markdown export has.

`[^st-7k2m9q4dzh]` is GFM's and Pandoc's footnote, labelled by the record's id. A parser of plain CommonMark shows it,
and the note, as text: a note never has the shape of a link definition, which wouldn't be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.export import commonmark, wording
from store.identity import text_sha256
from store.model import Document, Figure, Statement
from store.records import Records


class Footnotes:
    """The notes of one export, in the order in which the records were first referred to."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._cited: dict[str, Statement | Figure | Document] = {}

    def cite(self, record: Statement | Figure | Document) -> str:
        """The reference to the record's note, which the export must then have."""
        self._cited[record.id] = record
        return f"[^{label(record.id)}]"

    @property
    def documents(self) -> list[Document]:
        """The reports that the records are from, each once, in the order in which they were first referred to."""
        ids = [i if isinstance(record, Document) else record.document for i, record in self._cited.items()]
        return [self._records.documents[i] for i in dict.fromkeys(ids) if i in self._records.documents]

    def blocks(self) -> list[str]:
        """A block of Markdown for each record referred to, all on one line."""
        return [f"[^{label(record.id)}]: From {footnote(self._records, record)}" for record in self._cited.values()]


def label(record_id: str) -> str:
    """The id; one that isn't of our making, and might be markup, with dashes and a hash to tell it apart."""
    safe = re.sub(r"[^0-9A-Za-z-]", "-", record_id)
    return safe if safe == record_id else f"{safe}-{text_sha256(record_id)[:8]}"


def footnote(records: Records, record: Statement | Figure | Document) -> str:
    """Source, place in it and addresses first, then ids, hash in short, and three flags.

    What else has to be known of the report is told once, by `reports`, but that it doesn't stand is told here too.

    It ends with words of ours: ending with a mark or a bracket of a record's, it might be a link definition.
    """
    document = record if isinstance(record, Document) else records.documents.get(record.document)
    if document is None:
        parts = ["a document that is not in the archive", *_ids(record, None)]
    else:
        place = [] if isinstance(record, Document) else _place(records, document, record)
        status = [f"**{status}**"] if (status := wording.status(document)) else []
        parts = [*map(commonmark.inline, wording.source(document)), *status, *place, *_addresses(document)]
        parts += [*_via(record), *_ids(record, document)]
    states = ["the whole report"] if isinstance(record, Document) else wording.states(record)
    return " · ".join([*parts, *states])


def _place(records: Records, document: Document, record: Statement | Figure) -> list[str]:
    location = commonmark.inline(wording.location(document, wording.told(record)))
    return [*([location] if location else []), *(["**BROKEN**"] if wording.broken(records, record) else [])]


def _addresses(document: Document) -> Iterator[str]:
    if document.url:
        yield commonmark.link(document.url)
    if document.archived_url:
        yield f"archived {commonmark.link(document.archived_url)}"


def _via(record: Statement | Figure | Document) -> Iterator[str]:
    if not isinstance(record, Document):
        yield from (f"via {commonmark.link(hop.url)}" for hop in record.via if hop.url)


def _ids(record: Statement | Figure | Document, document: Document | None) -> Iterator[str]:
    yield commonmark.inline(f"record {record.id}")
    if not isinstance(record, Document):
        yield commonmark.inline(f"document {record.document}")
    if document is not None:
        yield commonmark.inline(f"text sha256 {document.sha256[:12]}")
