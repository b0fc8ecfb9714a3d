"""A sentence with numbers: the words of outcomes and the places in it, found once for all of its numbers."""

from __future__ import annotations

import re
from functools import cached_property

from store.ingest.attribution import Span
from store.ingest.figures import outcomes, places
from store.ingest.figures.blame import blamed
from store.ingest.figures.outcomes import Told
from store.ingest.figures.places import Located
from store.ingest.figures.reading import Read
from store.model import Place

_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_PRESENT = re.compile(r"\b(?:is|are|remains?|still|now|lives?|continues?|holds?|stays?|currently)\b")
_FAR = 400


class Sentence:
    """`before` is the sentence that this one may lean on."""

    def __init__(self, text: str, span: Span, before: Span | None) -> None:
        self._text, self.span, self._before = text, span, before

    @property
    def is_first(self) -> bool:
        return self._before is None

    @cached_property
    def told(self) -> list[Told]:
        return outcomes.told(self._text, self.span)

    @cached_property
    def located(self) -> list[Located]:
        return places.located(self._text, self.span)

    @cached_property
    def is_present(self) -> bool:
        """Whether it tells of what is, and not of what was: a state in it is one of the report's day."""
        return bool(_PRESENT.search(self._text, *self.span)) and not _PAST.search(self._text, *self.span)

    @cached_property
    def leant_on(self) -> str | None:
        """The place that the sentence before tells of, where this one goes on about it."""
        return places.leant_on(self._text, self.span, self._before) if self._before else None

    def outcome(self, read: Read, reach: Span) -> Told | None:
        """What became of those counted; `reach` is how far words may belong to this number."""
        return outcomes.outcome_of(self._text, self.told, (read.start, read.end), reach, read.noun)

    def place(self, read: Read) -> Place | None:
        """Where they were counted, as this sentence says, or the one before it."""
        if own := places.place_of(self.located, (read.start, read.end)):
            return Place(own.name)
        return Place(self.leant_on, basis="resolved") if self.leant_on else None

    def blamed(self, read: Read) -> tuple[Span, ...]:
        return blamed(self._text, read.start, min(self.span[1], read.end + _FAR))
