"""Noun phrases, as far as words and marks tell them: whom a verb stands with, and where a phrase ends."""

from __future__ import annotations

from store.ingest.attributions.lexicon import (
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    HEARERS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    VERBS,
    adverb,
    forms,
)  # fmt: skip
from store.ingest.attributions.tokens import PAREN, QUOTE, WORD, Sentence
from store.ingest.wordlists import words

Run = tuple[int, int]
"""Places of tokens, half-open."""

_LEADING = frozenset(
    [
        "and",
        "but",
        "or",
        "so",
        "yet",
        "still",
        "meanwhile",
        "however",
        "even",
        "then",
        "also",
        "now",
        "later",
        "earlier",
        "recently",
        "instead",
        "indeed",
        "moreover",
        "nevertheless",
        "separately",
        "finally",
        "overnight",
        "today",
        "yesterday",
    ]
)
_TIME = words("time-words")
_TIME_BEFORE = frozenset(["last", "this", "next", "early", "late", "that", "mid", "earlier", "later", "on", "in", "at"])
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_PARTS = frozenset(
    [
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "weekend",
        "week",
        "month",
        "year",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "early",
        "late",
        "last",
    ]
)
_LONGEST = 60
"""How many tokens a phrase may have: no bound of the language, one of the work."""


def has_verb(sentence: Sentence, first: int, after: int) -> bool:
    """Whether something there looks like a verb: an auxiliary, a common verb, a verb of speech, or a word in -ed."""
    known = forms()
    for token in sentence.tokens[first:after]:
        low = token.low
        if (
            (low in AUXILIARY and low != "'s")
            or low in VERBS
            or (low.endswith("ed") and len(low) > 4)
            or (low in known and low.endswith(("s", "d")))
        ):
            return True
    return False


def speaks(sentence: Sentence, place: int) -> bool:
    """Whether the word there is a verb of speech and nothing else: "said", "denies", not "claims"."""
    form = forms().get(sentence[place].low)
    if not form or sentence[place].capital or sentence[place + 1].low == "by":
        return False
    return bool(form.forms & {PAST}) or sentence[place].low in (
        "says",
        "say",
        "tells",
        "tell",
        "argues",
        "insists",
        "denies",
    )


def subject(sentence: Sentence, first: int, floor: int) -> Run | None:
    """The noun phrase before the verb group that begins at `first`, with its apposition; never before `floor`."""
    last = first - 1
    if last < floor:
        return None
    if sentence[last].kind == ",":
        return _with_apposition(sentence, last, floor)
    if sentence[last].low in ("who", "which", "that"):
        comma = sentence[last - 1].kind == ","
        return _before_relative(sentence, last - (2 if comma else 1), floor, last)
    return phrase_before(sentence, last, floor)


def _before_relative(sentence: Sentence, last: int, floor: int, pronoun: int) -> Run | None:
    run = phrase_before(sentence, last, floor) if last >= floor else None
    if run is None:
        return (pronoun, pronoun + 1)
    first = run[1] - 1
    while first > run[0] and sentence[first].capital and sentence[first - 1].capital:
        first -= 1
    # "Ray meets Lo, who says": a word with a small letter between two names is more likely a verb than not.
    between = sentence[first - 1]
    if (
        first - 1 > run[0]
        and between.low.endswith("s")
        and between.low != "'s"
        and sentence[first].capital
        and sentence[first - 2].capital
    ):
        return (first, run[1])
    return run


def _with_apposition(sentence: Sentence, comma: int, floor: int) -> Run | None:
    """ "Jan Egeland, an adviser to the UN," before its verb: the phrase before, the apposition, not the last comma."""
    opening, fallback = comma, None
    for _ in range(4):
        opening = _comma_before(sentence, opening, floor)
        if opening is None:
            return fallback
        if not _apposed(sentence, opening + 1):
            run = phrase_before(sentence, opening - 1, floor)
            if run:
                return (run[0], comma) if sentence[comma - 1].capital else fallback
            continue
        run = phrase_before(sentence, opening - 1, floor)
        if run and (sentence[run[0]].capital or sentence[run[0] - 1].kind != ","):
            return run if sentence[opening + 1].low.endswith("ing") else (run[0], comma)
        if run and sentence[run[0]].low in DETERMINERS:
            fallback = fallback or (run[0], comma)
    return fallback


