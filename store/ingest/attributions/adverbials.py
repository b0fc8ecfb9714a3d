"""What may stand between the verb of speech and what was said: when, where, to whom, in what."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.attributions.channels import named_channel
from store.ingest.attributions.lexicon import AUXILIARY, HEARERS, PERSONAL, VERBS, adverb, documents
from store.ingest.attributions.phrases import phrase_after, time_end
from store.ingest.attributions.tokens import QUOTE, WORD, Sentence
from store.vocabulary import Channel

_PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "via",
        "to",
        "with",
        "through",
        "from",
        "by",
        "outside",
        "inside",
        "of",
        "about",
    ]
)
_MADE = frozenset(
    [
        "issued",
        "released",
        "posted",
        "published",
        "made",
        "sent",
        "given",
        "read",
        "broadcast",
        "aired",
        "emailed",
        "obtained",
        "seen",
    ]
)
_PRONOUN_ADVERBS = frozenset(["there", "here", "anyway", "too", "though", "instead"])
# Adverbials and hearers in one group are few; more is no adverbial any more.
_MOST = 6


class Adverbials(NamedTuple):
    """`after` is the place behind them; `when` the words that say when; `hearer` whom it was said to."""

    after: int
    when: Span | None = None
    channel: Channel | None = None
    hearer: tuple[int, int] | None = None


def adverbials(sentence: Sentence, place: int, limit: int, frames: frozenset[str]) -> Adverbials:
    """Those that begin at `place`; `frames` are the verb's: one that takes a hearer has the phrase for it among them."""
    when: Span | None = None
    channel: Channel | None = None
    hearer = None
    for _ in range(_MOST):
        token = sentence[place]
        if place >= limit or token.kind != WORD:
            break
        end = time_end(sentence, place)
        if end > place:
            when = when or sentence.span(place, end)
            place = end
            if sentence[place].low == "in" and sentence[place + 1].low == "the" and sentence[place + 2].low == "day":
                when, place = (when[0], sentence[place + 2].end), place + 3
        elif token.low in _PREPOSITIONS and _adverbial(sentence, place, limit, frames):
            end, found = _prepositional(sentence, place, limit)
            if end == place:
                break
            channel = channel or found
            place = end
        elif token.low in HEARERS and sentence[place + 1].kind == ":":
            hearer, place = (place, place + 1), place + 1
        elif token.low in _MADE and channel:
            place += 1
        elif (
            "io" in frames and hearer is None and token.low not in ("that", "to", "how", "why", "what", "whether", "if")
        ):
            end = place + 1 if token.low in HEARERS else phrase_after(sentence, place, limit)
            if end == place or _clause_starts(sentence, place, end):
                break
            hearer = (place, end)
            place = end
        elif (adverb(token.low) or token.low in _PRONOUN_ADVERBS) and token.low not in ("only", "not", "no"):
            place += 1
        else:
            break
    return Adverbials(place, when, channel, hearer)


def _clause_starts(sentence: Sentence, first: int, after: int) -> bool:
    """ "told | the vote was lost": an auxiliary after the phrase makes it a subject, not a hearer."""
    following = sentence[after].low
    return following in AUXILIARY or following in VERBS or sentence[first].low in PERSONAL - HEARERS


def _adverbial(sentence: Sentence, place: int, limit: int, frames: frozenset[str]) -> bool:
    """Whether the preposition there begins an adverbial, rather than what the verb is about: "vowed to", "about 20"."""
    low = sentence[place].low
    if low in ("of", "about"):
        return low not in frames and _leads_to_content(sentence, place, limit)
    return low not in frames and not (low == "to" and "to-thing" in frames)


def _leads_to_content(sentence: Sentence, place: int, limit: int) -> bool:
    """ "says of Clinton, “…”": a mark or a "that" stands within a few words."""
    for at in range(place + 1, min(limit, place + 8)):
        if (
            sentence[at].kind == QUOTE
            or sentence[at].low == "that"
            or (sentence[at].kind == "," and sentence[at + 1].kind == QUOTE)
        ):
            return True
    return False


def _prepositional(sentence: Sentence, place: int, limit: int) -> tuple[int, Channel | None]:
    """The end of "in a statement issued", and the channel if it names one; `place` where no phrase follows."""
    known = documents()
    first = place + 1
    if sentence[first].kind == QUOTE or sentence[first].low == "that":
        return place, None
    end = phrase_after(sentence, first, limit)
    if end == first:
        return place, None
    # "said in a statement the war was lost": the phrase ends with the word for what it was said in.
    for at in range(first, end):
        if sentence[at].low in known and (at + 1 == end or not sentence[at + 1].low == "'s"):
            channel = named_channel(sentence, first, at + 1)
            return at + 1 if at + 1 < end and sentence[at + 1].low not in known else end, channel
    if _clause_starts(sentence, first, end):
        return place, None
    return end, named_channel(sentence, first, end)
