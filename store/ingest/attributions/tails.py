"""The report's own words at the end of what is said: "…, but gave no details", "… without giving proof"."""

from __future__ import annotations

from store.ingest.attributions.grammar import adverb
from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import row

_GAVE, _GIVE, _GIVING = row("grammar", "gave-no"), row("grammar", "did-not-give"), row("grammar", "without-giving")
_DETAILS = row("grammar", "no-details")
_ENOUGH = frozenset(["elaborate", "elaborating", "specify", "specifying"])
_NO = frozenset(["no", "few", "little", "scant"])
_FEWEST, _NEAR = 3, 5


def tail_start(sentence: Sentence, first: int, limit: int) -> int:
    """Where the report tells that no more was said; `limit` where it doesn't. Content begins at `first`."""
    return next((at for at in range(first + _FEWEST, limit) if _tells_no_more(sentence, at)), limit)


def _tells_no_more(sentence: Sentence, at: int) -> bool:
    low = sentence[at].low
    verb = at + 1
    if low == "without":
        known = _GIVING
    elif low not in ("and", "but"):
        return False
    elif sentence[verb].low in ("did", "didn't"):
        verb += 1 + (sentence[verb + 1].low == "not")
        known = _GIVE
    else:
        verb += adverb(sentence[verb].low)
        known = _GAVE if sentence[verb + 1].low in _NO else frozenset()
    if sentence[verb].low not in known:
        return False
    return sentence[verb].low in _ENOUGH or any(word in _DETAILS for word in sentence.lows[verb + 1 : verb + _NEAR])
