"""Who is blamed for a number: "in attacks by the army and its allies", "killed by gunmen"."""

from __future__ import annotations

import re

from store.ingest.attribution import Span
from store.ingest.wordlists import words

_BY = re.compile(
    r"\b(?:attacks?|strikes?|air\s?strikes?|raids?|shelling|bombardments?|bombings?|offensives?|assaults?|operations?"
    r"|massacres?|killed|wounded|injured|displaced|besieged|siege|detained|arrested|abducted|kidnapped|tortured|executed"
    r"|shot|murdered|evicted|destroyed|shelled|bombed|beaten|held|jailed|seized|captured)"
    r"(?:\s+(?:carried\s+out|launched|conducted|blamed\s+on|dead))?"
    r"(?:\s+(?:in|on|at|near|inside|outside)\s+[^.,;\n]{2,40}?)?\s+by\s+"
)
_NOUN = re.compile(r"(?:(?:the|an?)\s+)?(?P<words>[^\W\d_][\w’'-]*(?:\s+(?:[^\W\d_][\w’'-]*|of\s+[A-Z][\w’'-]*))*)")
_ENDS = re.compile(
    r"[,;.:()\n\"”]|\s[-–—]|\s(?:in|on|at|since|during|over|after|before|near|between|from|for|to|as|who|that|which"
    r"|while|when|where|with|within|so|loyal|linked|affiliated|belonging|aligned|fighting|wearing|riding|armed|were|was|is"
    r"|are|have|has|had|said|says|using|according|across|throughout|around|inside|outside|last|this|late|early"
    r"|of\s+(?:the|their|its))\s"
)
_AND = re.compile(r"\s+(?:and|or)\s+(?:by\s+)?")
_CAUSES = words("causes")
_LONGEST = 90


def blamed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The runs that name them, without articles, each for itself; none where a thing did it ("by the conflict")."""
    by = _BY.search(text, start, end)
    if not by:
        return ()
    limit = min(end, by.end() + _LONGEST)
    stop = _ENDS.search(text, by.end(), limit)
    until = stop.start() if stop else limit
    spans: list[Span] = []
    at = by.end()
    for cut in [*_AND.finditer(text, by.end(), until), None]:
        span = _named(text, at, cut.start() if cut else until)
        if span is None:
            return tuple(spans)
        spans.append(span)
        at = cut.end() if cut else until
    return tuple(spans)


def _named(text: str, start: int, end: int) -> Span | None:
    found = _NOUN.match(text, start, end)
    if not found or found.end() < end - 1 or found["words"].split()[-1].lower() in _CAUSES:
        return None
    return found.span("words")
