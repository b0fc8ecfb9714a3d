"""How far what was said reaches: from the verb to the right, or back to the sentence's beginning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.attribution import Span
from store.ingest.attributions.lexicon import PERSONAL, PREPOSITIONS, documents
from store.ingest.attributions.phrases import phrase_after, time_end
from store.ingest.attributions.tokens import DASH, QUOTE, WORD, Sentence
from store.vocabulary import StatementType

_DOUBLE = re.compile("[\"“”„«»]|''|``|&[lr]dquo;|&quot;")
_ADVERBIAL = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "last",
        "late",
        "early",
        "this",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_SUBORDINATE = frozenset(
    [
        "while",
        "when",
        "after",
        "because",
        "before",
        "during",
        "since",
        "although",
        "though",
        "as",
        "until",
        "unless",
        "amid",
    ]
)


def clause_end(sentence: Sentence, start: int, limit: int) -> int:
    """The end of a clause that begins at `start`, without the marks and the "and" that lead on to `limit`."""
    return _trimmed(sentence, start, limit)


def phrase_end(sentence: Sentence, start: int, limit: int) -> int:
    """The end of a thing that is denied, demanded, criticized: to the first comma, or the word that adds a clause."""
    for at in range(start + 1, limit):
        token = sentence[at]
        if token.kind in (",", ";", DASH, ":") or (
            token.low in _SUBORDINATE and (token.low != "as" or sentence[at + 1].low in PERSONAL)
        ):
            following = sentence[at + 1]
            if token.kind == "," and (following.kind == QUOTE or sentence[at - 1].low.isdigit()):
                continue
            return _trimmed(sentence, start, at)
        if (
            token.low in _ADVERBIAL
            and at > start
            and (closes := _adverbial(sentence, at)) > at
            and (closes >= limit or sentence[closes].kind in (",", ";", DASH))
        ):
            return _trimmed(sentence, start, at)
    return _trimmed(sentence, start, limit)


def _adverbial(sentence: Sentence, place: int) -> int:
    """The end of "in a statement on Thursday", which tells when or where it was said; `place` where none begins."""
    at = place
    while sentence[at].kind == WORD:
        if (end := time_end(sentence, at)) > at:
            at = end
            continue
        if sentence[at].low not in _ADVERBIAL:
            break
        end = phrase_after(sentence, at + 1, len(sentence))
        if not any(token.low in documents() for token in sentence.tokens[at + 1 : end]):
            break
        at = end
    return at


def _trimmed(sentence: Sentence, start: int, after: int) -> int:
    while after > start and (
        sentence[after - 1].kind in (",", ";", ":", DASH, ".") or sentence[after - 1].low in ("and", "but")
    ):
        after -= 1
    return after


def statement_type(text: str, content: Sequence[Span]) -> StatementType:
    """direct where every part is one quotation from mark to mark, mixed where some words stand in marks."""
    parts = [text[start:end] for start, end in content]
    if not any(_DOUBLE.search(part) for part in parts):
        return "direct" if all(part[0] in "'‘" and part[-1] in "'’" for part in parts) else "indirect"
    return "direct" if all(_one_quotation(part) for part in parts) else "mixed"


def _one_quotation(part: str) -> bool:
    opening = _DOUBLE.match(part)
    if not opening:
        return False
    marks = list(_DOUBLE.finditer(part))
    if len(marks) == 1:
        return True
    return len(marks) == 2 and marks[-1].end() >= len(part.rstrip(".,"))


def begins_phrase(sentence: Sentence, place: int) -> bool:
    """Whether a noun phrase may begin there."""
    token = sentence[place]
    if token.low in ("about", "around", "over", "under", "up", "between") and sentence[place + 1].low[:1].isdigit():
        return True
    return (
        token.kind in ("word", QUOTE)
        and token.low not in PREPOSITIONS
        and token.low not in ("and", "or", "but", "that", "to", "as", "so", "than")
    )
