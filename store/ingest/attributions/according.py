"""Sources without a verb: "according to the ministry", "in the words of one witness", "by the union's count"."""

from __future__ import annotations

from store.ingest.attributions.adverbials import adverbials
from store.ingest.attributions.contents import clause_end
from store.ingest.attributions.find import Find
from store.ingest.attributions.following import phrases_after
from store.ingest.attributions.grammar import DETERMINERS, OWN
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.tokens import DASH, END, WORD, Sentence
from store.ingest.attributions.verbs import speaks
from store.ingest.wordlists import row

_CUES = (["according", "to"], ["in", "the", "words", "of"], ["in", "the", "view", "of"], ["in", "the", "opinion", "of"])
_RECKONINGS = row("grammar", "reckonings")
_OWNER = 10
"""How many words on from "by" the owner of a count may end."""
_REPORTS_OWN = frozenset(["who", "which", "but", "and", "while"])


def according(sentence: Sentence, floor: int, main: int) -> list[Find]:
    """according-to: "He left, according to the police", "According to the police, he left".

    What is said is the clause before, or the one after where the sentence begins with it. `main` is where the main
    clause begins, which alone is said where another's claim stands in the clause before.
    """
    found = []
    for place, low in enumerate(sentence.lows):
        if low in ("according", "in", "by") and (find := _at(sentence, place, floor, main)):
            found.append(find)
    return found


def _at(sentence: Sentence, place: int, floor: int, main: int) -> Find | None:
    begins = _begins(sentence, place, floor)
    find = _source(sentence, place, begins) or _reckoned(sentence, place)
    if not find or not find.source:
        return None
    extra = adverbials(sentence, max(find.source[1], find.cue[1]), len(sentence), frozenset())
    if begins:
        content = _behind(sentence, extra.after)
    else:
        content = _around(sentence, place, extra.after, main if main < place else floor)
    return find._replace(content=content, when=extra.when)


def _source(sentence: Sentence, place: int, begins: bool) -> Find | None:
    cue = next((cue for cue in _CUES if sentence.lows[place : place + len(cue)] == cue), None)
    if not cue:
        return None
    first = place + len(cue)
    after = _source_end(sentence, first, begins)
    return Find((), (first, after), (place, first), "according-to") if after > first else None


def _reckoned(sentence: Sentence, place: int) -> Find | None:
    """by-count: "By the union's own count, 40 were there", "40 were there, by its estimate"."""
    if sentence[place].low != "by" or _told(sentence, place):
        return None
    for owner in range(place + 1, place + _OWNER):
        noun = owner + 1 + (sentence[owner + 1].low in ("own", "latest", "last"))
        if sentence[noun].low not in _RECKONINGS or sentence[noun + 1].kind == WORD:
            continue
        if sentence[owner].low == "'s" and owner > place + 1:
            return Find((), (place + 1, owner), (noun, noun + 1), "by-count")
        if (owner == place + 1 and sentence[owner].low in OWN) or sentence[owner].low.endswith("s'"):
            return Find((), (place + 1, owner + 1), (noun, noun + 1), "by-count")
    return None


def _told(sentence: Sentence, place: int) -> bool:
    """Whether somebody says it already: "she said that, by her count, …"; in "an estimated 40" nobody does."""
    return any(speaks(sentence, at) and sentence[at - 1].low not in DETERMINERS for at in range(place))


def _begins(sentence: Sentence, place: int, floor: int) -> bool:
    before = sentence[place - 1]
    if place <= floor or before.kind in (";", ":", DASH):
        return True
    return before.low in ("and", "but") and sentence[place - 2].kind in (",", ";", DASH, END)


def _source_end(sentence: Sentence, first: int, begins: bool) -> int:
    """Where a sentence begins with it a comma ends it: no apposition is looked for."""
    comma = next((at for at in range(first, len(sentence)) if sentence[at].kind == ","), len(sentence))
    return phrases_after(sentence, first, comma if begins else len(sentence))


def _behind(sentence: Sentence, comma: int) -> tuple[Run, ...]:
    if sentence[comma].kind != ",":
        return ()
    return ((comma + 1, clause_end(sentence, comma + 1, len(sentence))),)


def _around(sentence: Sentence, place: int, behind: int, floor: int) -> tuple[Run, ...]:
    """The clause before, and what goes on behind a second comma: "He left, according to her, at once"."""
    start = next((at + 1 for at in range(place - 2, floor, -1) if sentence[at].kind == ";"), floor)
    left = (start, clause_end(sentence, start, place))
    amid = sentence[behind].kind == "," and sentence[place - 1].kind == "," and behind + 2 < len(sentence)
    if not amid or sentence[behind + 1].low in _REPORTS_OWN:
        return (left,)
    return (left, (behind + 1, clause_end(sentence, behind + 1, len(sentence))))
