"""Cues in the passive: "he was quoted as saying …", "the plan was announced by …", "it was reported that …"."""

from __future__ import annotations

from store.ingest.attributions.adverbials import adverbials
from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrases_after
from store.ingest.attributions.groups import Group
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.subjects import subject
from store.ingest.attributions.tokens import WORD, Sentence

_HEARSAY = frozenset(["say", "report", "allege", "claim", "estimate"])
_SAID_BY = frozenset(["np", "clause", "as", "that"])
_FAR = 14


def passive(sentence: Sentence, group: Group, floor: int, limit: int) -> Find | None:
    """What the group says in the passive; None for one that says nothing ("was told", "was called up").

    quoted-as-saying: "He was quoted as saying he left". it-is-said: "It was reported that he left".
    is-said-to: "He is said to have left". said-by: "The plan was announced by the mayor".
    """
    run = subject(sentence, group.first, floor)
    if run is None:
        return None
    lemmas = {verb.lemma for verb in group.verbs}
    following = sentence[group.after].low
    if "quote" in lemmas and following == "as" and sentence[group.after + 1].low == "saying":
        start = group.after + 2 + (sentence[group.after + 2].kind in (",", ":"))
        content = (start, clause_end(sentence, start, limit))
        return Find((content,), run, (group.first, group.after + 2), "quoted-as-saying", flags=("relayed",))
    extra = adverbials(sentence, group.after, limit, frozenset())
    if sentence[run[0]].low == "it" and sentence[extra.after].low == "that":
        content = (extra.after, clause_end(sentence, extra.after, limit))
        return _hearsay(group, content, "it-is-said")._replace(when=extra.when)
    if following == "to" and lemmas & _HEARSAY:
        return _hearsay(group, (run[0], clause_end(sentence, group.after, limit)), "is-said-to")
    if group.frames() & _SAID_BY and "tell" not in lemmas:
        return _said_by(sentence, group, run, limit)
    return None


def _hearsay(group: Group, content: Run, rule: str) -> Find:
    return Find((content,), None, (group.first, group.after), rule, group.act, flags=("relayed",))


def _said_by(sentence: Sentence, group: Group, content: Run, limit: int) -> Find | None:
    for at in range(group.after, min(limit, group.after + _FAR)):
        following = sentence[at + 1]
        if sentence[at].low == "by" and following.kind == WORD and not following.low.endswith("ing"):
            end = phrases_after(sentence, at + 1, limit)
            source = (at + 1, end)
            return Find((content,), source, (group.first, at + 1), "said-by", group.act) if end > at + 1 else None
    return None
