"""Where a number was counted: "in eastern Aleppo", as printed in its sentence, or in the one that it leans on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.wordlists import alternatives, entries, table, words

_SIDE = (
    r"(?:(?:north|south|east|west|central|upper|lower|rural|greater|northern|southern|eastern|western)"
    r"(?:[- ](?:east|west|central))?(?:ern)?\s+)"
)
_NAME = r"(?:(?:[A-Z][\w’'.]*\w|[A-Z])(?:-[A-Za-z]+)*)"
_JOIN = r"(?:\s+(?:of|al|el|de|la|del|do|and\s+the)\s+(?=[A-Z])|[\s-]+)"
_HELD = r"(?:(?:besieged|occupied|war-torn|nearby|neighbou?ring|(?:\w+-)(?:held|controlled|occupied|besieged))\s+)?"
_KIND = (
    r"(?:city|cities|towns?|villages?|provinces?|regions?|districts?|governorates?|states?|suburbs?|areas?|countr(?:y|ies)|camps?"
    r"|outskirts|neighbou?rhoods?|people|residents|inhabitants|population|capital)"
)
_PLACE = re.compile(
    rf"\b(?P<lead>(?:(?i:in|across|near|throughout|within|at)\s+(?:the\s+)?|(?i:outside|inside|off)\s+)(?:{_KIND}\s+of\s+)?"
    rf"|(?P<kind>{_KIND}\s+of\s+(?:the\s+)?)|(?P<of>(?:of|from)\s+(?:the\s+)?))(?:{_NAME}['’]s\s+)?(?P<held>{_HELD})"
    rf"(?P<name>(?i:{_SIDE})?{_NAME}(?:{_JOIN}{_NAME}){{0,3}})"
)
_COUNTRIES = frozenset((*table("states"), *entries("territories")))
_PEOPLES = frozenset(people for each in table("states").values() for people in each)
_BODIES = frozenset(
    name for each in ("organisations", "outlets") for row in table(each).items() for name in (row[0], *row[1])
)
_OPENING = re.compile(rf"(?:The\s+)?(?P<name>{alternatives(_COUNTRIES)})(?!['’\w-])(?=\s+[a-z])")
_SPOKEN = re.compile(
    r"(?i:\b(?:told|tells)\s+(?:[A-Za-z’'-]+\s+){1,4}|\b(?:said|says|spoke|speaking|reporters|journalists)\s+"
    r"|\b(?:conference|briefing|interview|statement|speech|rally|phone|telephone|call|link|radio)\s+)$"
)
"""What stands right before a place where somebody spoke: "told a crowd in Goma", "by phone from Goma"."""
_MOVED = re.compile(
    r"\b(?:fled|flee|fleeing|flees|displaced|evacuated|driven|forced|left|rescued|withdrawn|expelled)\s+$"
)
_PARTED = re.compile(
    r"[;:!?—–\n]|\b(?:while|whereas|but|although|though|who|whose|whom|where|which|unlike|according)\b|,[”\"’]"
)
_TAKES = re.compile(r"\b\w+(?:ing|ed)\s+$")
_VERB = re.compile(
    r"\b(?:(?!(?:wound|injur|kill|destroy|damag|displac|arrest|detain|abduct)ed\b)\w+ed|was|were|is|are|has|have|had|will"
    r"|began|begins|met|left|came|went|fell|broke)\b"
)
"""A verb that has not the number for its subject, where the number is the object of one before."""
_OF_KIND = re.compile(rf"\s+{_KIND}\b")
_LOOSE = re.compile(
    rf"[,;:()“”\"\n—–]|\b(?:to|and|or|that|who|which|because|if|as|when|after|before|than|since|for)\b|{_VERB.pattern}"
)
_WHERE = re.compile(r",?\s+where\b")
_LINKS = re.compile(
    r"(?:\s+(?:on|early|late|last|this)\s[^,;]{2,24})?"
    r"(?:\s+(?:and|or)\s+(?:\w+(?:ing|ed)\s+)?|,?\s+(?:and\s+)?\w+(?:ing|ed)\s+|,?\s+where\s[^,;]{0,40}|\s+that\s+\w+\s+)"
)
"""What may stand between a place that goes with one number and the next number of the same place."""
_JOINS = re.compile(
    r"\s*(?:(?:people|were|was|are|is|have|has|had|been|killed|dead|died|injured|wounded|hurt|missing|left|others?)\s+)*"
    r"(?:,\s*|(?:,\s*)?(?:and|or|after|when|including|among\s+them)\s+)(?:\w+(?:ing|ed)\s+)?"
)
_MEASURES = re.compile(r"\b(?:in|over|across)\s+$")
_NEW = re.compile(r"(?:\band|\bbut|\bor|,|;)\s+$")
_STOPS = words("noun-stops")
_NO_PLACES = words("no-places")
_FAR, _MANY, _NEAR, _FEW = 300, 24, 40, 60
"""Characters around a number, and places, that are looked at for it; characters before a place, and up to one."""


class Located(NamedTuple):
    """A place's name as printed and its run; `lead` is where the words that lead to it begin ("in the town of")."""

    span: Span
    name: str
    lead: int


