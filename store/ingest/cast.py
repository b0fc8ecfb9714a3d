"""Who is meant by a phrase in its document: names grouped, pronouns and "the minister" resolved where it is clear."""

from __future__ import annotations

from collections.abc import Sequence

from store.ingest import lexicon
from store.ingest.antecedents import Antecedent, Antecedents
from store.ingest.attribution import Span
from store.ingest.definites import Definites
from store.ingest.mention import Mention
from store.ingest.mentions import Named
from store.ingest.naming import squeezed
from store.ingest.nouns import government
from store.ingest.people import People, Person
from store.ingest.phrases import read
from store.ingest.roles import Meant, Role, Roles
from store.ingest.subjects import Subjects
from store.vocabulary import DateBasis

_OWNED_BY = {"his": "m", "her": "f", "its": None, "their": None}
_OWNERS = ("its ", "his ", "her ", "their ")


class Cast:
    """The actors of a document. Phrases are to be asked about in the order of the text: "he" is who spoke last.

    `sentences` are in order; `sources` name who speaks; `quoted` are runs that somebody else speaks, in order.
    """

    def __init__(
        self, document: str, text: str, sentences: Sequence[Span], sources: Sequence[Span], quoted: Sequence[Span]
    ) -> None:
        self.roles = Roles(document)
        self.named = Named(text)
        self.people = People(text, self.named.mentions, sources)
        self._text = text
        self._before = Antecedents(text, self.named, self.people, Subjects(text, sentences, self.people), quoted)
        self._definites = Definites(self.named, self.people, self.roles, self._before)

    def meant(self, span: Span) -> list[Meant]:
        """Whom the phrase at that place names, in its order; none where nobody is named or it isn't clear who."""
        found = {each.role.id: each for mention in self._owned(read(self._text, span)) for each in self.actors(mention)}
        return list(found.values())

    def spoke(self, at: int, meant: Sequence[Meant]) -> None:
        """They were quoted there: pronouns that follow may mean them."""
        self._before.spoke(at, [each.role for each in meant])

    def actors(self, mention: Mention) -> list[Meant]:
        """The actors meant; none where a pronoun, or an office without a name, may be several."""
        if mention.reach == "pronoun":
            return [Meant(self._role(found.who), found.basis) for found in self._before.of(mention)]
        if mention.kind == "state":
            return self._state(mention)
        if mention.reach == "named" and mention.kind == "person":
            if not mention.gender and self.named.is_body(mention.name):
                return [Meant(self._called(mention._replace(kind="organisation", capacity=None)))]
            return [self._person(mention)]
        if mention.reach != "named" and mention.kind != "document" and (somebodys := self._somebodys(mention)):
            return somebodys
        if mention.reach == "definite" or (mention.kind == "office" and mention.reach == "named"):
            return self._definite(mention)
        return [Meant(self._unnamed(mention) if mention.reach == "unnamed" else self._called(mention))]

    def _owned(self, mentions: list[Mention]) -> list[Mention]:
        """Whose allies they are goes into what they are called: "the regime and its allies"."""
        for place, mention in enumerate(mentions[1:], 1):
            if mention.reach == "unnamed" and self._text.startswith(_OWNERS, mention.span[0]):
                owner = squeezed(self._text[slice(*mentions[place - 1].span)])
                mentions[place] = mention._replace(name=f"{mention.name} of {owner}")
        return mentions

    def _somebodys(self, mention: Mention) -> list[Meant]:
        """For "his office", "its spokesman": "office of Jo Ray" where it is clear whose, else one of that name alone.

        None where it is nobody's, or somebody whom the text gives that office.
        """
        owned = self._text[slice(*mention.span)].partition(" ")[0].lower()
        if owned not in _OWNED_BY or " of " in mention.name:
            return []
        if mention.kind == "office" and isinstance(self._definites.of(mention), Person):
            return []
        owner = self._owner(mention, owned)
        kind = "anonymous-source" if mention.kind == "office" else mention.kind
        name = f"{mention.name} of {owner.who.name}" if owner else mention.name
        role = self.roles.unnamed(mention._replace(kind=kind, name=name), another=owner is None)
        return [Meant(role, "resolved" if owner and owner.basis == "resolved" else "inferred")]

    def _owner(self, mention: Mention, owned: str) -> Antecedent | None:
        gender = _OWNED_BY[owned]
        if gender:
            found = self._before.person(mention.span[0], gender)
            return found if found and (isinstance(found.who, Person) or found.who.kind == "person") else None
        pronoun = Mention(mention.span, "person", owned, "pronoun", head=owned)
        return next(iter(self._before.of(pronoun)), None)

    def person(self, found: Person) -> Role:
        """The role of somebody whom the text names."""
        role = self.roles.enter("person", found.name)
        role.description = found.offices[0] if found.offices else None
        return role

    def _role(self, found: Role | Person) -> Role:
        return self.person(found) if isinstance(found, Person) else found

    def _person(self, mention: Mention) -> Meant:
        """One whom several may be meant by ("Clinton") stands as printed, unless one of them spoke last."""
        those = self.people.of(mention)
        basis: DateBasis = "stated"
        if len(those) > 1:
            those, basis = self._one_of(those, mention.span[0]), "resolved"
        if len(those) != 1:
            return Meant(self.roles.enter("person", mention.name), "stated", mention.capacity)
        role = self.person(those[0])
        role.call(mention.name, "weak")
        return Meant(role, basis, mention.capacity)

    def _one_of(self, those: list[Person], at: int) -> list[Person]:
        """The likeliest, else who of them spoke last, unless several were named shortly before."""
        if likely := self.people.likeliest(those, at):
            return [likely]
        last = self._before.last(at, ("person",))
        return [] if self.people.near(those, at) else [person for person in those if last and person.name == last.name]

    def _state(self, mention: Mention) -> list[Meant]:
        """A country whose government the text speaks of is that government; "the regime" is the only one there."""
        printed = squeezed(lexicon.without_article(self._text[slice(*mention.span)]))
        if mention.state:
            governs = mention.state in self.named.governed or mention.head not in lexicon.FORMS
            role = self.roles.enter("state", government(mention.state) if governs else mention.state)
            if mention.head != lexicon.ADJECTIVE:
                role.call(printed, "weak" if mention.head in lexicon.FORMS else "alias")
            return [Meant(role)]
        governed = [state for state, heads in self.named.governed.items() if mention.head in heads]
        governed = governed or list(self.named.governed)
        if len(governed) == 1:
            role = self.roles.enter("state", government(governed[0]))
            role.call(printed if " " in printed else f"the {printed}", "alias" if " " in printed else "weak")
            return [Meant(role, "resolved")]
        return [Meant(self.roles.enter("state", mention.name))] if " " in mention.name else []

    def _called(self, mention: Mention) -> Role:
        """An organisation, medium or group by its name; by letters or one word of it, where the text has the whole."""
        name, kind = mention.name, mention.kind
        name = self.named.letters.get(name, name)
        if kind in ("organisation", "media") and " " not in name:
            longer = [other for other_kind, other in self.named.bodies(name) if other_kind == kind and other != name]
            name = longer[0] if len(longer) == 1 else name
        general = kind == "organisation" and lexicon.is_general(name)
        role = self.roles.enter(kind, name, here=general or (kind == "armed-group" and name.islower()))
        if kind == "organisation" and mention.head.isalpha() and mention.head not in lexicon.FORMS:
            self.roles.told(mention.head, role)
        role.call(mention.name if mention.name != name else self._printed(mention))
        return role

    def _printed(self, mention: Mention) -> str:
        """The name as it stands there, where it is short enough to be one."""
        printed = squeezed(lexicon.without_article(self._text[slice(*mention.span)]).partition(",")[0])
        return printed if printed in lexicon.known() else ""

    def _unnamed(self, mention: Mention) -> Role:
        """Two of them for "a resident" and, later, "a resident"; "residents" are always the same."""
        article = self._text[mention.span[0] : mention.span[1]].partition(" ")[0].lower()
        return self.roles.unnamed(mention, another=article in ("a", "an", "another", "one"))

    def _definite(self, mention: Mention) -> list[Meant]:
        """For "the minister": who holds that office in the text, the office itself, or who was spoken of so before."""
        found = self._definites.of(mention)
        if isinstance(found, Person):
            return [Meant(self.person(found), "resolved", mention.name)]
        return [found] if found else []
