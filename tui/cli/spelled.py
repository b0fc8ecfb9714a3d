"""A record spelled out, as `list --format json` and `show --format json` give it: a form that is kept stable.

Every field stands there, also one that nothing was put into (null, [], false, or the model's default). Where a record
names an actor stands an object with the id and, beside it, the name: `{"actor": "ac-…", "name": "Jan Egeland"}`; so in
`speakers` and `claimants` (with capacity and basis), `via` (with channel and url), `about`, `accuses`, `based_on`,
`attributed_to`, `parent` and `merged_into`. The name of a merged actor is that of its target, and null where there is
no such actor.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from store.model import Claimed, Record
from store.records import Records

_ACTORS = frozenset({"about", "accuses", "based_on", "attributed_to", "parent", "merged_into"})

_KEPT = frozenset(Claimed.__struct_fields__)
"""What most records have stands after what makes each."""


def spelled(records: Records, record: Record) -> dict[str, Any]:
    """The record as what JSON is made of."""
    own = [name for name in record.__struct_fields__ if name not in _KEPT]
    kept = [name for name in record.__struct_fields__ if name in _KEPT]
    fields = {name: getattr(record, name) for name in (*own, *kept)}
    return {
        name: _actors(records, value) if name in _ACTORS else _plain(records, value) for name, value in fields.items()
    }


def array(records: Records, found: Iterable[Record]) -> str:
    """A JSON array with one record on a line."""
    rows = ",\n".join(json.dumps(spelled(records, record), ensure_ascii=False) for record in found)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def _plain(records: Records, value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(records, item) for item in value]
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {name: _plain(records, getattr(value, name)) for name in value.__struct_fields__}
    return {**_actor(records, fields["actor"]), **fields} if "actor" in fields else fields


def _actors(records: Records, value: tuple[str, ...] | str | None) -> Any:
    if isinstance(value, tuple):
        return [_actor(records, actor_id) for actor_id in value]
    return _actor(records, value) if value else None


def _actor(records: Records, actor_id: str | None) -> dict[str, str | None]:
    actor = records.actor(actor_id) if actor_id else None
    return {"actor": actor_id, "name": actor.name if actor else None}
