"""A report of the sample: its text beside this file, and records anchored in it by their exact words."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from store.errors import SaysoError
from store.identity import actor_id, document_id, figure_id, statement_id, text_sha256
from store.model import Actor, Anchor, Document, Figure, Origin, Review, Statement, When
from store.vocabulary import ActorKind, StatementType

DRAWN_AT = "2026-11-22T16:00:00Z"
"""When the records were drawn and read against the text; fixed, so that the sample is the same at every build."""
READ_OVER = Review(state="accepted", by="sayso", at=DRAWN_AT)
BY_HAND = Origin(by="hand")


class WordsError(SaysoError):
    """Words that a record is to be anchored to aren't in the report, or stand there more than once."""


class Report:
    """A text of `seeds/reports` with the document made of it; `name` is the file's name."""

    def __init__(
        self,
        name: str,
        *,
        title: str,
        publisher: str,
        published: When | None = None,
        url: str | None = None,
        **fields: Any,
    ) -> None:
        self.name = name
        # Bytes, decoded: reading as text would turn line ends into the system's own.
        self.text = files("seeds").joinpath("reports", name).read_bytes().decode("utf-8")
        sha256 = text_sha256(self.text)
        self.document = Document(
            id=document_id(sha256, url, publisher, published.edtf if published else None),
            title=title,
            text=self.text,
            sha256=sha256,
            publisher=publisher,
            published=published,
            url=url,
            **fields,
        )

    def at(self, words: str, inside: str | None = None) -> Anchor:
        """The one place of `words` in the report; where they recur, the one within the longer words `inside`.

        Raises WordsError unless there is exactly one.
        """
        if inside is not None:
            start = self._only(inside, self.text) + self._only(words, inside)
        else:
            start = self._only(words, self.text)
        return Anchor(start, start + len(words), words)

    def _only(self, words: str, text: str) -> int:
        first = text.find(words) if words else -1
        if first < 0:
            raise WordsError(f"{self.name}: {words!r} doesn't stand in {_short(text)}. Give the words as printed.")
        if text.find(words, first + 1) >= 0:
            raise WordsError(f"{self.name}: {words!r} stands more than once in {_short(text)}. Say inside which words.")
        return first

    def actor(self, kind: ActorKind, name: str, **fields: Any) -> Actor:
        """An anonymous or collective actor, who belongs to this report alone."""
        return Actor(
            id=actor_id(kind, name, self.document.id), name=name, kind=kind, document=self.document.id, **fields
        )

    def statement(self, type: StatementType, content: tuple[Anchor, ...], **fields: Any) -> Statement:
        """A statement drawn by hand and read against the text; `fields` are those of Statement."""
        return Statement(
            id=statement_id(self.document.id, content), document=self.document.id, type=type, content=content,
            review=READ_OVER, origin=BY_HAND, **fields,
        )  # fmt: skip

    def figure(self, words: str, *, inside: str | None = None, **fields: Any) -> Figure:
        """A figure claimed by `words`, drawn by hand and read against the text; `fields` are those of Figure."""
        anchor = self.at(words, inside)
        return Figure(
            id=figure_id(self.document.id, anchor), document=self.document.id, anchor=anchor,
            review=READ_OVER, origin=BY_HAND, **fields,
        )  # fmt: skip


def _short(text: str) -> str:
    return "the report" if len(text) > 200 else repr(text)
