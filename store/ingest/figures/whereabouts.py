"""Which of the places named in its clause a number's is; none where it isn't sure, as a wrong one is worse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.attribution import Span
from store.ingest.figures.places import Located, stands_alone

_PARTED = re.compile(
    r"[;:!?—–\n]|\b(?:while|whereas|but|although|though|who|whose|whom|where|which|unlike|according)\b|,[”\"’]"
)
_TAKES = re.compile(r"\b\w+(?:ing|ed)\s+$")
_VERB = re.compile(
    r"\b(?:(?!(?:wound|injur|kill|destroy|damag|displac|arrest|detain|abduct)ed\b)\w+ed|was|were|is|are|has|have|had|will"
    r"|began|begins|met|left|came|went|fell|broke)\b"
)
"""A verb that has not the number for its subject, where the number is the object of one before."""
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
_NEAR, _FEW = 40, 60
"""Characters from a place to the next number, and from a number to its place."""


def stated(text: str, found: Sequence[Located], span: Span, near: Span, sentence: Span) -> Located | None:
    """The place of a number that nothing is said to have happened to, where no verb and no other phrase stands between.

    "Nine camps in Goma", or at the head of its sentence: "In Goma, they have nine camps".
    """
    for each in found:
        if span[1] <= each.span[0]:
            loose = each.lead - span[1] > _FEW or _LOOSE.search(text, span[1], each.lead)
            return None if loose or not stands_alone(text, each.span[1]) else each
    if len(found) != 1 or near[0] != sentence[0] or found[0].lead - sentence[0] > 1:
        return None
    return None if _PARTED.search(text, found[0].span[1], span[0]) else found[0]


def place_of(text: str, found: Sequence[Located], span: Span, near: Span, sentence: Span) -> Located | None:
    """The place of what happened to those in `span`, in their clause; `near` goes to the numbers before and after.

    The first one named behind it, else the last one before it, no other number between; else the only one there is,
    where the numbers between are told in one breath ("killing 12 and wounding 30 in Goma"). None where it isn't sure.
    """
    behind = [each for each in found if each.span[0] >= span[1] and not _goes_on(text, span, each.lead, sentence[0])]
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


def _goes_on(text: str, span: Span, lead: int, first: int) -> bool:
    """Whether another clause goes on behind the number: "killing 9 men opened in Goma" is told of a trial.

    `first` is where the sentence begins: a headline above it that ends in "missing" takes nothing.
    """
    if _PARTED.search(text, span[1], lead):
        return True
    is_object = _TAKES.search(text, max(first, span[0] - 20), span[0])
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
