"""What an archive has already of a document that comes in: the document itself, its earlier version, its copies."""

from __future__ import annotations

from urllib.parse import urldefrag

from store.intake.likeness import Alike, Likeness
from store.model import Document
from store.records import Records


class Known:
    """Of the documents of an archive; what comes in is added one by one. Made when it is first asked for."""

    def __init__(self, records: Records) -> None:
        self._documents = dict(records.documents)
        self._at: dict[str, list[str]] = {}
        self._superseded = {document.supersedes for document in self._documents.values()}
        self._likeness = Likeness(lambda found: self._documents[found].text)
        for document in self._documents.values():
            self._index(document)

    def add(self, document: Document) -> None:
        self._documents[document.id] = document
        self._superseded.add(document.supersedes)
        self._index(document)

    def same(self, document: Document) -> Document | None:
        """The same text from the same place."""
        return self._documents.get(document.id)

    def earlier(self, document: Document) -> Document | None:
        """The last version of what stood at the same address; the one that came in last, where there are several."""
        there = self._there(document)
        latest = [found for found in there if found not in self._superseded] or there
        return self._documents[latest[-1]] if latest else None

    def alike(self, document: Document) -> Alike | None:
        """One from another place that has the same copy."""
        return self._likeness.alike(document.text, but=[document.id, *self._there(document)])

    def _there(self, document: Document) -> list[str]:
        return self._at.get(_place(document.url), []) if document.url else []

    def _index(self, document: Document) -> None:
        if document.url:
            self._at.setdefault(_place(document.url), []).append(document.id)
        self._likeness.add(document.id, document.text)


def _place(url: str) -> str:
    """The address without the part that only says where on the page."""
    return urldefrag(url).url
