"""Turns of a conversation in print: "RAY: We never had it.", and the questions and answers of an interview."""

from __future__ import annotations

import re
from functools import lru_cache

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.rules import confidence
from store.ingest.wordlists import words
from store.vocabulary import Act

# A name in capitals, or the letter of a question or an answer; a mark may stand before what several papers print so.
_TURN = re.compile(
    r"[\"“]?(?P<name>[A-Z][A-Z.’'-]{1,30}(?:[ ][A-Z][A-Z.’'-]{0,30}){0,4}|Q|A)(?:\s\([^()\n]{1,40}\))?\s?:\s+(?=\S)"
)

_FULL_NAME = r"(?:[A-Z][\w’'-]{1,30}[ ]){1,3}[A-Z][\w’'-]{1,30}"
_NAME = re.compile(rf"(?P<name>{_FULL_NAME})\s?:\s+(?=\S)")
_TURNS = re.compile(rf"(?m)^({_FULL_NAME}|Q|A)\s?:\s+\S")
_FEWEST = 3
"""Turns that make a conversation of a report."""
_MOST = 20
"""How many may take part in one."""


def turn(text: str, sentence: Span, end: int) -> Attribution | None:
    """turn: a paragraph that begins with a name in capitals and a colon. All of it, to `end`, is said by that name.

    A name in small letters has to be told of elsewhere, and another paragraph to begin so.
    """
    match = _TURN.match(text, *sentence) or _named(text, sentence)
    if not match or end - match.end() < 2:
        return None
    name = match["name"]
    if any(word.lower() in words("before-colons") for word in name.split()):
        return None
    colon = text.index(":", match.end("name"))
    act: Act = "asks" if name == "Q" else "says"
    return Attribution(
        "direct", ((match.end(), end),), (match.span("name"),), ((colon, colon + 1),), "turn", confidence("turn"),
        act=act, channel="interview" if name in ("Q", "A") else None,
    )  # fmt: skip


def _named(text: str, sentence: Span) -> re.Match[str] | None:
    match = _NAME.match(text, *sentence)
    return match if match and match["name"] in _conversing(text) else None


@lru_cache(maxsize=1)
def _conversing(text: str) -> frozenset[str]:
    """The names before turns that the text tells of elsewhere; none where turns are too few for a conversation."""
    turns = _TURNS.findall(text)
    if len(turns) < _FEWEST:
        return frozenset()
    names = dict.fromkeys(name for name in turns if " " in name)
    return frozenset(name for name in list(names)[:_MOST] if re.search(rf"\b{re.escape(name)}\b(?!\s?:)", text))
