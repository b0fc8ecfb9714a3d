"""Whose a verb is: the noun phrase before it with its apposition, or the one that "who" stands for."""

from __future__ import annotations

from store.ingest.attributions.following import apposed
from store.ingest.attributions.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    LEADING,
    PREPOSITIONS,
    RELATIVE,
    SUBORDINATE,
)
from store.ingest.attributions.names import nickname
from store.ingest.attributions.phrases import Run, phrase_before
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import DASH, END, PAREN, QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import finite, past, speaks
from store.ingest.wordlists import row

_APPOSITIONS, _LONGEST = 4, 60
_NO_APPOSITION = (PREPOSITIONS - {"of"}) | LEADING
_RELATIVE = 12
_ADVERBIALS, _FAR = 3, 30
_SEEN = row("grammar", "seen-by") | row("grammar", "made")
_OF_DEEDS = frozenset(["of", "for", "with", "from", "by", "on"])
_DONE_TO = frozenset(["to", "with", "on"])


def subject(sentence: Sentence, first: int, floor: int) -> Run | None:
    """The noun phrase before the verb group that begins at `first`, with its apposition; never before `floor`."""
    last = _before_time(sentence, first - 1, floor)
    if last < floor:
        return None
    if sentence[last].kind == ",":
        return _with_apposition(sentence, last, floor)
    if sentence[last].kind == DASH:
        return _between_dashes(sentence, last, floor)
    if sentence[last].low in RELATIVE:
        return _antecedent(sentence, last, floor)
    run = phrase_before(sentence, last, floor)
    if run is None:
        return _before_who(sentence, last, floor)
    return _defined(sentence, run, floor) or _done_to(sentence, run, floor) or _listed(sentence, run, floor)


def _done_to(sentence: Sentence, run: Run, floor: int) -> Run | None:
    """ "A builder | accused of causing the fire said": with the noun phrase before its participle."""
    whole = main_subject(sentence, floor, run[0]) if sentence[run[0] - 1].low.endswith("ing") else None
    if not whole or not past(sentence[whole[1]].low) or sentence[whole[1] + 1].low not in _OF_DEEDS:
        return None
    apart = any(token.kind != WORD or token.low in CONJUNCTIONS for token in sentence.tokens[whole[1] : run[0]])
    return None if apart else (whole[0], run[1])


def _listed(sentence: Sentence, run: Run, floor: int) -> Run:
    """ "Denmark, | Norway and Sweden said": with the names before that commas part from it."""
    first = run[0]
    while "and" in sentence.lows[slice(*run)] and first > floor and sentence[first - 1].kind == ",":
        before = phrase_before(sentence, first - 2, floor)
        if not before or not all(token.capital for token in sentence.tokens[slice(*before)]):
            break
        first = before[0]
    return (first, run[1])


def _between_dashes(sentence: Sentence, dash: int, floor: int) -> Run | None:
    """ "One man – a baker – said": with what stands between the dashes, without the last."""
    opening = next((at for at in range(dash - 1, max(floor, dash - _FAR), -1) if sentence[at].kind == DASH), None)
    run = phrase_before(sentence, opening - 1, floor) if opening else None
    return (run[0], dash) if run else None


def _before_time(sentence: Sentence, last: int, floor: int) -> int:
    """The end of the phrase before "Ray | last week" and its verb."""
    for first in range(max(floor + 1, last - 2), last + 1):
        if time_end(sentence, first) == last + 1 and sentence[first - 1].low not in PREPOSITIONS | DETERMINERS:
            return first - 1
    return last


def _defined(sentence: Sentence, run: Run, floor: int) -> Run | None:
    """The noun phrase before "who", where the run belongs to that clause: "an official who asked not to be named"."""
    return _before_who(sentence, run[0] - 1, floor) if _object_of_verb(sentence, run) else None


def _before_who(sentence: Sentence, last: int, floor: int) -> Run | None:
    for at in range(last, max(floor, last - _RELATIVE), -1):
        if sentence[at].low in ("who", "which"):
            return phrase_before(sentence, at - 1, floor)
        if sentence[at].kind != WORD:
            return None
    return None


def _object_of_verb(sentence: Sentence, run: Run) -> bool:
    """Whether a verb stands at the run's beginning, or shortly before: "who saw | the wall", "who meant to | speak"."""
    before = sentence[run[0] - 1]
    if before.low in ("who", "which"):
        return past(sentence[run[0]].low)
    verb = finite(sentence, run[0] - 1) or speaks(sentence, run[0] - 1) or past(before.low)
    return verb or before.low == "to"


