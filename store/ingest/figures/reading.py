"""A quantity read with the words that belong to it: its bound before, its noun behind, and the rule that takes it."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.figures import money, rules, units
from store.ingest.figures.bounds import Bounded, bounded
from store.ingest.figures.counted import Counted, counted, is_person, noun, unit_of
from store.ingest.figures.quantities import Quantity
from store.ingest.figures.rules import Rule

_MORE = re.compile(r"[\s-]+(?:more|others?)(?!\w)")


_UNKNOWN_UNIT = re.compile(r"\s(?P<unit>[A-Z]{2,5})(?![\w-])")
_LARGE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINT = re.compile(r"[0-9]+\.(?:[0-9]|[6-9][0-9]|[0-9]{3,})")
_PUT_AT = re.compile(
    r"\b(?:puts?\s+(?:it|them)|(?:figure|number|total|count|tally|estimate|toll)s?)\s+(?:of\s+(?:the\s+)?(?P<of>[a-z-]+(?:\s+[a-z-]+){0,2}?)\s+)?"
    r"(?:(?!(?:of|and|or)\b)[a-z]+\s+){0,3}?(?:at|to|is|was|reached|hit)\s+$"
)
_OF_WHOM = re.compile(r"\b(?:of|among)\s+(?:whom|them)\s+$|\b(?:Of|Among)\s[^,;.\n]{3,48},\s+$")
_ARE = re.compile(r"\s+(?:are|were|is|was)(?=\s)")
_FEW = 3
_LED = re.compile(r"\b(?:to|by|of|from|at|than)\s+$")


class Read(NamedTuple):
    """`start` to `end` are the words of the claim; `unit` and `noun` are what stands at the number itself."""

    quantity: Quantity
    sentence: Span
    start: int
    end: int
    bound: Bounded
    unit: str | None
    noun: Span | None
    rule: Rule | None


def read(text: str, quantity: Quantity, sentence: Span, floor: int, ceiling: int) -> Read:
    """`floor` and `ceiling` are the ends of the numbers around, or of the sentence: no word beyond belongs here.

    No rule: only a word of an outcome may make a figure of it yet.
    """
    found = bounded(text, quantity.start, quantity.end, floor, quantity.unit)
    behind = _counted(text, quantity, found.end)
    if behind.unit is None and _OF_WHOM.search(text, max(sentence[0], found.start - 60), found.start):
        behind = _whom(text, found.end)
    if behind.end > ceiling:
        behind = Counted(None, found.end, None)
    unit, counts, rule = quantity.unit or behind.unit, behind.span, _rule(text, quantity, found.start, behind)
    if rule is rules.PUT_AT and (of := _put_at(text, floor, found.start)):
        unit, counts = unit_of(text[slice(*of)]), of
    return Read(quantity, sentence, found.start, behind.end, found, unit, counts, rule)


def _whom(text: str, end: int) -> Counted:
    """The noun of "of whom 12 are women", or none."""
    verb = _ARE.match(text, end)
    found = counted(text, verb.end(), one=False) if verb else None
    return found if found and found.unit == "person" else Counted(None, end, None)


def _put_at(text: str, floor: int, start: int) -> Span | None:
    """What "the number of missing" is a number of, where it is put at so many."""
    found = _PUT_AT.search(text, max(floor, start - 64), start)
    if not found or not found["of"]:
        return None
    start = found.start("of")
    first = found["of"].split()[0]
    return counted(text, start - 1, one=False).span or ((start, start + len(first)) if is_person(first) else None)


def _counted(text: str, quantity: Quantity, end: int) -> Counted:
    if not quantity.unit and isinstance(quantity.low, float) and (sign := _UNKNOWN_UNIT.match(text, end)):
        return Counted(None, sign.end(), sign["unit"])
    if quantity.unit or quantity.kind == "fraction":
        of = noun(text, end)
        if quantity.kind == "fraction":
            return Counted(of, of[1] if of else end, "fraction")
        more = _MORE.match(text, end)
        return Counted(of if quantity.unit else None, more.end() if more else end, None)
    return counted(text, end, one=quantity.low == quantity.high == 1, in_words=quantity.kind == "words")


def _rule(text: str, quantity: Quantity, start: int, behind: Counted) -> Rule | None:
    unit = quantity.unit
    if quantity.kind == "none":
        return None
    if quantity.kind == "fraction":
        return rules.FRACTION
    if quantity.range and (unit or behind.unit):
        return rules.RANGE
    if quantity.is_vague:
        return rules.VAGUE if unit or behind.unit else None
    if unit is None:
        if behind.unit is None:
            if _PUT_AT.search(text, max(0, start - 64), start):
                return rules.PUT_AT
            return rules.BARE if _stands_alone(text, quantity) else None
        if quantity.low < 0 and units.unit_named(behind.unit) is None:
            return None
        return _counting(quantity, behind)
    if money.is_money(unit):
        return rules.MONEY
    if unit in units.TIME:
        return rules.LASTING
    return rules.SHARE if units.outcome(unit) == "share" else rules.MEASURED


def _counting(quantity: Quantity, behind: Counted) -> Rule:
    if quantity.kind != "words":
        return rules.COUNTED
    few = quantity.low == quantity.high and quantity.low <= _FEW and behind.unit != "person"
    return rules.FEW if few else rules.WORDED


def _stands_alone(text: str, quantity: Quantity) -> bool:
    """Whether it can be nothing but a figure: "64,900", "1.4 billion", "rose to 132.861"; not 40, 1984 or 10.45."""
    number = text[slice(*quantity.number)]
    if quantity.range or not number:
        return False
    if _LARGE.fullmatch(number) or (quantity.low >= 1000 and number[-1].isalpha()):
        return True
    return bool(_POINT.fullmatch(number) and _LED.search(text, max(0, quantity.start - 6), quantity.start))
