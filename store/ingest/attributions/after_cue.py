"""Content after its cue: "She said that …", "He asked why …", "They accused him of …"."""

from __future__ import annotations

from typing import NamedTuple

from store.ingest.attributions.contents import begins_phrase, clause_end, deed_end, phrase_end
from store.ingest.attributions.following import phrase_after
from store.ingest.attributions.grammar import ASKING, DETERMINERS, OBJECTS, PERSONAL, PREPOSITIONS
from store.ingest.attributions.groups import Group
from store.ingest.attributions.lexicon import BASE
from store.ingest.attributions.tails import tail_start
from store.ingest.attributions.tokens import END, PAREN, QUOTE, WORD, Sentence
from store.ingest.attributions.verbs import has_verb
from store.ingest.wordlists import row

_GOES_ON = row("grammar", "behind-quotation")
_RELATIVE = frozenset(["which", "who", "that", "whose", "where"])
_WITH_NAME = frozenset(["in", "at", "on", "from", "for", "and"])
_TAKES_QUOTATION = frozenset(["clause", "after", "that", "after-quoted", "io", "doc"])
# A quotation this long, or with a mark at its end, is what was said and not a part of a clause.
_WHOLE = 24
# Contents without a verb of their own that a speaker's next deed might be taken for.
_DEEDS = frozenset(["to-do", "of-thing"])
_FEWEST, _FAR, _NEAR = 4, 40, 14


class Content(NamedTuple):
    """Places of tokens, half-open, and the name of the rule that found them."""

    first: int
    after: int
    rule: str


def content_after(sentence: Sentence, group: Group, place: int, limit: int) -> Content | None:
    """What is said after the group, from `place`, behind its adverbials, to `limit` at most. None if nothing is.

    that: "said that he left". quoted: "said, “I left”". colon: "said: I left". whether: "asked why he left".
    clause: "said he left". to-do: "urged them to leave". of-thing: "accused them of theft".
    thing, thing-quoted: "denied the theft", "recalled “a theft”". named: "called it theft".
    """
    frames, token = group.frames(), sentence[place]
    if place >= limit:
        return None
    if token.kind == ",":
        return _after_comma(sentence, place, limit)
    if token.kind == ":":
        return _content(sentence, place + 1, limit, "colon")
    if token.low == "that" and sentence[place + 1].kind != END:
        takes = frames & {"that", "clause", "doc", "wh"} or _quoted(sentence, place, place + _FEWEST)
        return _content(sentence, place, limit, "that") if takes else None
    if token.low == "that" and sentence[place + 1].kind == END and "np" in frames:
        return Content(place, place + 1, "thing")  # "The owner denied that."
    if token.kind == QUOTE:
        if frames & _TAKES_QUOTATION:
            return _quotation(sentence, place, limit)
        if "quotation" in frames:
            return Content(place, place + 1, "quoted")
        return _thing(sentence, place, limit, "thing-quoted")
    if token.low in ASKING and "wh" in frames:
        return _content(sentence, place, limit, "whether")
    to = place + (token.low == "not")
    if sentence[to].low == "to" and frames & {"to", "io"}:
        return _content(sentence, place, limit, "to-do")
    return _object(sentence, group, place, limit)


def _content(sentence: Sentence, first: int, limit: int, rule: str) -> Content | None:
    limit = tail_start(sentence, first, limit)
    if rule in _DEEDS:
        limit = deed_end(sentence, first, limit)
    after = clause_end(sentence, first, limit)
    return Content(first, after, rule) if after > first + (rule == "that") else None


def _thing(sentence: Sentence, first: int, limit: int, rule: str) -> Content | None:
    after = phrase_end(sentence, first, limit)
    return Content(first, after, rule) if after > first else None


def _after_comma(sentence: Sentence, place: int, limit: int) -> Content | None:
    """Behind "said, “…”", "said, that …" and, with a few words between commas, "said, with a smile, “…”"."""
    for at in range(place, min(limit, place + _NEAR)):
        token, behind = sentence[at], sentence[at + 1]
        if token.kind in (",", ":") and behind.kind == QUOTE:
            return _quotation(sentence, at + 1, limit)
        if token.kind == "," and behind.low == "that":
            return _content(sentence, at + 1, limit, "that")
        if at > place and token.kind not in (WORD, PAREN):
            return None
    return None


def _quotation(sentence: Sentence, place: int, limit: int) -> Content | None:
    """From the quotation on, to its end where the report goes on behind it: "said “no” and left"."""
    token = sentence[place]
    ended = sentence.text[token.end - 2 : token.end - 1] in (".", ",", "!", "?")
    behind = sentence[place + 1].low
    long = token.end - token.start > _WHOLE and behind not in PREPOSITIONS
    if behind in _GOES_ON and (ended or long) and not _quoted(sentence, place + 1, limit):
        return Content(place, place + 1, "quoted")
    return _content(sentence, place, limit, "quoted")


