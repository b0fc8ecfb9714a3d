"""Claims made of what was read in one sentence: which numbers are figures, what they count and what became of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.ingest.figures import money, rules, units
from store.ingest.figures.claim import Claim, Value
from store.ingest.figures.counted import is_participle, status
from store.ingest.figures.outcomes import BESIDE, PERSONAL, Told, word_for
from store.ingest.figures.parts import of_whom_end, whole_of
from store.ingest.figures.reading import Read
from store.ingest.figures.rules import Rule
from store.ingest.figures.sentence import Number, Sentence
from store.ingest.figures.setting import Setting
from store.ingest.figures.sources import source
from store.vocabulary import Bound, Outcome

_SOME_OF = re.compile(r"\s+of\s+(?:(?:the|these|those|its|their|his|her|all)\s+)?")
_IN_WHICH = re.compile(r",\s(?:in|of|among)\s(?:which|whom|them)\b|\bincluding\b")
"""What stands between two numbers that one records: "37 attacks, in which 612 people died"."""
_AND = re.compile(r",?\s+(?:and|or|as\s+well\s+as|along\s+with)\s+(?:the\s+)?")


class _Noun(NamedTuple):
    """What is counted, its unit, and where the claim's words end."""

    unit: str | None
    counted: str | None
    end: int


def claimed(setting: Setting, sentence: Sentence, spoken_of: Claim | None = None) -> list[Claim]:
    """The claims among all that was read in the sentence, in order; `part_of` is a place in this list.

    `spoken_of` is what "that number" means here, if no number goes before it in the sentence.
    """
    made: list[Claim] = []
    for number in sentence.numbers:
        whole = whole_of(number.part, number.read, made) if number.part else None
        whose = made[whole] if whole is not None else None
        claim = _claim(setting, sentence, number, made[-1] if made else None, spoken_of, whose)
        some = _some_of(setting.text, sentence, number) if claim else None
        if claim and some and not (made and made[-1].number_span == some.quantity.number):
            claim = _instead(claim, some)
        if claim and whole is not None:
            claim = _part_of(claim, whole, made[whole])
        if claim and made and not claim.source and _IN_WHICH.search(setting.text, made[-1].span[1], claim.span[0]):
            claim = claim._replace(source=made[-1].source, cue=made[-1].cue, method=claim.method or made[-1].method)
        if claim:
            made.append(claim)
    return _shared(setting.text, made)


def _some_of(text: str, sentence: Sentence, number: Number) -> Read | None:
    """The number before, where this one only tells of how many: "two of the six died" tells of two."""
    before = [read for read in sentence.reads if read.quantity.end <= number.read.quantity.start]
    return before[-1] if before and _SOME_OF.fullmatch(text, before[-1].quantity.end, number.read.start) else None


def _instead(claim: Claim, some: Read) -> Claim:
    """The claim for some of those whom it is of."""
    low, best, high = values_of(some)
    span = (some.start, claim.span[1])
    return claim._replace(
        span=span, number_span=some.quantity.number, bound=bound_of(some), low=low, best=best, high=high
    )


def _part_of(part: Claim, place: int, whole: Claim) -> Claim:
    """What became of the whole, and where, goes for its part; it stands at `place`."""
    same = (whole.outcome in PERSONAL) == (part.unit == "person")
    outcome = part.outcome or (whole.outcome if same else None)
    where = part.place or (whole.place if outcome == whole.outcome else None)
    return part._replace(part_of=place, outcome=outcome, place=where)


def _shared(text: str, made: list[Claim]) -> list[Claim]:
    """With the outcome that several share: "3 guards and 11 prisoners died"."""
    for place in range(len(made) - 2, -1, -1):
        claim, following = made[place], made[place + 1]
        if _lacks(claim, following) and _AND.fullmatch(text, claim.span[1], following.span[0]):
            made[place] = claim._replace(outcome=following.outcome, place=claim.place or following.place)
    return made


def _lacks(claim: Claim, beside: Claim) -> bool:
    return claim.outcome is None and claim.unit == beside.unit == "person" and beside.outcome in PERSONAL


