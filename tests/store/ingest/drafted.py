"""Documents in our own words, and what is drafted from them, with names where the records have ids."""

from __future__ import annotations

from store.identity import document_id, text_sha256
from store.ingest import Drafts, draft
from store.model import Document, Figure, Statement, When


def document(text: str, published: str | None = "2016-12-13") -> Document:
    sha256 = text_sha256(text)
    when = When(edtf=published) if published else None
    return Document(id=document_id(sha256, None, None, published), title="", text=text, sha256=sha256, published=when)


class Told:
    """The drafts of a text; statements in its order."""

    def __init__(self, text: str, published: str | None = "2016-12-13") -> None:
        self.drafts: Drafts = draft(document(text, published))
        self.names = {actor.id: actor.name for actor in self.drafts.actors}

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.drafts.statements

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.drafts.figures

    def speakers(self) -> list[list[str]]:
        return [[self.names[speaker.actor] for speaker in each.speakers] for each in self.statements]

    def said(self) -> list[str | None]:
        """The day of each statement, EDTF."""
        return [each.uttered.edtf if each.uttered else None for each in self.statements]

    def accused(self, place: int = 0) -> list[str]:
        return [self.names[actor] for actor in self.statements[place].accuses]

    def about(self, place: int = 0) -> list[str]:
        return [self.names[actor] for actor in self.statements[place].about]
