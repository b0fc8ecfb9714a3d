"""Who passes it on: an agency that quotes a minister, a broadcaster that was told."""

from __future__ import annotations

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrases_after
from store.ingest.attributions.groups import Group
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import table, words

_QUOTING = frozenset(["quote", "cite"])
_SAYING = frozenset(["saying", "telling", "warning", "claiming"])
_FAR = 16


def quoting_another(sentence: Sentence, group: Group, medium: Run, limit: int) -> Find | None:
    """quoting: "The agency quoted the governor as saying …"; the agency passes it on."""
    if not any(verb.lemma in _QUOTING for verb in group.verbs):
        return None
    for at in range(group.after + 1, min(limit, group.after + _FAR)):
        if sentence[at].low == "as" and sentence[at + 1].low in _SAYING:
            start = at + 2 + (sentence[at + 2].kind in (",", ":"))
            run = (start, clause_end(sentence, start, limit))
            return Find((run,), (group.after, at), (at, at + 2), "quoting", via=(medium,), flags=("relayed",))
    return None


def citing(sentence: Sentence, place: int) -> Run | None:
    """Whose word it is in "…, the agency reported, citing two doctors"; `place` is that of the comma.

    Nobody's where papers are cited: "citing hospital records" tells what the speaker's own word is based on.
    """
    if sentence[place].kind != "," or sentence[place + 1].low not in ("citing", "quoting"):
        return None
    end = phrases_after(sentence, place + 2, len(sentence))
    papers = table("documents")
    if any(low in papers or low.removesuffix("s") in papers for low in sentence.lows[place + 2 : end]):
        return None
    return (place + 2, end) if end > place + 2 else None


def is_medium(sentence: Sentence, first: int, after: int) -> bool:
    """Whether the one who hears it is a paper, an agency or a broadcaster ("told The Daily Herald", "told Reuters")."""
    return any(token.capital and token.low in words("media") for token in sentence.tokens[first:after])