def located(text: str, span: Span, counts: Container[int] = ()) -> list[Located]:
    """The places named behind a preposition in `span`, in order; not those where somebody spoke.

    "Of" leads to one only right behind what a number counts ("12 residents of besieged Madaya"); those end at `counts`.
    """
    found = []
    for match in _PLACE.finditer(text, *span):
        name = match["name"]
        first = re.split(r"[\s-]", name)[0]
        if first in _NO_PLACES or name.split()[-1] in _NO_PLACES or name in _PEOPLES or name in _BODIES:
            continue
        sided = first[0].islower() or match["held"]
        if match["of"] and not (sided or (name in _COUNTRIES and _ends_a_phrase(text, match.end()))):
            continue
        near = max(0, match.start() - _NEAR)
        if _SPOKEN.search(text, near, match.start()):
            continue
        leads = (match["of"] or "").split(" ")[0].lower()
        if leads == "of" and match.start() - 1 not in counts:
            continue
        if leads == "from" and not _MOVED.search(text, near, match.start()):
            continue
        name = re.sub(r"['’]s$", "", name).rstrip(".")
        run = match.start("name"), match.start("name") + len(name)
        found.append(Located(run, name, match.start()))
    return found


def _ends_a_phrase(text: str, end: int) -> bool:
    """Whether no noun follows: "from Guinea." is a place, "of Guinea immigrants" is none."""
    word = re.match(r"\s+([a-z]+)", text[end : end + 24])
    return word is None or word[1] in _STOPS


def around(found: Sequence[Located], span: Span) -> Sequence[Located]:
    """Those not far from the number in `span`."""
    first = bisect_left(found, span[0] - _FAR, key=lambda place: place.span[0])
    return [place for place in found[first : first + _MANY] if place.span[0] < span[1] + _FAR]


def stated(text: str, found: Sequence[Located], span: Span, near: Span, sentence: Span) -> Located | None:
    """The place of a number that nothing is said to have happened to, where no verb and no other phrase stands between.

    "Nine camps in Goma", or at the head of its sentence: "In Goma, they have nine camps".
    """
    for each in found:
        if span[1] <= each.span[0]:
            loose = each.lead - span[1] > _FEW or _LOOSE.search(text, span[1], each.lead)
            return None if loose or not _stands_alone(text, each.span[1]) else each
    if len(found) != 1 or near[0] != sentence[0] or found[0].lead - sentence[0] > 1:
        return None
    return None if _PARTED.search(text, found[0].span[1], span[0]) else found[0]


def _stands_alone(text: str, end: int) -> bool:
    """Whether the name is no other noun's: "in Goma taxes" is no place, "in Goma district" is one."""
    return _ends_a_phrase(text, end) or _OF_KIND.match(text, end) is not None


def place_of(text: str, found: Sequence[Located], span: Span, near: Span, sentence: Span) -> Located | None:
    """The place of what happened to those in `span`, in their clause; `near` goes to the numbers before and after.

    The first one named behind it, else the last one before it, no other number between; else the only one there is,
    where the numbers between are told in one breath ("killing 12 and wounding 30 in Goma"). None where it isn't sure.
    """
    behind = [each for each in found if each.span[0] >= span[1] and not _goes_on(text, span, each.lead)]
    before = [each for each in found if each.span[1] <= span[0] and not _parted_from(text, each, span[0])]
    own = next((each for each in behind if each.span[0] < near[1] and not _leads_on(text, each, near[1])), None)
    if own:
        return own
    last = before[-1] if before else None
    if last and last.span[0] >= near[0]:
        is_own = near[0] == sentence[0] or _opens(text, last) or _LINKS.fullmatch(text, last.span[1], span[0])
        return last if is_own else None
    joined = in_one_breath(text, span[1], near[1])
    others = {each.name: each for each in (*before, *(behind if joined else ()))}
    return next(iter(others.values())) if len(others) == 1 and len({each.name for each in found}) == 1 else None


def in_one_breath(text: str, end: int, following: int) -> bool:
    """Whether a number that ends at `end` is told together with the next: "killing 12 and", "besieged in some"."""
    measures = _MEASURES.search(text, max(end, following - 12), following)
    return measures is not None or _JOINS.fullmatch(text, end, following) is not None


def _goes_on(text: str, span: Span, lead: int) -> bool:
    """Whether another clause goes on behind the number: "killing 9 men opened in Goma" is told of a trial."""
    if _PARTED.search(text, span[1], lead):
        return True
    is_object = _TAKES.search(text, max(0, span[0] - 20), span[0])
    return is_object is not None and _VERB.search(text, span[1], lead) is not None


def _parted_from(text: str, place: Located, start: int) -> bool:
    """Whether a place before a number is of another clause; not "in Goma, where 12 died"."""
    where = _WHERE.match(text, place.span[1], start)
    return _PARTED.search(text, where.end() if where else place.span[1], start) is not None


def _leads_on(text: str, place: Located, following: int) -> bool:
    """Whether a new clause begins with the place, and has the next number: "… 12, and in Goma 30"."""
    return _opens(text, place) and 0 < following - place.span[1] < _NEAR and following < len(text)


def _opens(text: str, place: Located) -> bool:
    """Whether a clause begins with it."""
    return _NEW.search(text, max(0, place.lead - 6), place.lead) is not None


def country_at_head(text: str, sentence: Span) -> str | None:
    """The country that the sentence begins with: "Mali has been at war"."""
    opening = _OPENING.match(text, *sentence)
    return opening["name"] if opening else None
