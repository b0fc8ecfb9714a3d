"""Two actors that are one: the one says into whom it was merged, and both records stay as they are."""

from __future__ import annotations

from msgspec.structs import replace

from store.errors import EditError
from store.model import Actor
from store.records import Records


def merged(records: Records, one: str, into: str) -> Actor:
    """The actor `one` (both are ids) as merged into `into`, or into whom that one was merged itself.

    Finding it by its old names goes on working, for what is said of it counts for the other. The inverse is `unmerged`.
    Raises EditError where the two can't be one.
    """
    check(records, one, into)
    target = records.actor(into)
    return replace(records.actors[one], merged_into=target.id if target else into)


def unmerged(records: Records, one: str) -> Actor:
    """The actor by itself again. Raises EditError where it isn't merged into any."""
    actor = _known(records, one, one)
    if actor.merged_into is None:
        raise _error(one, f"{actor.name} isn't merged into another.")
    return replace(actor, merged_into=None)


def check(records: Records, one: str, into: str) -> None:
    """Raises EditError where `one` can't be merged into `into`."""
    actor, other = _known(records, one, one), _known(records, one, into)
    target = records.actor(into)
    if one == into:
        raise _error(one, f"{actor.name} can't be merged into itself.")
    if target is not None and target.id == one:
        raise _error(one, f"{other.name} is merged into {actor.name} already: part those two first.")
    if actor.merged_into not in (None, into):
        raise _error(one, f"{actor.name} is merged into {records.actor_name(one)} already: part those two first.")
    if one in _above(records, target):
        raise _error(one, f"{other.name} belongs to {actor.name}: give it another parent first, or none.")
    if actor.document != other.document or (actor.document is None and _anonymous(actor, other)):
        raise _error(
            one,
            f"{actor.name} and {other.name} can't be told to be one: an anonymous or collective actor belongs to its "
            "own report, and is never matched with another's.",
        )


def _above(records: Records, actor: Actor | None) -> set[str]:
    """The ids of those whom the actor belongs to, at any height; merged ones count for their targets."""
    found: set[str] = set()
    while actor is not None and actor.parent and actor.parent not in found:
        found.add(actor.parent)
        actor = records.actor(actor.parent)
        found |= {actor.id} if actor else set()
    return found


def _known(records: Records, one: str, actor_id: str) -> Actor:
    actor = records.actors.get(actor_id)
    if actor is None:
        raise _error(one, f"there is no actor {actor_id}.")
    return actor


def _anonymous(*actors: Actor) -> bool:
    return any(actor.kind == "anonymous-source" for actor in actors)


def _error(one: str, problem: str) -> EditError:
    return EditError("merged_into", problem, record=one)
