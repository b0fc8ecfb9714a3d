"""What became of those counted, as the words around a number say: killed, displaced, under siege."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.wordlists import alternatives, table
from store.vocabulary import Outcome

_OF_WORD: dict[str, Outcome] = {word: outcome for outcome, listed in table("outcomes").items() for word in listed}  # type: ignore[misc]
_FOUND = re.compile(rf"(?<![\w-])(?i:{alternatives(_OF_WORD)})(?![\w-])")
_IDIOM = re.compile(
    r"(?<=held)\s+(?:accountable|responsible|liable|to\s+account|back|up|talks|in\s+(?:high|contempt))\b"
)
_DRIVEN = re.compile(
    r"\b(?:forc|driv|drov|driven|push|chas|expel|evict|uproot)\w*\s(?:[^.;:\n]|\.(?=[0-9])){0,60}?"
    r"(?P<home>(?:from|out\s+of|off)\s+their\s+(?:homes?|houses|villages?|lands?|towns?|farms?|communities))\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    rf"\b(?P<held>holds?|holding|held)\s(?:[\w,.-]+\s){{1,6}}?{alternatives(table('civilians-and-combatants')['combatant'])}\b"
)
"""Who holds soldiers keeps them captive; a hall may hold 300 people."""
_CLAUSE = re.compile(r"[;:!?\n]|\.\s|,\s+(?:but|while|although|who\s+said|said)\b|\bbut\b|\bwhile\b")
_DEEDS = (
    r"(?i:kill|injur|wound|displac|detain|arrest|abduct|kidnap|evacuat|tortur|destroy|execut|massacr|murder|jail"
    r"|besieg|trapp?|damag|demolish|raz|captur|imprison|assassinat|slaughter|uproot|burn|drown|surround|encircl)"
)
_SELF = r"(?:(?:himself|herself|themselves)\s+and\s+)?"
_ACTIVE = re.compile(rf"(?<![\w-]){_DEEDS}(?:s|es|ed|ing|e)?(?:\s+(?:and|or)\s+\w+(?:ed|ing))?\s+{_SELF}$")
_DOING = re.compile(rf"{_DEEDS}ing")
_DEED = re.compile(rf"{_DEEDS}(?:s|es|ed|e)?")
_PASSIVE = re.compile(
    r"\b(?:was|were|been|be|being|is|are|get|gets|got|getting|left|feared|reported|reportedly|believed|found|presumed)"
    r"\s+(?:\w+ly\s+)?(?:\w+ed\s+(?:and|or)\s+)?$"
)
_OBJECT = re.compile(
    r"\s+(?:(?:the|an?)\s+(?!same|previous|following|other|day|night|week|month|year|few|couple)\w"
    r"|(?:its|their|his|her|him|them|all|everyone|everybody|several|many|some|dozens|hundreds|people|civilians)\b"
    r"|at\s+least\b|more\s+than\b|[0-9])"
)
_CARGO = re.compile(r"\b(?:carrying|transporting|ferrying|seating|housing|hosting|sheltering|with)\s+$")
"""What has the number for its load: "a boat with 60 migrants sank and its captain drowned" tells not of the 60."""
_FREED = re.compile(r"\b(?:free[ds]|freeing|release[ds]|releasing|exchanged|swapped)\s+$")
_NO_LONGER = re.compile(r"\b(?:former|freed|released|ex)\b")
BESIDE = re.compile(
    r"(?:\s|,|\b(?:remain(?:s|ed)?|were|was|are|is|have|has|had|been|being|be|others?|more|left|feared|reported"
    r"|reportedly|confirmed|of|at|to|rose|risen|rises|rising|climbed|now|stood|stands|reached|reaching|hit|the|a|also"
    r"|believed|either|instantly|said|known|and|so|far|some|another|toll|rescuers|seriously|severely|critically|badly"
    r"|forcibly|later|already|internally|included?|including|among|them|those|as|just)\b)*",
    re.IGNORECASE,
)
"""What may stand between a number and the word for what became of those it counts, where that is all that tells it."""
_ANOTHERS = re.compile(r"(?:\band|\bor|\bthen|,)\s+$")
_AND = re.compile(r"\b(?:and|or)\b")
_AHEAD, _BACK = 110, 70
_OF_PERSONS: tuple[Outcome, ...] = (
    *("killed", "injured", "casualties", "missing", "displaced"),
    *("besieged", "detained", "evacuated", "abducted", "tortured"),
)
PERSONAL = frozenset(_OF_PERSONS)
"""What becomes of persons alone."""
_LIVE_ON = frozenset(("displaced", "detained", "evacuated", "abducted"))
"""What a noun says of people to whom more may be done: refugees, prisoners, hostages."""


class Told(NamedTuple):
    """An outcome and the words for it."""

    span: Span
    outcome: Outcome


def told(text: str, span: Span) -> list[Told]:
    """All words of an outcome in `span`, in order; the longest where one holds another ("lives lost")."""
    words = (word for word in _FOUND.finditer(text, *span) if not _IDIOM.match(text, word.end()))
    found = [Told(word.span(), _OF_WORD[" ".join(word[0].lower().split())]) for word in words]
    driven = (Told(out.span("home"), "displaced") for out in _DRIVEN.finditer(text, *span))
    holding = text.find("hold", *span) >= 0 or text.find("held", *span) >= 0
    held = (Told(holds.span("held"), "detained") for holds in (_HELD.finditer(text, *span) if holding else ()))
    return sorted((*found, *(each for each in (*driven, *held) if not _within(found, each.span))))


def word_for(words: str) -> Outcome | None:
    """The outcome that the words name first; None where they name none."""
    found = _FOUND.search(words)
    return _OF_WORD[" ".join(found[0].lower().split())] if found else None


def outcome_of(
    text: str, found: Sequence[Told], span: Span, reach: Span, counted: Span | None, aside: Span | None = None
) -> Told | None:
    """What became of the number in `span`; `reach` is how far its words go, to the numbers before and after it.

    In the noun itself ("12 dead"), in a verb right before ("killed 12"), in what follows ("were killed"), in what goes
    before ("a death toll of 12"), and in this order; but of "12 prisoners were killed" the verb counts before the noun.
    What stands in `aside` is told of a part of theirs ("12 people, two of whom died, were held").
    """
    own = _within(found, counted) if counted else None
    if own and own.outcome not in _LIVE_ON:
        return own
    if own and counted and (_NO_LONGER.search(text, *counted) or _FREED.search(text, max(0, span[0] - 12), span[0])):
        own = None
    if _ACTIVE.search(text, max(reach[0], span[0] - 40), span[0]) and (verb := _last(found, reach[0], span[0])):
        return verb
    first = _after(text, found, span, (span[1], aside[0] if aside else reach[1]), reach[1])
    if first or (aside and (first := _after(text, found, span, (aside[1], reach[1]), reach[1]))):
        return first
    before = _last(found, max(reach[0], span[0] - _BACK), span[0])
    if before and not _leads_to(text, before, span[0]):
        before = None
    return own or before


def _after(text: str, found: Sequence[Told], span: Span, run: Span, following: int) -> Told | None:
    """The first word in `run` for what became of the number in `span`, if it is the number's own and no other's."""
    ahead = min(run[1], run[0] + _AHEAD)
    clause = _CLAUSE.search(text, run[0], ahead)
    told = _within(found, (run[0], clause.start() if clause else ahead))
    if told is None or _is_of_next(text, told, following) or _has_object(text, told):
        return None
    if _CARGO.search(text, max(0, span[0] - 16), span[0]) and not BESIDE.fullmatch(text, run[0], told.span[0]):
        return None
    return told


def _leads_to(text: str, told: Told, start: int) -> bool:
    """Whether a word goes on to the number: "a toll of 12"; in "were killed and 9 women came" it is the others'."""
    if not BESIDE.fullmatch(text, told.span[1], start):
        return False
    goes_on = _AND.search(text, told.span[1], start)
    return not (goes_on and _PASSIVE.search(text, max(0, told.span[0] - 24), told.span[0]))


def _is_of_next(text: str, told: Told, following: int) -> bool:
    """Whether a verb after this number has the next one for its object: of "hit 5 posts and killed 32"."""
    start = told.span[0]
    goes_on = _ANOTHERS.search(text, max(0, start - 8), start)
    return goes_on is not None and not text[told.span[1] : following].strip()


def _has_object(text: str, told: Told) -> bool:
    """Whether it tells what those counted, or others, did to somebody else: "12 men attacked and killed the mayor"."""
    start, end = told.span
    if _DOING.fullmatch(text, start, end):
        return True
    passive = _PASSIVE.search(text, max(0, start - 24), start)
    return not passive and _DEED.fullmatch(text, start, end) is not None and _OBJECT.match(text, end) is not None


def _within(found: Sequence[Told], span: Span) -> Told | None:
    place = bisect_left(found, span[0], key=lambda told: told.span[0])
    return found[place] if place < len(found) and found[place].span[1] <= span[1] else None


def _last(found: Sequence[Told], start: int, end: int) -> Told | None:
    place = bisect_right(found, end, key=lambda told: told.span[1]) - 1
    return found[place] if place >= 0 and found[place].span[0] >= start else None
