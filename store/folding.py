"""Folding: what two spellings have in common, for finding (never for storing): case, accents, Arabic letter forms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice

# Arabic letter variants as search engines for Arabic fold them (alef forms, alef maqsura and yeh, teh marbuta and heh,
# hamza carriers) and the Persian forms of kaf and yeh; letters that no decomposition brings to what a keyboard has;
# typographic marks, ayn and hamza of transliterations among them.
_VARIANTS = {
    **dict.fromkeys("أإآٱ", "ا"),
    **dict.fromkeys("ىیئ", "ي"),
    "ة": "ه",
    "ؤ": "و",
    "ک": "ك",
    "ـ": "",
    **dict.fromkeys("‘’‚‛`´ʼʾʿ", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‐‑‒–—−", "-"),
    **{"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"},
    **dict.fromkeys("\n\t\r\u00a0\u202f", " "),  # a line broken in the print breaks no phrase
}


class _Folded(dict[str, str]):
    """Character -> folded form, found out when first met; twice as fast as `str.translate` with such a mapping."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = _fold_character(character)
        return folded


_FOLDED = _Folded()
_APART, _IN_ONE_PIECE = "\x01", 256


def _fold_character(character: str) -> str:
    if unicodedata.category(character) == "Cf":  # joiners, direction marks, soft hyphens: nothing one reads
        return ""
    decomposed = character if character in _VARIANTS else unicodedata.normalize("NFKD", character)
    kept = (c for c in decomposed if not unicodedata.combining(c))
    return "".join(_VARIANTS.get(lower, _digit(lower)) for c in kept for lower in c.casefold().lower())


def _digit(character: str) -> str:
    """Digits of other scripts as ours: ٩٩٠ is found by 990."""
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def fold_character(character: str) -> str:
    """The folded form of one character: none, one or several characters."""
    return _FOLDED[character]


def fold(text: str) -> str:
    """The text as it is compared: `fold("Gov’ts of ALEPPO")` is `"gov'ts of aleppo"`.

    It is the folded characters one after the other, so that `find` can tell where a hit stands in the text itself.
    """
    beyond = [] if text.isascii() else [character for character in set(text) if character > "\x7f"]
    if len(beyond) > 20:  # a script of its own
        return "".join(map(_FOLDED.__getitem__, text))
    for character in beyond:  # some marks and accents among letters: several times faster so
        text = text.replace(character, _FOLDED[character])
    return text.lower().replace("`", "'").replace("\n", " ").replace("\t", " ").replace("\r", " ")


def _sources(text: str) -> Sequence[int]:
    """The character that each folded one comes from, and one past the last."""
    return range(len(text) + 1) if text.isascii() else _counted(text)


_needle = lru_cache(maxsize=64)(fold)


# While a needle is typed the same texts are looked through for each letter.
@lru_cache(maxsize=512)
def _counted(text: str) -> Sequence[int]:
    return [*(i for i, c in enumerate(text) for _ in fold_character(c)), len(text)]


def fold_all(texts: Iterable[str]) -> list[str]:
    """Each text folded. Many are folded in one piece, which takes a fraction of the time."""
    folded: list[str] = []
    waiting = iter(texts)
    while some := list(islice(waiting, _IN_ONE_PIECE)):
        pieces = fold(_APART.join(some)).split(_APART)
        # A text that holds the mark itself would come out as two.
        folded += pieces if len(pieces) == len(some) else map(fold, some)
    return folded


def find(text: str, needle: str) -> list[tuple[int, int]]:
    """Where the folded `needle` stands in `text`: half-open `str` offsets of the text as it is, not overlapping.

    Marks that fold to nothing go with the character before them.
    """
    wanted, folded = _needle(needle), fold(text)
    if not wanted or wanted not in folded:
        return []
    sources = _sources(text)
    hits: list[tuple[int, int]] = []
    at = folded.find(wanted)
    while at >= 0:
        start, end = sources[at], sources[at + len(wanted) - 1] + 1
        while end < len(text) and not fold_character(text[end]):
            end += 1
        if not hits or start >= hits[-1][1]:  # one character may fold to two, and hold two hits: "s" in "ß"
            hits.append((start, end))
        at = folded.find(wanted, at + len(wanted))
    return hits
