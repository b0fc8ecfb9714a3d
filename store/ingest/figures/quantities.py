"""Quantities: a number or a range with its currency, magnitude and unit, as it stands in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.figures import lookalikes, money, units
from store.ingest.figures.claim import Value
from store.ingest.figures.magnitudes import scaled
from store.ingest.figures.numerals import Numeral, numerals
from store.ingest.whens import Timed
from store.ingest.wordlists import words

_DASH = re.compile(r"\s?[-–—−]\s?(?:to[-\s])?")
_TO = re.compile(r"(?:-|\s+)(?:to|through)(?:\s+|-)(?:about\s+|around\s+|some\s+|nearly\s+|as\s+much\s+as\s+)?")
_AND, _OR = re.compile(r"\s+and\s+"), re.compile(r"\s+or\s+(?:even\s+)?")
_LEAD = re.compile(
    r"(?P<lead>between|from)\s+(?:(?:about|around|some|just|roughly|up\s+to|over|nearly)\s+)?$", re.IGNORECASE
)
_TO_NUMBER = re.compile(r"\s+to\s+(?:[0-9$€£¥]|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)")
_SHARING = re.compile(r"\s+(?:to|and|or)\s+")
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_MANY = re.compile(r"\s(?:people|men|women|civilians|children|refugees|users|customers|workers|[a-z]{4,}s)\b")
_METRES = re.compile(r"(?<=[0-9])m$")
_OF_CHANGE = words("changes")
_NEAR, _NEAR_LEAD = 90, 24


class Quantity(NamedTuple):
    """`start` to `end` has currency, number, magnitude and unit; `number` the digits or words of the number alone.

    `high` is None for a vague magnitude that is open to above; `range` tells two numbers from one.
    """

    start: int
    end: int
    number: Span
    low: Value
    high: Value | None
    kind: str
    unit: str | None = None
    range: bool = False

    @property
    def is_vague(self) -> bool:
        return self.kind == "vague"


class _Amount(NamedTuple):
    numeral: Numeral
    end: int
    unit: str | None


def quantities(
    text: str, sentences: Sequence[Span], times: Sequence[Timed], *, scores: bool = True
) -> Iterator[Quantity]:
    """In order of the text, none overlapping another. A range goes over no sentence's end.

    `scores`: whether two bare numbers at a dash are a score ("won 2-0"), and not a range.
    """
    waiting: _Amount | None = None
    for amount in _amounts(text, times):
        if waiting is None:
            waiting = amount
            continue
        joined = _range(text, waiting, amount, scores=scores) if _together(sentences, waiting, amount) else None
        if joined:
            yield joined
            waiting = None
        elif scores and _is_score(text, waiting, amount):
            waiting = None
        else:
            done, waiting = _shared(text, waiting, amount)
            yield _single(done)
    if waiting:
        yield _single(waiting)


def _amounts(text: str, times: Sequence[Timed]) -> Iterator[_Amount]:
    dated, skip = lookalikes.dates(text, times), 0
    for numeral in numerals(text):
        if numeral.start < skip:
            continue
        amount = _measured(text, numeral)
        measured = amount.unit is not None
        ended = lookalikes.end_of(text, numeral, dated, measured=measured)
        if ended is None:
            skip = amount.end
            yield amount
        else:
            skip = max(ended, numeral.end)


def _measured(text: str, numeral: Numeral) -> _Amount:
    """With its currency or unit, and what that goes by."""
    if numeral.money:
        unit: str | None = numeral.money
        end = money.besides(text, numeral.end)
    else:
        unit, end = money.behind(text, numeral.end, factor=numeral.factor)
        if unit is None:
            unit, end = units.unit_at(text, numeral.end)
        if unit == "metre" and text[numeral.end : end].strip() == "m" and _MANY.match(text, end):
            million = numeral._replace(low=scaled(numeral.bare, 10**6), high=scaled(numeral.bare, 10**6), end=end)
            return _Amount(million, end, None)
    if unit:
        by, after = units.per(text, end)
        unit, end = (f"{unit} per {by}", after) if by else (unit, end)
    return _Amount(numeral, end, unit)


def _together(sentences: Sequence[Span], first: _Amount, second: _Amount) -> bool:
    place = bisect_right(sentences, first.numeral.start, key=lambda span: span[1])
    return place >= len(sentences) or second.numeral.start < sentences[place][1]


def _range(text: str, first: _Amount, second: _Amount, *, scores: bool) -> Quantity | None:
    """ "between 300 and 350", "676-678", "$1 to $1.5 million"; None for two figures, as of a change."""
    one, two = first.numeral, second.numeral
    if one.kind not in ("digits", "words") or two.kind not in ("digits", "words"):
        return None
    unit = _common(first.unit, second.unit)
    if first.unit and second.unit and not unit:
        return None
    between = first.end, two.start
    lead = _lead(text, one.start)
    by_dash = _DASH.fullmatch(text, *between) is not None
    if not (
        by_dash
        or _TO.fullmatch(text, *between)
        or (lead == "between" and _AND.fullmatch(text, *between))
        or (_OR.fullmatch(text, *between) and two.bare - one.bare == 1)
    ):
        return None
    if not by_dash and lead != "between" and _changes(text, first, second, lead):
        return None
    low, high = _aligned(first, second)
    if not low < high or (scores and by_dash and not unit and not _counts(text, second.end)):
        return None
    start = _LEAD.search(text, max(0, one.start - 24), one.start) if lead else None
    return Quantity(
        start.start() if start else one.start, second.end, (one.number, two.end), low, high, "range", unit, range=True
    )


def _changes(text: str, first: _Amount, second: _Amount, lead: str | None) -> bool:
    """Whether a verb of change makes a before and an after of "A to B"; not of "from 5 to 7 percent to 8"."""
    one, two = first.numeral, second.numeral
    if lead == "from" and _TO_NUMBER.match(text, second.end):
        return False
    whole = one.factor == two.factor or (lead == "from" and not one.money)
    return (lead == "from" or first.unit is not None) and whole and _is_change(text, one.start)


def _common(first: str | None, second: str | None) -> str | None:
    """The unit of a range, which may stand at its second number alone, or in full there: "$62 and $68 per share"."""
    if first and second and first != second:
        return second if second.startswith(f"{first} per ") else None
    return second or first


def _aligned(first: _Amount, second: _Amount) -> tuple[Value, Value]:
    """Both values; the first takes the second's magnitude where it has none: "33-35 billion", "1 to 2 thousand"."""
    one, two = first.numeral, second.numeral
    if one.factor == 1 and two.factor > 1 and one.bare < two.bare:
        return scaled(one.bare, two.factor), two.low
    return one.low, two.low


