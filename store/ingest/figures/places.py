"""Where a number was counted: "in eastern Aleppo", as printed in its sentence, or in the one that it leans on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
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
    rf"\b(?P<lead>(?:(?i:in|across|near|around|throughout|within|at)\s+(?:the\s+)?|(?i:outside|inside|off)\s+)(?:{_KIND}\s+of\s+)?"
    rf"|(?P<kind>{_KIND}\s+of\s+(?:the\s+)?)|(?P<of>(?:of|from)\s+(?:the\s+)?))(?:{_NAME}['’]s\s+)?(?P<held>{_HELD})"
    rf"(?P<name>(?i:{_SIDE})?{_NAME}(?:{_JOIN}{_NAME}){{0,3}})"
)
_COUNTRIES = frozenset((*table("states"), *entries("territories")))
_PEOPLES = frozenset(people for each in table("states").values() for people in each)
_OPENING = re.compile(rf"(?:The\s+)?(?P<name>{alternatives(_COUNTRIES)})(?!['’\w-])(?=\s+[a-z])")
_LEANS = re.compile(
    r"\b(?:since\s+then|the\s+(?:conflict|war|fighting|violence|siege|unrest|uprising|country)|there)\b", re.IGNORECASE
)
_DATELINE = re.compile(
    r"\A\s*(?P<town>[A-Z][A-Z'’. -]{2,30}[A-Z])(?:,\s*[A-Z][\w. ]{2,30}?)?\s*(?:\([\w /.]{2,30}\)\s*)?[-—–]{1,2}\s"
)
_STOPS = words("noun-stops")
_NO_PLACES = words("no-places")


class Located(NamedTuple):
    """A place's name as printed and its run; `is_of` where no more than "of" or "from" leads to it."""

    span: Span
    name: str
    is_of: bool


def located(text: str, span: Span) -> list[Located]:
    """The places named behind a preposition in `span`, in order."""
    found = []
    for match in _PLACE.finditer(text, *span):
        name = match["name"]
        first = re.split(r"[\s-]", name)[0]
        if first in _NO_PLACES or name.split()[-1] in _NO_PLACES or name in _PEOPLES:
            continue
        sided = first[0].islower() or match["held"]
        if match["of"] and not (sided or (name in _COUNTRIES and _ends_a_phrase(text, match.end()))):
            continue
        name = re.sub(r"['’]s$", "", name).rstrip(".")
        found.append(Located((match.start("name"), match.start("name") + len(name)), name, bool(match["of"])))
    return found


def _ends_a_phrase(text: str, end: int) -> bool:
    """Whether no noun follows: "from Guinea." is a place, "of Guinea immigrants" is none."""
    word = re.match(r"\s+([a-z]+)", text[end : end + 24])
    return word is None or word[1] in _STOPS


def place_of(found: Sequence[Located], span: Span) -> Located | None:
    """The place of a number among those of its sentence: the first one named behind it, else the last one before."""
    behind = bisect_left(found, span[1], key=lambda place: place.span[0])
    if behind < len(found):
        return found[behind]
    return found[-1] if found else None


def leant_on(text: str, sentence: Span, before: Span) -> str | None:
    """The place of the sentence `before`, where this one leans on it by "since then", "the conflict" or "there"."""
    if not _LEANS.search(text, *sentence):
        return None
    if opening := _OPENING.match(text, *before):
        return opening["name"]
    return next((place.name for place in located(text, before)), None)


def dateline(text: str) -> str | None:
    """The place in front of a report's first words ("GOMA, Congo —"): of the report, and so no more than inferred."""
    found = _DATELINE.match(text[:200])
    return found["town"].strip().title() if found else None
