"""Sources without a verb: "according to the ministry", "as the minister put it", "in the words of one witness"."""

from __future__ import annotations

from store.ingest.attributions.adverbials import adverbials
from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.phrases import Run, phrases_after
from store.ingest.attributions.tokens import DASH, Sentence

_RULE = "according-to"
_CUES = (("according", "to"), ("in", "the", "words", "of"), ("in", "the", "view", "of"), ("in", "the", "opinion", "of"))


def according(sentence: Sentence, floor: int, main: int) -> list[Find]:
    """All of the sentence's. What is said is the clause before, or the one after where the sentence begins with it.

    `main` is where the main clause begins, which alone is said where another's claim stands in the clause before.
    """
    return [
        found
        for place, low in enumerate(sentence.lows)
        if low in ("according", "in") and (found := _at(sentence, place, floor, main))
    ]


def _at(sentence: Sentence, place: int, floor: int, main: int) -> Find | None:
    cue = next((cue for cue in _CUES if tuple(sentence.lows[place : place + len(cue)]) == cue), None)
    if not cue:
        return None
    first = place + len(cue)
    begins = _begins(sentence, place, floor)
    after = _source_end(sentence, first, begins)
    if after == first:
        return None
    extra = adverbials(sentence, after, len(sentence), frozenset())
    if begins:
        start = extra.after
        if sentence[start].kind == ",":
            end = clause_end(sentence, start + 1, len(sentence))
            return Find(((start + 1, end),), (first, after), (place, first), _RULE, when=extra.when)
        return None
    content = _content(sentence, place, extra.after, main if main < place else floor)
    return Find(content, (first, after), (place, first), _RULE, when=extra.when)


def _begins(sentence: Sentence, place: int, floor: int) -> bool:
    before = sentence[place - 1]
    if place <= floor or before.kind in (";", ":", DASH):
        return True
    return before.low in ("and", "but") and sentence[place - 2].kind in (",", ";", DASH, "end")


def _source_end(sentence: Sentence, first: int, begins: bool) -> int:
    """Where a sentence begins with it a comma ends it: no apposition is looked for."""
    comma = next((at for at in range(first, len(sentence)) if sentence[at].kind == ","), len(sentence))
    return phrases_after(sentence, first, comma if begins else len(sentence))


def _content(sentence: Sentence, place: int, behind: int, floor: int) -> tuple[Run, ...]:
    start = floor
    for at in range(place - 2, floor, -1):
        if sentence[at].kind == ";":
            start = at + 1
            break
    end = place
    while end > start and sentence[end - 1].kind in (",", DASH):
        end -= 1
    if end <= start:
        return ()
    runs: tuple[Run, ...] = ((start, end),)
    if (
        sentence[behind].kind == ","
        and sentence[place - 1].kind == ","
        and behind + 2 < len(sentence)
        and sentence[behind + 1].low not in ("who", "which", "but", "and", "while")
    ):
        close = clause_end(sentence, behind + 1, len(sentence))
        if close > behind + 2:
            runs = (*runs, (behind + 1, close))
    return runs
