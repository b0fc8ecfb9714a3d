"""Who passes it on: an agency that quotes a minister, a broadcaster that was told."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.groups import Group
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import words

_QUOTING = frozenset("quote cite".split())


class Quoting(NamedTuple):
    """Runs of tokens: who is quoted, the cue around it, and what is said."""

    source: Run
    cue: Run
    content: Run


def quoting_another(sentence: Sentence, group: Group, limit: int) -> Quoting | None:
    """quoting: "The agency quoted the governor as saying …"; the agency passes it on."""
    if not any(verb.lemma in _QUOTING for verb in group.verbs):
        return None
    for at in range(group.after + 1, min(limit, group.after + 16)):
        if sentence[at].low == "as" and sentence[at + 1].low in ("saying", "telling", "warning"):
            start = at + 2 + (sentence[at + 2].kind in (",", ":"))
            end = clause_end(sentence, start, limit)
            return Quoting((group.after, at), (at, at + 2), (start, end)) if end > start else None
    return None


def is_medium(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the one who hears it is a paper, an agency or a broadcaster ("told The Daily Herald", "told Reuters")."""
    return any(token.capital and token.low in words("media") for token in sentence.tokens[first:after])
