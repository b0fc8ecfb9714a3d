"""What a report says around its numbers: the words that say when, who says what, the place it is from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.ingest.attribution import Attribution, Span
from store.ingest.figures import outcomes, places
from store.ingest.figures.reading import Read
from store.ingest.figures.sentence import Sentence
from store.ingest.whens import Timed
from store.model import Place, When
from store.vocabulary import Counting, Outcome

_STATES: frozenset[Outcome] = frozenset(("besieged", "detained", "missing", "displaced", "area"))
"""What lasts: how many there are at a time, and not how many in a stretch of it."""
_EVENTS = outcomes.PERSONAL | {"destroyed", "events"}
_AS_OF = re.compile(r"\b(?:as\s+of|as\s+at|by)\s+$", re.IGNORECASE)
_FAR, _MANY = 400, 50
"""Characters around a sentence, and times or runs in a row, that are looked at for one number."""


class Setting(NamedTuple):
    """Of one text. `contents` are the runs of the attributions' contents, with their place in the list, by start."""

    text: str
    times: Sequence[Timed]
    attributions: Sequence[Attribution]
    contents: list[tuple[int, int, int]]
    today: date | None
    dateline: str | None

    @classmethod
    def of(cls, text: str, times: Sequence[Timed], attributions: Sequence[Attribution], today: date | None) -> Setting:
        contents = sorted((*run, place) for place, said in enumerate(attributions) for run in said.content)
        return cls(text, times, attributions, contents, today, places.dateline(text))

    def place(self, sentence: Sentence, read: Read, outcome: Outcome | None) -> Place | None:
        """The one that the words give; of what happened in its first sentence the report's own, which is inferred."""
        if (own := sentence.place(read)) or outcome not in _EVENTS or not (self.dateline and sentence.is_first):
            return own
        return Place(self.dateline, basis="inferred")

    def period(self, sentence: Sentence, read: Read, outcome: Outcome | None) -> tuple[When | None, Counting | None]:
        """When they were counted, and whether at a time or over one; a state without a time is of the report's day."""
        timed = self._timed(sentence, read)
        if timed is None:
            if outcome in _STATES and self.today and sentence.is_present:
                return When(edtf=self.today.isoformat(), basis="assumed"), "as-of"
            return None, None
        start = timed.span[0]
        on_a_day = timed.counting == "as-of" and outcome not in _STATES
        if on_a_day and not _AS_OF.search(self.text, max(0, start - 9), start):
            return timed.when, "during"
        return timed.when, timed.counting

    def attribution(self, number: Span) -> int | None:
        """The innermost attribution whose content the number stands in."""
        last = bisect_right(self.contents, number[0], key=lambda run: run[0])
        around = [run for run in self.contents[max(0, last - _MANY) : last] if run[1] >= number[1]]
        return min(around, key=lambda run: run[1] - run[0])[2] if around else None

    def _timed(self, sentence: Sentence, read: Read) -> Timed | None:
        """The time named nearest to the number in its sentence; not the one when somebody said it."""
        start, end = sentence.span
        said = self._said(sentence.span)
        first = bisect_right(self.times, max(start, read.start - _FAR), key=lambda timed: timed.span[1])
        near = [timed for timed in self.times[first : first + _MANY] if timed.span[0] < end]
        fit = [
            timed
            for timed in near
            if (timed.counting or timed.when.edtf is None)
            and not any(start <= timed.span[0] and timed.span[1] <= end for start, end in said)
        ]
        return min(fit, key=lambda timed: max(timed.span[0] - read.end, read.start - timed.span[1], 0), default=None)

    def _said(self, sentence: Span) -> list[Span]:
        """The words that say when somebody spoke, in the attributions near a sentence."""
        first = bisect_left(self.contents, (sentence[0] - _FAR,))
        near = [run for run in self.contents[first : first + _MANY] if run[0] < sentence[1] + _FAR]
        whens = (self.attributions[place].when for _, _, place in near)
        return [when for when in whens if when]