def _claim(
    setting: Setting,
    sentence: Sentence,
    number: Number,
    last: Claim | None,
    spoken_of: Claim | None,
    whole: Claim | None,
) -> Claim | None:
    """`last` is the claim before in the sentence, which a number without a noun may count the same as; of `whole` this
    is a part."""
    read = number.read
    outcome = measure_of(read)
    told = None if outcome else sentence.outcome(number)
    rule = read.rule or _by_outcome(setting.text, read, told)
    rival = (last or spoken_of) if rule is rules.PUT_AT and read.unit is None and told is None else None
    if rival:
        outcome, read = outcome or rival.outcome, read._replace(unit=rival.unit)
    of_whom = of_whom_end(setting.text, read, number.part) if rule is None and whole else None
    rule = rules.OF_WHOM if of_whom else rule
    if rule is None:
        return None
    noun = _Noun(whole.unit, whole.counted, of_whom) if whole and of_whom else _noun(setting.text, read, told, last)
    if told and (told.outcome in PERSONAL) == (noun.unit == "person"):
        outcome = told.outcome
    period, counting = setting.period(sentence, read, outcome)
    told_by = source(setting, sentence, read)
    low, best, high = values_of(read)
    return Claim(
        span=(read.start, noun.end),
        number_span=read.quantity.number,
        bound=bound_of(read),
        rule=rule.name,
        confidence=rule.confidence,
        low=low,
        best=best,
        high=high,
        unit=noun.unit,
        counted=noun.counted,
        outcome=outcome,
        status=status(noun.counted),
        counting=counting,
        method="estimated" if read.bound.is_estimate else "reported" if told_by.cue else None,
        place=setting.place(sentence, read, number.near, outcome),
        period=period,
        attributed_to=sentence.blamed(read) if outcome in PERSONAL or outcome == "destroyed" else (),
        based_on=sentence.basis(read) if told_by.source else (),
        attribution=told_by.attribution,
        source=told_by.source,
        cue=told_by.cue,
        flags=("denied",) if told_by.is_denied else (),
    )


def measure_of(read: Read) -> Outcome | None:
    """The outcome that a unit alone tells: an area, a duration, an amount of money."""
    if read.quantity.unit and money.is_money(read.quantity.unit):
        return "amount"
    return units.outcome(read.unit)


def _by_outcome(text: str, read: Read, told: Told | None) -> Rule | None:
    """The rule for a number with no noun: a figure where what became of them stands right at it, or before a zero."""
    if told is None or told.outcome not in PERSONAL:
        return None
    if read.quantity.kind == "none":
        return rules.ZERO
    between = min(told.span[1], read.end), max(told.span[0], read.start)
    if not BESIDE.fullmatch(text, *between):
        return None
    return rules.VAGUE if read.quantity.is_vague else rules.TOLL


def _noun(text: str, read: Read, told: Told | None, last: Claim | None) -> _Noun:
    """Of "12 people were killed and 40 hurt" the second counts people; of "killed two men and hurt 3" it may not."""
    counted = text[slice(*read.noun)] if read.noun else None
    unit = None if read.unit == "other" else read.unit
    people = last.counted if last and last.unit == "person" and not word_for(last.counted or "") else None
    if read.noun and counted and is_participle(counted) and people:
        if counted.lower() == "others":
            return _Noun("person", counted, read.end)
        return _Noun("person", people, read.noun[0] - 1)
    if unit is None and told and told.outcome in PERSONAL:
        follows = told.span[0] >= read.start
        return _Noun("person", counted or (people if follows else None), read.end)
    return _Noun(unit, counted, read.end)


def bound_of(read: Read) -> Bound:
    """Vague words are an order of magnitude and two numbers a range, whatever cue stands before them."""
    if read.quantity.is_vague:
        return "order"
    return "range" if read.quantity.range else read.bound.bound


def values_of(read: Read) -> tuple[Value | None, Value | None, Value | None]:
    """low, best and high, as `model.Figure` has them under the claim's bound."""
    low, high = read.quantity.low, read.quantity.high
    match bound_of(read):
        case "range" | "order":
            return low, None, high
        case "at-least":
            return low, None, None
        case "at-most":
            return None, None, low
        case "approximate":
            return None, low, None
        case "exact":
            return low, low, low
