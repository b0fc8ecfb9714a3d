"""Quotations that a colon introduces and no cue speaks for."""

from __future__ import annotations

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.find import Find, Finds
from store.ingest.attributions.subjects import main_subject
from store.ingest.attributions.tokens import QUOTE, Sentence

_NOBODY = frozenset(["there", "it", "this", "that", "these", "those", "here"])


def behind_colon(sentence: Sentence, floor: int, finds: Finds) -> Find | None:
    """introduced: "The sign had but one word: “No.”"."""
    for at in range(floor + 1, len(sentence) - 1):
        if sentence[at].kind == ":" and sentence[at + 1].kind == QUOTE:
            return None if finds.holds(at + 1) else _introduced(sentence, floor, at)
    return None


def introducing(sentence: Sentence, floor: int) -> Find | None:
    """introduced: "He made one more remark:", and the quotation in the next line; the find has no content yet."""
    last = len(sentence) - 1
    found = _introduced(sentence, floor, last) if sentence[last].kind == ":" else None
    return found._replace(content=()) if found else None


def _introduced(sentence: Sentence, floor: int, colon: int) -> Find | None:
    source = main_subject(sentence, floor, colon)
    if not source or source[1] >= colon or sentence[source[0]].low in _NOBODY:
        return None
    content = (colon + 1, max(colon + 1, clause_end(sentence, colon + 1, len(sentence))))
    return Find((content,), source, (source[1], colon), "introduced")
