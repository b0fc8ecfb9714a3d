"""Words and letters that multiply the number before them: "million", "bn", "crore", "dozen"."""

from __future__ import annotations

import re

from store.ingest.figures.claim import Value

SCALES: dict[str, int] = {
    **{"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    **{"lakh": 10**5, "crore": 10**7},
}
_LETTERS = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9}
_LETTERS |= {"t": 10**12, "tn": 10**12, "trn": 10**12, "cr": 10**7, "mio": 10**6}
_WORD = re.compile(rf"[\s\u00a0-]*({'|'.join(SCALES)})\b(?!')", re.IGNORECASE)
_MONEY = re.compile(r"\s?(mln|mn|mio|bln|bn|trn|tn|cr|k|m|b|t)\b(?![.-]\w)", re.IGNORECASE)
_PLAIN = re.compile(r"\s?(mln|mn|bln|bn|tn)\b|(k|M|B)\b(?![.-]\w)")
LARGEST = 10**18
"""Beyond this no report counts; what is written larger is no figure."""


def magnitude(text: str, at: int, *, money: bool) -> tuple[int, int]:
    """The factor of what stands at `at`, and where it ends; 1 and `at` where nothing does.

    Letters alone are for money ("$3m"); of what isn't, "m" is metres, and only "k", "M", "B" and longer ones count.
    """
    factor, end = 1, at
    while (found := _WORD.match(text, end)) and factor < LARGEST:
        factor, end = factor * SCALES[found[1].lower()], found.end()
    if factor == 1 and (found := (_MONEY if money else _PLAIN).match(text, end)):
        factor, end = _LETTERS[found[found.lastindex or 1].lower()], found.end()
    return factor, end


def last_of(words: str) -> int:
    """The factor that the words end with: a thousand of "two hundred thousand"; 1 where they end with none."""
    return SCALES.get(re.split(r"[\s-]", words.lower())[-1], 1)


def scaled(number: Value, factor: int) -> Value:
    """The product, whole where it is whole: 8.1 of a thousand is 8,100, and not 8,099.999…"""
    product = number * factor
    if isinstance(product, int):
        return product
    return _whole(round(product, 6) if factor > 1 else product)


def _whole(number: float) -> Value:
    return int(number) if number.is_integer() else number
