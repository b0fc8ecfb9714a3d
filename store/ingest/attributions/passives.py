"""Cues in the passive: "he was quoted as saying …", "the plan was announced by …", "it was reported that …"."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.groups import Group
from store.ingest.attributions.phrases import Run, phrases_after, subject
from store.ingest.attributions.tokens import Sentence


class Passive(NamedTuple):
    """Runs of tokens; `source` is None where nobody is named. `relayed` where others pass it on."""

    source: Run | None
    cue: Run
    content: Run
    rule: str
    relayed: bool = False


def passive(sentence: Sentence, group: Group, floor: int, limit: int) -> Passive | None:
    """What the group says in the passive; None for one that says nothing ("was told", "was called up")."""
    lemmas = {verb.lemma for verb in group.verbs}
    cue = (group.first, group.after)
    following = sentence[group.after]
    run = subject(sentence, group.first, floor)
    if "quote" in lemmas and following.low == "as" and sentence[group.after + 1].low == "saying" and run:
        start = group.after + 2
        if sentence[start].kind in (",", ":"):
            start += 1
        end = clause_end(sentence, start, limit)
        return Passive(run, (group.first, group.after + 2), (start, end), "quoted-as-saying", True) if end > start else None
    if run and sentence[run[0]].low == "it" and following.low == "that":
        end = clause_end(sentence, group.after, limit)
        return Passive(None, cue, (group.after, end), "it-is-said", True) if end > group.after + 1 else None
    if following.low == "to" and lemmas & {"say", "report", "allege", "claim", "estimate"} and run:
        end = clause_end(sentence, group.after, limit)
        return Passive(None, cue, (run[0], end), "is-said-to", True)
    if run is None or not group.frames() & {"np", "clause", "as", "that"} or "tell" in lemmas:
        return None
    for at in range(group.after, min(limit, group.after + 14)):
        if sentence[at].low == "by" and sentence[at + 1].kind == "word" and not sentence[at + 1].low.endswith("ing"):
            end = phrases_after(sentence, at + 1, limit)
            return Passive((at + 1, end), (group.first, at + 1), run, "said-by") if end > at + 1 else None
    return None
