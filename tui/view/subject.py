"""What the source pane is about."""

from __future__ import annotations

from msgspec import Struct

from store.model import Document, Figure, Record, Statement
from store.records import Records


class Subject(Struct, frozen=True):
    """A record and the document it stands in (an actor stands in none), with the words to light."""

    records: Records
    record: Record
    document: Document | None
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, records: Records, record: Record, words: tuple[str, ...]) -> Subject:
        document = record if isinstance(record, Document) else None
        if isinstance(record, Statement | Figure):
            document = records.documents.get(record.document)
        return cls(records, record, document, words)
