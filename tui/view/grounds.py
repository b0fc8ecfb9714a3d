"""How we know who speaks or claims, in words: what comes of what is typed, and why."""

from __future__ import annotations

from store.editing.basis import Ground, ground
from store.editing.fields import changed
from store.errors import EditError
from store.model import Figure, Record, Speaker, Statement
from store.records import Records


def told(record: Record, name: str, text: str, records: Records) -> str:
    """Of each actor that the field `name` names with this text; "" where nobody is, or it can't be read yet."""
    try:
        after = changed(record, name, text, records)
    except EditError:
        return ""
    if not isinstance(after, Statement | Figure):
        return ""
    people = after.speakers if isinstance(after, Statement) else after.claimants
    return " · ".join(_told(records, who, ground(records, after, who)) for who in people)


def _told(records: Records, who: Speaker, found: Ground) -> str:
    printed = f"“{found.words}” is printed" if found.words else "nothing printed tells who it was"
    if who.basis == found.basis:
        return f"{records.actor_name(who.actor)}: {who.basis}, for {printed}"
    return f"{records.actor_name(who.actor)}: {who.basis}, as you say; {printed}"
