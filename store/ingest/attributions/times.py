"""Words that say when: "late Monday", "on Tuesday morning", "earlier in the day"."""

from __future__ import annotations

from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import row, words

_TIME = words("time-words")
_BEFORE, _PART = row("grammar", "before-time"), row("grammar", "part-of-time")
_NAMES = row("grammar", "times-as-names")
DAYS = row("grammar", "days")


def time_end(sentence: Sentence, place: int) -> int:
    """Where the words that say when end that begin at `place`; `place` where none do."""
    at = place
    while sentence[at].low in _BEFORE:
        at += 1
    if at > place and sentence[at].low in ("the", "a") and sentence[at + 1].low in _PART:
        at += 1
    start = at
    while _time(sentence, at, place) or (_counts if at > start else _year)(sentence[at].low):
        at += 1
    if at == start or sentence[at].low == "'s":
        return place
    if sentence[at].low in ("in", "on"):
        return max(at, time_end(sentence, at))
    return at


def _time(sentence: Sentence, at: int, place: int) -> bool:
    """A month may be a name too (Jan, May): alone it says when only before a number or behind another such word."""
    low = sentence[at].low
    return low in _TIME and (low not in _NAMES or at > place or sentence[at + 1].low.isdecimal())


def _counts(low: str) -> bool:
    return low in ("ago", "before") or low.isdecimal()


def _year(low: str) -> bool:
    return len(low) == 4 and low.isdecimal() and low[:2] in ("19", "20")
