"""Phrases that point to somebody told of elsewhere in the text: "the minister", "the ministry", "the resident"."""

from __future__ import annotations

from functools import cache

from store.ingest import lexicon
from store.ingest.antecedents import Antecedents
from store.ingest.mention import Mention
from store.ingest.mentions import Named
from store.ingest.people import People, Person
from store.ingest.roles import Meant, Role, Roles
from store.ingest.wordlists import words

_ANY_ORGANISATION = frozenset(
    {"agency", "bank", "charity", "company", "corporation", "firm", "foundation", "group", "institute", "monitor"}
    | {"monitoring group", "organisation", "organization", "party", "rights group", "union", "watchdog"}
)
_ANY_BODY = frozenset({"agency", "body", "organisation", "organization"})
_MEDIA = frozenset(
    {"agency", "broadcaster", "channel", "magazine", "network", "newspaper", "outlet", "paper", "station"}
)


class Definites:
    """Roles made for an antecedent are entered in `roles`."""

    def __init__(self, named: Named, people: People, roles: Roles, before: Antecedents) -> None:
        self._named, self._people, self._roles, self._before = named, people, roles, before

    def of(self, mention: Mention) -> Meant | Person | None:
        """Who is meant: a person told of so, the office by its full name, an organisation; else one without a name.

        None where several may be.
        """
        if mention.kind == "office":
            return self._office(mention)
        if mention.kind == "organisation" or mention.head in _MEDIA:
            return self._organisation(mention)
        return self._earlier(mention) or self._nobody(mention)

    def _office(self, mention: Mention) -> Meant | Person | None:
        those = [person for person in self._people.holding(mention.head) if _fits(person, mention)]
        if len(those) == 1:
            return those[0]
        if those:
            before = self._before.person(mention.span[0], mention.gender)
            return next((person for person in those if before and person.name == before.who.name), None)
        whole = self._named.office(mention.name)
        if whole:
            role = self._roles.enter("office", whole)
            role.call(f"the {mention.name}", "weak")
            return Meant(role)
        if _is_proper(mention.name) and (mention.name[:1].isupper() or " " in mention.name):
            role = self._roles.enter("office", mention.name)
            role.call(mention.capacity or "")
            return Meant(role)
        return self._earlier(mention) or self._nobody(mention)

    def _organisation(self, mention: Mention) -> Meant | None:
        """The only ministry named for "the ministry"; for "the group" the organisation that spoke last."""
        kinds = ("media",) if mention.head in _MEDIA - _ANY_ORGANISATION else ("organisation", "media", "armed-group")
        those = [body for body in self._named.bodies(mention.head, mention.span[0]) if body[0] in kinds]
        if len(those) == 1:
            return Meant(self._roles.enter(*those[0]), "resolved")
        last = self._before.last(mention.span[0], kinds)
        if last and not those and _may_be(last, mention.head):
            return Meant(last, "resolved")
        return self._earlier(mention) or (self._nobody(mention) if not those else None)

    def _earlier(self, mention: Mention) -> Meant | None:
        role = self._roles.last(mention.head)
        return Meant(role, "resolved") if role else None

    def _nobody(self, mention: Mention) -> Meant:
        """Somebody of whom no more is told than this: without a name, and not stated to be whom we take it for."""
        kind = mention.kind if mention.kind in ("document", "organisation") else "anonymous-source"
        role = self._roles.unnamed(mention._replace(kind=kind))
        return Meant(role, "inferred")


def _may_be(last: Role, head: str) -> bool:
    """Whether "the group" may mean it. The United Nations are no firm, and a ministry is told by its own name."""
    kind = last.name.split()[-1].lower()
    told = kind != head and kind in _kinds()
    if last.document or last.name in words("unions-of-states") or told:
        return kind == head or (last.document is None and head in _ANY_BODY)
    return head in _ANY_ORGANISATION | _MEDIA


@cache
def _kinds() -> frozenset[str]:
    """What bodies are, by the last word of their names."""
    return frozenset(word.lower() for word in lexicon.organisation_words())


def _fits(person: Person, mention: Mention) -> bool:
    """Of the gender that the word tells, and of an office that names the same state or body, where both name one."""
    if mention.gender and person.gender not in (None, mention.gender):
        return False
    told = {word for word in mention.name.split() if word[:1].isupper() and word.lower() != mention.head}
    offices = {word for office in person.offices for word in office.split()}
    return not told or not offices or told <= offices


def _is_proper(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())
