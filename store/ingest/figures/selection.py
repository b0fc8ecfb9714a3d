"""A number in words that somebody selected in a report: read by themselves, with no sentence around them."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.ingest.figures.bounds import cues
from store.ingest.figures.claim import Value
from store.ingest.figures.claiming import bound_of, measure_of, values_of
from store.ingest.figures.quantities import quantities
from store.ingest.figures.reading import read
from store.vocabulary import Bound, Outcome

_NO = re.compile(r"\bno\s+$", re.IGNORECASE)
_PARTS = re.compile(
    r"[\s-](?:hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b",
    re.IGNORECASE,
)
"""Of "two thirds" the number is no 2."""


_LEAD = "it was "
"""A line that begins with a number, and has little else, is that of a list; what is selected is none."""


class Selected(NamedTuple):
    """What `Claim` has under these names; `measure` is the outcome of a measured unit: area, duration, amount."""

    bound: Bound
    low: Value | None
    best: Value | None
    high: Value | None
    unit: str | None
    counted: str | None
    measure: Outcome | None


def selected(words: str) -> Selected | None:
    """The one number that the words claim; None where they hold none, or more than one, or bound it in two ways."""
    text = " ".join(words.split())
    if text[:1].isdigit():
        text = _LEAD + text
    whole = (0, len(text))
    found = list(quantities(text, [whole], (), scores=False))
    if len(found) != 1 or _PARTS.search(text):
        return None
    claim = read(text, found[0], whole, 0, len(text))
    outside = cues(text[: claim.start]) or cues(text[claim.end :])
    is_less_than_none = claim.unit == "person" and claim.quantity.low < 0
    if claim.bound.cues > 1 or outside or is_less_than_none or _NO.search(text[: claim.start]):
        return None
    counted = text[slice(*claim.noun)] if claim.noun else None
    return Selected(bound_of(claim), *values_of(claim), claim.unit, counted, measure_of(claim))
