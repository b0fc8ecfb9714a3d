"""Magnitudes that name no number: "hundreds of thousands" is 200,000 to 999,999, and never a point between.

The bounds say no more than the words: a plural is two of them or more, and what would have another word is less than
that ("dozens" are fewer than a hundred). "Thousands" and larger stand open to above.
"""

from __future__ import annotations

import re

from store.ingest.figures.claim import Value
from store.ingest.figures.magnitudes import SCALES

_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, **{f"{name}s": factor for name, factor in SCALES.items()}}
_HIGH: dict[str, Value] = {"tens": 99, "dozens": 99, "scores": 199, "hundreds": 999}
_OF = r"(?:thousands|millions|billions|trillions)"
VAGUE = (
    rf"(?P<many>tens|dozens|scores|hundreds|thousands)\s+(?:of\s+|and\s+)(?P<of>{_OF})"
    r"|(?P<few>(?:a\s+)?(?:couple(?:\s+of)?|few)|several|many)[\s-]+(?P<scale>dozen|hundred|thousand|million|billion)"
    r"|(?P<plural>dozens|scores|hundreds|thousands|millions|billions|trillions|lakhs|crores)"
)
"""A pattern, in any case: "tens of thousands", "a few hundred", "dozens"."""
BEGIN = (
    *("couple", "few", "several", "many", "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions"),
    *("trillions", "lakhs", "crores"),
)
"""What it begins with, but for "a"."""


def bounds(found: re.Match[str]) -> tuple[Value, Value | None]:
    """Low and high of a match of VAGUE; no high where the words set none."""
    if found["many"]:
        factor = SCALES[_single(found["of"])]
        many = found["many"].lower()
        high = {"tens": 100, "dozens": 100, "scores": 200, "hundreds": 1000}.get(many)
        return 2 * _PLURALS[many] * factor, high * factor - 1 if high else None
    if found["few"]:
        factor = SCALES[found["scale"].lower()]
        if "couple" in found["few"].lower():
            return 2 * factor, 3 * factor - 1
        return 2 * factor, 99 if factor == 12 else 10 * factor - 1
    plural = found["plural"].lower()
    return 2 * _PLURALS[plural], _HIGH.get(plural)


def _single(plural: str) -> str:
    return plural.lower().removesuffix("s")
