"""Units behind a number, by singular English names: "8.6 square kilometers" and "8.6 km²" are one unit."""

from __future__ import annotations

import re

from store.ingest.wordlists import alternatives, table
from store.vocabulary import Outcome


def _plural(word: str) -> str:
    return word if word.endswith(("s", "z", ".", "²", "³")) else word + "s"


_WORDS = {form: unit for unit, others in table("unit-words").items() for form in (unit, *others)}
_WORDS |= {_plural(form): unit for form, unit in list(_WORDS.items())}
_WORDS |= {form.replace(" per ", "s per "): unit for form, unit in list(_WORDS.items()) if " per " in form}
_WORDS = {form.lower(): unit for form, unit in _WORDS.items()}
_SIGNS = {sign: unit for unit, signs in table("unit-signs").items() for sign in signs}
_BY_TOUCH = frozenset("tKNJFlV")
"""Signs that are read only where they touch the number; apart they are as often something else ("Plan 5 F")."""
_UNIT = re.compile(
    rf"[\s\u00a0-]?(?P<word>(?i:{alternatives(_WORDS)}))(?![\w²³])"
    rf"|[\s\u00a0]?(?P<sign>{alternatives(sign for sign in _SIGNS if sign not in _BY_TOUCH)})(?![\w²³])"
    rf"|(?P<touching>{alternatives(_BY_TOUCH)})(?!\w)"
)
_PER_NAMES = "share|barrel|person|head|capita|household|game|ounce|piece|unit|kilo|student|pupil|patient|night|ticket"
_WRITTEN = r"[A-Za-z][\w²³]*(?:[ ](?:m|ft|km|mi|(?:met(?:er|re)|kilomet(?:er|re)|foot|mile|inch|yard)s?))?(?![\w²³])"
_EACH = re.compile(
    rf"\s?/\s?(?P<slash>{_WRITTEN})|\s+(?i:per)\s+(?P<per>{_WRITTEN})"
    rf"|(?:\s+an?\s+|-an?-)(?P<a>(?i:second|minute|hour|day|night|week|month|year|{_PER_NAMES}))(?!\w)"
    r"(?!\s+(?:ago|earlier|later|before|after|old)\b)",
)
_KINDS = table("unit-kinds")
TIME = frozenset(_KINDS["duration"])


def unit_at(text: str, at: int) -> tuple[str | None, int]:
    """The unit that stands at `at` or one blank or hyphen behind it, and where it ends; None and `at` otherwise."""
    found = _UNIT.match(text, at)
    if not found:
        return None, at
    if found["word"]:
        return _WORDS[" ".join(found["word"].lower().split())], found.end()
    return _SIGNS[found["sign"] or found["touching"]], found.end()


def unit_named(word: str) -> str | None:
    """The measure that a whole word names ("yards"), in any case."""
    return _WORDS.get(word.lower())


def per(text: str, at: int) -> tuple[str | None, int]:
    """What a rate goes by ("per square foot", "a month", "/h"), and where it ends; None and `at` otherwise."""
    found = _EACH.match(text, at)
    if not found:
        return None, at
    name = found["slash"] or found["per"] or found["a"]
    if " " in name and name.lower() not in _WORDS:
        first = name.split(" ")[0]
        return _SIGNS.get(first) or _WORDS.get(first.lower(), first.lower()), found.end() - len(name) + len(first)
    return _WORDS.get(name.lower()) or _SIGNS.get(name) or name.lower(), found.end()


def outcome(unit: str | None) -> Outcome | None:
    """What a measure is about; None for a unit of anything else."""
    if unit is None:
        return None
    kinds: tuple[Outcome, ...] = ("share", "duration", "distance", "area")
    return next((kind for kind in kinds if unit in _KINDS[kind]), None)