def _antecedent(sentence: Sentence, pronoun: int, floor: int) -> Run:
    """Whom "who" stands for; the pronoun itself where no noun phrase stands before it."""
    last = pronoun - (2 if sentence[pronoun - 1].kind == "," else 1)
    run = phrase_before(sentence, last, floor)
    if run is None:
        return (pronoun, pronoun + 1)
    run = (_behind_verb(sentence, run), run[1])
    first = run[1] - 1
    while first > run[0] and sentence[first].capital and sentence[first - 1].capital:
        first -= 1
    # "Ray meets Lo, who says": a word in -s between two names is more likely a verb than not.
    between = sentence[first - 1]
    verb = between.low.endswith("s") and between.low != "'s" and not between.capital
    if first - 1 > run[0] and verb and sentence[first].capital and sentence[first - 2].capital:
        return (first, run[1])
    return run


def _behind_verb(sentence: Sentence, run: Run) -> int:
    """Where the one begins whom it is done to or by: "for paying | a guard who", "seen by | a guard who"."""
    for at in range(run[1] - 2, run[0] - 1, -1):
        low, behind, second = sentence[at].low, sentence[at + 1], sentence[at + 2]
        if low.endswith("ing") and low not in PREPOSITIONS and behind.low in DETERMINERS:
            return at + 1
        done = behind.low in _DONE_TO or (behind.low == "by" and low not in PREPOSITIONS)
        if (past(low) or low in _SEEN) and done and (second.low in DETERMINERS or second.capital):
            return at + 2
    return run[0]


def _with_apposition(sentence: Sentence, comma: int, floor: int) -> Run | None:
    """The phrase with its apposition, without the last comma: "Jan Egeland, an adviser to the UN,"."""
    opening: int | None = comma
    fallback: Run | None = None
    for _ in range(_APPOSITIONS):
        opening = _comma_before(sentence, opening, floor) if opening is not None else None
        if opening is None:
            return fallback
        run = phrase_before(sentence, opening - 1, floor)
        if run is None:
            if apposed(sentence, opening + 1) and sentence[opening - 1].kind != QUOTE:
                continue
            continue
        if finite(sentence, opening + 1):
            continue  # "the cook, whose son, 13, | is ill, said"
        if sentence[run[0] - 1].low == "whose":
            continue
        if not apposed(sentence, opening + 1):
            return (run[0], comma) if sentence[comma - 1].capital else fallback
        if sentence[run[0]].capital or sentence[run[0] - 1].kind != ",":
            run = _with_role(sentence, run, floor)
            adds = sentence[opening + 1].low
            return run if adds.endswith("ing") or adds in _NO_APPOSITION else (run[0], comma)
        if sentence[run[0]].low in DETERMINERS:
            fallback = fallback or (run[0], comma)
    return fallback


def _with_role(sentence: Sentence, name: Run, floor: int) -> Run:
    """ "a third man, | Al Lo, 42, said": with what the name is said to be, where that begins the clause."""
    comma = name[0] - 1
    role = phrase_before(sentence, comma - 1, floor) if sentence[comma].kind == "," else None
    begins = role and sentence[role[0]].low in DETERMINERS and sentence[role[0] - 1].kind in (QUOTE, END)
    return (role[0], name[1]) if role and begins else name


def _comma_before(sentence: Sentence, place: int, floor: int) -> int | None:
    for at in range(place - 1, max(floor, place - _LONGEST), -1):
        if sentence[at].kind == ",":
            return at
        if sentence[at].kind in (QUOTE, ";", ":") and not nickname(sentence, at):
            return None
    return None


def main_subject(sentence: Sentence, floor: int, limit: int) -> Run | None:
    """The noun phrase that the sentence begins with, behind adverbs and an adverbial that a comma closes."""
    first = floor
    for _ in range(_ADVERBIALS):
        low = sentence[first].low
        adverbial = low in PREPOSITIONS | CONJUNCTIONS | SUBORDINATE or low.endswith(("ing", "ed"))
        if not adverbial and sentence[first + 1].kind != ",":
            break
        comma = next((at for at in range(first, min(limit, first + _FAR)) if sentence[at].kind == ","), None)
        if comma is None:
            break
        first = comma + 1
    end = first
    while end < limit and sentence[end].kind in (WORD, PAREN) and not _predicate(sentence, end, first):
        end += 1
    return phrase_before(sentence, end - 1, first) if end > first else None


def _predicate(sentence: Sentence, at: int, first: int) -> bool:
    """Whether the verb of the clause stands there, or the clause that tells more of its subject."""
    low = sentence[at].low
    if at == first:
        return False
    return low in CONJUNCTIONS or finite(sentence, at) or speaks(sentence, at) or (low.endswith("ed") and len(low) > 4)
