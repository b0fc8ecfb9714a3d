"""Where a text names actors: every run of capitalised words that is a person, state, organisation, group or office."""

from __future__ import annotations

import re
from bisect import bisect_left

from store.ingest import lexicon, nouns
from store.ingest.mention import Mention
from store.ingest.naming import named
from store.ingest.proper_names import runs
from store.vocabulary import ActorKind

_LETTERS = re.compile(r"\s*\((?:the\s+)?([A-Z][A-Za-z.&-]{1,9})\)")
_NEXT_WORD = re.compile(r"(?:['’]s)?\s+(\w+(?:['’](?!s\b)\w+)*)")
_OFFICE = re.compile(r" ([a-z]+)\b")
_LONGEST = 120
_FEW = 8
_BODIES = ("organisation", "media", "armed-group")


class Named:
    """What a text names, in order: names of the lists and those merely capitalised alike; no pronouns, no common nouns.

    `letters` are short forms that it gives itself, "SOHR" -> the whole name; `governed` are the states whose government
    it speaks of, each with the words it has for that ("regime").
    """

    def __init__(self, text: str) -> None:
        self.mentions: list[Mention] = []
        self.letters: dict[str, str] = {}
        self.governed: dict[str, set[str]] = {}
        self._offices: dict[str, set[str]] = {}
        self._bodies: dict[str, dict[tuple[ActorKind, str], int]] = {}
        at = 0
        for start, end in runs(text):
            # Within the name of an organisation that went on; a party and a state in parentheses.
            if start < at or text[start - 1 : start] == "(":
                continue
            mention = named(text, (start, end), end + _LONGEST)
            if mention and not (mention.kind == "person" and self._is_common(text, mention)):
                at = mention.span[1]
                self._enter(text, mention)

    def between(self, start: int, end: int) -> list[Mention]:
        """Those that begin from `start` on and before `end`."""
        first, last = (bisect_left(self.mentions, at, key=lambda mention: mention.span[0]) for at in (start, end))
        return self.mentions[first:last]

    def office(self, short: str) -> str | None:
        """The only office whose name ends so: "UN Secretary-General" for "Secretary-General"."""
        longer = self._offices.get(short.lower(), set()) - {short}
        return next(iter(longer)) if len(longer) == 1 else None

    def bodies(self, word: str, before: int | None = None) -> list[tuple[ActorKind, str]]:
        """Organisations, media and armed groups with that word in their name, a few of them, named `before` a place."""
        found = self._bodies.get(word.lower(), {})
        return [body for body, first in found.items() if before is None or first < before]

    @staticmethod
    def _is_common(text: str, mention: Mention) -> bool:
        """A noun at the head of a sentence ("Delegates", "Search chief"), or behind an article ("the Europeans")."""
        if " " in mention.name or mention.capacity or mention.gender:
            return False
        start, end = mention.span
        before = text[max(0, start - 4) : start].lower()
        if before == "the " or nouns.is_common(mention.name):
            return True
        following = _OFFICE.match(text, end)
        return bool(following and following[1] in lexicon.offices() and not before.rstrip(" ")[-1:].isalnum())

    def _enter(self, text: str, mention: Mention) -> None:
        self.mentions.append(mention)
        start, end = mention.span
        words = mention.name.lower().split()
        if mention.kind == "office":
            for place in range(len(words)):
                self._offices.setdefault(" ".join(words[place:]), set()).add(mention.name)
        if mention.kind in _BODIES and mention.reach == "named" and len(words) > 1:
            for word in words:
                those = self._bodies.setdefault(word, {})
                if len(those) <= _FEW:
                    those.setdefault((mention.kind, mention.name), start)
        if mention.kind == "organisation" and (short := _LETTERS.match(text, end)):
            self.letters[short[1]] = mention.name
        following = _NEXT_WORD.match(text, end) if mention.state else None
        if following and mention.state and nouns.is_government(following[1]):
            self.governed.setdefault(mention.state, set()).add(following[1].lower())
