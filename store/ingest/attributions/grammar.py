"""The small words of English by what they do, from `words/grammar`; all in small letters, "n't" with its verb."""

from __future__ import annotations

from store.ingest.wordlists import row, words


def _class(name: str) -> frozenset[str]:
    return row("grammar", name)


PERSONAL, OBJECTS, RELATIVE, OWN = _class("personal"), _class("objects"), _class("relative"), _class("own")
BE, HAVE, DO, MODAL = _class("be"), _class("have"), _class("do"), _class("modal")
AUXILIARY = BE | HAVE | DO | MODAL
NEGATION, HEARSAY = _class("negation"), _class("hearsay")
CONJUNCTIONS, SUBORDINATE, JOINING = _class("conjunctions"), _class("subordinate"), _class("joining")
PREPOSITIONS, ARTICLES, DETERMINERS = _class("prepositions"), _class("articles"), _class("determiners")
NOBODY = _class("nobody")
PLURAL, ASKING, LEADING = _class("plural"), _class("asking"), _class("leading")
VERBS = words("plain-verbs")
"""Common verbs as they stand behind a subject."""

_ADVERBS, _NO_ADVERBS = _class("adverbs"), _class("no-adverbs")


def adverb(low: str) -> bool:
    """Whether the word may stand between an auxiliary and its verb."""
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)
