"""The first line of a report, where it is a headline that gives someone's words: "Egeland: Aleppo must be reached"."""

from __future__ import annotations

import re

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.grammar import VERBS
from store.ingest.attributions.lexicon import documents
from store.ingest.attributions.rules import confidence
from store.ingest.attributions.tokens import Sentence
from store.ingest.attributions.verbs import has_verb
from store.ingest.quotations import quotations
from store.ingest.wordlists import words
from store.vocabulary import StatementType

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
    if not known or any(word.lower() in words("before-colons") for word in name):
        return None
    while text[end - 1] in ".":
        end -= 1
    content = ((match.start("words"), end),)
    kind = _type(text[content[0][0] : end])
    if kind == "indirect" and not _is_clause(text, content[0]):
        return None
    cue = (match.end("name"), match.end("name") + 1)
    return Attribution(kind, content, (match.span("name"),), (cue,), "headline", confidence("headline"))


def _is_clause(text: str, span: Span) -> bool:
    """Whether it has a verb: "General Staff: morning summary" gives nobody's words."""
    sentence = Sentence(text, span, ())
    return has_verb(sentence, 0, len(sentence)) or any(low in VERBS or low.endswith("s") for low in sentence.lows[1:])


def _type(said: str) -> StatementType:
    quoted = quotations(said)
    if not quoted:
        return "indirect"
    return "direct" if (quoted[0].start, quoted[0].end) == (0, len(said)) else "mixed"
