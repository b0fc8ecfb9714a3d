"""Whom a pronoun means: who spoke last, where nobody else comes into question; else nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from store.ingest.attribution import Span
from store.ingest.mention import Mention
from store.ingest.people import People, Person
from store.ingest.roles import Role

_FAR, _NEAR, _CLAUSE = 1500, 400, 200
"""How far back, in characters, the last speaker, another person, and the word before "who" are looked for."""
_MANY = ("collective", "organisation", "armed-group", "state", "media")
_ONE = ("organisation", "state", "media", "document")
_STOP = re.compile(r"[.!?]\s")


class Antecedents:
    """`quoted` are runs in order that somebody speaks: whom these name is none of those told of around them."""

    def __init__(self, text: str, people: People, quoted: Sequence[Span]) -> None:
        self._text, self._people, self._quoted = text, people, quoted
        self._starts = [start for start, _ in quoted]
        self._spoke: list[tuple[int, list[Role]]] = []
        self._spoke_at: list[int] = []

    def spoke(self, at: int, roles: list[Role]) -> None:
        """They were named as speakers at that place, which is after those told before."""
        self._spoke.append((at, roles))
        self._spoke_at.append(at)

    def of(self, mention: Mention) -> list[Role | Person]:
        """Who is meant; none where it isn't clear."""
        at = mention.span[0]
        if mention.gender in ("m", "f"):
            found = self.person(at, mention.gender)
            return [found] if found else []
        if mention.gender == "many":
            return list(self._many(at)) if mention.head in ("they", "them", "their", "both") else []
        if mention.head == "who":
            return self._before(at)
        return list(self._speaker(at, _ONE)) if mention.head in ("it", "its") else []

    def person(self, at: int, gender: str | None) -> Role | Person | None:
        """The last speaker, if he or she may be meant and nobody else was named since; else the only one named near."""
        last = next(iter(self._speaker(at, ("person", "office", "anonymous-source"))), None)
        if last and not last.many and self._fits(last, gender):
            since = self._others(self._last(at)[0] + 1, at, gender)
            if all(person.name == last.name for person in since):
                return last
        near = {person.name: person for person in self._others(max(0, at - _NEAR), at, gender)}
        return next(iter(near.values())) if len(near) == 1 else None

    def last(self, at: int, kinds: Sequence[str]) -> Role | None:
        """The one who spoke last before that place, if it is of such a kind."""
        return next(iter(self._speaker(at, kinds)), None)

    def _fits(self, role: Role, gender: str | None) -> bool:
        if role.kind != "person":
            return role.gender in (None, gender)
        found = self._people.named(role.name)
        return gender is None or not found or found.gender in (None, gender)

    def _others(self, start: int, at: int, gender: str | None) -> list[Person]:
        """People named there outside of others' words."""
        return [
            person
            for span, person in self._people.between(start, at)
            if person.known and (gender is None or person.gender in (None, gender)) and not self._is_quoted(span[0])
        ]

    def _speaker(self, at: int, kinds: Sequence[str]) -> list[Role]:
        roles = self._last(at)[1]
        return roles if len(roles) == 1 and roles[0].kind in kinds else []

    def _last(self, at: int) -> tuple[int, list[Role]]:
        place = bisect_left(self._spoke_at, at)
        where, roles = self._spoke[place - 1] if place else (0, [])
        return (where, roles) if at <= where + _FAR else (where, [])

    def _many(self, at: int) -> list[Role]:
        roles = self._last(at)[1]
        return roles if len(roles) > 1 or (roles and (roles[0].many or roles[0].kind in _MANY)) else []

    def _before(self, at: int) -> list[Role | Person]:
        """ "Anna Kovac, the mayor, who said": the last person of the sentence."""
        start = max(0, at - _CLAUSE)
        for stop in _STOP.finditer(self._text, start, at):
            start = stop.end()
        found = [person for _, person in self._people.between(start, at)]
        return [found[-1]] if found else []

    def _is_quoted(self, at: int) -> bool:
        place = bisect_right(self._starts, at) - 1
        return place >= 0 and at < self._quoted[place][1]
