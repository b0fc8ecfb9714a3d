"""How far what was said reaches, and which type of speech it is by its marks."""

from __future__ import annotations

from collections.abc import Sequence

from store.ingest.attributions.following import phrase_after
from store.ingest.attributions.grammar import (
    AUXILIARY,
    CONJUNCTIONS,
    DETERMINERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVE,
    VERBS,
)
from store.ingest.attributions.lexicon import documents
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import DASH, QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import does_more
from store.ingest.wordlists import row
from store.vocabulary import StatementType

_ADVERBIAL, _ENDS_THING = row("grammar", "thing-adverbial"), row("grammar", "ends-thing")
_NO_PHRASE = PREPOSITIONS | {"and", "or", "but", "that", "to", "as", "so", "than"}
_NO_LIST = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | VERBS | AUXILIARY | {"including", "according"}
_OTHERS_DEEDS = (CONJUNCTIONS - {"as", "than"}) | RELATIVE | AUXILIARY - {"'s", "'d"}
_NEAR = 5
_ABOUT = frozenset(["about", "around", "over", "under", "up", "between"])


def clause_end(sentence: Sentence, start: int, limit: int) -> int:
    """The end of a clause that begins at `start`, without the marks and the "and" that lead on to `limit`."""
    after = limit
    while after > start and _leads_on(sentence, after - 1):
        after -= 1
    return after


def _leads_on(sentence: Sentence, place: int) -> bool:
    return sentence[place].kind in (",", ";", ":", DASH, ".") or sentence[place].low in ("and", "but")


def phrase_end(sentence: Sentence, start: int, limit: int) -> int:
    """The end of a thing that is denied, demanded, criticized: to the first comma, or the word that adds a clause."""
    limit = deed_end(sentence, start, limit)
    ends = (at for at in range(start + 1, limit) if _ends_thing(sentence, at, limit))
    return clause_end(sentence, start, next(ends, limit))


def deed_end(sentence: Sentence, start: int, limit: int) -> int:
    """Where the report goes on with another deed of the speaker's: "vowed to help | and sent two planes".

    Behind a "who" or a "had" it may be one of those who are spoken of, and is left.
    """
    for at in range(start, limit):
        if at > start and does_more(sentence, at):
            return at
        if sentence[at].low in _OTHERS_DEEDS:
            break
    return limit


def _ends_thing(sentence: Sentence, at: int, limit: int) -> bool:
    token, behind = sentence[at], sentence[at + 1]
    if token.kind == ",":
        return behind.kind != QUOTE and not sentence[at - 1].low.isdecimal() and not _lists(sentence, at, limit)
    if token.kind in (";", DASH, ":"):
        return True
    if token.low in _ENDS_THING:
        return token.low != "as" or behind.low in PERSONAL
    if token.low not in _ADVERBIAL or sentence[at - 1].low.endswith("ing") or sentence[at - 1].low in PREPOSITIONS:
        return False
    after = _adverbial_end(sentence, at)
    return after > at and (after >= limit or sentence[after].kind in (",", ";", DASH))


def _lists(sentence: Sentence, comma: int, limit: int) -> bool:
    """Whether the comma parts names that an "and" ends: "of Denmark, | Norway and Sweden"."""
    for at in range(comma + 1, min(limit, comma + _NEAR)):
        token = sentence[at]
        if token.low in ("and", "or"):
            return at > comma + 1
        if token.kind == ",":
            return _lists(sentence, at, limit)
        if token.kind != WORD or token.low in _NO_LIST:
            return False
    return False


def _adverbial_end(sentence: Sentence, place: int) -> int:
    """The end of "in a statement on Thursday", which tells when or where it was said; `place` where none begins."""
    at = place
    while sentence[at].kind == WORD:
        end = time_end(sentence, at)
        if end == at and sentence[at].low in _ADVERBIAL:
            named = phrase_after(sentence, at + 1, len(sentence))
            end = named if any(low in documents() for low in sentence.lows[at + 1 : named]) else at
        if end == at:
            break
        at = end
    return at


def begins_phrase(sentence: Sentence, place: int) -> bool:
    """Whether a noun phrase may begin there."""
    token = sentence[place]
    if token.low in _ABOUT and sentence[place + 1].low[:1].isdigit():
        return True
    return token.kind in (WORD, QUOTE) and token.low not in _NO_PHRASE


def statement_type(sentence: Sentence, content: Sequence[tuple[int, int]]) -> StatementType:
    """direct where all of it stands in quotation marks, mixed where some words do, else indirect."""
    kinds = [token.kind == QUOTE for first, after in content for token in sentence.tokens[first:after]]
    if all(kinds):
        return "direct"
    return "mixed" if any(kinds) else "indirect"
