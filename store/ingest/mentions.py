"""Where a text names actors: every run of capitalised words that is a person, state, organisation, group or office."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from store.ingest import lexicon, nouns
from store.ingest.attribution import Span
from store.ingest.mention import Mention
from store.ingest.naming import named
from store.ingest.proper_names import runs
from store.ingest.wordlists import words
from store.vocabulary import ActorKind

_LETTERS = re.compile(r"\s*\((?:the\s+)?([A-Z][A-Za-z.&-]{1,9})\)")
_NEXT_WORD = re.compile(r"(?:['’]s)?\s+(\w+(?:['’](?!s\b)\w+)*)")
_OFFICE = re.compile(r" ([a-z]+(?: [a-z]+){0,2})\b")
_NOUN_BEFORE = re.compile(r"\b([a-z]+)\s$")
_NOUN_BEHIND = re.compile(
    r",\s(?:an?|the)\s(?:[\w’'-]+\s){0,4}?([a-z]+)(?=[,.]|\s(?:of|for|that|which|based|in|with)\b)"
)
_OFFICE_IN = re.compile(
    r"\b(?:director|chief executive|founder|(?:strategist|economist|analyst|researcher)s? (?:at|with|for))\s(?:of\s)?$"
)
_SMALL = re.compile(r"\s[a-z]+(?:s|ment|tion)\b")
_BODY_NOUNS = words("organisation-heads") | words("firms")
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
        self._told_bodies: dict[str, str] = {}
        at = 0
        for start, end in runs(text):
            # Within the name of an organisation that went on; a party and a state in parentheses.
            if start < at or text[start - 1 : start] == "(":
                continue
            mention = named(text, (start, end), end + _LONGEST)
            if mention and not (mention.kind == "person" and self._is_common(text, mention)):
                at = mention.span[1]
                self._enter(text, mention)
        self.mentions = [
            mention._replace(kind="organisation")
            if mention.kind == "person" and self.is_body(mention.name)
            else mention
            for mention in self.mentions
        ]

    def is_body(self, name: str) -> bool:
        """Whether the text tells somewhere that a name which might be a person's is a body's: "Oxi, a charity"."""
        return name in self._told_bodies

    def told_as(self, noun: str) -> list[str]:
        """The names of the bodies that the text tells to be that: "the airline"."""
        return [name for name, told in self._told_bodies.items() if told == noun]

    def noun_of(self, name: str) -> str:
        """What the text tells that body to be: "airline"; empty where it doesn't."""
        return self._told_bodies.get(name, "")

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
        if before.rstrip(" ")[-1:].isalnum():
            return False
        following = _OFFICE.match(text, end)
        small = following[1].split() if following else []
        return any(word in lexicon.offices() for word in small[:1] + ([] if _is_verb(small) else small[1:]))

    def _enter(self, text: str, mention: Mention) -> None:
        self.mentions.append(mention)
        start, end = mention.span
        parts = mention.name.lower().split()
        if mention.kind == "person" and not mention.capacity and not mention.gender:
            noun = _told_body(text, mention.span)
            if noun is not None:
                self._told_bodies[mention.name] = self._told_bodies.get(mention.name) or noun
        if mention.kind == "office":
            for place in range(len(parts)):
                self._offices.setdefault(" ".join(parts[place:]), set()).add(mention.name)
        if mention.kind in _BODIES and mention.reach == "named" and len(parts) > 1:
            for word in parts:
                those = self._bodies.setdefault(word, {})
                if len(those) <= _FEW:
                    those.setdefault((mention.kind, mention.name), start)
        if mention.kind == "organisation" and (short := _LETTERS.match(text, end)):
            self.letters[short[1]] = mention.name
        following = _NEXT_WORD.match(text, end) if mention.state else None
        if following and mention.state and nouns.is_government(following[1]):
            self.governed.setdefault(mention.state, set()).add(following[1].lower())


def _is_verb(small: Sequence[str]) -> bool:
    """Whether a verb stands first: "Ray met lawyers"; not in "Shadow home secretary"."""
    return bool(small) and (small[0] in lexicon.verbs() or small[0].endswith(("ed", "ing", "s")))


def _told_body(text: str, span: Span) -> str | None:
    """What noun stands for a body before the name ("the charity Oxi") or behind it ("Oxi, a charity based in").

    Empty where an office in it tells that it is a body ("director of Oxi"), None where nothing does.
    """
    start, end = span
    if text[end : end + 1] == "," and (behind := _NOUN_BEHIND.match(text, end)) and behind[1] in _BODY_NOUNS:
        return behind[1]
    if not text[max(0, start - 2) : start - 1].islower():
        return None
    before = _NOUN_BEFORE.search(text, max(0, start - 24), start)
    if before and before[1] in _BODY_NOUNS:
        return before[1]
    office = _OFFICE_IN.search(text, max(0, start - 40), start) and not _SMALL.match(text, end)
    return "" if office else None
