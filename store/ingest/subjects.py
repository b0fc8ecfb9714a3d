"""Whom a sentence is about: the person at its head, or after what leads it in ("In Paris, Mr. Roux …")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from store.ingest import lexicon
from store.ingest.attribution import Span
from store.ingest.people import People, Person

_TURN = re.compile(
    r"(?:(?:However|But|And|Meanwhile|Still|Yet|So|Then|Later|Instead|Also|Moreover|Indeed|Now),?\s+)?", re.I
)
_LEAD_IN = re.compile(
    r"(?:In|On|At|During|After|Before|As|For|With|While|Through|By|Since|Under|Despite|When|Asked|Speaking|Citing|Earlier"
    r"|Late|Last|Over|Amid|From|Among|Though|Although|Following)\b"
)
_POSSESSIVE = re.compile(r"['’]s?\b|['’]\s")
_DEFINITE = re.compile(r"(?:the|his|her)\s+((?:[\w-]+\s+){0,3}[\w-]+)", re.I)


class Subjects:
    """`sentences` in order, none overlapping another."""

    def __init__(self, text: str, sentences: Sequence[Span], people: People) -> None:
        self._text, self._sentences, self._people = text, sentences, people

    def before(self, at: int, most: int, far: int) -> list[Span]:
        """The sentence of the place, up to it, and those before, nearest first: `most` in all, `far` characters."""
        place = bisect_left(self._sentences, at, key=lambda span: span[0])
        spans = reversed(self._sentences[max(0, place - most) : place])
        return [(max(start, at - far), min(end, at)) for start, end in spans if end > at - far]

    def of(self, sentence: Span) -> tuple[int, Person] | None:
        """Where the person is named and who; None where the sentence is about something else, or somebody's thing."""
        first, end = self._head(sentence), sentence[1]
        for (begun, stop), person in self._people.between(first, end):
            if not person.known or not self._leads(first, begun) or _POSSESSIVE.match(self._text, stop):
                return None
            return begun, person
        return None

    def is_somebody(self, sentence: Span) -> bool:
        """Whether it is about somebody whom we can't tell: "the president", or a name that nothing tells to be one."""
        first, end = self._head(sentence), sentence[1]
        definite = _DEFINITE.match(self._text, first, end)
        if definite and any(word.lower() in lexicon.offices() for word in definite[1].split()):
            return True
        named = self._people.between(first, min(end, first + 1))
        return any(" " in person.name and not person.known for _, person in named)

    def _head(self, sentence: Span) -> int:
        start, end = sentence
        turn = _TURN.match(self._text, start, end)
        first = turn.end() if turn else start
        if not _LEAD_IN.match(self._text, first, end):
            return first
        comma = self._text.find(", ", first, end)
        return comma + 2 if comma >= 0 else end

    def _leads(self, first: int, begun: int) -> bool:
        """Whether nothing but an office stands before the name: "party nominee Ana Diaz", "the mayor, Jo Ray"."""
        lead = lexicon.without_article(self._text[first:begun]).rstrip(", ").split()
        return not lead or (len(lead) <= 5 and lead[-1].lower() in lexicon.offices())
