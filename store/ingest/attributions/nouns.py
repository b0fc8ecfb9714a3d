"""Nouns of speech with their content: "Russian assertions last week that …", "the minister's denial of …"."""

from __future__ import annotations

from store.ingest.attribution import Span
from store.ingest.attributions.find import Find
from store.ingest.attributions.lexicon import DETERMINERS, PREPOSITIONS, nouns
from store.ingest.attributions.phrases import Run, phrase_after, phrase_before, time_end
from store.ingest.attributions.tokens import WORD, Sentence

_NO_SOURCE = DETERMINERS - {"his", "her", "their", "its", "my", "our", "your"}
_OWN = frozenset(["his", "her", "their", "its"])


def noun_cues(sentence: Sentence) -> list[Find]:
    """All of the sentence's that have a source, in order.

    noun-that: "Their claim on Friday that the road was open".
    """
    known = nouns()
    return [found for place, low in enumerate(sentence.lows) if low in known and (found := _at(sentence, place))]


def _at(sentence: Sentence, place: int) -> Find | None:
    prepositions, act = nouns()[sentence.lows[place]]
    after = place + 1
    source: Run | None = None
    when: Span | None = None
    for _ in range(3):
        if sentence[after].low in ("by", "from") and source is None and sentence[after + 1].low not in PREPOSITIONS:
            end = phrase_after(sentence, after + 1, len(sentence))
            source, after = (after + 1, end), end
        elif (end := time_end(sentence, after)) > after:
            when, after = sentence.span(after, end), end
        else:
            break
    low = sentence[after].low
    if low != "that":
        return None
    source = source or _owner(sentence, place)
    if source is None:
        return None
    content = _content(sentence, after)
    return Find((content,), source, (place, after), "noun-that", act, when) if content[1] > content[0] + 2 else None


def _owner(sentence: Sentence, place: int) -> Run | None:
    """Whose it is: "the minister's repeated", "Russian", "his"."""
    at = place - 1
    while (
        at >= 0
        and sentence[at].kind == WORD
        and sentence[at].low != "'s"
        and sentence[at].low not in _OWN
        and not sentence[at].capital
    ):
        if sentence[at].low in PREPOSITIONS or sentence[at].low in _NO_SOURCE or place - at > 3:
            return None
        at -= 1
    token = sentence[at]
    if token.low in _OWN:
        return (at, at + 1)
    if token.low == "'s":
        run = phrase_before(sentence, at - 1, 0)
        return run
    if token.capital and token.kind == WORD and at > 0:
        return phrase_before(sentence, at, 0)
    return None


def _content(sentence: Sentence, place: int) -> Run:
    for at in range(place + 1, len(sentence)):
        if sentence[at].kind in (",", ";", "dash", ":"):
            return (place, at)
    return (place, len(sentence))
