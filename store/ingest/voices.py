"""Who speaks in each attribution: its source read, and a statement or a report ascribed to whoever issued it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.attribution import Attribution, Span
from store.ingest.cast import Cast
from store.ingest.mention import Mention
from store.ingest.phrases import read
from store.ingest.roles import Meant
from store.ingest.wordlists import table
from store.vocabulary import Channel

_ISSUER = re.compile(r"\s(?:by|from|of|on\s+behalf\s+of)\s+(?=(?:the\s+)?[A-Z])")
_OWNER = re.compile(r"((?:the\s+)?[A-Z][^,;]*?)['’]s?\s")
# What somebody feels or says: "The minister is “alarmed…”, according to a statement" is the minister's statement.
_FEELS = re.compile(
    r"\s+(?:(?:is|was|are|were|has|have|had|had\s+been|has\s+been)\s+)?(?:\w+ly\s+)?(?=[\"“‘]|(?:alarmed|appalled|concerned"
    r"|shocked|outraged|saddened|grateful|calls?|called|calling|condemns?|condemned|conveying|conveys?|deplores?|regrets?"
    r"|rejects?|urges?|welcomes?|welcomed)\b)"
)
_LABELS = ("Q", "A")
"""Of questions and answers; the report tells above whose they are."""
_LONGEST_SUBJECT = 90


class Voices:
    """The speakers of a document's attributions, which are to be asked for in the order of the text."""

    def __init__(self, cast: Cast, text: str) -> None:
        self._cast, self._text = cast, text
        self._issued: dict[Channel, list[Meant]] = {}

    def of(self, said: Attribution) -> list[Meant]:
        """The speakers; none for the report's own voice, or where it isn't clear who is meant."""
        found = [meant for source in said.source for meant in self._source(source, said)]
        speakers = list({meant.role.id: meant for meant in found}.values())
        if said.source:
            self._cast.spoke(said.source[0][0], speakers)
        if said.channel and speakers:
            self._issued[said.channel] = [meant._replace(basis="inferred", capacity=None) for meant in speakers]
        return speakers

    def _source(self, source: Span, said: Attribution) -> list[Meant]:
        if self._text[slice(*source)] in _LABELS:
            return []
        mentions = read(self._text, source)
        if len(mentions) == 1 and mentions[0].kind == "document":
            return self._issuer(source, mentions[0], said)
        return [meant for mention in mentions for meant in self._cast.actors(mention)]

    def _issuer(self, source: Span, paper: Mention, said: Attribution) -> list[Meant]:
        """Who issued it: named with it, told before, or the one who feels what it says; else the document itself."""
        if named := self._named(source):
            return named
        channel = channel_of(paper)
        if paper.reach == "definite" and channel and (before := self._issued.get(channel)):
            return before
        issuer = self._subject(said.content) if channel == "statement" else []
        found = issuer or self._cast.actors(paper)
        if channel:
            self._issued[channel] = [meant._replace(basis="inferred") for meant in found]
        return found

    def _named(self, source: Span) -> list[Meant]:
        by = _ISSUER.search(self._text, *source)
        owner = _OWNER.match(self._text, *source)
        span = (by.end(), source[1]) if by else owner.span(1) if owner else None
        found = self._cast.meant(span) if span else []
        return [meant for meant in found if meant.role.kind != "document"]

    def _subject(self, content: Sequence[Span]) -> list[Meant]:
        """The one who "is alarmed" or "conveys" at the head of what is said, if a person, an office or a body."""
        start, end = content[0]
        feels = _FEELS.search(self._text, start, min(end, start + _LONGEST_SUBJECT))
        if feels is None:
            return []
        found = self._cast.meant((start, feels.start()))
        kinds = ("person", "office", "organisation", "state", "armed-group")
        return [meant._replace(basis="inferred") for meant in found if meant.role.kind in kinds]


def channel_of(paper: Mention) -> Channel | None:
    """How what stands in such a document was passed on: a communiqué is a statement."""
    told = table("documents").get(paper.name.lower()) or table("documents").get(paper.head) or ()
    return next((channel for channel in _CHANNELS if channel in told), None)


_CHANNELS: tuple[Channel, ...] = (
    "statement",
    "tweet",
    "post",
    "report",
    "letter",
    "testimony",
    "broadcast",
    "dataset",
    "speech",
)
