"""Turns of a conversation in print: "RAY: We never had it.", and the questions and answers of an interview."""

from __future__ import annotations

import re

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.rules import confidence
from store.ingest.wordlists import words
from store.vocabulary import Act

# A name in capitals, or the letter of a question or an answer; a mark may stand before what several papers print so.
_TURN = re.compile(
    r"[\"“]?(?P<name>[A-Z][A-Z.’'-]{1,30}(?:[ ][A-Z][A-Z.’'-]{0,30}){0,4}|Q|A)(?:\s\([^()\n]{1,40}\))?\s?:\s+(?=\S)"
)


def turn(text: str, sentence: Span, end: int) -> Attribution | None:
    """turn: a paragraph that begins with a name in capitals and a colon. All of it, to `end`, is said by that name."""
    match = _TURN.match(text, *sentence)
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
