"""Words that say when -> When: "late Monday", "last week", "since early 2011", reckoned from the document's date."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from store.dates import interval
from store.errors import DateError
from store.ingest.attribution import Span
from store.ingest.expressions import FORM, Calendar, edtf, is_complete
from store.model import Document, When
from store.vocabulary import Counting, DateBasis

_AHEAD = re.compile(
    r"\b(?:will|shall|would|scheduled|due|expected|plans?|planned|set|going|upcoming|coming)\b[^.!?\n]*$"
)
_BEFORE = re.compile(
    # "since" and "since the bridge fell in"
    r"\b(?:(?P<since>since(?!\s+then)(?:\s+[\w’'-]+){1,7}?\s+(?:in|on)|since)"
    r"|(?P<from>between|from)|(?P<bound>until|till|before|after|by))\s*(?:the\s+)?$",
    re.I,
)
_TO = re.compile(r"\s*(?:and|to|until|through|till|-|–|—)\s*(?:the\s+)?", re.I)
_LOOK_BACK, _TOLD_FOR, _LEAD = 100, 800, 60
# How far back a day is still "the day" of "earlier in the day": a paragraph or two.


class Timed(NamedTuple):
    """Words that say when. `span` covers those of `when.words`, as printed; `when.edtf` is None where we can't reckon.

    `counting` is since or during for what lasts, as-of for a day, None for a mere bound ("until Monday", "by 2011").
    """

    span: Span
    when: When
    counting: Counting | None


def day_of(document: Document) -> date | None:
    """The day that a document's relative dates are reckoned from; None where it has no date, or not to the day."""
    printed = document.published.edtf if document.published else None
    try:
        return date.fromisoformat(printed[:10]) if printed else None
    except ValueError:
        return None


def whens(text: str, today: date | None) -> list[Timed]:
    """All words that say when, in order, none inside another. Without `today` only dates with their year resolve.

    "Since then" and "earlier in the day" go back to the day that was told of last.
    """
    found = _atoms(text, today)
    joined: list[Timed] = []
    for timed in found:
        if joined and (range_ := _range(text, joined[-1], timed)):
            joined[-1] = range_
        else:
            joined.append(_since(text, timed, today, joined[-1].span[1] if joined else 0))
    return joined


def within(found: list[Timed], span: Span) -> Timed | None:
    """The first of them that overlaps the span."""
    place = bisect_right(found, span[0], key=lambda timed: timed.span[1])
    return found[place] if place < len(found) and found[place].span[0] < span[1] else None


def _atoms(text: str, today: date | None) -> list[Timed]:
    found: list[Timed] = []
    told: tuple[int, date] | None = None
    for match in FORM.finditer(text):
        recent = told[1] if told and match.start() - told[0] <= _TOLD_FOR else None
        ahead = _AHEAD.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None
        meant = edtf(match, Calendar(today, recent, ahead))
        if match.lastgroup == "then":
            meant = next((earlier.when.edtf for earlier in reversed(found) if earlier.when.edtf), None)
        basis: DateBasis = "stated" if is_complete(match) else "resolved"
        found.append(Timed(match.span(), When(match[0], meant, basis=basis), _counting(meant)))
        if meant and len(meant) == 10:
            told = match.end(), date.fromisoformat(meant)
    return found


def _counting(meant: str | None) -> Counting | None:
    return None if meant is None else "as-of" if len(meant) == 10 else "during"


def _since(text: str, timed: Timed, today: date | None, floor: int) -> Timed:
    """What is "since early 2011" lasts until the document's day; "until" or "before" only bound a time.

    The time before ends at `floor`: a "since" of its own leads to no other.
    """
    lead = _BEFORE.search(text, max(floor, timed.span[0] - _LEAD), timed.span[0])
    if lead is None or lead["from"]:
        return timed
    if lead["bound"]:
        return timed._replace(counting=None)
    begun = timed.when.edtf.partition("/")[0].rstrip("~") if timed.when.edtf else None
    meant = _valid(f"{begun}/{today.isoformat() if today else '..'}") if begun else None
    return _made(text, (lead.start(), timed.span[1]), meant, "resolved", "since")


def _range(text: str, first: Timed, last: Timed) -> Timed | None:
    """One stretch of "between March and June 2016", "from 2011 to 2013"; None where the two are two times."""
    if not _TO.fullmatch(text, first.span[1], last.span[0]) or not (first.when.edtf and last.when.edtf):
        return None
    lead = _BEFORE.search(text, max(0, first.span[0] - 20), first.span[0])
    if not (lead and lead["from"]):
        return None
    begun, ended = first.when.edtf.partition("/")[0], last.when.edtf.rpartition("/")[2]
    if last.when.basis == "stated":  # the year that is printed once is that of both
        begun = begun if first.when.basis == "stated" else ended[:4] + begun[4:]
    meant, basis = _valid(f"{begun}/{ended}"), last.when.basis
    return _made(text, (first.span[0], last.span[1]), meant, basis, "during")


def _made(text: str, span: Span, meant: str | None, basis: DateBasis, counting: Counting) -> Timed:
    return Timed(span, When(text[slice(*span)], meant, basis=basis), counting)


def _valid(meant: str) -> str | None:
    """None for a stretch that ends before it begins."""
    try:
        interval(meant)
    except DateError:
        return None
    return meant
