"""A sentence with numbers: the words of outcomes and the places in it, found once for all of its numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from store.ingest.attribution import Span
from store.ingest.figures import outcomes, places
from store.ingest.figures.blame import blamed
from store.ingest.figures.outcomes import Told
from store.ingest.figures.places import Located
from store.ingest.figures.reading import Read

_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_PRESENT = re.compile(r"\b(?:is|are|remains?|still|now|lives?|continues?|holds?|stays?|currently)\b")
_FAR = 400


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

    def outcome(self, read: Read, reach: Span) -> Told | None:
        """What became of those counted; `reach` is how far words may belong to this number."""
        return outcomes.outcome_of(self._text, self.told, (read.start, read.end), reach, read.noun)

    def blamed(self, read: Read) -> tuple[Span, ...]:
        return blamed(self._text, read.start, min(self.span[1], read.end + _FAR))
