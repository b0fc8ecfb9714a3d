"""Who is meant: actors by name, alias or id, with those merged into them, and with those that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from store.folding import fold
from store.identity import PREFIXES
from store.model import Actor
from store.records import Records

_ID = f"{PREFIXES[Actor]}-"


class People:
    """The actors, each by the id of the one it was finally merged into: its key. A dangling id is its own key."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self.key_of = {actor_id: self._target(actor_id) for actor_id in records.actors}
        self._names: dict[str, set[str]] = {}
        self._children: dict[str, list[str]] = {}
        for actor in records.actors.values():
            key = self.key_of[actor.id]
            self._names.setdefault(key, set()).update(map(fold, names(actor)))
            if actor.parent:
                self._children.setdefault(self.key(actor.parent), []).append(key)

    def _target(self, actor_id: str) -> str:
        actor = self._records.actor(actor_id)
        return actor.id if actor else actor_id

    @cached_property
    def _joined(self) -> dict[str, str]:
        return {key: "\0".join(known) for key, known in self._names.items()}

    def key(self, actor_id: str) -> str:
        return self.key_of.get(actor_id, actor_id)

    @cached_property
    def merged(self) -> dict[str, list[str]]:
        """Key -> all ids that mean it; only of those that another id means than their own."""
        keys = {key for actor_id, key in self.key_of.items() if actor_id != key}
        ids: dict[str, list[str]] = {key: [] for key in keys}
        for actor_id, key in self.key_of.items():
            if key in ids:
                ids[key].append(actor_id)
        return ids

    def ids(self, keys: Iterable[str]) -> list[str]:
        """All ids that mean one of the keys, as they stand in records."""
        return [actor_id for key in keys for actor_id in self.merged.get(key, (key,))]

    def meant(self, value: str, *, quoted: bool) -> set[str]:
        """The keys that `actor:value` means: in quotes the whole name or id, else words that begin so, or an id."""
        folded = fold(value)
        if quoted:
            found = {key for key, known in self._names.items() if folded in known}
        else:
            begins = re.compile(rf"(?<!\w){re.escape(folded)}").search
            found = {key for key, known in self._names.items() if any(map(begins, known))}
        return found | self._by_id(value.lower(), whole=quoted)

    def prepare(self) -> None:
        """Makes now what `containing` would wait for the first time."""
        _ = self._joined

    def containing(self, folded: str) -> set[str]:
        """The keys of actors who have a name with this in it, which holds no NUL."""
        return {key for key, known in self._joined.items() if folded in known}

    def with_children(self, keys: set[str]) -> set[str]:
        """The keys and all that belong to them, at any depth."""
        found, waiting = set(keys), list(keys)
        while waiting:
            new = set(self._children.get(waiting.pop(), ())) - found
            found |= new
            waiting += new
        return found

    def _by_id(self, value: str, *, whole: bool) -> set[str]:
        """A whole id, of an actor that is missing too, or the beginning of one alone."""
        found = {self.key(value)}
        if value not in self.key_of and value.startswith(_ID) and not whole:
            fitting = [actor_id for actor_id in self.key_of if actor_id.startswith(value)]
            found |= {self.key(fitting[0])} if len(fitting) == 1 else set()
        return found


def known_of(actor: Actor) -> tuple[object, ...]:
    """All that People knows of an actor."""
    return actor.name, actor.names, actor.parent, actor.merged_into


def names(actor: Actor) -> list[str]:
    """The names an actor goes by: its name and aliases, weak ones too; descriptions are no names."""
    return [actor.name, *(name.text for name in actor.names if name.kind != "description")]
