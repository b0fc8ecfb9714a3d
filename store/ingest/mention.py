"""A phrase that names an actor, or points to one: "Jan Egeland", "the minister", "he", "local sources"."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from store.ingest.attribution import Span
from store.vocabulary import ActorKind

Reach: TypeAlias = Literal["named", "unnamed", "definite", "pronoun"]


class Mention(NamedTuple):
    """`span` covers the phrase with its office and apposition. `name` is what the actor would be called: no article.

    `reach`: named in itself; unnamed, of this document alone ("a senior official"); definite, where another phrase says
    who is meant ("the minister"); a pronoun. `head` is the word that tells what it is, in small letters ("minister").
    `state` is the state a government is of; `weak` where the name may mean others too ("the regime").
    """

    span: Span
    kind: ActorKind
    name: str
    reach: Reach = "named"
    capacity: str | None = None
    head: str = ""
    gender: str | None = None
    state: str | None = None
    weak: bool = False
