"""What a report says around its numbers: the words that say when, who says what, and where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.ingest.attribution import Attribution, Span
from store.ingest.datelines import dateline_end
from store.ingest.figures import outcomes, places, sequel, whereabouts
from store.ingest.figures.places import Located
from store.ingest.figures.reading import Read
from store.ingest.figures.sentence import Sentence
from store.ingest.whens import Timed
from store.model import Place, When
from store.vocabulary import Counting, Outcome

_STATES: frozenset[Outcome] = frozenset(("besieged", "detained", "missing", "displaced", "area"))
"""What lasts: how many there are at a time, and not how many in a stretch of it."""
_EVENTS = outcomes.PERSONAL | {"destroyed", "events"}
_AS_OF = re.compile(r"\b(?:as\s+of|as\s+at|by)\s+$", re.IGNORECASE)
_RECORD = re.compile(r"\b(?:most|least|first|best|worst|\w{3,}est)(?:\s+[\w-]+){0,3}\s+$")
"""Before "since 1961": "the most rain since 1961" is of no stretch that long."""
_HELD_AGAINST = re.compile(r"\b(?:from|than|with|to|against|on|over)\s+(?:the\s+)?$")
_EARLIER = re.compile(r"\b(?:earlier|before|ago|previous)\b")
"""Behind those: "up 12 percent from a year earlier"."""
_FROM = re.compile(r",?\s+(?:(?:up|down)\s+)?from\s")
"""Behind a number leads to another: in "fell to 94 from 98 in May" May is the second's."""
_APART = re.compile(r";|\band\s+that\b|\bwhile\b|\bwhereas\b")
_FAR, _MANY = 400, 50
"""Characters around a sentence, and times or runs in a row, that are looked at for one number."""


class Setting(NamedTuple):
    """Of one text. `contents` are the runs of the attributions' contents, with their place in the list, by start."""

    text: str
    times: Sequence[Timed]
    attributions: Sequence[Attribution]
    contents: list[tuple[int, int, int]]
    today: date | None

    @classmethod
    def of(cls, text: str, times: Sequence[Timed], attributions: Sequence[Attribution], today: date | None) -> Setting:
        contents = sorted((*run, place) for place, said in enumerate(attributions) for run in said.content)
        return cls(text, times, attributions, contents, today)

    def place(self, sentence: Sentence, read: Read, near: Span, outcome: Outcome | None) -> Place | None:
        """Where they were counted, as the clause that claims it says, or the sentence before; never where one spoke.

        A report's own place ("GOMA, Congo —") is where it was written, and no number's.
        """
        around = places.around(sentence.located, (read.start, read.end))
        found = self._here(around, sentence.span, self.attribution(read.quantity.number))
        span = read.start, read.end
        # "Over the last 9 days, 40 people were killed in Goma": the days are told of what happened there.
        shares = outcome == "duration" and whereabouts.in_one_breath(self.text, read.end, near[1])
        happens = outcome in _EVENTS or shares
        own = whereabouts.place_of(self.text, found, span, near, sentence.span) if happens else None
        if own := own or whereabouts.stated(self.text, found, span, near, sentence.span):
            return Place(own.name)
        if sentence.before is None or sentence.located:
            return None
        happened = outcome in _EVENTS and self._timed(sentence, read) is None
        return sequel.place_before(self.text, sentence.span, sentence.before, self._before(sentence), happened=happened)

    def _here(self, found: Sequence[Located], sentence: Span, carried: int | None) -> list[Located]:
        """Those in the words that are said there, by `carried` or by the report itself; none where a source stands."""
        if not found:
            return []
        near = self._near(sentence)
        apart = [run for place in near for run in (*self.attributions[place].source, *self.attributions[place].cue)]
        if carried is None:
            apart += [run for place in near for run in self.attributions[place].content]
        within = [sentence] if carried is None else self.attributions[carried].content
        return [
            each
            for each in found
            if any(start <= each.span[0] and each.span[1] <= end for start, end in within)
            and not any(start <= each.span[0] < end for start, end in apart)
        ]

    def _before(self, sentence: Sentence) -> list[Located]:
        """The places that the sentence before tells of, whoever says so; none of where somebody spoke."""
        before = sentence.before
        if before is None:
            return []
        said = [run for place in self._near(before) for run in self.attributions[place].content]
        inside = [run for run in said if before[0] <= run[0] < before[1]]
        return [
            each
            for each in sentence.located_before
            if not inside or any(start <= each.span[0] and each.span[1] <= end for start, end in inside)
        ]

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
        """The time named nearest to the number in its sentence; not when somebody said it or the report was written."""
        start, end = sentence.span
        said = self._said(sentence.span)
        first = bisect_right(self.times, max(start, read.start - _FAR), key=lambda timed: timed.span[1])
        written = dateline_end(self.text, start, end)
        near = [
            timed
            for timed in self.times[first : first + _MANY]
            if written <= timed.span[0] < end or timed.span[0] < start
        ]
        fit = [
            timed
            for timed in near
            if (timed.counting or timed.when.edtf is None)
            and not any(start <= timed.span[0] and timed.span[1] <= end for start, end in said)
            and self._tells_of(timed, read)
        ]
        return min(fit, key=lambda timed: max(timed.span[0] - read.end, read.start - timed.span[1], 0), default=None)

    def _tells_of(self, timed: Timed, read: Read) -> bool:
        """Whether the time may be the number's: not one that it is only held against, nor another clause's."""
        start, end = timed.span
        words, lead = self.text[start:end], self.text[max(0, start - 40) : start]
        if _RECORD.search(lead) and words.lower().startswith("since"):
            return False
        if _HELD_AGAINST.search(lead) and _EARLIER.search(words):
            return False
        if start < read.end:
            return not _APART.search(self.text, end, read.start)
        return not (_FROM.match(self.text, read.end, start) or _APART.search(self.text, read.end, start))

    def _said(self, sentence: Span) -> list[Span]:
        """The words that say when somebody spoke, in the attributions near a sentence."""
        whens = (self.attributions[place].when for place in self._near(sentence))
        return [when for when in whens if when]

    def _near(self, sentence: Span) -> list[int]:
        """The attributions with something said around there."""
        first = bisect_left(self.contents, (sentence[0] - _FAR,))
        near = [run for run in self.contents[first : first + _MANY] if run[0] < sentence[1] + _FAR]
        return list(dict.fromkeys(place for _, _, place in near))
