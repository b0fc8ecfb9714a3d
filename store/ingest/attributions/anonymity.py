"""Sources that keep their name back: a condition under which they speak, and nothing that they tell."""

from __future__ import annotations

from store.ingest.attributions.grammar import RELATIVE
from store.ingest.attributions.groups import Group
from store.ingest.attributions.lexicon import ING
from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import row

_UNNAMED, _KEPT_BACK = row("grammar", "unnamed"), row("grammar", "kept-back")
_ASKING = ("asks", "demands", "declines")
_NEAR = 3


def kept_back(sentence: Sentence, group: Group, first: int, after: int) -> bool:
    """Whether the content there is it: "who asked not to be named", "asking that her name be withheld"."""
    beside = group.form == ING or any(
        low in RELATIVE for low in sentence.lows[max(0, group.first - _NEAR) : group.verb]
    )
    asks = group.act in _ASKING or group.verbs[0].lemma == "insist"
    if not beside or not asks:
        return False
    said = set(sentence.lows[first:after])
    return bool(said & _UNNAMED) or bool(said & {"name", "names", "identity"} and said & _KEPT_BACK)
