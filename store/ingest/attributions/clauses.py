"""The clauses of a sentence that have a cue: whose it is, and where the clause before has to end for it."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.adverbials import adverbials
from store.ingest.attributions.following import phrases_after
from store.ingest.attributions.grammar import (
    AUXILIARY,
    BE,
    CONJUNCTIONS,
    JOINING,
    OBJECTS,
    PERSONAL,
    PREPOSITIONS,
    adverb,
)
from store.ingest.attributions.groups import Group, groups
from store.ingest.attributions.lexicon import ING, PARTICIPLE
from store.ingest.attributions.names import titled
from store.ingest.attributions.phrases import Run, phrase_before
from store.ingest.attributions.subjects import main_subject, subject
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import DASH, END, QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import has_verb
from store.ingest.wordlists import row

_APART = PREPOSITIONS | {"despite", "and", "while", "when", "before", "after", "but", "then"}
_NO_SOURCE = PREPOSITIONS | CONJUNCTIONS | OBJECTS | PERSONAL | {"that", "to", "and"}
_BEGINS = row("grammar", "begins-ing")
_BEHIND_SOURCE, _TELLS_WHEN = row("grammar", "behind-source"), row("grammar", "tells-when")
_BACK = 20
"""How far back from its comma an adverbial before a source may begin."""


class Clause(NamedTuple):
    """A verb group with its source as places of tokens; `starts` is where the content of a clause before has to end.

    `starts` is None for one that stands in another's content ("he said she had denied it") or is the first.
    `inverted` where the source stands behind the verb; `shared` where it is that of the clause before.
    """

    group: Group
    source: Run | None
    starts: int | None = None
    inverted: bool = False
    shared: bool = False


def clauses(sentence: Sentence, floor: int) -> list[Clause]:
    """In order of their verbs, from `floor` on."""
    found: list[Clause] = []
    for group in groups(sentence):
        if group.first >= floor:
            found.append(_clause(sentence, group, floor, found))
    return found


def _clause(sentence: Sentence, group: Group, floor: int, before: list[Clause]) -> Clause:
    previous, second = sentence[group.first - 1], sentence[group.first - 2]
    going = sentence[group.first].low == "going" and group.first < group.verb
    if (group.form == ING or going) and not group.words & BE:
        return _participle(sentence, group, floor, before)
    if previous.kind in (",", QUOTE, DASH, END) and (run := _behind(sentence, group, floor)):
        return Clause(group, run, inverted=True)
    joined = previous.low in ("and", "but", "or", "then") or (previous.kind == "," and second.low in ("and", "but"))
    if joined and (run := _shared(sentence, group, floor, before)):
        return Clause(group, run, group.first - (2 if second.kind in (",", DASH, ";") else 1), shared=True)
    run = subject(sentence, group.first, floor)
    if previous.low in ("who", "which") and second.kind == ",":
        return Clause(group, run, group.first - 2)
    if run is None:
        return Clause(group, None)
    starts = parted(sentence, run, floor)
    comma = run[0] - 1
    if starts is None and comma >= floor and sentence[comma].kind == "," and _ends(sentence, group):
        starts = comma
    return Clause(group, run, starts)


def _participle(sentence: Sentence, group: Group, floor: int, before: list[Clause]) -> Clause:
    """A participle: "…, adding that", "by saying", and "a statement calling for"."""
    at = group.first - 1
    token = sentence[at]
    if token.low in ("without", "worth") or (token.low in PREPOSITIONS - {"by"} and before):
        return Clause(group, None)  # "she said he had paid for telling them": whose it is can't be told
    if token.kind in (",", DASH, QUOTE, ";", END) or token.low in _APART:
        last = next((clause.source for clause in reversed(before) if clause.source), None)
        run = last or main_subject(sentence, floor, group.first) or main_subject(sentence, floor, len(sentence))
        return Clause(group, run, group.first if token.kind == QUOTE else at, shared=True)
    if token.low in _BEGINS and (run := subject(sentence, _auxiliaries(sentence, at), floor)):
        return Clause(group, run, parted(sentence, run, floor))  # "they could not resist | pointing out"
    return Clause(group, phrase_before(sentence, at, floor))


def _auxiliaries(sentence: Sentence, place: int) -> int:
    """Where the auxiliaries before the verb there begin."""
    while sentence[place - 1].low in AUXILIARY or adverb(sentence[place - 1].low):
        place -= 1
    return place


def _behind(sentence: Sentence, group: Group, floor: int) -> Run | None:
    """The source of "…,” said the man who ran", between the verb and the end of the sentence, or a mark."""
    token = sentence[group.after]
    frames = group.frames()
    quoted = sentence[group.first - 1].kind == QUOTE or _quoted_comma(sentence, group.first - 1)
    if not frames & {"after", "after-quoted"} or group.form in (ING, PARTICIPLE):
        return None
    if "io" in frames and (not quoted or group.verbs[0].lemma == "tell"):
        return None
    if token.kind != WORD or token.low in _NO_SOURCE or token.low.endswith("ly"):
        return None
    if time_end(sentence, group.after) > group.after:
        return None
    run = (group.after, phrases_after(sentence, group.after, len(sentence)))
    if run[1] > run[0] and (quoted or (group.first == floor and sentence[run[1]].kind in (":", ","))):
        return run
    if run[1] == run[0] or has_verb(sentence, *run) or not has_verb(sentence, floor, group.first - 1):
        return None
    return run if sentence[run[1]].kind != WORD or sentence[run[1]].low in _BEHIND_SOURCE else None


def _quoted_comma(sentence: Sentence, place: int) -> bool:
    """Whether the comma there parts a quotation from its cue, as British papers have it: “…”, said."""
    return sentence[place].kind == "," and sentence[place - 1].kind == QUOTE and not titled(sentence, place - 1)


def _shared(sentence: Sentence, group: Group, floor: int, before: list[Clause]) -> Run | None:
    """The source of the clause before, for "… and said", "… but denied"."""
    for clause in reversed(before):
        if clause.source and not clause.group.modal and not clause.group.infinitive:
            return clause.source
    return main_subject(sentence, floor, group.first - 1)


def parted(sentence: Sentence, run: Run, floor: int) -> int | None:
    """Where a clause whose source is the run parts from what stands before it; None where nothing parts them."""
    at = run[0] - 1
    token, before = sentence[at], sentence[at - 1]
    if at < floor:
        return None
    if token.kind in (";", DASH):
        return at
    if token.kind == ",":
        return _behind_adverbial(sentence, at, floor)
    if token.kind == QUOTE:
        return run[0]
    if token.low in ("which", "whom") and before.kind == ",":
        return at - 1
    if token.low in JOINING and before.kind in (",", ";", DASH, QUOTE):
        return at if before.kind == QUOTE else at - 1
    return None


def _ends(sentence: Sentence, group: Group) -> bool:
    """Whether the verb ends the sentence, but for when and where: what stands before is said: "…, one guard | said"."""
    if "after" not in group.frames() or group.modal or group.infinitive or group.form in (ING, PARTICIPLE):
        return False
    return adverbials(sentence, group.after, len(sentence), group.frames()).after == len(sentence)


def _behind_adverbial(sentence: Sentence, comma: int, floor: int) -> int | None:
    """The first comma of ", and when asked, he", where the clause has an adverbial before its source."""
    for at in range(comma - 1, max(floor, comma - _BACK), -1):
        if sentence[at].kind == "," and sentence[at + 1].low in JOINING and sentence[at + 2].low in _TELLS_WHEN:
            return at
    return None
