"""The people of a document: who is called what where, grouped by surname, with offices and what tells he from she."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from store.ingest import lexicon, nouns
from store.ingest.attribution import Span
from store.ingest.mention import Mention
from store.ingest.naming import squeezed
from store.ingest.phrases import read

_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|ul)-", re.I)
_PRONOUN = re.compile(r"\b(?:(?P<m>he|himself)|(?P<f>she|herself))\b", re.I)
_APPOSITION = re.compile(
    r",\s+(?:\d{1,3},\s+)?((?:the|a|an|his|her|their|[A-Z]\w+['’]s?)?\s*[^,.;:()\"“”\n]{3,90})[,.;]"
)
_SURELY = re.compile(r",\s+(?:whom?\b|whose\b|\d{1,3}(?:,|\sand\b))")
_WHERE = re.compile(r"\b(?:in|at|near|from|of|outside|across|around)\s+(?:the\s+)?$")
"""Before a name in the words for a speaker: "witnesses in Lenk" tells of no person of that name."""
_WORDS, _TITLE = re.compile(r"[\w’'-]+"), re.compile(r"[\w’'-]+(?:\s+[\w’'-]+){0,2}")
_FEW = 8
"""Beyond so many of one surname or office nobody can be told from the others."""
_SHORT = 40
_NEAR, _SHORTLY = 160, 600
"""In characters: how far after a name, and before the next one, a pronoun is that person's; and where a name in full
still tells whom the surname means."""


@dataclass(eq=False)
class Person:
    """Somebody of the document by the longest name; `heads` are offices in a word ("minister"), `offices` whole, as
    `titles` are in small letters ("former prime minister").

    `known` tells that the text treats the name as a person's: a title, an office, or words that are said.
    """

    name: str
    heads: set[str] = field(default_factory=set)
    offices: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    honorific: str | None = None
    pronouns: Counter[str] = field(default_factory=Counter)
    known: bool = False

    @property
    def gender(self) -> str | None:
        """As m or f: by title or office, else by the pronouns that follow the name where they agree."""
        male, female = self.pronouns["m"], self.pronouns["f"]
        by_pronoun = "m" if male > 2 * female else "f" if female > 2 * male else None
        return self.honorific or by_pronoun


class People:
    """All persons named in a text, by the mentions of it (in order)."""

    def __init__(self, text: str, mentions: Iterable[Mention], sources: Sequence[Span]) -> None:
        named = [mention for mention in mentions if mention.kind == "person"]
        self._people: dict[str, Person] = {}
        self._called: dict[str, list[Person]] = {}
        self._holders: dict[str, list[Person]] = {}
        self._enter(named)
        self._in_full: dict[int, list[int]] = {}
        for mention in named:
            if " " in mention.name:
                self._in_full.setdefault(id(self._people[mention.name]), []).append(mention.span[0])
        self.mentions = [(mention.span, self._meant(mention)) for mention in named]
        self._starts = [span[0] for span, _ in self.mentions]
        self._learn(text, named)
        for span in sources:
            for named_at, person in self.between(*span):
                person.known = person.known or not _WHERE.search(text, max(span[0], named_at[0] - 20), named_at[0])

    def of(self, mention: Mention) -> list[Person]:
        """Who is called so: one, or several who share the surname and whom nothing tells apart."""
        name = mention.name
        if exact := self._people.get(name):
            return [exact]
        those = self._called.get(_key(name), [])
        if mention.gender and len(those) > 1:
            those = [person for person in those if person.honorific in (None, mention.gender)]
        return those

    def named(self, name: str) -> Person | None:
        """The person by the whole name."""
        return self._people.get(name)

    def _meant(self, mention: Mention) -> Person:
        """Whom the mention means; where several may be meant, somebody of whom nothing is known but what it tells."""
        those = self.of(mention)
        likely = those[0] if len(those) == 1 else self.likeliest(those, mention.span[0])
        return likely or Person(mention.name, honorific=mention.gender, known=True)

    def likeliest(self, those: Sequence[Person], at: int) -> Person | None:
        """Of several with one surname the one whom the text names in full far oftener, or alone shortly before `at`."""
        if len(those) > _FEW:
            return None
        places = {person.name: self._in_full.get(id(person), []) for person in those}
        total = sum(map(len, places.values()))
        for person in those:
            full = places[person.name]
            if full and full[0] < at and len(full) >= 3 * max(total - len(full), 1):
                return person
        near = self.near(those, at)
        return near[0] if len(near) == 1 else None

    def near(self, those: Sequence[Person], at: int) -> list[Person]:
        """Those of them whom the text names in full shortly before `at`."""
        return [p for p in those if _between(self._in_full.get(id(p), []), at - _SHORTLY, at)]

    def between(self, start: int, end: int) -> list[tuple[Span, Person]]:
        """Who is named from `start` on and before `end`, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def holding(self, head: str) -> list[Person]:
        """Whom the text gives that office: "minister"; the first few, where it gives it to many."""
        return self._holders.get(head, [])

    def _enter(self, named: Sequence[Mention]) -> None:
        full = dict.fromkeys(mention.name for mention in named if " " in mention.name)
        tails = {name: tail for name in full if (tail := name.partition(" ")[2]) and " " in tail and tail in full}
        for name in full:  # "Rival Hillary Clinton" is she whom the text calls Hillary Clinton
            person = self._people.setdefault(tails.get(name, name), Person(tails.get(name, name)))
            self._people[name] = person
        for name, person in list(self._people.items()):
            parts = name.split()
            ends = [" ".join(parts[place:]) for place in range(1, len(parts))]
            for key in dict.fromkeys(map(_key, (parts[0], parts[-1], *ends))):  # "Suu Kyi", "López Obrador", "Xi"
                those = self._called.setdefault(key, [])
                if len(those) <= _FEW and person not in those:
                    those.append(person)
        for mention in named:
            if _key(mention.name) not in self._called and mention.name not in self._people:
                self._people[mention.name] = person = Person(mention.name)
                self._called[_key(mention.name)] = [person]

    def _learn(self, text: str, named: Sequence[Mention]) -> None:
        """Offices before and after a name, its title, and the pronouns up to the next name."""
        for place, mention in enumerate(named):
            person, end = self.mentions[place][1], mention.span[1]
            person.known = person.known or (" " in person.name and " " not in mention.name)  # in full, then by surname
            person.known = person.known or _SURELY.match(text, end) is not None
            self._office(text, mention, person)
            following = named[place + 1].span[0] if place + 1 < len(named) else len(text)
            for found in _PRONOUN.finditer(text, end, min(end + _NEAR, following)):
                person.pronouns[found.lastgroup or ""] += 1

    def _office(self, text: str, mention: Mention, person: Person) -> None:
        start, end = mention.span
        apart = text[start - 2 : start] == ", " and text[end : end + 1] == ","  # "the mayor, Jo Ray, left"
        end_before = start - 2 * apart
        last = _last_word(text, end_before)
        heads = [mention.head, last]
        if (after := _APPOSITION.match(text, end)) and " " in mention.name:
            heads += [each.head for each in read(text, after.span(1)) if each.reach != "named" or each.kind == "office"]
        if last in lexicon.offices():
            person.titles.add(_title(text, end_before))
        for head in heads:
            if head in lexicon.offices() and head not in person.heads:
                person.heads.add(head)
                self._hold(head, person)
            person.honorific = person.honorific or nouns.gender(head)
            person.known = person.known or head in lexicon.offices()
        if mention.capacity:
            person.offices.append(mention.capacity)
        person.known = person.known or mention.gender is not None or mention.capacity is not None
        person.honorific = mention.gender or person.honorific

    def _hold(self, head: str, person: Person) -> None:
        holders = self._holders.setdefault(head, [])
        if len(holders) <= _FEW:
            holders.append(person)


def _last_word(text: str, end: int) -> str:
    """The word before the place, in small letters; empty where a mark stands there."""
    found = _WORDS.match(text[max(0, end - _SHORT) : end].rstrip()[::-1])
    return found[0][::-1].lower() if found else ""


def _title(text: str, end: int) -> str:
    """That word with up to two before it, which no mark parts from it: "former prime minister"."""
    found = _TITLE.match(text[max(0, end - _SHORT) : end].rstrip()[::-1])
    return squeezed(found[0][::-1].lower()) if found else ""


def _between(places: Sequence[int], start: int, end: int) -> bool:
    place = bisect_left(places, start)
    return place < len(places) and places[place] < end


def _key(name: str) -> str:
    """A surname as it is looked up: without the Arabic article, which reports drop at will."""
    return _ARTICLE.sub("", name)
