"""Noun phrases behind a place: where they end."""

from __future__ import annotations

from store.ingest.attributions.grammar import (
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    VERBS,
)
from store.ingest.attributions.names import titled
from store.ingest.attributions.times import DAYS, time_end
from store.ingest.attributions.tokens import PAREN, QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import finite
from store.ingest.wordlists import row, words

_ENDS = CONJUNCTIONS | PERSONAL | (AUXILIARY - {"'s"}) | VERBS | {"to"}
_ENDS_SOURCE = row("grammar", "ends-source")
_TIME_BEGINS = DAYS | {"late", "last", "earlier", "yesterday"}
_NO_TIME_BEHIND = PREPOSITIONS | {"since", "'s", "the"}
_OUTSIDE = frozenset(("in", "on", "during", "after"))


def phrase_after(sentence: Sentence, place: int, limit: int) -> int:
    """Where the one noun phrase ends that begins there, without what a preposition other than "of" adds."""
    if place < limit and sentence[place].low in OBJECTS and sentence[place].low != "her":
        return place + 1
    at = place
    while at < limit and _goes_on(sentence, at, place):
        at += 1
    return at


def _goes_on(sentence: Sentence, at: int, place: int) -> bool:
    token, before = sentence[at], sentence[at - 1]
    if token.kind == PAREN:
        return at > place
    if token.kind == QUOTE:
        return at > place and (before.capital or before.low == "'s") and titled(sentence, at)
    if token.kind != WORD:
        return False
    if at == place:
        return True
    if token.low in _ENDS:
        return False
    return before.low in DETERMINERS or before.low == "of" or not _parts(sentence, at, place)


def _parts(sentence: Sentence, at: int, place: int) -> bool:
    """Whether the token there begins something else than more of the phrase that begins at `place`."""
    token, before, following = sentence[at], sentence[at - 1], sentence[at + 1].low
    low = token.low
    if low == "of":
        return False
    if low in PREPOSITIONS or low in DETERMINERS or (low in ("and", "or") and not sentence[at + 1].capital):
        return True
    if time_end(sentence, at) > at:
        return True
    if token.capital and not before.capital:
        return before.low in words("hearers")
    if sentence[place].low in DETERMINERS and following not in _ENDS:
        return False  # "a Danish TV channel"
    return not token.capital and before.capital and low not in ("and", "'s", "or") and low not in words("media")


def phrases_after(sentence: Sentence, place: int, limit: int) -> int:
    """Where a noun phrase with all its additions ends: "said | Jo Ray, head of the union, |"."""
    at = place
    while at < limit and _adds(sentence, at, place):
        at += 1
    while at > place and sentence[at - 1].kind == ",":
        at -= 1
    return at


def _adds(sentence: Sentence, at: int, place: int) -> bool:
    token = sentence[at]
    if token.kind == "," and at > place:
        behind = sentence[at + 1]
        if finite(sentence, at + 1):
            return sentence[at - 1].kind == WORD and "whose" in sentence.lows[place:at]
        own = behind.kind != WORD or not (apposed(sentence, at + 1) or behind.capital)
        return not own and not behind.low.endswith("ing") and behind.low not in _OUTSIDE
    if token.kind == QUOTE:
        return titled(sentence, at)
    if token.kind not in (WORD, PAREN):
        return False
    if at == place:
        return True
    if token.low in _ENDS_SOURCE and sentence[at - 1].kind != ",":
        return False
    return not (token.low in _TIME_BEGINS and _time(sentence, at))


def _time(sentence: Sentence, at: int) -> bool:
    return time_end(sentence, at) > at and sentence[at - 1].low not in _NO_TIME_BEHIND


def apposed(sentence: Sentence, first: int) -> bool:
    """Whether an apposition may begin there: "a lawyer", "who", "42", "head of", "speaking", "Ray's brother"."""
    token = sentence[first]
    if token.low in DETERMINERS or token.low in ("who", "whose", "which") or sentence[first + 1].low == "'s":
        return True
    small = token.kind == WORD and not token.capital and token.low not in VERBS and token.low not in AUXILIARY
    return small and token.low not in CONJUNCTIONS and token.low not in PERSONAL and token.low not in ("and", "or")
