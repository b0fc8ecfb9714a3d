"""How far a clause may reach for its content, and whether it may have any of its own."""

from __future__ import annotations

from store.ingest.attributions.clauses import Clause
from store.ingest.attributions.find import Finds
from store.ingest.attributions.grammar import CONJUNCTIONS, RELATIVE, SUBORDINATE
from store.ingest.attributions.groups import Group
from store.ingest.attributions.lexicon import ING, documents
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import QUOTE, WORD, Sentence

_BEFORE_SUBORDINATE = frozenset(["and", "but", "even", "so"])
_NEAR = 6
_JOINING = frozenset(["and", "but", "or", "that", "then", "so"])


def embedded(sentence: Sentence, clause: Clause, source: Run, floor: int, finds: Finds) -> bool:
    """Whether it only tells more of a noun in another's content: "the money he says he raised", "what he called"."""
    group = clause.group
    if clause.shared or source[0] > group.first or group.form == ING or sentence[group.first - 1].low in RELATIVE:
        return False
    before = sentence[source[0] - 1]
    if before.low in ("what", "how") and not _quotes(sentence, group.after):
        return True
    if before.kind != WORD or source[0] <= floor or not finds.holds(source[0]):
        return False
    if before.low == "what":
        return True
    return not finds.opens(source[0]) and before.low not in CONJUNCTIONS and before.low not in _JOINING


def _quotes(sentence: Sentence, place: int) -> bool:
    return any(token.kind == QUOTE for token in sentence.tokens[place : place + _NEAR])


def needs_document(sentence: Sentence, group: Group, source: Run) -> bool:
    """Whether the verb is a document's and the source is none: "the study shows that", not "the footage shows that"."""
    only = all("doc" in verb.frames and not verb.frames & {"that", "clause"} for verb in group.verbs)
    return only and not any(low in documents() for low in sentence.lows[source[0] : source[1]])


def content_limit(sentence: Sentence, clause: Clause, source: Run, floor: int, limit: int) -> int:
    """Where the clause around it goes on: "When she said he lied, the crowd left", "Lo, who says no, left"."""
    group = clause.group
    if source[0] > group.first and not clause.inverted:
        return min(limit, source[0] - 1)  # "After saying so, she left"
    if _relative(sentence, group.first):
        return next((at for at in range(group.after + 1, limit) if sentence[at].kind == ","), limit)
    if sentence[source[0] - 1].low not in SUBORDINATE or not _opens(sentence, source[0] - 2, floor):
        return limit
    return next((at for at in range(group.after + 2, limit) if _main_clause(sentence, at)), limit)


def _relative(sentence: Sentence, first: int) -> bool:
    """Whether a "who" behind a comma stands shortly before the group."""
    near = range(max(1, first - 3), first)
    return any(sentence[at].low in ("who", "which") and sentence[at - 1].kind == "," for at in near)


def _opens(sentence: Sentence, place: int, floor: int) -> bool:
    """Whether a subordinate clause may begin behind that token."""
    return place < floor or sentence[place].low in _BEFORE_SUBORDINATE or sentence[place].kind == ","


def _main_clause(sentence: Sentence, comma: int) -> bool:
    behind = sentence[comma + 1]
    if sentence[comma].kind != "," or behind.kind != WORD:
        return False
    return behind.low not in CONJUNCTIONS and behind.low not in ("and", "or") and not behind.low.endswith("ing")


def content_floor(sentence: Sentence, place: int, floor: int) -> int:
    """Where content that stands before `place` may begin: behind a semicolon, or a colon and a mark; at ", which,"."""
    if sentence[place - 1].kind == "," and sentence[place - 2].low in ("which", "who", "what"):
        return place - 2
    for at in range(place - 2, floor, -1):
        if sentence[at].kind == ";" or (sentence[at].kind == ":" and sentence[at + 1].kind == QUOTE):
            return at + 1
    return floor
