"""The places that a sentence names, as printed: "eastern Aleppo"; not those where somebody spoke."""

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
_OF_KIND = re.compile(rf"\s+{_KIND}\b")
_STOPS = words("noun-stops")
_NO_PLACES = words("no-places")
_FAR, _MANY, _NEAR = 300, 24, 40
"""Characters around a number, and places, that are looked at for it; characters before a place."""


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


def stands_alone(text: str, end: int) -> bool:
    """Whether the name is no other noun's: "in Goma taxes" is no place, "in Goma district" is one."""
    return _ends_a_phrase(text, end) or _OF_KIND.match(text, end) is not None


def country_at_head(text: str, sentence: Span) -> str | None:
    """The country that the sentence begins with: "Mali has been at war"."""
    opening = _OPENING.match(text, *sentence)
    return opening["name"] if opening else None
