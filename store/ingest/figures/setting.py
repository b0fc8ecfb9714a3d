"""What a report says around its numbers, found once: outcomes, places, times, attributions; and claims made of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from store.ingest.attribution import Attribution, Span
from store.ingest.figures import money, outcomes, places, rules, units
from store.ingest.figures.blame import blamed
from store.ingest.figures.claim import Claim, Value
from store.ingest.figures.counted import is_participle, status
from store.ingest.figures.outcomes import PERSONAL, Told
from store.ingest.figures.places import Located
from store.ingest.figures.reading import Read
from store.ingest.whens import Timed
from store.model import Place, When
from store.vocabulary import Bound, Counting, Outcome

_STATES: frozenset[Outcome] = frozenset(("besieged", "detained", "missing", "displaced", "area"))
"""What lasts: how many there are at a time, and not how many in a stretch of it."""
_PAST = re.compile(r"\b(?:was|were|had|did)\b")
_BESIDE = re.compile(
    r"(?:\s|,|\b(?:were|was|are|is|have|has|had|been|being|be|others?|more|left|feared|reported|reportedly|confirmed|of|at|to"
    r"|rose|risen|rises|rising|climbed|now|stood|stands|reached|reaching|hit|the|a|also|believed|either|instantly|said|known|and"
    r"|so|far|some|another|toll|rescuers|seriously|severely|critically|badly|forcibly|later|already|internally)\b)*",
    re.IGNORECASE,
)
"""What may stand between a number alone and what became of those it counts."""
_AND = re.compile(r",?\s+(?:and|or|as\s+well\s+as|including|among\s+them|along\s+with)\s+(?:the\s+)?")
_AS_OF = re.compile(r"\b(?:as\s+of|as\s+at|by)\s+$", re.IGNORECASE)
_FAR = 400
_NESTED = 50


class Setting(NamedTuple):
    """Of one text. `contents` are the runs of the attributions' contents with their place in the list, by start."""

    text: str
    sentences: Sequence[Span]
    times: Sequence[Timed]
    attributions: Sequence[Attribution]
    today: date | None
    told: list[Told]
    located: list[Located]
    dateline: str | None
    contents: list[tuple[int, int, int]]

    @classmethod
    def of(
        cls,
        text: str,
        sentences: Sequence[Span],
        times: Sequence[Timed],
        attributions: Sequence[Attribution],
        today: date | None,
    ) -> Setting:
        contents = sorted((*run, place) for place, said in enumerate(attributions) for run in said.content)
        found = outcomes.told(text), places.located(text), places.dateline(text)
        return cls(text, sentences, times, attributions, today, *found, contents)

    def claims(self, found: Sequence[Read]) -> list[Claim]:
        """Those that a rule takes, in their order."""
        made: list[Claim] = []
        last: tuple[Read, Claim] | None = None
        for place, read in enumerate(found):
            before = found[place - 1].end if place else 0
            after = next((other.start for other in found[place + 1 : place + 4] if _parts(other)), read.sentence[1])
            reach = max(before, read.sentence[0]), min(after, read.sentence[1])
            beside = last[1] if last and last[0].sentence == read.sentence else None
            claim = self._claim(read, reach, beside)
            if claim:
                made.append(claim)
                last = read, claim
        return self._joined(made)

    def _joined(self, made: list[Claim]) -> list[Claim]:
        """With the outcome that several numbers share: "3 guards and 11 prisoners died"."""
        for place in range(len(made) - 2, -1, -1):
            claim, following = made[place], made[place + 1]
            open_ended = claim.outcome is None and claim.unit == following.unit == "person"
            shared = open_ended and following.outcome in PERSONAL
            if shared and _AND.fullmatch(self.text, claim.span[1], following.span[0]):
                made[place] = claim._replace(outcome=following.outcome)
        return made

    def _claim(self, read: Read, reach: Span, beside: Claim | None) -> Claim | None:
        measure = units.outcome(read.unit) or (
            "amount" if read.quantity.unit and money.is_money(read.quantity.unit) else None
        )
        told = None
        if measure is None:
            told = outcomes.outcome_of(self.text, self.told, (read.start, read.end), reach, read.noun)
        outcome = measure or (told.outcome if told else None)
        rule = read.rule or self._by_outcome(read, told, beside)
        if rule is None:
            return None
        counted = self.text[slice(*read.noun)] if read.noun else None
        unit, end = read.unit, read.end
        if read.noun and counted and is_participle(counted) and beside and beside.unit == "person" and beside.counted:
            end = read.end if counted == "others" else read.noun[0] - 1
            counted = beside.counted
        if outcome in PERSONAL and unit in (None, "other"):
            elided = told is not None and told.span[0] >= read.start and beside is not None and beside.unit == "person"
            unit, counted = "person", counted or (beside.counted if beside and elided else None)
        elif outcome in PERSONAL and unit != "person":
            outcome = None
        period, counting = self._period(read, outcome)
        said = self._attribution(read.quantity.number)
        attribution = self.attributions[said] if said is not None else None
        low, best, high = _values(read.bound.bound, read)
        return Claim(
            span=(read.start, end),
            number_span=read.quantity.number,
            bound=_bound(read),
            rule=rule.name,
            confidence=rule.confidence,
            low=low,
            best=best,
            high=high,
            unit=unit,
            counted=counted,
            outcome=outcome,
            status=status(counted),
            counting=counting,
            method="estimated" if read.bound.is_estimate else "reported" if attribution else None,
            place=self._place(read),
            period=period,
            attributed_to=self._blamed(read) if outcome in PERSONAL or outcome == "destroyed" else (),
            attribution=said,
            source=attribution.source if attribution else (),
            cue=attribution.cue if attribution else (),
        )

    def _by_outcome(self, read: Read, told: Told | None, beside: Claim | None) -> rules.Rule | None:
        """A number with nothing behind it is a figure where an outcome stands right at it, or a noun before it does."""
        if told is None or told.outcome not in PERSONAL:
            return None
        if read.quantity.kind == "none":
            return rules.ZERO
        gap = self.text[min(told.span[1], read.end) : max(told.span[0], read.start)]
        if not _BESIDE.fullmatch(gap):
            return None
        return rules.VAGUE if read.quantity.is_vague else rules.TOLL

    def _period(self, read: Read, outcome: Outcome | None) -> tuple[When | None, Counting | None]:
        timed = self._timed(read)
        if timed is not None:
            counting: Counting | None = timed.counting
            start = timed.span[0]
            if (
                counting == "as-of"
                and outcome not in _STATES
                and not _AS_OF.search(self.text, max(0, start - 9), start)
            ):
                counting = "during"
            return timed.when, counting
        if outcome in _STATES and self.today and not _PAST.search(self.text, *read.sentence):
            return When(edtf=self.today.isoformat(), basis="assumed"), "as-of"
        return None, None

    def _timed(self, read: Read) -> Timed | None:
        """The time named nearest to the number in its sentence; not the one when somebody said it."""
        said = {attribution.when for attribution in self._around(read.sentence)}
        first = bisect_right(self.times, read.sentence[0], key=lambda timed: timed.span[1])
        nearest: tuple[int, Timed] | None = None
        for timed in self.times[first : first + _NESTED]:
            if timed.span[0] >= read.sentence[1]:
                break
            if (timed.counting is None and timed.when.edtf is not None) or timed.span in said:
                continue
            gap = max(timed.span[0] - read.end, read.start - timed.span[1], 0)
            if nearest is None or gap < nearest[0]:
                nearest = gap, timed
        return nearest[1] if nearest else None

    def _around(self, sentence: Span) -> list[Attribution]:
        first = bisect_left(self.contents, (sentence[0] - _FAR,))
        return [
            self.attributions[place]
            for start, _, place in self.contents[first : first + _NESTED]
            if start < sentence[1] + _FAR
        ]

    def _place(self, read: Read) -> Place | None:
        span = read.start, read.end
        if own := places.place_of(self.located, span, read.sentence):
            return Place(own.name)
        index = bisect_right(self.sentences, read.sentence[0], key=lambda sentence: sentence[0]) - 1
        if index > 0:
            name = places.leant_on(self.text, self.located, read.sentence, self.sentences[index - 1])
            if name:
                return Place(name, basis="resolved")
        return Place(self.dateline, basis="inferred") if self.dateline else None

    def _blamed(self, read: Read) -> tuple[Span, ...]:
        return blamed(self.text, read.start, min(read.sentence[1], read.end + _FAR))

    def _attribution(self, number: Span) -> int | None:
        """The innermost attribution that the number stands in."""
        last = bisect_right(self.contents, number[0], key=lambda run: run[0])
        around = [run for run in self.contents[max(0, last - _NESTED) : last] if run[1] >= number[1]]
        return min(around, key=lambda run: run[1] - run[0])[2] if around else None


def _parts(read: Read) -> bool:
    """Whether what becomes of the number before is told before this one; a part of it ("half of them") is passed by."""
    return read.unit not in ("fraction", "percentage")


def _bound(read: Read) -> Bound:
    if read.quantity.is_vague:
        return "order"
    return "range" if read.quantity.range else read.bound.bound


def _values(bound: Bound, read: Read) -> tuple[Value | None, Value | None, Value | None]:
    """low, best and high, as `model.Figure` has them under this bound."""
    quantity = read.quantity
    low, high = quantity.low, quantity.high
    if quantity.is_vague or quantity.range:
        return low, None, high
    match bound:
        case "at-least":
            return low, None, None
        case "at-most":
            return None, None, low
        case "approximate":
            return None, low, None
        case _:
            return low, low, low
