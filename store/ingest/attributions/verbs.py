"""Whether something in a clause is a verb, as far as a word shows it."""

from __future__ import annotations

from store.ingest.attributions.grammar import AUXILIARY, BE, DETERMINERS, OBJECTS, VERBS, adverb
from store.ingest.attributions.lexicon import PAST, forms
from store.ingest.attributions.tokens import Sentence
from store.ingest.wordlists import row

_FINITE = AUXILIARY - {"'s"}
_JOINS = frozenset(["and", "but"])
_DEFINITE = DETERMINERS | OBJECTS | {"it"}
_NO_PAST = row("grammar", "no-past")
_NOUNS = row("grammar", "noun-third")
_SPEAKING = row("grammar", "verb-third")


def has_verb(sentence: Sentence, first: int, after: int) -> bool:
    """Whether one of the words may be one: an auxiliary, a common verb, a verb of speech, or a word in -ed."""
    return any(_verb(low) for low in sentence.lows[max(0, first) : max(0, after)])


def _verb(low: str) -> bool:
    if low in _FINITE or low in VERBS or past(low):
        return True
    return low.endswith(("s", "d")) and low in forms() and low not in _NOUNS


def past(low: str) -> bool:
    """Whether the word may be a past in -ed: died, not "hundred"."""
    return low.endswith("ed") and len(low) > 3 and low not in _NO_PAST


def finite(sentence: Sentence, place: int) -> bool:
    """Whether the word there is a verb that a subject goes before, not the part of a name ("Will")."""
    token = sentence[place]
    return not token.capital and (token.low in _FINITE or token.low in VERBS)


def does_more(sentence: Sentence, place: int) -> bool:
    """Whether the "and" there joins another deed of the same subject: "pledged money | and sent two planes"."""
    if sentence[place].low not in _JOINS:
        return False
    at = place + 1
    while adverb(sentence[at].low):
        at += 1
    verb, behind = sentence[at], sentence[at + 1]
    if verb.capital:
        return False
    if verb.low in _FINITE:
        return verb.low not in BE or behind.low.endswith(("ing", "ed"))
    definite = behind.low in _DEFINITE or behind.capital or behind.low[:1].isdigit()
    return speaks(sentence, at) or (definite and (past(verb.low) or verb.low in VERBS))


def speaks(sentence: Sentence, place: int) -> bool:
    """Whether the word there is a verb of speech and nothing else: "said", "denies", not "claims"."""
    form = forms().get(sentence[place].low)
    if not form or sentence[place].capital or sentence[place + 1].low == "by":
        return False
    return PAST in form.forms or sentence[place].low in _SPEAKING
