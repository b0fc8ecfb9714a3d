"""Whom a drafted actor may be among those of the archive: proposed, and never linked unseen."""

from __future__ import annotations

from typing import NamedTuple

from store.folding import fold
from store.index.people import names
from store.model import Actor
from store.records import Records


class Match(NamedTuple):
    """An actor of the archive; why it may be the one, in a few words; how likely (0 to 1)."""

    actor: str
    reason: str
    score: float


def proposals(records: Records, actor: Actor) -> list[Match]:
    """Who shares a name, or the last word of one, the likeliest first. Nobody for an actor of one report alone."""
    if actor.document is not None:
        return []
    found = [
        match
        for other in records.actors.values()
        if other.id != actor.id and not (other.drafted or other.merged_into or other.document)
        and (match := _match(actor, other)) is not None
    ]  # fmt: skip
    return sorted(found, key=lambda match: -match.score)


def _match(actor: Actor, other: Actor) -> Match | None:
    mine, theirs = ({fold(name) for name in names(one)} for one in (actor, other))
    if mine & theirs:
        return Match(other.id, "the same name", 1.0)
    last = {name.split()[-1] for name in mine if name} & {name.split()[-1] for name in theirs if name}
    return Match(other.id, "the same last name", 0.8) if last and actor.kind == other.kind == "person" else None
