"""What an archive has already of a document that comes in: the document itself, its earlier version, its copies."""

from __future__ import annotations

from collections.abc import Iterable

from store.folding import fold
from store.intake.likeness import Alike, Likeness
from store.model import Actor, Document
from store.records import Records


class Known:
    """Of the documents of an archive; what comes in is added one by one. Made when it is first asked for."""

    def __init__(self, records: Records) -> None:
        self._documents = dict(records.documents)
        self._at: dict[str, list[str]] = {}
        self._superseded = {document.supersedes for document in self._documents.values()}
        self._actors = {_name(actor): actor.id for actor in records.actors.values() if not actor.merged_into}
        self._likeness = Likeness(lambda found: self._documents[found].text)
        for document in self._documents.values():
            self._index(document)

    def add(self, document: Document, actors: Iterable[Actor] = ()) -> None:
        self._documents[document.id] = document
        for actor in actors:
            self._actors.setdefault(_name(actor), actor.id)
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

    def namesakes(self, actors: Iterable[Actor]) -> dict[str, str]:
        """Drafted id -> id of the actor of the same kind and name whom the archive has under another id."""
        there = ((actor.id, self._actors.get(_name(actor))) for actor in actors)
        return {drafted: found for drafted, found in there if found and found != drafted}

    def _there(self, document: Document) -> list[str]:
        return self._at.get(_place(document.url), []) if document.url else []

    def _index(self, document: Document) -> None:
        if document.url:
            self._at.setdefault(_place(document.url), []).append(document.id)
        self._likeness.add(document.id, document.text)


def _name(actor: Actor) -> tuple[str, str, str | None]:
    return actor.kind, fold(actor.name), actor.document


def _place(url: str) -> str:
    """The address without the part that only says where on the page."""
    return url.partition("#")[0]
