"""Whom a pronoun means: who spoke last or whom the sentence before is about, where that is one; else nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from store.ingest.attribution import Span
from store.ingest.mention import Mention
from store.ingest.mentions import Named
from store.ingest.people import People, Person
from store.ingest.roles import Role
from store.ingest.subjects import Subjects
from store.ingest.wordlists import alternatives, table, words
from store.vocabulary import DateBasis

_FAR, _CLAUSE, _SENTENCES = 1500, 200, 5
"""How far back, in characters, the last speaker and the word before "who" are looked for; and in sentences."""
_BESIDE = 2
"""The sentence that the pronoun is in and the one before: beyond them nobody else may be named on the way."""
_MANY = ("collective", "organisation", "armed-group", "state", "media")
_ONE = ("organisation", "state", "media", "document")
_BODIES = ("organisation", "armed-group", "media")
_SPEAKS = ("person", "office", "anonymous-source")
_WORD = re.compile(r"\w*")
_HEADS = alternatives(words("organisation-heads") | words("government-words"))
_A_BODY = re.compile(rf"\b(?:[Tt]he|[Aa]n?)\s+(?:[\w’'-]+\s+){{0,3}}?({_HEADS})\b")
"""A body without a name: "the defence ministry"."""
_STOP = re.compile(r"[.!?]\s")

Somebody: TypeAlias = Role | Person


class Antecedent(NamedTuple):
    """Resolved where nobody else comes into question, inferred where others are named on the way."""

    who: Somebody
    basis: DateBasis = "resolved"


class Antecedents:
    """`quoted` are runs in order that somebody speaks: whom these name is none of those told of around them."""

    def __init__(self, text: str, named: Named, people: People, subjects: Subjects, quoted: Sequence[Span]) -> None:
        self._bodies = named.between
        self._text, self._people, self._subjects, self._quoted = text, people, subjects, quoted
        self._starts = [start for start, _ in quoted]
        self._spoke: list[tuple[int, list[Role]]] = []
        self._spoke_at: list[int] = []

    def spoke(self, at: int, roles: list[Role]) -> None:
        """They were named as speakers at that place, which is after those told before."""
        self._spoke.append((at, roles))
        self._spoke_at.append(at)

    def of(self, mention: Mention) -> list[Antecedent]:
        """Who is meant; none where it isn't clear, as it is not in others' words: they know whom they mean."""
        at = mention.span[0]
        if self._is_quoted(at):
            return []
        if mention.gender in ("m", "f"):
            found = self.person(at, mention.gender)
            return [found] if found else []
        if mention.head == "who":
            return self._before(at)
        roles = self._last(at)
        if mention.head in ("they", "them", "their", "both"):
            many = len(roles) > 1 or (roles and (roles[0].many or roles[0].kind in _MANY))
            return [Antecedent(role) for role in roles] if many else []
        one = len(roles) == 1 and roles[0].kind in _ONE and mention.head in ("it", "its")
        return [Antecedent(roles[0])] if one and not self._another(roles[0], at) else []

    def person(self, at: int, gender: str | None) -> Antecedent | None:
        """The speaker or the subject nearest before, if the sentence has but one who may be meant."""
        for far, (start, end) in enumerate(self._subjects.before(at, _SENTENCES, _FAR)):
            those = {_name(who): (where, who) for where, who in self._candidates(start, end) if self._fits(who, gender)}
            if those:
                where, who = next(iter(those.values()))
                others = [each for each in self._named(where + 1, at) if _name(each) != _name(who)]
                alone = not any(self._fits(each, gender) for each in others)
                told = len(those) == 1 and (alone or far < _BESIDE) and not self._unclear(where + 1, at)
                return Antecedent(who, "resolved" if alone else "inferred") if told else None
            if self._subjects.is_somebody((start, end)):
                return None
        return None

    def _unclear(self, start: int, at: int) -> bool:
        """Whether somebody spoke there of whom it isn't clear who it is: "he" may be that one."""
        first, last = bisect_left(self._spoke_at, start), bisect_left(self._spoke_at, at)
        unclear = (where for where, roles in self._spoke[first:last] if not roles)
        return any(_word(self._text, where) not in table("pronouns") for where in unclear)

    def last(self, at: int, kinds: Sequence[str]) -> Role | None:
        """The one who spoke last before that place, if it is of such a kind."""
        roles = self._last(at)
        return roles[0] if len(roles) == 1 and roles[0].kind in kinds else None

    def _candidates(self, start: int, end: int) -> list[tuple[int, Somebody]]:
        first, last = bisect_left(self._spoke_at, start), bisect_left(self._spoke_at, end)
        spoke = [
            (at, roles[0]) for at, roles in self._spoke[first:last] if len(roles) == 1 and roles[0].kind in _SPEAKS
        ]
        subject = self._subjects.of((start, end))
        return [*spoke, *([subject] if subject and not self._is_quoted(subject[0]) else [])]

    def _fits(self, who: Somebody, gender: str | None) -> bool:
        if isinstance(who, Role):
            if who.many:
                return False
            if who.kind != "person":
                return who.gender in (None, gender)
        person = who if isinstance(who, Person) else self._people.named(who.name)
        return gender is None or not person or person.gender in (None, gender)

    def _named(self, start: int, at: int) -> list[Person]:
        """People named there outside of others' words."""
        between = self._people.between(start, at)
        return [person for span, person in between if person.known and not self._is_quoted(span[0])]

    def _last(self, at: int) -> list[Role]:
        place = bisect_left(self._spoke_at, at)
        where, roles = self._spoke[place - 1] if place else (0, [])
        return roles if at <= where + _FAR else []

    def _another(self, role: Role, at: int) -> bool:
        """Whether a body is named between who spoke last and here: "it" may be that one."""
        where = self._spoke[bisect_left(self._spoke_at, at) - 1][0]
        named = self._bodies(where + 1, at)
        bodies = [each.span[0] for each in named if each.kind in _BODIES and each.name != role.name]
        own = {role.head, *role.name.lower().split()}
        bodies += [found.start() for found in _A_BODY.finditer(self._text, where, at) if found[1].lower() not in own]
        return not all(map(self._is_quoted, bodies))

    def _before(self, at: int) -> list[Antecedent]:
        """The last person of the sentence: "Anna Kovac, the mayor, who said"."""
        start = max(0, at - _CLAUSE)
        for stop in _STOP.finditer(self._text, start, at):
            start = stop.end()
        found = [person for _, person in self._people.between(start, at)]
        return [Antecedent(found[-1])] if found else []

    def _is_quoted(self, at: int) -> bool:
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._quoted[place][1]


def _word(text: str, at: int) -> str:
    found = _WORD.match(text, at)
    return found[0].lower() if found else ""


def _name(who: Somebody) -> tuple[bool, str]:
    return isinstance(who, Role) and who.kind != "person", who.name
