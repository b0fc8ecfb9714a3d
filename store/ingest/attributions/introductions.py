"""Quotations that a colon introduces and no cue speaks for."""

from __future__ import annotations

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.find import Find, Finds
from store.ingest.attributions.grammar import OWN
from store.ingest.attributions.lexicon import documents, forms, nouns
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.subjects import main_subject
from store.ingest.attributions.tokens import QUOTE, Sentence
from store.ingest.wordlists import row, words

_SPOKEN = row("grammar", "spoken") | frozenset(nouns()) | frozenset(documents())
_NO_NAMES = words("before-colons") | frozenset(forms())
_LONGEST = 4
_NOBODY = frozenset(["there", "it", "this", "that", "these", "those", "here"])


def behind_colon(sentence: Sentence, floor: int, finds: Finds) -> Find | None:
    """introduced: "The sign had but one word: “No.”"."""
    tokens = sentence.tokens
    for at in range(floor + 1, len(tokens) - 1):
        if tokens[at].kind == ":" and tokens[at + 1].kind == QUOTE:
            return None if finds.holds(at + 1) else _introduced(sentence, floor, at)
    return None


def introducing(sentence: Sentence, floor: int) -> Find | None:
    """introduced: "He made one more remark:", and the quotation in the next line; the find has no content yet."""
    last = len(sentence) - 1
    found = _introduced(sentence, floor, last) if sentence[last].kind == ":" else None
    return found._replace(content=()) if found else None


def _introduced(sentence: Sentence, floor: int, colon: int) -> Find | None:
    content = (colon + 1, max(colon + 1, clause_end(sentence, colon + 1, len(sentence))))
    speaker = _speaker(sentence, floor, colon)
    return Find((content,), speaker[0], speaker[1], "introduced") if speaker else None


def _speaker(sentence: Sentence, floor: int, colon: int) -> tuple[Run, Run] | None:
    """Whose it is, and the cue: "The mayor | had one wish:", "Ray's | answer:", "Ray | :"."""
    source = main_subject(sentence, floor, colon)
    if not source or sentence[source[0]].low in _NOBODY:
        return None
    if source[1] < colon:
        return source, (source[1], colon)
    if sentence[colon - 1].low in _SPOKEN:
        for at in range(*source):
            if sentence[at].low in OWN or sentence[at + 1].low == "'s":
                return (source[0], at + 1), (at + 1, colon)
    name = all(token.capital and token.low not in _NO_NAMES for token in sentence.tokens[slice(*source)])
    return (source, (colon, colon + 1)) if name and colon - source[0] <= _LONGEST else None