def _lead(text: str, start: int) -> str | None:
    found = _LEAD.search(text, max(0, start - _NEAR_LEAD), start)
    return found["lead"].lower() if found else None


def _is_change(text: str, start: int) -> bool:
    """Whether one of the last words tells of a change: "rose from 3 to 5" against "prices range from 3 to 5"."""
    before = re.split(r"[.;:!?\n]", text[max(0, start - _NEAR) : start])[-1]
    last = [word.lower() for word in _WORD.findall(before)][-10:]
    return any(word in _OF_CHANGE for word in last)


def _counts(text: str, end: int) -> bool:
    """Whether a word of a noun follows, as behind "676-678 people": else two numbers with a dash are a score."""
    return re.match(r"\s+[a-z]{3,}", text[end : end + 24]) is not None


def _is_score(text: str, first: _Amount, second: _Amount) -> bool:
    """ "won 2-0", "voted 52-48": two numbers at a dash that make no range."""
    if first.unit or second.unit or first.numeral.kind != "digits" or second.numeral.kind != "digits":
        return False
    return _DASH.fullmatch(text, first.end, second.numeral.start) is not None


def _shared(text: str, first: _Amount, second: _Amount) -> tuple[_Amount, _Amount]:
    """Both, with the unit that one of them names for the other: "1 and 2 percent", "from 208 pounds to 193"."""
    gap = text[first.end : second.numeral.start]
    if not (_SHARING.fullmatch(gap) and first.numeral.kind == second.numeral.kind == "digits"):
        return first, second
    if second.unit and not first.unit and not second.numeral.money:
        return first._replace(unit=second.unit), second
    leads = _lead(text, first.numeral.start) == "from"
    if leads and first.unit and not second.unit and gap.strip() == "to" and not _counts(text, second.end):
        return first, second._replace(unit=first.unit)
    return first, second


def _single(amount: _Amount) -> Quantity:
    numeral = amount.numeral
    kind = "money" if numeral.money else numeral.kind
    return Quantity(
        numeral.start, amount.end, (numeral.number, numeral.end), numeral.low, numeral.high, kind, amount.unit
    )
