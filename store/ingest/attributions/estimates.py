"""Numbers that somebody puts: "The ministry puts the toll at 40", "The toll was put at 40 by the ministry"."""

from __future__ import annotations

from store.ingest.attributions.contents import phrase_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrase_after
from store.ingest.attributions.grammar import BE, HAVE, PREPOSITIONS, adverb
from store.ingest.attributions.subjects import subject
from store.ingest.attributions.tokens import WORD, Sentence
from store.ingest.wordlists import row

_PUT = frozenset(["put", "puts"])
_MEASURED, _NUMBERS, _BOUNDS = row("grammar", "measured"), row("grammar", "numbers"), row("grammar", "number-bounds")
_FAR = 16
"""How many words what is put may have before the "at"."""


def estimates(sentence: Sentence, floor: int) -> list[Find]:
    """put-at: "The ministry has put the number of dead at 40"; what is put, and at what, is the content."""
    if sentence.question:
        return []
    puts = (place for place, low in enumerate(sentence.lows) if low in _PUT and place > floor)
    return [find for place in puts if (find := _at(sentence, place, floor))]


def _at(sentence: Sentence, place: int, floor: int) -> Find | None:
    first = place
    while sentence[first - 1].low in BE | HAVE or adverb(sentence[first - 1].low):
        first -= 1
    if any(low in BE for low in sentence.lows[first:place]):
        return _passive(sentence, first, place, floor)
    source = subject(sentence, first, floor)
    at = _measure(sentence, place + 1)
    if not source or at is None:
        return None
    content = (place + 1, phrase_end(sentence, at + 1, len(sentence)))
    return Find((content,), source, (first, place + 1), "put-at")


def _measure(sentence: Sentence, first: int) -> int | None:
    """The place of the "at" behind what is measured, a number behind it."""
    for at in range(first, min(len(sentence), first + _FAR)):
        if sentence[at].kind != WORD:
            return None
        if sentence[at].low == "at":
            return at if _MEASURED & set(sentence.lows[first:at]) and _counts(sentence, at + 1) else None
    return None


def _counts(sentence: Sentence, place: int) -> bool:
    """Whether a number stands there, with what makes it a bound before it: "no fewer than 40", "between 40 and 50"."""
    at = place
    while sentence[at].low in _BOUNDS or adverb(sentence[at].low):
        at += 1
    low = sentence[at].low
    return low.lstrip("$€£")[:1].isdecimal() or low in _NUMBERS


def _passive(sentence: Sentence, first: int, place: int, floor: int) -> Find | None:
    source = None
    measured = subject(sentence, first, floor)
    if not measured or not _MEASURED & set(sentence.lows[slice(*measured)]):
        return None
    after = place + 1
    for at in range(place + 1, min(len(sentence), place + _FAR)):
        token, behind = sentence[at], sentence[at + 1]
        if token.low == "by" and behind.kind == WORD and behind.low not in PREPOSITIONS:
            source, after = (at + 1, phrase_after(sentence, at + 1, len(sentence))), at
            break
    if sentence[place + 1].low != "at" or not source or source[0] >= source[1] or not _counts(sentence, place + 2):
        return None
    return Find(((measured[0], after),), source, (first, place + 1), "put-at")