def _comma_before(sentence: Sentence, place: int, floor: int) -> int | None:
    for opening in range(place - 1, max(floor, place - _LONGEST), -1):
        if sentence[opening].kind == ",":
            return opening
        if sentence[opening].kind in (QUOTE, ";", ":") and not nickname(sentence, opening):
            return None
    return None


def _apposed(sentence: Sentence, first: int) -> bool:
    """Whether an apposition may begin there: "a lawyer", "who", "42", "head of", "speaking"."""
    token = sentence[first]
    return (
        token.low in DETERMINERS
        or sentence[first + 1].low == "'s"
        or token.low in ("who", "whose", "which")
        or (
            token.kind == WORD
            and not token.capital
            and token.low not in CONJUNCTIONS
            and token.low not in PERSONAL
            and token.low not in ("and", "or")
        )
    )


def phrase_before(sentence: Sentence, last: int, floor: int) -> Run | None:
    """The noun phrase whose last token is at `last`, without adverbs and times before it."""
    if last < floor or sentence[last].kind not in (WORD, PAREN):
        return None
    if sentence[last].low in PERSONAL:
        return (last, last + 1)
    first = _leftmost(sentence, last, max(floor, last - _LONGEST))
    if first > last:
        return None
    return _without_lead(sentence, first, last + 1)


def _leftmost(sentence: Sentence, last: int, floor: int) -> int:
    place = last
    while place >= floor:
        token = sentence[place]
        if token.kind not in (WORD, PAREN) and not (place < last and nickname(sentence, place)):
            break
        low = token.low
        if low == "to" and (sentence[place + 1].low in forms() or sentence[place + 1].low in VERBS):
            break
        if low == "not" or low in CONJUNCTIONS or low in PERSONAL or low in ("'re", "'ve", "'ll", "'m", "'d"):
            break
        if (
            (low in AUXILIARY and low != "'s" and not token.capital)
            or (low in VERBS and not token.capital)
            or (place < last and speaks(sentence, place))
        ):
            break
        if low in ("and", "or", "&"):
            before = _leftmost(sentence, place - 1, floor)
            if before >= place or not _clause_begins(sentence, before, floor):
                break
            return before
        place -= 1
    return place + 1


def _clause_begins(sentence: Sentence, place: int, floor: int) -> bool:
    before = sentence[place - 1]
    return place <= floor or before.kind not in (WORD, PAREN) or before.low in CONJUNCTIONS


def _without_lead(sentence: Sentence, first: int, after: int) -> Run | None:
    """Without "but", "last week", "in his speech" before the phrase itself."""
    while first < after:
        low = sentence[first].low
        if low in _LEADING or (adverb(low) and after - first > 1):
            first += 1
        elif (low in _TIME_BEFORE or low in _TIME) and (end := time_end(sentence, first)) > first and end < after:
            first = end
        elif low in PREPOSITIONS:
            inner = _after_prepositional(sentence, first, after)
            if inner is None:
                return None
            first = inner
        else:
            break
    return (first, after) if first < after else None


def _after_prepositional(sentence: Sentence, first: int, after: int) -> int | None:
    """Where the phrase begins after "in his speech": a determiner or a name that no preposition goes before."""
    for place in range(after - 1, first + 1, -1):
        token, before = sentence[place], sentence[place - 1]
        if (
            before.low in PREPOSITIONS
            or before.low in DETERMINERS
            or before.low in ("'s", "and")
            or before.kind != WORD
        ):
            continue
        if token.low in DETERMINERS or (token.capital and not before.capital):
            return place
    return None


