"""By-lines: "“…” – Jo Ray, mayor", a quotation, a dash, and whose it is."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.phrases import Run, phrases_after
from store.ingest.attributions.tokens import DASH, QUOTE, Sentence

_LONGEST = 16


class Byline(NamedTuple):
    """Runs of tokens."""

    content: Run
    dash: Run
    source: Run


def byline(sentence: Sentence) -> Byline | None:
    """by-line: a sentence that is a quotation, a dash and one name with what belongs to it, and nothing behind.

    The quotation may stand on the line before; then the content is empty.
    """
    first = 0
    if sentence[0].kind == DASH and sentence[1].capital and len(sentence) <= _LONGEST:
        end = phrases_after(sentence, 1, len(sentence))
        return Byline((0, 0), (0, 1), (1, end)) if end == len(sentence) else None
    while sentence[first].kind == QUOTE or (first and sentence[first].kind in (".", ",")):
        first += 1
    if not first or sentence[first].kind != DASH or len(sentence) - first > _LONGEST:
        return None
    source = first + 1
    if not sentence[source].capital or phrases_after(sentence, source, len(sentence)) < len(sentence) - 1:
        return None
    return Byline((0, first), (first, source), (source, phrases_after(sentence, source, len(sentence))))
