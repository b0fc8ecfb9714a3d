"""What the words selected suggest: which kind of record, which number, what is counted and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from store.editing import numbers as spoken
from store.editing.notation import MisreadError
from store.editing.numbers import Number, suggested
from store.editing.values import read_number, write_number
from store.errors import EditError

_NUMBER = re.compile(r".*\d[\d,.]*%?\s*", re.DOTALL)
_GOES_ON = re.compile(r"\b(?:were|was|are|is|have|has|had|who|that|which|in|on|at|by|from|since|and)\b")
"""Where what is counted has been named."""
LONGEST_NAME = 80
"""Characters of what is proposed as a name."""
_OPENING = '"“„«‘「'


def kind(parts: Sequence[str], *, cue: bool) -> str:
    """Statement, figure or actor. Words in quotation marks, with a cue or in several parts, are said."""
    words = " ".join(parts[0].split()) if parts else ""
    if len(parts) > 1 or cue or len(words) > LONGEST_NAME or words[:1] in _OPENING:
        return "statement"
    if suggested(words) is not None or re.search(r"\d", words):
        return "figure"
    return "actor" if all(word[:1].isupper() for word in words.split()) and len(words.split()) <= 5 else "statement"


def outcome(words: str) -> str:
    """What became of those counted; "" where the words leave it open."""
    return spoken.outcome(words) or ""


def clause(sentence: str, span: tuple[int, int]) -> str:
    """Of the sentence what stands around the span, which counts from its first letter, between two semicolons."""
    start, end = span
    after = sentence.find(";", end)
    return sentence[sentence.rfind(";", 0, start) + 1 : after if after >= 0 else len(sentence)]


def counted(words: str) -> str:
    """What stands behind the number, as printed."""
    named = spoken.counted(words)
    if named is not None:
        return named
    found = _NUMBER.match(words)
    return _GOES_ON.split(words[found.end() :])[0].strip(" .,;:\"”“'’»") if found else ""


def number(words: str) -> Number:
    """The number and its bound; exact and no number where the words suggest none."""
    return suggested(words) or Number("exact")


def written(found: Number) -> str:
    """As it is typed: 990, 200000.., ..500, 676..678."""
    low, best, high = map(write_number, (found.low, found.best, found.high))
    if best:
        return best
    return (
        f"{low}..{high}"
        if low and high
        else {"at-least": low, "at-most": high}.get(found.bound, f"{low}.." if low else "")
    )


def numbers(bound: str, text: str) -> dict[str, Any]:
    """What a figure with this bound has as low, best and high. Raises EditError."""
    if not text.strip():
        return {"low": None, "best": None, "high": None}
    first, dots, last = text.partition("..")
    low, high = _read(first), _read(last)
    if bound in ("range", "order"):
        if low is None or (bound == "range" and high is None) or not dots:
            raise EditError(
                "number", f"a figure whose bound is {bound} goes from one number to another.", example="20..30"
            )
        return {"low": low, "best": None, "high": high}
    value = high if low is None else low
    if low is not None and high is not None:
        raise EditError("number", f"is two, and one where the bound is {bound}.", example="12")
    named = {"exact": ("low", "best", "high"), "approximate": ("best",), "at-least": ("low",), "at-most": ("high",)}
    return {name: value if name in named[bound] else None for name in ("low", "best", "high")}


def _read(text: str) -> float | int | None:
    try:
        return read_number(text)
    except MisreadError as error:
        raise EditError("number", str(error), example="1200, or 20..30") from None
