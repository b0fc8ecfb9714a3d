"""Content after its cue: "She said that …", "He asked why …", "They accused him of …"."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.contents import begins_phrase, clause_end, phrase_end
from store.ingest.attributions.groups import BASE, Group
from store.ingest.attributions.lexicon import DETERMINERS, HEARERS, PERSONAL, PREPOSITIONS
from store.ingest.attributions.phrases import has_verb, phrase_after
from store.ingest.attributions.tokens import END, QUOTE, WORD, Sentence

_RELATIVE = frozenset(["which", "who", "that", "whose", "where"])
_GOES_ON = frozenset(
    ["and", "but", "until", "before", "after", "while", "when", "as", "in", "at", "on", "during", "because", "since"]
)
_SHORT = 24
_FEWEST, _FAR = 4, 40
_ASKING = frozenset(["whether", "if", "how", "why", "what", "who", "where", "when", "which"])


class Content(NamedTuple):
    """Places of tokens, half-open, and the name of the rule that found them."""

    first: int
    after: int
    rule: str


def content_after(sentence: Sentence, group: Group, place: int, limit: int) -> Content | None:
    """What is said after the group, from `place`, behind its adverbials, to `limit` at most. None if nothing is.

    that: "said that he left". quoted: "said “I left”". clause: "said he left". whether: "asked why he left".
    to-do: "urged them to leave". of-thing: "accused them of theft". thing: "denied the theft". named: "called it theft".
    """
    frames = group.frames()
    token = sentence[place]
    if place >= limit:
        return None
    if token.kind == ",":
        return _after_comma(sentence, place, limit)
    if token.kind == ":":
        return _content(sentence, place + 1, limit, "colon")
    if token.low == "that" and sentence[place + 1].kind != END:
        if frames & {"that", "clause", "doc", "wh"} or _quote_near(sentence, place, 4):
            return _content(sentence, place, limit, "that")
        return None
    if token.kind == QUOTE:
        if frames & {"clause", "after", "that", "after-quoted", "io", "doc"}:
            return _quotation(sentence, place, limit)
        return _thing(sentence, place, limit, "thing-quoted")
    if token.low in _ASKING and "wh" in frames:
        return _content(sentence, place, limit, "whether")
    if token.low == "to" and ("to" in frames or "io" in frames):
        return _content(sentence, place, limit, "to-do")
    return _object(sentence, group, frames, place, limit)


def _content(sentence: Sentence, first: int, limit: int, rule: str) -> Content | None:
    after = clause_end(sentence, first, limit)
    return Content(first, after, rule) if after > first + (rule == "that") else None


def _thing(sentence: Sentence, first: int, limit: int, rule: str) -> Content | None:
    after = phrase_end(sentence, first, limit)
    return Content(first, after, rule) if after > first else None


def _after_comma(sentence: Sentence, place: int, limit: int) -> Content | None:
    """ "said, “…”", "said, that …" and, with a few words between commas, "said, with a smile, “…”"."""
    following = sentence[place + 1]
    if following.kind == QUOTE:
        return _quotation(sentence, place + 1, limit)
    if following.low == "that":
        return _content(sentence, place + 1, limit, "that")
    for at in range(place + 1, min(limit, place + 14)):
        if sentence[at].kind in (",", ":") and sentence[at + 1].kind == QUOTE:
            return _quotation(sentence, at + 1, limit)
        if sentence[at].kind == "," and sentence[at + 1].low == "that":
            return _content(sentence, at + 1, limit, "that")
        if sentence[at].kind not in (WORD, "paren"):
            return None
    return None


def _quotation(sentence: Sentence, place: int, limit: int) -> Content | None:
    """From the quotation on, to its end where the report goes on behind it: "said “no” and left"."""
    behind = sentence[place + 1]
    token = sentence[place]
    whole = sentence.text[token.end - 2 : token.end - 1] in (".", ",", "!", "?") or token.end - token.start > _SHORT
    if behind.low in _GOES_ON and whole and not any(sentence[at].kind == QUOTE for at in range(place + 1, limit)):
        return Content(place, place + 1, "quoted")
    return _content(sentence, place, limit, "quoted")


def _quote_near(sentence: Sentence, place: int, words: int) -> bool:
    return any(sentence[at].kind == QUOTE for at in range(place, place + words))


def _object(sentence: Sentence, group: Group, frames: frozenset[str], place: int, limit: int) -> Content | None:
    token = sentence[place]
    if token.low in frames & PREPOSITIONS and begins_phrase(sentence, place + 1):
        return _thing(sentence, place + 1, limit, "of-thing")
    if "to-thing" in frames and token.low == "to" and begins_phrase(sentence, place + 1):
        return _thing(sentence, place + 1, limit, "of-thing")
    if not begins_phrase(sentence, place):
        return None
    if frames & {"of", "to", "to-thing"}:
        found = _to_or_of(sentence, frames, place, limit)
        if found:
            return found
    if frames & {"name", "as"} and (found := _named(sentence, frames, place, limit)):
        return found
    if "clause" in frames and _clause(sentence, place, limit, "np" in frames):
        return _content(sentence, place, limit, "clause")
    if "np" in frames and group.form != BASE:
        return _thing(sentence, place, limit, "thing")
    if "np" in frames and (group.negated or token.low in DETERMINERS | HEARERS or token.capital):
        return _thing(sentence, place, limit, "thing")
    if "np-quoted" in frames and _quote_near(sentence, place, limit - place):
        return _thing(sentence, place, limit, "thing-quoted")
    if "ing" in frames and token.low.endswith("ing"):
        return _content(sentence, place, limit, "thing")
    return None


def _to_or_of(sentence: Sentence, frames: frozenset[str], place: int, limit: int) -> Content | None:
    end = phrase_after(sentence, place, limit)
    while end < limit and sentence[end].low in ("in", "at", "on", "from", "for", "and") and end - place < 12:
        end = phrase_after(sentence, end + 1, limit)
    if "of" in frames and "io" not in frames:
        if sentence[end].low == "of":
            return _content(sentence, end + 1, limit, "of-thing")
        for at in range(place, min(place + _FAR // 2, limit - 1)):
            behind = sentence[at + 1]
            if sentence[at].low == "of" and (
                behind.low.endswith("ing") or behind.kind == QUOTE or sentence[at - 1].kind == ","
            ):
                return _content(sentence, at + 1, limit, "of-thing")
    if "to-thing" in frames and sentence[end].low == "to" and end > place:
        return _thing(sentence, end + 1, limit, "of-thing")
    if "to" in frames and sentence[end].low == "to" and end > place:
        return _content(sentence, place, limit, "to-do")
    return None


def _named(sentence: Sentence, frames: frozenset[str], place: int, limit: int) -> Content | None:
    if "as" in frames and any(sentence[at].low == "as" for at in range(place + 1, min(limit, place + 20))):
        return _content(sentence, place, limit, "named")
    if "name" not in frames:
        return None
    if sentence[place].low in HEARERS and sentence[place + 1].kind == QUOTE:
        return _quotation(sentence, place + 1, limit)
    end = phrase_after(sentence, place, limit)
    while end < limit and sentence[end].low in PREPOSITIONS - {"to"} and end - place < 14:
        end = phrase_after(sentence, end + 1, limit)
    if end < limit and (sentence[end].kind == QUOTE or begins_phrase(sentence, end)):
        return _thing(sentence, place, limit, "named")
    if _quote_near(sentence, place, limit - place):
        return _thing(sentence, place, limit, "named")
    return None


def _clause(sentence: Sentence, place: int, limit: int, thing: bool) -> bool:
    """Whether a clause without "that" follows: something in it looks like a verb, or stands in quotation marks.

    Where the verb may take a `thing` too the verb has to come before a comma or a "which"; else a few words will do.
    """
    limit = min(limit, place + _FAR)
    if not thing:
        return limit - place >= _FEWEST or has_verb(sentence, place + 1, limit) or sentence[place].kind == QUOTE
    end = next(
        (at for at in range(place + 1, limit) if sentence[at].kind == "," or sentence[at].low in _RELATIVE), limit
    )
    return sentence[place].low in PERSONAL or has_verb(sentence, place + 1, end)
