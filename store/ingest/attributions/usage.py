"""Which form of a verb a word is where it stands, and whether it is a verb there at all: a claim, he claims."""

from __future__ import annotations

from store.ingest.attributions.grammar import (
    ARTICLES,
    AUXILIARY,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODAL,
    OBJECTS,
    PERSONAL,
    PLURAL,
    PREPOSITIONS,
)  # fmt: skip
from store.ingest.attributions.lexicon import BASE, ING, PARTICIPLE, PAST, THIRD, Form, Verb, documents
from store.ingest.attributions.tokens import END, PAREN, QUOTE, WORD, Sentence
from store.ingest.wordlists import row

_NOUN_THIRD, _NOUN_BASE = row("grammar", "noun-third"), row("grammar", "noun-base")
_VERB_BASE, _WITH_OBJECT = row("grammar", "verb-base"), row("grammar", "with-object")
_GOVERNS = PREPOSITIONS | {"despite", "amid"}
_HE_SAID = frozenset(["that", "he", "she", "they", "it"])
_NO_VERB_BEHIND = (DETERMINERS - PLURAL) | PREPOSITIONS | {"'s"}


def used_as(
    sentence: Sentence, place: int, first: int, form: Form, verbs: tuple[Verb, ...], auxiliaries: set[str]
) -> str | None:
    """The form: BASE, THIRD, PAST, PARTICIPLE (in the passive) or ING; None where it is more likely no verb.

    `first` is where its group begins, `auxiliaries` are the words before it there.
    """
    kinds = form.forms
    before = sentence[first - 1].low
    if ING in kinds:
        return ING if _ing(sentence, place, before, auxiliaries) else None
    if PARTICIPLE in kinds and _passive(auxiliaries):
        return PARTICIPLE
    if PAST in kinds and form.verbs[0].lemma == "tell" and sentence[place + 1].low == "to":
        return None  # "Thousands told to leave": they are told
    if PAST in kinds:
        adjective = before in ARTICLES or (before == "'s" and first == place) or _of_noun(sentence, place, form)
        return None if adjective else PAST
    if THIRD in kinds:
        return THIRD if _third(sentence, place, first, verbs, auxiliaries) else None
    return BASE if _base(sentence, place, first, auxiliaries) else None


def _of_noun(sentence: Sentence, place: int, form: Form) -> bool:
    """A participle that tells more of a noun: "a video posted by the militia", "men accused of theft"."""
    if form.verbs[0].lemma in _WITH_OBJECT and sentence[place + 1].low in ("of", "to"):
        return True
    behind = sentence[place + 2]
    doer = sentence[place + 1].low == "by" and (behind.capital or behind.low in DETERMINERS)
    return doer and PARTICIPLE in form.forms and form.verbs[0].lemma not in ("say", "tell")


def _passive(auxiliaries: set[str]) -> bool:
    """was said, has been said; not "has said", though 's may be either."""
    return bool(auxiliaries & BE) and ("been" in auxiliaries or not auxiliaries & (HAVE - BE - {"'d"}))


def _ing(sentence: Sentence, place: int, before: str, auxiliaries: set[str]) -> bool:
    if before == "under" or auxiliaries & {"having", "to"}:
        return False
    return before not in DETERMINERS | {"of", "for"} or sentence[place + 1].low in ("that", "of")


def _third(sentence: Sentence, place: int, first: int, verbs: tuple[Verb, ...], auxiliaries: set[str]) -> bool:
    low = sentence[place].low
    if low not in _NOUN_THIRD or verbs[0].tail:
        return True
    before, after = sentence[first - 1], sentence[place + 1]
    if before.kind == QUOTE:
        return True
    if auxiliaries & AUXILIARY or before.low in DETERMINERS or before.low in PREPOSITIONS:
        return False
    if low == "states" and before.low in documents():
        return True
    if low in ("states", "demands", "rules") or _governed(sentence, first - 1):
        return before.low in PERSONAL or (before.capital and not _governed(sentence, first - 1))
    if before.low in PERSONAL | {"who", "which"} or after.low in _HE_SAID or first < place:
        return True
    if after.kind in (END, ",", ":") and first > 0 and before.kind == WORD:
        return not before.low.endswith("s")
    return before.capital and first > 0 and (after.low not in PREPOSITIONS or sentence.headline)


def _governed(sentence: Sentence, last: int) -> bool:
    """A preposition before the capitals makes them no subject: "Despite Danish claims"."""
    first = last
    while sentence[first].capital and sentence[first].low not in _GOVERNS:
        first -= 1
    return first < last and sentence[first].low in _GOVERNS


def _base(sentence: Sentence, place: int, first: int, auxiliaries: set[str]) -> bool:
    if auxiliaries & (DO | MODAL | {"to"}):
        return True
    before, after, low = sentence[first - 1], sentence[place + 1], sentence[place].low
    if before.kind not in (WORD, PAREN, ",") or before.low in _NO_VERB_BEHIND:
        return False
    if low in _VERB_BASE:
        return True
    if after.low in OBJECTS or (after.low == "it" and sentence[place + 2].kind == QUOTE):
        return (
            before.capital or before.low in PLURAL - DETERMINERS or before.low.endswith("s")
        )  # "Ray and Lo call them"
    if low not in _NOUN_BASE:
        return before.capital or before.low in PLURAL or before.low.endswith("s") or before.kind == "," or first < place
    if before.low in PLURAL:
        return before.low not in DETERMINERS
    plural = before.low.endswith("s") and not before.low.endswith(("ss", "'s", "us", "is"))
    return plural and (after.low in _HE_SAID - {"it"} or after.kind in (END, ","))
