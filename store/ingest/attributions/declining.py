"""Who says nothing: "declined to comment", "did not respond to requests"."""

from __future__ import annotations

from store.ingest.attributions.contents import clause_end, phrase_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.groups import Group
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import Sentence

_ANSWERING = frozenset(["respond", "reply"])


def declined(sentence: Sentence, group: Group, source: Run, limit: int) -> Find | None:
    """declines: "She declined to comment", or "She did not respond to questions", where no content is named besides.

    What is declined is the content: "to comment on the raid".
    """
    if group.negated and sentence[group.after].low == "to" and group.verbs[0].lemma in _ANSWERING:
        run = (group.after, clause_end(sentence, group.after, limit))
        return Find((run,), source, (group.first, group.after), "declines", act="declines")
    if not group.refused:
        return None
    to = next(at for at in range(group.verb, group.first, -1) if sentence[at].low == "to")
    run = (to, phrase_end(sentence, to, limit))
    return Find((run,), source, (group.first, to), "declines", act="declines")