def time_end(sentence: Sentence, place: int) -> int:
    """Where the words that say when end that begin there ("late Monday", "on Tuesday morning"); `place` if none do."""
    at = place
    while sentence[at].low in _TIME_BEFORE:
        at += 1
    if sentence[at].low in ("the", "a") and sentence[at + 1].low in _PARTS:
        at += 1
    start = at
    while (
        sentence[at].low in _TIME
        or (at > start and (sentence[at].low in ("ago", "before") or sentence[at].low.isdigit()))
        or (
            at == start
            and sentence[at].low[:2] in ("19", "20")
            and sentence[at].low.isdigit()
            and len(sentence[at].low) == 4
        )
    ):
        at += 1
    if at == start or sentence[at].low == "'s":
        return place
    if sentence[at].low in ("in", "on") and (end := time_end(sentence, at)) > at:
        return end
    return at


def phrase_after(sentence: Sentence, place: int, limit: int) -> int:
    """Where the one noun phrase ends that begins there, without what a preposition other than "of" adds."""
    at, before = place, sentence[place - 1]
    while at < limit:
        token = sentence[at]
        low = token.low
        if token.kind == PAREN and at > place:
            pass
        elif token.kind == QUOTE:
            if at == place or not (before.capital or before.low == "'s") or not titled(sentence, at):
                break
        elif token.kind != WORD or (
            at > place
            and (low in CONJUNCTIONS or low in PERSONAL or low in AUXILIARY - {"'s"} or low in VERBS or low == "to")
        ):
            break
        elif at > place and before.low not in DETERMINERS and before.low != "of":
            if low in PREPOSITIONS and low != "of":
                break
            if low in DETERMINERS or (low in ("and", "or") and not sentence[at + 1].capital):
                break
            if (
                time_end(sentence, at) > at
                and low != "of"
                and not (before.capital and low in ("may", "march", "april", "june", "august"))
            ):
                break
            if token.capital and not before.capital and before.low in words("hearers"):
                break
            if not token.capital and before.capital and low not in ("of", "and", "'s", "or"):
                break
        elif low in HEARERS and at == place:
            return at + 1
        before = token
        at += 1
    return at


def nickname(sentence: Sentence, place: int) -> bool:
    """Jo "Red" Ray: a quotation of a word or two between capitals."""
    token = sentence[place]
    near = sentence[place - 1].capital and sentence[place + 1].capital
    return token.kind == QUOTE and near and token.end - token.start < 20 and titled(sentence, place)


def titled(sentence: Sentence, place: int) -> bool:
    """Whether the quotation there is a name: few words, each with a capital but the small ones."""
    token = sentence[place]
    inner = [word.strip("“”\"'‘’,.") for word in sentence.text[token.start : min(token.end, token.start + 120)].split()]
    inner = [word for word in inner if word]
    if not inner or len(inner) > 8:
        return False
    return inner[0][0].isupper() and all(
        word[0].isupper() or word[0].isdigit() or word.lower() in PREPOSITIONS | DETERMINERS | {"and", "&", "or"}
        for word in inner
    )


def phrases_after(sentence: Sentence, place: int, limit: int) -> int:
    """Where the noun phrase with all its additions ends that stands after its verb ("said Jo Ray, head of the union")."""
    at = place
    while at < limit:
        token = sentence[at]
        if token.kind == "," and at > place:
            following = sentence[at + 1]
            if (
                following.kind != WORD
                or not (_apposed(sentence, at + 1) or following.capital)
                or following.low.endswith("ing")
                or following.low in ("in", "on", "during", "after")
            ):
                break
        elif (
            token.kind not in (WORD, PAREN, QUOTE)
            or (token.kind == QUOTE and not titled(sentence, at))
            or (
                at > place
                and token.low in ("that", "as", "when", "after", "while", "because", "but", "before", "during")
                and sentence[at - 1].kind != ","
            )
            or (
                at > place
                and (token.low in DAYS or token.low in ("late", "last", "earlier", "yesterday"))
                and time_end(sentence, at) > at
                and sentence[at - 1].low not in PREPOSITIONS | {"since", "'s", "the"}
            )
        ):
            break
        at += 1
    while at > place and sentence[at - 1].kind == ",":
        at -= 1
    return at
