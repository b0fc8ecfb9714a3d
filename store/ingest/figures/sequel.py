"""A sentence that goes on about what the one before told of, and so about its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.attribution import Span
from store.ingest.figures.places import Located, country_at_head
from store.ingest.wordlists import alternatives, words
from store.model import Place

_SINCE_THEN = re.compile(r"\bsince\s+then\b", re.IGNORECASE)
_LEANS = re.compile(
    r"\b(?:the\s+(?:conflict|war|fighting|violence|siege|unrest|uprising|country)"
    r"|there(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|be|remains?)\b|['’]s))\b",
    re.IGNORECASE,
)
_HAPPENING = alternatives(words("happenings"))
_HAPPENS = re.compile(rf"\b{_HAPPENING}\b", re.IGNORECASE)
_ANOTHER = re.compile(
    rf"\b(?:an?\s+(?:[\w-]+\s+){{0,2}}?{_HAPPENING}|elsewhere|nation-?wide|country-?wide|world-?wide|overall|altogether"
    r"|in\s+(?:all|total)|another|separate(?:ly)?|similar|previous(?:ly)?|earlier|last|this\s+(?:year|month|week)|so\s+far"
    r"|since|across|throughout|every|each|nearby|neighbou?ring|capital|(?:a|other|several|two|three)\s+(?:[\w-]+\s+)?"
    r"(?:city|cities|towns?|villages?|districts?|provinces?|places?)|the\s+(?:north|south|east|west)(?:ern|\b))\b",
    re.IGNORECASE,
)
"""That the number is of something else, of more than was told before, or of another place that has no name here."""


def place_before(text: str, sentence: Span, before: Span, found: Sequence[Located], *, happened: bool) -> Place | None:
    """The one place of the sentence `before`, among those `found` there; None where it has several, or tells no more.

    "Since then" leans on it anywhere, "there" and "the war" in its own paragraph: resolved. Without such a word it is
    inferred, and only of what `happened` and has no time of its own, behind a sentence that tells what happened.
    """
    name = _only_place(text, before, found)
    if name is None:
        return None
    if _SINCE_THEN.search(text, *sentence):
        return Place(name, basis="resolved")
    if "\n" in text[before[1] : sentence[0]]:
        return None
    if _LEANS.search(text, *sentence):
        return Place(name, basis="resolved")
    if happened and _HAPPENS.search(text, *before) and not _ANOTHER.search(text, *sentence):
        return Place(name, basis="inferred")
    return None


def _only_place(text: str, span: Span, found: Sequence[Located]) -> str | None:
    names = {place.name for place in found}
    if len(names) > 1:
        return None
    return names.pop() if names else country_at_head(text, span)
