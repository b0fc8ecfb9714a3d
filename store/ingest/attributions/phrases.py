"""Noun phrases before a place, as far as words and marks tell them; those after one are in `following`."""

from __future__ import annotations

from typing import TypeAlias

from store.ingest.attributions.grammar import CONJUNCTIONS, DETERMINERS, LEADING, PERSONAL, PREPOSITIONS, VERBS, adverb
from store.ingest.attributions.lexicon import forms
from store.ingest.attributions.names import nickname
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import PAREN, WORD, Sentence
from store.ingest.attributions.verbs import finite, past, speaks

Run: TypeAlias = tuple[int, int]
"""Places of tokens, half-open."""

_LONGEST = 60
"""How many tokens a phrase may have: no bound of the language, one of the work."""
_NO_NOUN = CONJUNCTIONS | PERSONAL | {"not", "'re", "'ve", "'ll", "'m", "'d"}
_NOT_BEFORE = PREPOSITIONS | DETERMINERS | {"'s", "and"}


def phrase_before(sentence: Sentence, last: int, floor: int) -> Run | None:
    """The noun phrase whose last token is at `last`, without adverbs and times before it; never before `floor`."""
    if last < floor or sentence[last].kind not in (WORD, PAREN):
        return None
    if sentence[last].low in PERSONAL:
        return (last, last + 1)
    first = _leftmost(sentence, last, max(floor, last - _LONGEST))
    return without_lead(sentence, first, last + 1) if first <= last else None


def _leftmost(sentence: Sentence, last: int, floor: int) -> int:
    place = last
    while place >= floor and _of_phrase(sentence, place, last):
        if sentence[place].low in ("and", "or", "&"):
            before = _leftmost(sentence, place - 1, floor)
            joins = before < place and _clause_begins(sentence, before, floor)
            return before if joins else place + 1
        place -= 1
    return place + 1


def _of_phrase(sentence: Sentence, place: int, last: int) -> bool:
    token = sentence[place]
    if token.kind not in (WORD, PAREN):
        return place < last and nickname(sentence, place)
    if token.low == "to" and (sentence[place + 1].low in forms() or sentence[place + 1].low in VERBS):
        return False
    if past(token.low) and place < last and sentence[place + 1].low in DETERMINERS:
        return False  # "issued | a statement"
    if token.low in _NO_NOUN and not (token.capital and sentence.text[token.start : token.end].isupper()):
        return False  # but the WHO and a firm's "AS" are none of them
    return not finite(sentence, place) and not (place < last and speaks(sentence, place))


def _clause_begins(sentence: Sentence, place: int, floor: int) -> bool:
    before = sentence[place - 1]
    return place <= floor or before.kind not in (WORD, PAREN) or before.low in CONJUNCTIONS


def without_lead(sentence: Sentence, first: int, after: int) -> Run | None:
    """Without "but", "last week", "in his speech" before the phrase itself; None where nothing is left."""
    while first < after:
        low = sentence[first].low
        end = time_end(sentence, first)
        if low in LEADING or (adverb(low) and after - first > 1):
            first += 1
        elif first < end < after:
            first = end
        elif low in PREPOSITIONS:
            inner = _after_prepositional(sentence, first, after)
            if inner is None:
                return None
            first = inner
        else:
            return (first, after)
    return None


def _after_prepositional(sentence: Sentence, first: int, after: int) -> int | None:
    """Where the phrase begins after "in his speech": a determiner or a name that no preposition goes before."""
    for place in range(after - 1, first + 1, -1):
        token, before = sentence[place], sentence[place - 1]
        if before.kind != WORD or before.low in _NOT_BEFORE:
            continue
        if token.low in DETERMINERS or (token.capital and not before.capital):
            return place
    return None
