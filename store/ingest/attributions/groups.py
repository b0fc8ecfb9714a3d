"""Verb groups: a verb of speech with its auxiliaries, adverbs and negation ("has repeatedly denied", "didn't say")."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.lexicon import (
    AUXILIARY,
    BASE,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    HEARSAY,
    ING,
    MODAL,
    NEGATION,
    PARTICIPLE,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    THIRD,
    Form,
    Verb,
    adverb,
    forms,
)  # fmt: skip
from store.ingest.attributions.tokens import WORD, Sentence
from store.vocabulary import Act

# "went on to say", "continued to insist", "refused to say": what stands before a "to" that doesn't take the speech back.
_RAISING = frozenset(
    [
        "on",
        "went",
        "goes",
        "continued",
        "continues",
        "continue",
        "seemed",
        "seems",
        "appeared",
        "appears",
        "tried",
        "tries",
        "began",
        "begins",
        "started",
        "chose",
        "dared",
        "rushed",
        "wants",
        "wanted",
        "had",
    ]
)
_REFUSING = frozenset(["refused", "refuses", "refusing", "declined", "declines", "declining", "decline", "refuse"])
_RELAYED_AS = frozenset(["quoted", "cited", "heard", "recorded"])


class Group(NamedTuple):
    """Places of tokens in the sentence, half-open; `verb` is the place of the verb itself.

    `form` is BASE, THIRD, PAST, PARTICIPLE or ING as it is used here: a PARTICIPLE is passive, an ING without
    auxiliary stands apart ("…, adding that"). `refused` for "declined to say".
    """

    first: int
    verb: int
    after: int
    verbs: tuple[Verb, ...]
    form: str
    negated: bool = False
    modal: bool = False
    refused: bool = False
    infinitive: bool = False
    hearsay: bool = False

    @property
    def act(self) -> Act:
        """What it does; a negated verb says nothing."""
        return "declines" if self.refused or self.negated else self.verbs[0].act

    def frames(self) -> frozenset[str]:
        """All that may follow."""
        return frozenset().union(*(verb.frames for verb in self.verbs))


def groups(sentence: Sentence) -> list[Group]:
    """The sentence's verb groups in order, outside of its quotations."""
    known = forms()
    found = []
    for place, low in enumerate(sentence.lows):
        form = known.get(low)
        if form and (not sentence.tokens[place].capital or not place or sentence.headline):
            group = _group(sentence, place, form)
            if group:
                found.append(group)
    return found


def _group(sentence: Sentence, place: int, form: Form) -> Group | None:
    verbs, after = _longest(sentence, place, form)
    if not verbs:
        return None
    first, auxiliaries = _auxiliaries(sentence, place)
    used = _used(sentence, place, first, form, verbs, auxiliaries)
    if not used:
        return None
    refused = infinitive = False
    to = next((at for at in range(place - 1, first - 1, -1) if sentence[at].low == "to"), None)
    if used == BASE and to is not None:
        first, auxiliaries = to, set[str]()
        before = sentence[to - 1].low
        if before in _REFUSING:
            refused = True
            first, more = _auxiliaries(sentence, first - 1)
            auxiliaries |= more
        elif before in _RAISING:
            start = first - (2 if before == "on" else 1)
            first, more = _auxiliaries(sentence, start)
            auxiliaries |= more
        else:
            infinitive = True
    modal = bool(auxiliaries & (MODAL - {"will", "'ll", "'d", "won't"}))
    return Group(
        first,
        place,
        after,
        verbs,
        used,
        bool(auxiliaries & NEGATION),
        modal,
        refused,
        infinitive,
        bool(auxiliaries & HEARSAY),
    )


def _longest(sentence: Sentence, place: int, form: Form) -> tuple[tuple[Verb, ...], int]:
    """The verbs that stand there: of "called for", those with their other words, else those of one word."""
    for verb in form.verbs:
        if verb.tail and tuple(sentence.lows[place + 1 : place + 1 + len(verb.tail)]) == verb.tail:
            return (verb,), place + 1 + len(verb.tail)
    return tuple(verb for verb in form.verbs if not verb.tail), place + 1


def _auxiliaries(sentence: Sentence, place: int) -> tuple[int, set[str]]:
    """Where the group begins, and its auxiliaries and adverbs."""
    first, seen = place, set[str]()
    while sentence[first - 1].kind == WORD:
        low = sentence[first - 1].low
        if (
            low in ("'s", "'d")
            and sentence[first - 2].low not in PERSONAL | {"who", "that", "there"}
            and "be" not in seen
        ):
            ok = first == place and sentence[place].low.endswith("ing")
            if not ok:
                break
        if (
            (low in AUXILIARY and not sentence[first - 1].capital)
            or (low in AUXILIARY and first == 1)
            or adverb(low)
            or (low == "to" and first == place)
            or (low in ("going", "forced") and sentence[first].low == "to")
        ):
            seen.add(low)
            first -= 1
        else:
            break
    while (
        first < place
        and adverb(sentence[first].low)
        and sentence[first].low in ("then", "still", "now", "recently", "earlier", "later")
        and False
    ):
        first += 1
    return first, seen


