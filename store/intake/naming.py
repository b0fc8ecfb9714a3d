"""Actors under other ids: wherever a statement or a figure names one, it names the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias, TypeVar

from msgspec.structs import replace

from store.ingest import Drafts
from store.model import Figure, Speaker, Statement

Claim = TypeVar("Claim", Statement, Figure)
Renaming: TypeAlias = Callable[[str], str]
"""An actor's id -> the id that is to stand for it, which may be the same."""


def renamed(record: Claim, other: Renaming) -> Claim:
    """The statement or figure with other actors in all the places where it names any."""
    via = tuple(replace(hop, actor=other(hop.actor)) if hop.actor else hop for hop in record.via)
    if isinstance(record, Statement):
        return replace(
            record, via=via, speakers=_people(record.speakers, other),
            about=_ids(record.about, other), accuses=_ids(record.accuses, other),
        )  # fmt: skip
    return replace(
        record, via=via, claimants=_people(record.claimants, other),
        based_on=_ids(record.based_on, other), attributed_to=_ids(record.attributed_to, other),
    )  # fmt: skip


def with_those_there(drafts: Drafts, there: dict[str, str]) -> Drafts:
    """The drafts with actors of the archive in place of drafted ones: `there` is drafted id -> theirs."""
    if not there:
        return drafts

    def other(actor: str) -> str:
        return there.get(actor, actor)

    return Drafts(
        tuple(
            replace(actor, parent=there.get(actor.parent or "", actor.parent))
            for actor in drafts.actors
            if actor.id not in there
        ),
        tuple(renamed(statement, other) for statement in drafts.statements),
        tuple(renamed(figure, other) for figure in drafts.figures),
    )


def _ids(actors: tuple[str, ...], other: Renaming) -> tuple[str, ...]:
    return tuple(map(other, actors))


def _people(speakers: tuple[Speaker, ...], other: Renaming) -> tuple[Speaker, ...]:
    return tuple(replace(speaker, actor=other(speaker.actor)) for speaker in speakers)