def _quoted(sentence: Sentence, first: int, after: int) -> bool:
    return any(token.kind == QUOTE for token in sentence.tokens[first:after])


def _object(sentence: Sentence, group: Group, place: int, limit: int) -> Content | None:
    frames, token = group.frames(), sentence[place]
    about = "to-thing" in frames if token.low == "to" else token.low in frames & PREPOSITIONS
    if about and begins_phrase(sentence, place + 1):
        return _thing(sentence, place + 1, limit, "of-thing")
    if token.low == "as" and "as" in frames and sentence[place + 1].kind == QUOTE:
        return _thing(sentence, place + 1, limit, "named")
    if not begins_phrase(sentence, place):
        return None
    if frames & {"of", "to", "to-thing"} and (found := _behind_name(sentence, frames, place, limit)):
        return found
    if frames & {"name", "as"} and (found := _named(sentence, frames, place, limit)):
        return found
    if "clause" in frames and _clause(sentence, place, limit, bool(frames & {"np", "np-quoted"})):
        return _content(sentence, place, limit, "clause")
    definite = token.low in DETERMINERS | OBJECTS or token.capital
    if "np" in frames and (group.form != BASE or group.negated or definite):
        return _thing(sentence, place, limit, "thing")
    if "np-quoted" in frames and _quoted(sentence, place, limit):
        return _thing(sentence, place, limit, "thing-quoted")
    return None


def _behind_name(sentence: Sentence, frames: frozenset[str], place: int, limit: int) -> Content | None:
    """Behind the one it is said of: "accused | the firm of theft", "likened | him to a snake", "urged | him to go"."""
    end = phrase_after(sentence, place, limit)
    while end < limit and sentence[end].low in _WITH_NAME and end - place < _NEAR:
        end = phrase_after(sentence, end + 1, limit)
    if "of" in frames and "io" not in frames:
        of = end if sentence[end].low == "of" else _of(sentence, place, end, limit)
        if of is not None:
            return _content(sentence, of + 1, limit, "of-thing")
    if sentence[end].low == "to" and end > place:
        if "to-thing" in frames:
            return _thing(sentence, end + 1, limit, "of-thing")
        if "to" in frames:
            return _content(sentence, place, limit, "to-do")
    return None


def _of(sentence: Sentence, place: int, end: int, limit: int) -> int | None:
    """The "of" before what one is accused of: before a deed, a quotation, or behind an apposition; else the last."""
    for at in range(place, min(limit - 1, place + _FAR // 2)):
        behind = sentence[at + 1]
        deed = behind.low.endswith("ing") or behind.kind == QUOTE or sentence[at - 1].kind == ","
        if sentence[at].low == "of" and deed:
            return at
    return next((at for at in range(end - 1, place, -1) if sentence[at].low == "of"), None)


def _named(sentence: Sentence, frames: frozenset[str], place: int, limit: int) -> Content | None:
    if "as" in frames and "as" in sentence.lows[place + 1 : min(limit, place + _FAR // 2)]:
        return _thing(sentence, place, limit, "named")
    if "name" not in frames:
        return None
    if sentence[place].low in OBJECTS and sentence[place + 1].kind == QUOTE:
        return _quotation(sentence, place + 1, limit)
    end = phrase_after(sentence, place, limit)
    while end < limit and sentence[end].low in PREPOSITIONS - {"to"} and end - place < _NEAR:
        end = phrase_after(sentence, end + 1, limit)
    if _quoted(sentence, place, limit) or (end < limit and begins_phrase(sentence, end)):
        return _thing(sentence, place, limit, "named")
    return None


def _clause(sentence: Sentence, place: int, limit: int, thing: bool) -> bool:
    """Whether a clause without "that" follows: something in it looks like a verb, or stands in quotation marks.

    Where the verb may take a `thing` too the verb has to come before a comma, a "which" or the speaker's next deed;
    else a few words will do.
    """
    limit = min(limit, place + _FAR)
    if not thing:
        return limit - place >= _FEWEST or has_verb(sentence, place + 1, limit) or _quoted(sentence, place, limit)
    ends = (at for at in range(place + 1, limit) if sentence[at].kind == "," or sentence[at].low in _RELATIVE)
    end = deed_end(sentence, place, next(ends, limit))
    return sentence[place].low in PERSONAL or has_verb(sentence, place + 1, end)
