"""What a reviewer changes of a draft is kept beside what was drafted, and whom a confirmed record names is no draft."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from store.change import Change
from store.editing.editor import Editor
from store.model import Claimed, Record, Review
from store.records import Records
from store.references import references

_OURS = frozenset(field.name for field in msgspec.structs.fields(Claimed))
REVIEWED = ("accepted", "corrected")
"""States of review in which the record matches the text."""


def corrected(base: Record | None, mine: Record, editor: Editor | None = None, *, decided: bool = True) -> Record:
    """The record with the drafted values of the fields changed in its `origin.drafted`, each the first time it changes.

    It is `corrected` then, unless the user reviewed it otherwise in the same go; where the review goes on, and nothing
    is `decided`, it stays what it was. What no rule drafted, and what is only remarked on a record, is no correction.
    """
    if not isinstance(base, Claimed) or not isinstance(mine, Claimed) or base.origin is None or not base.origin.rule:
        return mine
    names = [f.name for f in msgspec.structs.fields(mine) if f.name not in _OURS or f.name == "flags"]
    kept = dict(base.origin.drafted or {})
    for name in names:
        if getattr(base, name) != getattr(mine, name):
            kept.setdefault(name, msgspec.to_builtins(getattr(base, name)))
    if kept == (base.origin.drafted or {}):
        return mine
    mine = replace(mine, origin=replace(base.origin, drafted=kept))
    if not decided or mine.review != base.review or mine.review.state == "rejected":
        return mine
    by, at = editor or Editor.now()
    return replace(mine, review=Review("corrected", by, at))


def named(record: Record) -> list[str]:
    """The ids of the actors whom the record names, each once, in the order of its fields."""
    found = (reference.target for reference in references(record) if reference.tables == ("actors",))
    return list(dict.fromkeys(found))


def settled(records: Records, confirmed: Iterable[Record]) -> list[Change]:
    """Whom a confirmed record names is no draft any more, nor is whom that one belongs to."""
    found: dict[str, Change] = {}
    waiting = [actor_id for record in confirmed if _reviewed(record) for actor_id in named(record)]
    while waiting:
        actor = records.actors.get(waiting.pop())
        if actor is not None and actor.drafted and actor.id not in found:
            found[actor.id] = Change(replace(actor, drafted=False), actor.revision)
            waiting += named(actor)
    return list(found.values())


def _reviewed(record: Record) -> bool:
    return isinstance(record, Claimed) and record.review.state in REVIEWED
