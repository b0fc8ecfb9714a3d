"""Languages: their codes, and whether a text is English, by the share of that language's commonest words."""

from __future__ import annotations

import re

COMMON = frozenset(
    {
        *("the", "of", "and", "to", "that", "with", "from", "by", "were", "which", "have", "has", "his", "they"),
        *("said", "this", "are", "their", "would", "been"),
    }
)
"""Of the commonest words of written English those that aren't common in a neighbouring language too ("in", "was")."""
SHARE = 0.1
"""Articles have from 0.2 to 0.35 of their words in COMMON; Dutch, German and Danish ones less than 0.03."""
LOOKED_AT = 20_000
"""Characters from the beginning: enough of any article."""
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether so many of its words are among the commonest; a text without any word is in no language."""
    words = _WORD.findall(text[:LOOKED_AT].lower())
    return bool(words) and sum(word in COMMON for word in words) >= SHARE * len(words)


def is_code(text: str) -> bool:
    """Whether it names a language as BCP 47 does: "en", "en-GB", "zh-Hant"."""
    return _CODE.fullmatch(text) is not None
