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

_ANY_BODY = frozenset({"agency", "body", "organisation", "organization"})
_FIRMS = frozenset({"company", "corporation", "firm", "group"})
_CIVIL = _ANY_BODY | {
    *("charity", "foundation", "group", "institute", "monitor", "monitoring group", "rights group", "watchdog")
}
"""What the bodies of our lists are called, but for those of states."""
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
        kinds = ("media",) if mention.head in _MEDIA - _ANY_BODY else ("organisation", "media", "armed-group")
        if len(told := self._named.told_as(mention.head)) == 1:
            return Meant(self._roles.enter("organisation", told[0]), "resolved")
        those = [body for body in self._named.bodies(mention.head, mention.span[0]) if body[0] in kinds]
        if len(those) == 1:
            return Meant(self._roles.enter(*those[0]), "resolved")
        last = self._before.last(mention.span[0], kinds)
        if last and not those and _may_be(last, mention.head, self._named.noun_of(last.name)):
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


def _may_be(last: Role, head: str, told: str) -> bool:
    """Whether "the group" may mean it; `told` is what the text calls it ("airline"), if anything.

    The United Nations are no firm, an airline is no union, and a ministry is told by its own name.
    """
    kind = last.name.split()[-1].lower()
    if last.document or head in (kind, told):
        return head in (kind, told)
    if last.name in words("unions-of-states") or kind in _kinds():
        return head in _ANY_BODY
    if told:
        return head in (_FIRMS if told in words("firms") else _ANY_BODY | {"group"})
    if last.kind == "media":
        return head in _MEDIA | _FIRMS
    return head in (_CIVIL if last.name in lexicon.known() else _ANY_BODY | _FIRMS | {"group"})


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
    if told and offices and not told <= offices:
        return False
    of = _qualifier(mention.name, mention.head)
    held = {_qualifier(office, mention.head) for office in (*person.offices, *person.titles)} - {None}
    return of is None or not held or of in held


def _qualifier(office: str, head: str) -> str | None:
    """The word before the head, which tells one office from another: "interior" of "the interior minister"."""
    words_ = office.lower().split()
    at = next((at for at, word in enumerate(words_) if word == head), 0)
    return words_[at - 1] if at else None


def _is_proper(name: str) -> bool:
    return any(word[:1].isupper() for word in name.split())
