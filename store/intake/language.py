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
SHORT = 60
"""Words; of fewer than these the share says nothing."""
OTHERS = frozenset(
    {
        *("der", "das", "und", "ist", "nicht", "mit", "ein", "eine", "den", "dem", "von", "für", "auf", "im", "zu"),
        *("le", "la", "les", "des", "et", "est", "une", "dans", "pour", "que", "qui", "sur", "du", "au", "ont"),
        *("el", "los", "las", "del", "y", "por", "con", "una", "su", "il", "lo", "gli", "di", "che", "non", "un"),
        *("della", "het", "een", "van", "niet", "op", "och", "att", "det", "som", "är", "og", "er", "ikke", "på", "de"),
        *("os", "da", "em", "não", "um", "uma", "na", "nie", "ve", "bir", "dan", "yang", "ya", "wa", "w", "z", "i"),
    }
)
"""Commonest words of other languages in Latin letters, those left out that are English too ("do", "die", "per")."""
LOOKED_AT = 20_000
"""Characters from the beginning: enough of any article."""
_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Whether so many of its words are among the commonest; a text without any word is in no language.

    A line or two are English where nothing speaks for another language: letters that English lacks, or its words.
    """
    words = _WORD.findall(text[:LOOKED_AT])
    ours = sum(word.lower() in COMMON for word in words)
    if len(words) >= SHORT:
        return ours >= SHARE * len(words)
    # A name may have letters that English lacks, and so has a capital; what is written without capitals lacks them too.
    theirs = sum(word in OTHERS or not (word.isascii() or word[0].isupper()) for word in words)
    return theirs <= ours and any(map(str.isascii, words))


def is_code(text: str) -> bool:
    """Whether it names a language as BCP 47 does: "en", "en-GB", "zh-Hant"."""
    return _CODE.fullmatch(text) is not None
