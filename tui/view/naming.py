"""Naming an actor by typing a part of the name: those that can be meant in a report, and one that is new."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, cast, get_args

from store.editing import making
from store.editing.basis import pronoun
from store.editing.cast import cast_of
from store.editing.notation import MisreadError, pieces, quoted
from store.folding import fold
from store.model import Actor
from store.records import Records
from store.vocabulary import ActorKind

KINDS: tuple[str, ...] = get_args(ActorKind)
OF_A_REPORT = ("anonymous-source", "collective")
"""Kinds of actors who belong to one report, and are never matched with another's."""
MOST = 5
"""Actors that are listed."""
_LAST = re.compile(r"(?P<before>(?:[^;]*;)*\s*)(?P<head>[^;(\[<]*)(?P<rest>.*)", re.DOTALL)


class NewActor(NamedTuple):
    """An actor who isn't in the archive yet."""

    name: str
    kind: str = "person"

    def other(self, step: int) -> NewActor:
        """The same name, of the kind that stands so many further on in the list."""
        return self._replace(kind=KINDS[(KINDS.index(self.kind) + step) % len(KINDS)])

    def made(self, records: Records, document: str | None) -> Actor:
        """Raises EditError where the name is none, or there is such an actor."""
        kind = cast(ActorKind, self.kind)
        return making.actor(records, self.name, kind, document if kind in OF_A_REPORT else None)


class Offer(NamedTuple):
    """A name to choose: as it is typed and as it is shown; `new` is whether there is no such actor yet."""

    name: str
    shown: str
    new: bool = False


def offers(records: Records, document: str, text: str) -> list[Offer]:
    """What the name that is typed may mean, a new actor last but for "he"; nothing if it is known or none typed."""
    name = typed(text)
    if not name or known(records, document, text):
        return []
    found = matching(records, document, text)
    named = [Offer(called(records, document, actor), f"{actor.name} · {actor.kind}") for actor in found]
    return named if pronoun(name) else [*named, Offer(name, f"+ {name} · a new actor", new=True)]


def typed(text: str) -> str:
    """The name that is being typed: that of the last of several, without office and basis."""
    found = _LAST.fullmatch(text)
    return found["head"].strip() if found else ""


def completed(text: str, name: str) -> str:
    """The text with this name in place of the one that is being typed."""
    found = _LAST.fullmatch(text)
    before, rest = (found["before"], found["rest"]) if found else ("", "")
    return f"{before}{quoted(name)}{f' {rest}' if rest else ''}"


def known(records: Records, document: str, text: str) -> bool:
    """Whether each actor named there is one of the archive; so is nobody."""
    try:
        for piece in pieces(text):
            cast_of(records).meant(piece.head, document)
    except MisreadError:
        return False
    return True


def unknown(records: Records, document: str | None, text: str) -> str:
    """The first name there that nobody has yet, and that somebody could have; "" where there is none such."""
    try:
        heads = [piece.head for piece in pieces(text)]
    except MisreadError:
        return ""
    meant = cast_of(records)
    fitting = (head for head in heads if any(map(str.isalnum, head)) and not pronoun(head))
    return next((head for head in fitting if meant.nobody(head, document)), "")


def kind_of(name: str) -> str:
    """What an actor of this name most likely is, as drafting reads it: a person, unless a word tells otherwise."""
    from store.ingest.phrases import read  # its word lists are read where a new actor is named

    mentions = read(name, (0, len(name)))
    return mentions[0].kind if len(mentions) == 1 else KINDS[0]


def called(records: Records, document: str, actor: Actor) -> str:
    """What to type for this actor: the name, or the id where the name means another one too."""
    return cast_of(records).name(actor.id, actor.name, document)


def matching(records: Records, document: str, text: str) -> list[Actor]:
    """The actors with a name like the one that is typed: those who begin so, then those with a word that does."""
    wanted = fold(typed(text))
    if not wanted:
        return []
    found = sorted(_ranked(records, document, wanted), key=lambda match: (match[0], match[1].name))
    return [actor for _, actor in found[:MOST]]


def _ranked(records: Records, document: str, wanted: str) -> Iterator[tuple[int, Actor]]:
    for actor in records.actors.values():
        if actor.merged_into or actor.document not in (None, document):
            continue
        names = fold("\n".join([actor.name, *(name.text for name in actor.names if name.kind != "description")]))
        if wanted in names:
            yield 0 if names.startswith(wanted) else 1 if f" {wanted}" in names else 2, actor
