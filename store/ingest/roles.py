"""The actors that a document's drafts name: each entered once, with the other names it goes by there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from store.folding import fold
from store.identity import actor_id
from store.ingest.mention import Mention
from store.ingest.naming import squeezed
from store.model import Actor, Name
from store.vocabulary import ActorKind, DateBasis, NameKind

_OF_ONE_REPORT = ("anonymous-source", "collective", "document")


@dataclass
class Role:
    """An actor in the making; `document` is the document's id where the actor belongs to it alone.

    `parent` is the body that it is said to be of. `head` is the word that tells what an unnamed one is ("resident");
    `many` that it is more than one.
    """

    kind: ActorKind
    name: str
    document: str | None = None
    head: str = ""
    gender: str | None = None
    many: bool = False
    description: str | None = None
    parent: Role | None = None
    names: dict[str, NameKind] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.id = actor_id(self.kind, self.name, self.document)

    def call(self, name: str, kind: NameKind = "alias") -> None:
        """Enters another name as printed; what folds to a name that is there already adds nothing."""
        name = squeezed(name)
        if name and fold(name) not in map(fold, (self.name, *self.names)):
            self.names[name] = kind

    def actor(self) -> Actor:
        names = tuple(Name(text, kind) for text, kind in self.names.items())
        made = Actor(id=self.id, name=self.name, kind=self.kind, names=names, drafted=True)
        parent = self.parent.id if self.parent else None
        return msgspec.structs.replace(made, description=self.description, document=self.document, parent=parent)


class Meant(NamedTuple):
    """An actor that a phrase names; `capacity` is the office as printed there."""

    role: Role
    basis: DateBasis = "stated"
    capacity: str | None = None


class Roles:
    """Roles of one document by kind and folded name, in the order in which they were entered."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._roles: dict[tuple[str, str], Role] = {}
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._last: dict[str, Role] = {}

    def enter(self, kind: ActorKind, name: str, *, here: bool = False) -> Role:
        """The role of that kind and name, a new one if there is none. `here`: of this document alone, as those without
        a name are in any case."""
        key = (kind, fold(name))
        if key not in self._roles:
            self._roles[key] = Role(kind, name, self._document if here or kind in _OF_ONE_REPORT else None)
        return self._roles[key]

    def unnamed(self, mention: Mention, *, another: bool = False) -> Role:
        """One without a name; where `another` of the same words was there before, it is numbered: "resident 2"."""
        key = (mention.kind, fold(mention.name))
        self._numbers[key] += another
        number = self._numbers[key] if another else 0
        role = self.enter(mention.kind, f"{mention.name} {number}" if number > 1 else mention.name, here=True)
        self._last[mention.head] = role
        role.head, role.gender = mention.head, mention.gender
        role.many = mention.kind == "collective" or mention.head.endswith(("s", "people"))
        return role

    def told(self, head: str, role: Role) -> None:
        """From here on "the army" may mean it, by the noun that tells what it is."""
        self._last[head] = role

    def last(self, head: str) -> Role | None:
        """The last one whom that word tells of."""
        return self._last.get(head)

    def __iter__(self) -> Iterator[Role]:
        return iter(self._roles.values())
