"""A sentence with numbers: the words of outcomes and the places in it, found once for all of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.figures import outcomes, places
from store.ingest.figures.bases import bases
from store.ingest.figures.blame import blamed
from store.ingest.figures.outcomes import Told
from store.ingest.figures.parts import SHARES, Part, parts
from store.ingest.figures.places import Located
from store.ingest.figures.reading import Read

_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_PRESENT = re.compile(r"\b(?:is|are|remains?|still|now|lives?|continues?|holds?|stays?|currently)\b")
_PARTS = re.compile(r";|\b(?:while|but|whereas|though|although)\b")
_FAR = 400


class Number(NamedTuple):
    """A number with what its words may reach: `near` goes to the numbers before and after it.

    `reach` is how far words for what became of them go: over a part of theirs, which `aside` is the run of.
    """

    read: Read
    near: Span
    reach: Span
    part: Part | None
    aside: Span | None


class Sentence:
    """`before` is the sentence that this one may lean on; `reads` are its numbers."""

    def __init__(self, text: str, span: Span, before: Span | None, reads: Sequence[Read]) -> None:
        self._text, self.span, self.before, self.reads = text, span, before, reads

    @cached_property
    def told(self) -> list[Told]:
        return outcomes.told(self._text, self.span)

    @cached_property
    def located_before(self) -> list[Located]:
        """The places of the sentence before."""
        return places.located(self._text, self.before) if self.before else []

    @cached_property
    def located(self) -> list[Located]:
        return places.located(self._text, self.span, {read.end for read in self.reads})

    @cached_property
    def is_present(self) -> bool:
        """Whether it tells of what is, and not of what was: a state in it is one of the report's day."""
        return bool(_PRESENT.search(self._text, *self.span)) and not _PAST.search(self._text, *self.span)

    @cached_property
    def numbers(self) -> list[Number]:
        """Its numbers, in order."""
        found = parts(self._text, self.span, self.reads)
        return [self._number(place, found) for place in range(len(self.reads))]

    def _number(self, place: int, found: Sequence[Part | None]) -> Number:
        reads, part = self.reads, found[place]
        before = reads[place - 1].end if place else self.span[0]
        near = before, reads[place + 1].start if place + 1 < len(reads) else self.span[1]
        after = next(
            (at for at in range(place + 1, len(reads)) if found[at] is None and reads[at].unit not in SHARES),
            len(reads),
        )
        behind = found[after - 1] if after > place + 1 else None
        reach = before, reads[after].start if after < len(reads) else self.span[1]
        aside = (next(each.span[0] for each in found[place + 1 : after] if each), behind.span[1]) if behind else None
        if part:
            reach = part.span[0], part.span[1] if part.relative else reads[place].end
            aside = None
        return Number(reads[place], near, reach, part, aside)

    def outcome(self, number: Number) -> Told | None:
        """What became of those counted."""
        read = number.read
        return outcomes.outcome_of(self._text, self.told, (read.start, read.end), number.reach, read.noun, number.aside)

    @cached_property
    def bases(self) -> tuple[Span, ...]:
        """What any of its numbers is said to be based on."""
        return bases(self._text, self.span)

    def basis(self, read: Read) -> tuple[Span, ...]:
        """What the number is based on; none where there are several, or another clause stands between."""
        if len(self.bases) != 1:
            return ()
        start, end = self.bases[0]
        between = (end, read.start) if end <= read.start else (read.end, start)
        return () if (start < read.end and read.start < end) or _PARTS.search(self._text, *between) else self.bases

    def blamed(self, read: Read) -> tuple[Span, ...]:
        return blamed(self._text, read.start, min(self.span[1], read.end + _FAR))
