"""What plain words say of a number: "some 990 civilians" is approximate, 990, persons. No more than a first guess.

A vague number gets bounds and never a point: "hundreds of thousands" is 200,000 to 999,999. What isn't plain, or says
two things at once, suggests nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from store.vocabulary import Bound


class Number(NamedTuple):
    """What `model.Figure` has under these names."""

    bound: Bound
    low: float | int | None = None
    best: float | int | None = None
    high: float | int | None = None
    unit: str | None = None


_WORDS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10},
    **{"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17},
    **{"eighteen": 18, "nineteen": 19, "twenty": 20},
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VAGUE: tuple[tuple[str, Number], ...] = (
    (r"hundreds of thousands", Number("order", 200_000, None, 999_999)),
    (r"tens of thousands", Number("order", 20_000, None, 99_999)),
    (r"hundreds", Number("order", 200, None, 999)),
    (r"dozens", Number("order", 24, None, 99)),
    (r"thousands", Number("order", 2_000)),
    (r"millions", Number("order", 2_000_000)),
)
_BEFORE: dict[Bound, str] = {
    "at-least": r"at least|no fewer than|no less than|not less than|more than|upwards of|over|a minimum of",
    "at-most": r"at most|up to|no more than|not more than|fewer than|less than|under|a maximum of",
    "approximate": r"some|about|around|roughly|approximately|an estimated|estimated|nearly|almost|close to|circa",
}
_CUES = rf"\b(?:{'|'.join(sorted('|'.join(_BEFORE.values()).split('|'), key=len, reverse=True))})\b"
_UNITS = {
    "person": r"people|persons?|civilians?|residents|men|women|children|soldiers|fighters|prisoners|dead|killed|wounded"
    r"|injured|missing|displaced|detained|refugees|victims|lives|casualties|deaths",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?",
    "kilometre": r"kilomet(?:er|re)s?|km",
    "square kilometre": r"square kilomet(?:er|re)s?|sq\.? km|km²",
    "percent": r"per ?cent|%",
    "event": r"events?",
}
_PARTS = r"hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?"
"""Of "two thirds" the number is no 2."""
_PLAIN = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?|an?(?= (?:{'|'.join(_SCALES)})\b)|{'|'.join(_WORDS)}"
_NUMBER = rf"(?:{_PLAIN})\b(?:[ -](?:{'|'.join(_SCALES)})\b)?"
_FOUND = re.compile(
    rf"(?<![\w.,-])(?<!\bno )(?P<low>{_NUMBER})(?:(?: to | and |[–-])(?P<high>{_NUMBER}))?"
    rf"(?![,.]\d|-\w| (?:{_PARTS})\b)"
)


def suggested(text: str) -> Number | None:
    """What the words claim, in English; None where they hold no number that we read, or more than one."""
    plain = " ".join(text.lower().split())
    numbers = list(_FOUND.finditer(plain))
    if len(numbers) == 1:
        return _bounded(plain, numbers[0])
    vague = [number for words, number in _VAGUE if re.search(rf"\b{words}\b", plain)]
    return vague[0]._replace(unit=_unit(plain)) if vague and not numbers else None


def _bounded(plain: str, found: re.Match[str]) -> Number | None:
    low, unit = _value(found["low"]), _unit(plain[found.end() :])
    if found["high"]:
        high = _value(found["high"])
        return Number("range", low, None, high, unit) if low < high else None
    bound = _bound(plain[: found.start()], plain[found.end() :])
    return _numbered(bound, low, unit) if bound else None


def _bound(before: str, after: str) -> Bound | None:
    """What the words around a number make of it; None where they say two things, or say it farther away."""
    cue = re.search(rf"{_CUES} $", before)
    if re.search(_CUES, before[: cue.start()] if cue else before):
        return None
    more = re.match(r"\+| or more\b", after)
    if cue is None:
        return "at-least" if more else "exact"
    return None if more else next(bound for bound, words in _BEFORE.items() if re.fullmatch(words, cue[0].rstrip()))


def _numbered(bound: Bound, value: float | int, unit: str | None) -> Number:
    match bound:
        case "at-least":
            return Number(bound, low=value, unit=unit)
        case "at-most":
            return Number(bound, high=value, unit=unit)
        case "approximate":
            return Number(bound, best=value, unit=unit)
        case _:
            return Number("exact", value, value, value, unit)


def _value(words: str) -> float | int:
    number, _, scale = words.replace("-", " ").partition(" ")
    digits = number.replace(",", "")
    value = _WORDS.get(number) or (1 if number in ("a", "an") else float(digits) if "." in digits else int(digits))
    times = value * _SCALES.get(scale, 1)
    return int(times) if isinstance(times, float) and times.is_integer() else times


def _unit(after: str) -> str | None:
    """Of the words after the number: the one unit that is named there, the longest where one is part of another."""
    found = [(re.search(rf"(?<!\w)(?:{words})(?!\w)", after), unit) for unit, words in _UNITS.items()]
    named = {unit for match, unit in found if match}
    named -= {"kilometre"} if "square kilometre" in named else set()
    return named.pop() if len(named) == 1 else None
