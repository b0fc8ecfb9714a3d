"""Where a text names actors: every run of capitalised words that is a person, state, organisation, group or office."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from store.ingest import nouns
from store.ingest.mention import Mention
from store.ingest.naming import named
from store.ingest.proper_names import runs

_LETTERS = re.compile(r"\s*\((?:the\s+)?([A-Z][A-Za-z.&-]{1,9})\)")
_NEXT_WORD = re.compile(r"(?:['’]s)?\s+([\w’']+)")
_LONGEST = 120


class Named(NamedTuple):
    """What a text names. `letters` are short forms that it gives itself, "SOHR" -> the whole name; `governed` are the
    states whose government it speaks of, each with the words it has for that ("regime")."""

    mentions: list[Mention]
    letters: dict[str, str]
    governed: dict[str, set[str]]

    def between(self, start: int, end: int) -> list[Mention]:
        """Those that begin from `start` on and before `end`."""
        first, last = (bisect_left(self.mentions, at, key=lambda mention: mention.span[0]) for at in (start, end))
        return self.mentions[first:last]


def mentions(text: str) -> Named:
    """In order; a name of the lists and one that is merely capitalised alike, no pronouns and no common nouns."""
    found: list[Mention] = []
    letters: dict[str, str] = {}
    governed: dict[str, set[str]] = {}
    at = 0
    for run in runs(text):
        if (
            run[0] < at or text[run[0] - 1 : run[0]] == "("
        ):  # in an organisation's name that went on; a party and a state
            continue
        mention = named(text, run, run[1] + _LONGEST)
        if mention is None or (mention.kind == "person" and nouns.is_common(mention.name)):
            continue
        at = mention.span[1]
        found.append(mention)
        if mention.kind == "organisation" and (short := _LETTERS.match(text, at)):
            letters[short[1]] = mention.name
        following = _NEXT_WORD.match(text, at) if mention.state else None
        if following and mention.state and nouns.is_government(following[1]):
            governed.setdefault(mention.state, set()).add(following[1].lower())
    return Named(found, letters, governed)
