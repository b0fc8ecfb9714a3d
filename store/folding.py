"""Folding: what two spellings have in common, for finding (never for storing): case, accents, Arabic letter forms."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Arabic letter variants as search engines for Arabic fold them (alef forms, alef maqsura and yeh, teh marbuta and heh,
# hamza carriers) and the Persian forms of kaf and yeh; typographic marks fold to what a keyboard has.
_VARIANTS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئ", "ي"),
    "ة": "ه",
    "ؤ": "و",
    "ک": "ك",
    "ـ": "",
    **dict.fromkeys("‘’‚‛`´ʼ", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "\u00a0": " ",
    "\u202f": " ",
}


@lru_cache(8192)
def fold_character(character: str) -> str:
    """The folded form of one character: none, one or several characters."""
    if character in _VARIANTS:
        return _VARIANTS[character]
    kept = (c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    folded = "".join(_VARIANTS.get(c, c) for c in kept).casefold()
    return "" if unicodedata.category(character) == "Cf" else folded


def fold(text: str) -> str:
    """The text as it is compared: `fold("Gov’ts of ALEPPO")` is `"gov'ts of aleppo"`."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(fold_character, text))


def find(text: str, needle: str) -> list[tuple[int, int]]:
    """Where the folded `needle` stands in `text`: half-open `str` offsets of the text as it is, not overlapping."""
    folded_needle = fold(needle)
    if not folded_needle or folded_needle not in fold(text):
        return []
    if text.isascii():
        starts, folded = list(range(len(text))), fold(text)
    else:
        starts = [i for i, c in enumerate(text) for _ in fold_character(c)]
        folded = fold(text)
    hits, at = [], folded.find(folded_needle)
    while at >= 0:
        last = at + len(folded_needle) - 1
        hits.append((starts[at], starts[last] + 1))
        at = folded.find(folded_needle, last + 1)
    return hits