def _used(
    sentence: Sentence, place: int, first: int, form: Form, verbs: tuple[Verb, ...], auxiliaries: set[str]
) -> str | None:
    """Which of its forms the word has here; None where it is more likely a noun or an adjective."""
    kinds = form.forms
    before, after = sentence[first - 1], sentence[place + 1]
    if ING in kinds:
        if before.low == "under" or "having" in auxiliaries:
            return None
        return ING if before.low not in DETERMINERS | {"of", "for"} or after.low in ("that", "of") else None
    if PARTICIPLE in kinds and auxiliaries & BE and not auxiliaries & (HAVE - {"'s", "'d"} - BE):
        return PARTICIPLE
    if PARTICIPLE in kinds and auxiliaries & BE and "been" in auxiliaries:
        return PARTICIPLE
    if PAST in kinds:
        return None if before.low in _ARTICLES or (before.low == "'s" and first == place) else PAST
    if THIRD in kinds:
        return THIRD if _third(sentence, place, first, verbs) else None
    if BASE in kinds:
        return BASE if _base(sentence, place, first, auxiliaries) else None
    return None


# Forms that are nouns as well; and adjectives, as "state officials".
_NOUNS = frozenset(
    [
        "claims",
        "reports",
        "calls",
        "demands",
        "promises",
        "charges",
        "notes",
        "comments",
        "states",
        "posts",
        "tweets",
        "complaints",
        "pledges",
        "vows",
        "remarks",
        "questions",
        "requests",
        "threats",
        "attacks",
        "blasts",
        "estimates",
        "references",
        "shows",
        "reads",
        "appeals",
        "answers",
        "boasts",
        "protests",
        "doubts",
        "addresses",
        "orders",
        "slams",
        "hints",
        "counters",
        "jokes",
        "quotes",
        "brands",
        "labels",
        "cries",
    ]
)
_NOUNS_BASE = frozenset(
    [
        "claim",
        "report",
        "call",
        "demand",
        "promise",
        "charge",
        "note",
        "comment",
        "state",
        "post",
        "tweet",
        "pledge",
        "vow",
        "remark",
        "question",
        "request",
        "attack",
        "blast",
        "estimate",
        "reference",
        "show",
        "read",
        "appeal",
        "answer",
        "boast",
        "protest",
        "doubt",
        "address",
        "order",
        "hint",
        "counter",
        "joke",
        "quote",
        "brand",
        "label",
        "cry",
        "shout",
        "chant",
        "caution",
        "mention",
        "praise",
        "hail",
        "blame",
        "rebuke",
        "reply",
        "rip",
        "find",
        "voice",
        "express",
        "bemoan",
        "counter",
        "relate",
    ]
)
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "every", "each", "no"])
_PLURAL = frozenset(["they", "we", "i", "you", "who", "people", "police", "many", "some", "others", "those"])


def _third(sentence: Sentence, place: int, first: int, verbs: tuple[Verb, ...]) -> bool:
    if sentence.lows[place] not in _NOUNS or verbs[0].tail:
        return True
    before, after = sentence[first - 1], sentence[place + 1]
    if before.low in DETERMINERS or before.low in PREPOSITIONS:
        return False
    if sentence.lows[place] in ("states", "demands") and after.low != "that" and after.kind not in ("quote", ":"):
        return before.low in PERSONAL or before.capital
    if before.low in PERSONAL | {"who", "which"} or after.low in ("that", "he", "she", "they", "it") or first < place:
        return True
    if after.kind in ("end", ",", ":") and first > 0 and before.kind == WORD:
        return not before.low.endswith("s")
    return before.capital and first > 0 and (after.low not in PREPOSITIONS or sentence.headline)


def _base(sentence: Sentence, place: int, first: int, auxiliaries: set[str]) -> bool:
    if auxiliaries & (DO | MODAL | {"to"}):
        return True
    before, after = sentence[first - 1], sentence[place + 1]
    if before.kind not in (WORD, "paren", ",") or before.low in DETERMINERS - _PLURAL | PREPOSITIONS | {"'s"}:
        return False
    if sentence.lows[place] in ("say", "tell", "argue", "insist", "acknowledge", "describe"):
        return True
    if sentence.lows[place] not in _NOUNS_BASE:
        return (
            before.capital or before.low in _PLURAL or before.low.endswith("s") or before.kind == "," or first < place
        )
    if before.low in _PLURAL:
        return before.low not in DETERMINERS
    plural = before.low.endswith("s") and not before.low.endswith(("ss", "'s", "us", "is"))
    return plural and (after.low in ("that", "he", "she", "they") or after.kind in ("end", ","))
