"""Whom an actor belongs to, where the text says so: "the White Helmets, a branch of …", "the ministry's spokesman"."""

from __future__ import annotations

import re

from store.ingest.attribution import Span

_BRANCH = re.compile(
    r"(?:,|\s\(|\s[–—-]|\s(?:is|was))\s(?:an?|the|one\sof\sthe)\s(?:[\w’'-]+\s){0,3}?(?:branch(?:es)?|arm|wing|affiliate|subsidiary"
    r"|unit|division|offshoot|agency|department|chapter)\sof\s(?P<body>[^,.;:()“”\"\n]{2,80})"
)
_ROLES = (
    r"(?:spokes(?:man|woman|person)|director|head|chief|chair(?:man|woman|person)?|president|secretary[- ]general"
    r"|chief\sexecutive|coordinator|representative|official|commander|lawyer|envoy|adviser|advisor|deputy)"
)
_OWNED = re.compile(
    rf"(?P<body>(?:(?i:the)\s)?[^\s,;:“”\"][^,;:“”\"\n]{{1,60}}?)(?:['’]s|(?<=s)['’])\s(?:[a-z-]+\s){{0,3}}{_ROLES}\b"
)
_HELD = re.compile(
    rf"(?:^|,\s)(?:(?i:an?|the)\s)?(?:[a-z-]+\s){{0,3}}?{_ROLES}\s(?:of|for|at|with)\s(?P<body>(?:the\s)?[^,;:“”\"\n]{{2,80}})"
)


def branch_of(text: str, end: int) -> Span | None:
    """The body that a name which ends at `end` is said to be a part of."""
    found = _BRANCH.match(text, end)
    return found.span("body") if found else None


def office_in(text: str, source: Span) -> Span | None:
    """The body in which the one named in the words for a source is said to hold an office."""
    words = text[slice(*source)]
    found = _OWNED.match(words) or _HELD.search(words)
    if found is None:
        return None
    start, end = found.span("body")
    return source[0] + start, source[0] + end
