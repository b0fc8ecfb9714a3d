"""Turns of a conversation in print: "RAY: We never had it.", and the questions and answers of an interview."""

from __future__ import annotations

import re

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.rules import confidence

# A name in capitals, or the letter of a question or an answer; a mark may stand before what several papers print so.
_TURN = re.compile(
    r"[\"“]?(?P<name>(?:[A-Z][A-Z.’'-]+\.?(?:[ ][A-Z][A-Z.’'-]*){0,4})|Q|A)(?:\s\([^()\n]{1,40}\))?\s?:\s+(?=\S)"
)
_NO_NAMES = frozenset(
    [
        "WASHINGTON",
        "UPDATE",
        "UPDATED",
        "NOTE",
        "PHOTO",
        "PHOTOS",
        "WATCH",
        "VIDEO",
        "RELATED",
        "READ",
        "MORE",
        "CORRECTION",
        "CLARIFICATION",
        "BREAKING",
    ]
)


def turn(text: str, sentence: Span, end: int) -> Attribution | None:
    """turn: a paragraph that begins with a name in capitals and a colon. All of it, to `end`, is said by that name."""
    match = _TURN.match(text, *sentence)
    if not match or match["name"].split()[0] in _NO_NAMES or end - match.end() < 2:
        return None
    colon = text.index(":", match.end("name"))
    act = "asks" if match["name"] == "Q" else "says"
    return Attribution(
        "direct", ((match.end(), end),), (match.span("name"),), ((colon, colon + 1),), "turn", confidence("turn"),
        act=act, channel="interview" if match["name"] in "QA" else None,
    )  # fmt: skip
