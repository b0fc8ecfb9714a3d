"""The clauses of a sentence that have a cue: whose it is, and where the clause before has to end for it."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.groups import Group, groups
from store.ingest.attributions.lexicon import BE, CONJUNCTIONS, HEARERS, ING, PARTICIPLE, PREPOSITIONS
from store.ingest.attributions.phrases import (
    Run,
    has_verb,
    phrase_after,
    phrase_before,
    phrases_after,
    subject,
    time_end,
)
from store.ingest.attributions.tokens import DASH, END, QUOTE, WORD, Sentence

_JOINING = frozenset(["and", "but", "or", "then", "while", "though", "although", "whereas"])


class Clause(NamedTuple):
    """A verb group with its source as places of tokens; `starts` is where the content of a clause before has to end.

    `starts` is None for one that stands in another's content ("he said she had denied it") or is the first.
    `inverted` where the source stands behind the verb; `shared` where it is that of the clause before.
    """

    group: Group
    source: Run | None
    starts: int | None
    inverted: bool = False
    shared: bool = False


def clauses(sentence: Sentence, floor: int) -> list[Clause]:
    """In order of their verbs."""
    found: list[Clause] = []
    for group in groups(sentence):
        if group.first < floor:
            continue
        found.append(_clause(sentence, group, floor, found))
    return found


def _clause(sentence: Sentence, group: Group, floor: int, before: list[Clause]) -> Clause:
    previous = sentence[group.first - 1]
    if group.form == ING and not _auxiliary(sentence, group):
        return _apart(sentence, group, floor, before)
    if previous.kind in (",", QUOTE, DASH, END) and (run := _inverted(sentence, group, floor)):
        return Clause(group, run, None, inverted=True)
    if previous.low in ("and", "but", "or", "then") or (
        previous.kind == "," and sentence[group.first - 2].low in ("and", "but")
    ):
        own = _shared(sentence, group, floor, before)
        if own:
            comma = sentence[group.first - 2].kind in (",", DASH, ";")
            return Clause(group, own, group.first - (2 if comma else 1), shared=True)
    run = subject(sentence, group.first, floor)
    if previous.low in ("who", "which") and sentence[group.first - 2].kind == ",":
        return Clause(group, run, group.first - 2)
    return Clause(group, run, _starts(sentence, run, floor) if run else None)


def _auxiliary(sentence: Sentence, group: Group) -> bool:
    return any(sentence[at].low in BE for at in range(group.first, group.verb))


def _apart(sentence: Sentence, group: Group, floor: int, before: list[Clause]) -> Clause:
    """ "…, adding that", "by saying", and "a statement calling for"."""
    at = group.first - 1
    token = sentence[at]
    if token.low in ("without", "worth"):
        return Clause(group, None, None)
    if token.low in PREPOSITIONS and before:
        return Clause(group, None, None)  # "she said he had paid for telling them": whose it is can't be told
    if token.kind in (",", DASH, QUOTE, ";", END) or token.low in PREPOSITIONS | {
        "and",
        "while",
        "when",
        "before",
        "after",
        "but",
        "then",
    }:
        run = _last_source(before) or main_subject(sentence, floor, group.first)
        return Clause(group, run, at if token.kind != QUOTE else group.first, shared=True)
    return Clause(group, phrase_before(sentence, at, floor), None)


def _last_source(before: list[Clause]) -> Run | None:
    return next((clause.source for clause in reversed(before) if clause.source), None)


def _inverted(sentence: Sentence, group: Group, floor: int) -> Run | None:
    """ "…,” said the man who ran": the source between the verb and the end of the sentence, or a mark."""
    token = sentence[group.after]
    if (
        not group.frames() & {"after", "after-quoted"}
        or token.kind != WORD
        or group.form in (ING, PARTICIPLE)
        or "io" in group.frames()
    ):
        return None
    if (
        time_end(sentence, group.after) > group.after
        or token.low in PREPOSITIONS | CONJUNCTIONS | HEARERS
        or token.low in ("that", "to", "he", "she", "it", "they", "and")
        or token.low.endswith("ly")
    ):
        return None
    run = (group.after, phrases_after(sentence, group.after, len(sentence)))
    if run[1] > run[0] and sentence[group.first - 1].kind == QUOTE:
        return run
    if run[1] == run[0] or has_verb(sentence, *run) or not has_verb(sentence, floor, group.first - 1):
        return None
    return run if sentence[run[1]].kind != WORD or sentence[run[1]].low in _BEHIND else None


_WHEN = frozenset(
    ["when", "after", "as", "before", "while", "asked", "pressed", "if", "in", "on", "at", "during", "since"]
)
_BEHIND = frozenset(
    [
        "on",
        "in",
        "at",
        "as",
        "when",
        "after",
        "late",
        "last",
        "during",
        "earlier",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)


def _shared(sentence: Sentence, group: Group, floor: int, before: list[Clause]) -> Run | None:
    """The source of the clause before, for "… and said", "… but denied"."""
    last = next((c for c in reversed(before) if c.source and not c.group.modal and not c.group.infinitive), None)
    if last is None:
        return main_subject(sentence, floor, group.first - 1)
    return last.source


def _joined(sentence: Sentence, comma: int, floor: int) -> int | None:
    """The comma of ", and when asked, he", where the clause has an adverbial before its source."""
    for at in range(comma - 1, max(floor, comma - 20), -1):
        if sentence[at].kind == "," and sentence[at + 1].low in _JOINING and sentence[at + 2].low in _WHEN:
            return at
    return None


def main_subject(sentence: Sentence, floor: int, limit: int) -> Run | None:
    """The noun phrase that the sentence begins with, behind adverbs and an adverbial that a comma closes."""
    first = floor
    for _ in range(3):
        token = sentence[first]
        adverbial = token.low in PREPOSITIONS | CONJUNCTIONS or token.low.endswith(("ing", "ed"))
        if not adverbial and sentence[first + 1].kind != ",":
            break
        comma = next((at for at in range(first, min(limit, first + 30)) if sentence[at].kind == ","), None)
        if comma is None:
            break
        first = comma + 1
    end = phrase_after(sentence, first, limit)
    while end < limit and sentence[end].low in PREPOSITIONS and end - first < 16:
        end = phrase_after(sentence, end + 1, limit)
    return phrase_before(sentence, end - 1, first) if end > first else None


def _starts(sentence: Sentence, run: Run, floor: int) -> int | None:
    """Where a clause with a source of its own parts from what stands before it; None where nothing parts them."""
    at = run[0] - 1
    if at < floor:
        return None
    if sentence[at].kind in (";", DASH):
        return at
    if sentence[at].kind == ",":
        return _joined(sentence, at, floor)
    if sentence[at].kind == QUOTE:
        return run[0]
    if sentence[at].low in ("which", "whom") and sentence[at - 1].kind == ",":
        return at - 1
    if sentence[at].low in _JOINING and sentence[at - 1].kind in (",", ";", DASH, QUOTE):
        return at - (sentence[at - 1].kind != QUOTE)
    return None
