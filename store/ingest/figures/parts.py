"""A number of some of those counted before: "including two children", "of whom 12 are women", "200 of them minors"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.figures.claim import Claim, Value
from store.ingest.figures.reading import Read

_LEAD = re.compile(
    r"(?P<comma>[,(–—-]\s*)?\b(?P<word>including|included|among\s+(?:them|those|whom|which)|of\s+(?:them|those|whom|which))"
    r"\s+(?:(?:were|are|was|is)\s+)?(?:[a-z-]+\s+(?:and\s+)?){0,2}?(?:the\s+)?$",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\b(?:Of|Among)\s+(?:the\s+|these\s+|those\s+|its\s+|their\s+)?$")
"""Leads to the whole of the next number: "Of the 36 dead, 11 were women"."""
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which)\b")
_AND = re.compile(r",?\s+(?:and|or|as\s+well\s+as)\s+(?:the\s+)?")
_CLOSES = re.compile(r"[,;)–—]")
_RELATIVE = ("whom", "which")
_NEAR, _FAR, _BACK = 48, 90, 4
_MEASURES = frozenset(("area", "distance", "duration", "amount"))
SHARES = frozenset(("fraction", "percentage"))
"""Units of a part that has no number of its own: "half of them"."""


class Part(NamedTuple):
    """`span` is the run that tells of the part, with its commas: what stands behind it goes on about the whole.

    `relative`: it may have a verb of its own ("of whom 12 have died"); `first` is False for one that "and" joins.
    """

    span: Span
    relative: bool
    first: bool = True


def parts(text: str, sentence: Span, reads: Sequence[Read]) -> list[Part | None]:
    """For each number of the sentence, None where it is no part of one before."""
    found: list[Part | None] = []
    for place, read in enumerate(reads):
        floor = reads[place - 1].end if place else sentence[0]
        end = reads[place + 1].start if place + 1 < len(reads) else sentence[1]
        last = found[-1] if found else None
        if place and (lead := _LEAD.search(text, max(floor, read.start - _NEAR), read.start)):
            relative = lead["word"].lower().endswith(_RELATIVE)
            found.append(Part(_run(text, lead.start(), read.end, end, lead["comma"]), relative))
        elif place and _OF_THESE.search(text, max(sentence[0], reads[place - 1].start - 12), reads[place - 1].start):
            joined = text[floor : read.start] == ", "
            found.append(Part(_run(text, read.start, read.end, end, ","), relative=True) if joined else None)
        elif place and _OF_THEM.match(text, read.quantity.end):
            found.append(Part(_run(text, read.start, read.end, end, ","), relative=True))
        elif last and _AND.fullmatch(text, floor, read.start):
            found.append(Part(_run(text, read.start, read.end, end, ","), last.relative, first=False))
        else:
            found.append(None)
    return found


def of_whom_end(text: str, read: Read, part: Part | None) -> int | None:
    """Where the words of a number end that only an "of whom", or an "of the 36 dead" before it, tells what it counts.

    None where there is neither.
    """
    if read.unit is not None or part is None:
        return None
    if found := _OF_THEM.match(text, read.quantity.end):
        return found.end()
    return read.end if part.relative and part.span[0] == read.start else None


def whole_of(part: Part, read: Read, before: Sequence[Claim]) -> int | None:
    """The place of the claim that it is a part of, nearest first; None where it may count something else, or more."""
    if not before:
        return None
    if not part.first:
        return before[-1].part_of
    for place in range(len(before) - 1, max(-1, len(before) - 1 - _BACK), -1):
        if _is_of_kind(read, before[place]):
            return place if _least(read) <= _most(before[place]) or read.unit in SHARES else None
    return None


def _run(text: str, start: int, end: int, following: int, comma: str | None) -> Span:
    """To the comma that closes it, if one opened it and one stands before the next number."""
    closes = _CLOSES.search(text, end, min(following, end + _FAR)) if comma else None
    return start, closes.end() if closes else end


def _is_of_kind(read: Read, whole: Claim) -> bool:
    if whole.unit in SHARES or whole.unit is None:
        return False
    if read.unit in SHARES or read.unit is None:
        return True
    if "person" in (read.unit, whole.unit) or whole.outcome in _MEASURES:
        return read.unit == whole.unit
    return True


def _least(read: Read) -> Value:
    return read.quantity.low


def _most(claim: Claim) -> Value:
    known = claim.high if claim.high is not None else claim.best if claim.bound == "exact" else None
    return float("inf") if known is None else known
