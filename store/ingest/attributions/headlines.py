"""The first line of a report, where it is a headline that gives someone's words: "Egeland: Aleppo must be reached"."""

from __future__ import annotations

import re

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.contents import statement_type
from store.ingest.attributions.lexicon import documents
from store.ingest.attributions.rules import confidence
from store.ingest.wordlists import words

_NAMED = re.compile(r"(?P<name>(?:[A-Z][\w.’'-]{0,30}\s?){1,4}):\s+(?P<words>\S)")
_LONGEST = 200
_FEWEST = 12
"""Characters of what is said at the least."""


def headline(text: str, paragraph: Span) -> Attribution | None:
    """headline: the first line, with a colon behind the name of one who comes up again, or behind "Report", "Poll"."""
    start, end = paragraph
    match = _NAMED.match(text, start, end)
    if not match or end - start > _LONGEST or end - match.start("words") < _FEWEST:
        return None
    name = match["name"].split()
    known = name[-1].lower() in documents() or re.search(rf"(?i)\b{re.escape(name[-1])}\b", text[end:])
    if not known or any(word.lower() in words("labels") for word in name):
        return None
    while text[end - 1] in ".":
        end -= 1
    content = ((match.start("words"), end),)
    cue = (match.end("name"), match.end("name") + 1)
    kind = statement_type(text, content)
    return Attribution(kind, content, (match.span("name"),), (cue,), "headline", confidence("headline"))
