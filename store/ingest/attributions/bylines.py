"""By-lines: "“…” – Jo Ray, mayor", a quotation, a dash, and whose it is."""

from __future__ import annotations

from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrases_after
from store.ingest.attributions.tokens import DASH, QUOTE, Sentence
from store.ingest.attributions.verbs import finite

_LONGEST = 16


def byline(sentence: Sentence) -> Find | None:
    """by-line: a sentence that is a quotation, a dash and one name with what belongs to it, and nothing behind.

    The quotation may stand on the line before: then the find has no content.
    """
    dash = 0
    while sentence[dash].kind == QUOTE or (dash and sentence[dash].kind in (".", ",")):
        dash += 1
    if sentence[dash].kind != DASH or not _named(sentence, dash + 1) or len(sentence) - dash > _LONGEST:
        return None
    end = phrases_after(sentence, dash + 1, len(sentence))
    if end < len(sentence) - 1 or any(finite(sentence, at) for at in range(dash + 1, end)):
        return None
    return Find(((0, dash),) if dash else (), (dash + 1, end), (dash, dash + 1), "by-line")


def _named(sentence: Sentence, place: int) -> bool:
    return sentence[place].capital or sentence[place].low in ("a", "an", "one")
