"""What may stand between the verb of speech and what was said: when, where, to whom, in what."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.attributions.channels import named_channel
from store.ingest.attributions.following import phrase_after
from store.ingest.attributions.grammar import ASKING, AUXILIARY, OBJECTS, PERSONAL, PREPOSITIONS, VERBS, adverb
from store.ingest.attributions.lexicon import documents
from store.ingest.attributions.names import titled
from store.ingest.attributions.phrases import Run
from store.ingest.attributions.times import time_end
from store.ingest.attributions.tokens import QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import finite
from store.ingest.wordlists import row
from store.vocabulary import Channel

_PREPOSITIONS, _MADE = row("grammar", "adverbial"), row("grammar", "made")
_PLACE_ADVERBS = frozenset(["there", "here", "anyway", "too", "though", "instead"])
_NO_ADVERB = frozenset(["only", "not", "no"])
_NO_HEARER = ASKING | PREPOSITIONS | {"that", "not"}
# Adverbials and hearers in one group are few; more is no adverbial any more.
_MOST = 6
_FAR = 8


class Adverbials(NamedTuple):
    """`after` is the place behind them; `when` the words that say when; `hearer` whom it was said to."""

    after: int
    when: Span | None = None
    channel: Channel | None = None
    hearer: Run | None = None


def adverbials(sentence: Sentence, place: int, limit: int, frames: frozenset[str]) -> Adverbials:
    """Those that begin at `place`. `frames` are the verb's: one that takes a hearer has the phrase for it in them."""
    found = Adverbials(place)
    for _ in range(_MOST):
        more = _next(sentence, found, limit, frames) if found.after < limit else found
        if more.after == found.after:
            break
        found = more
    return found


def _next(sentence: Sentence, found: Adverbials, limit: int, frames: frozenset[str]) -> Adverbials:
    """With the one that begins at `found.after`; the same where none does."""
    place = found.after
    token = sentence[place]
    if token.kind == QUOTE and "io" in frames and found.hearer is None and titled(sentence, place):
        return found._replace(after=place + 1, hearer=(place, place + 1))
    if token.kind != WORD:
        return found
    if (end := time_end(sentence, place)) > place:
        end = _in_the_day(sentence, end)
        return found._replace(after=end, when=found.when or sentence.span(place, end))
    if token.low in _PREPOSITIONS and _adverbial(sentence, place, limit, frames):
        end, channel = _prepositional(sentence, place, limit)
        return found._replace(after=end, channel=found.channel or channel)
    if token.low in OBJECTS and sentence[place + 1].kind == ":":
        return found._replace(after=place + 1, hearer=(place, place + 1))
    if token.low in _MADE and found.channel:
        return found._replace(after=place + 1)
    if "io" in frames and found.hearer is None and token.low not in _NO_HEARER:
        end = phrase_after(sentence, place, limit)
        heard = end > place and not _clause_starts(sentence, place, end)
        return found._replace(after=end, hearer=(place, end)) if heard else found
    subject = token.low == "there" and finite(sentence, place + 1)
    if (adverb(token.low) or token.low in _PLACE_ADVERBS) and token.low not in _NO_ADVERB and not subject:
        return found._replace(after=place + 1)
    return found


def _in_the_day(sentence: Sentence, end: int) -> int:
    """The end of "earlier | in the day"."""
    return end + 3 if sentence.lows[end : end + 3] == ["in", "the", "day"] else end


def _clause_starts(sentence: Sentence, first: int, after: int) -> bool:
    """An auxiliary after the phrase makes it a subject, not a hearer: "told | the vote was lost"."""
    following = sentence[after].low
    return following in AUXILIARY or following in VERBS or sentence[first].low in PERSONAL - OBJECTS


def _adverbial(sentence: Sentence, place: int, limit: int, frames: frozenset[str]) -> bool:
    """Whether the preposition there begins an adverbial, rather than what the verb is about: "vowed to", "about 20"."""
    low = sentence[place].low
    if low in ("of", "about"):
        return low not in frames and _leads_to_content(sentence, place, limit)
    return low not in frames and not (low == "to" and "to-thing" in frames)


def _leads_to_content(sentence: Sentence, place: int, limit: int) -> bool:
    """Whether a quotation or a "that" stands within a few words: "said of the dam, “…”"."""
    near = sentence.tokens[place + 1 : min(limit + 1, place + _FAR + 1)]
    return any(token.kind == QUOTE or token.low == "that" for token in near)


def _prepositional(sentence: Sentence, place: int, limit: int) -> tuple[int, Channel | None]:
    """The end of "in a statement issued", and the channel if it names one; `place` where no phrase follows."""
    first, known = place + 1, documents()
    if sentence[first].kind == QUOTE or sentence[first].low == "that":
        return place, None
    end = phrase_after(sentence, first, limit)
    # "said in a statement the war was lost": the phrase ends with the word for what it was said in.
    for at in range(first, end):
        if sentence[at].low in known and sentence[at + 1].low != "'s":
            ends = at + 1 < end and sentence[at + 1].low not in known
            return at + 1 if ends else end, named_channel(sentence, first, at + 1)
    return (place, None) if end == first or _clause_starts(sentence, first, end) else (end, None)
