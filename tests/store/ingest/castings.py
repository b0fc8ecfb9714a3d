"""A text with the words that name its speakers marked ⟦so⟧: what a cast makes of them, one after the other."""

from __future__ import annotations

import re

from store.ingest.cast import Cast
from store.ingest.roles import Meant
from store.ingest.sentences import sentences

_MARKED = re.compile("⟦(.*?)⟧")


def casting(marked: str) -> tuple[Cast, list[list[Meant]]]:
    """The cast, and whom each marked run means; quotations in “” are others' words."""
    text, spans, at = "", [], 0
    for found in _MARKED.finditer(marked):
        text += marked[at : found.start()]
        spans.append((len(text), len(text) + len(found[1])))
        text += found[1]
        at = found.end()
    text += marked[at:]
    quoted = [found.span() for found in re.finditer("“[^”]*”", text)]
    cast = Cast("do-0000000000", text, sentences(text), spans, quoted)
    told: list[list[Meant]] = []
    for span in spans:
        told.append(cast.meant(span))
        cast.spoke(span[0], told[-1])
    return cast, told


def names(marked: str) -> list[list[str]]:
    """The names of those meant."""
    return [[meant.role.name for meant in each] for each in casting(marked)[1]]
