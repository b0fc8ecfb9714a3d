"""Nouns of speech with their content: "Russian assertions last week that …", "the minister's denial that …"."""

from __future__ import annotations

from store.ingest.attribution import Span
from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrase_after
from store.ingest.attributions.grammar import DETERMINERS, OWN, PREPOSITIONS
from store.ingest.attributions.lexicon import nouns
from store.ingest.attributions.phrases import Run, phrase_before
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import DASH, WORD, Sentence
from store.ingest.attributions.verbs import speaks

_NO_OWNER = PREPOSITIONS | (DETERMINERS - OWN)
_ADJECTIVES = 3


def noun_cues(sentence: Sentence) -> list[Find]:
    """All of the sentence's that have a source, in order.

    noun-that: "Their claim on Friday that the road was open".
    """
    known = nouns()
    return [find for place, low in enumerate(sentence.lows) if low in known and (find := _at(sentence, place))]


def _at(sentence: Sentence, place: int) -> Find | None:
    after, source, when = _additions(sentence, place + 1)
    if sentence[after].low != "that" or any(speaks(sentence, at) for at in range(place + 1, after)):
        return None  # "a report by the union | said that"
    source = source or _owner(sentence, place)
    content = (after, _content_end(sentence, after))
    if source is None or content[1] <= content[0] + 2:
        return None
    return Find((content,), source, (place, after), "noun-that", nouns()[sentence[place].low], when)


def _additions(sentence: Sentence, after: int) -> tuple[int, Run | None, Span | None]:
    """Behind the noun "by the ministry" and "last week", in any order: where they end, whose it is, and when."""
    source: Run | None = None
    when: Span | None = None
    for _ in range(3):
        named = sentence[after].low in ("by", "from") and sentence[after + 1].low not in PREPOSITIONS
        if named and source is None:
            source = (after + 1, phrase_after(sentence, after + 1, len(sentence)))
            after = source[1]
        elif (end := time_end(sentence, after)) > after:
            when, after = sentence.span(after, end), end
        else:
            break
    return after, source if source and source[1] > source[0] else None, when


def _owner(sentence: Sentence, place: int) -> Run | None:
    """Whose it is: "the minister's repeated", "Russian", "his"."""
    at = place - 1
    while at >= 0 and _adjective(sentence, at):
        if place - at > _ADJECTIVES:
            return None
        at -= 1
    token = sentence[at]
    if token.low in OWN:
        return (at, at + 1)
    if token.low == "'s":
        return phrase_before(sentence, at - 1, 0)
    return phrase_before(sentence, at, 0) if token.capital and token.kind == WORD and at > 0 else None


def _adjective(sentence: Sentence, at: int) -> bool:
    token = sentence[at]
    small = token.kind == WORD and not token.capital
    return small and token.low != "'s" and token.low not in OWN and token.low not in _NO_OWNER


def _content_end(sentence: Sentence, place: int) -> int:
    ends = (at for at in range(place + 1, len(sentence)) if sentence[at].kind in (",", ";", DASH, ":"))
    return next(ends, len(sentence))
