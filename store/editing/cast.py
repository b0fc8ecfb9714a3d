"""Actors as a user names them: by id, by as much of it as no other has, or by their whole name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from weakref import WeakKeyDictionary

from store.editing.notation import MisreadError
from store.folding import fold
from store.identity import PREFIXES
from store.model import Actor, Name
from store.records import Records

_ID = f"{PREFIXES[Actor]}-"


class Cast:
    """The actors of an archive by their names; it holds no record, so that it keeps no archive in memory.

    A name means an actor who goes by it, before one who was merged into another and went by it, before one who has it
    as an alias that is not weak. A merged actor means its target. Those who belong to one report are meant there only.
    """

    def __init__(self, records: Records) -> None:
        self._belongs = {actor.id: actor.document for actor in records.actors.values()}
        self._shown = {actor.id: (actor.name, actor.kind) for actor in records.actors.values()}
        self._target: dict[str, str] = {}
        self._called: tuple[dict[str, list[str]], ...] = ({}, {}, {})
        self._names: dict[str, list[Name]] = {}
        for actor in records.actors.values():
            target = records.actor(actor.id)
            self._target[actor.id] = target.id if target else actor.id
            self._names.setdefault(self._target[actor.id], []).extend((Name(actor.name), *actor.names))
            self._called[bool(actor.merged_into)].setdefault(fold(actor.name), []).append(actor.id)
            for name in actor.names:
                if name.kind == "alias":
                    self._called[2].setdefault(fold(name.text), []).append(actor.id)

    def meant(self, text: str, document: str | None) -> str:
        """The id; `document` is the report of the record in which the actor is named. Raises MisreadError."""
        if text in self._target:
            return text
        for fitting in self._fitting(text):
            here = [actor_id for actor_id in fitting if self._belongs[actor_id] in (None, document)]
            if found := dict.fromkeys(self._target[actor_id] for actor_id in here):
                return self._only(text, list(found))
        return self._begun(text)

    def called(self, text: str) -> str:
        """The id of the actor itself, of whatever report, who may be merged into another. Raises MisreadError."""
        if text in self._target:
            return text
        found = next(filter(None, self._fitting(text)), None)
        return self._only(text, list(found)) if found else self._begun(text)

    def nobody(self, text: str, document: str | None) -> bool:
        """Whether it is a name, and nobody who can be meant in that report has it."""
        there = (actor_id for fitting in self._fitting(text) for actor_id in fitting)
        taken = any(self._belongs[actor_id] in (None, document) for actor_id in there)
        return bool(text) and not text.startswith(_ID) and not taken

    def _fitting(self, text: str) -> Iterator[Sequence[str]]:
        folded = fold(text)
        yield from (called.get(folded, ()) for called in self._called)

    def _begun(self, text: str) -> str:
        if text.startswith(_ID):
            return self._only(text, [actor_id for actor_id in self._target if actor_id.startswith(text)])
        raise MisreadError(self._unknown(text, fold(text)))

    def names(self, actor_id: str) -> Sequence[Name]:
        """All names of the actor, those of whoever was merged into it among them; none of an id that dangles."""
        return self._names.get(self._target.get(actor_id, actor_id), ())

    def name(self, actor_id: str, name: str, document: str | None) -> str:
        """The name where it means this very actor, else the id."""
        try:
            return name if self.meant(name, document) == actor_id else actor_id
        except MisreadError:
            return actor_id

    def _only(self, text: str, ids: list[str]) -> str:
        if len(ids) == 1:
            return ids[0]
        if not ids:
            raise MisreadError(f"there is no actor whose id is {text!r} or begins so.")
        shown = ", ".join(f"{actor_id} ({self._shown[actor_id][1]})" for actor_id in ids[:6])
        more = ", …" if len(ids) > 6 else ""
        raise MisreadError(f"{text!r} means {len(ids)} actors: {shown}{more}. Give the id.")

    def near(self, text: str) -> str:
        """The name of somebody who is called nearly so; "" without any."""
        found = self._near(fold(text))
        return self._shown[found][0] if found else ""

    def _near(self, folded: str) -> str:
        near = get_close_matches(folded, self._called[0], 1, 0.75)
        return self._called[0][near[0]][0] if near else ""

    def _unknown(self, text: str, folded: str) -> str:
        first = self._near(folded)
        made = " In the browser Enter on such a name makes a new one."
        meant = f" Did you mean {self._shown[first][0]} ({first})?" if first else made
        return f"no actor that can be meant here is called {text!r}.{meant}"


_CASTS: WeakKeyDictionary[Records, Cast] = WeakKeyDictionary()


def cast_of(records: Records) -> Cast:
    """The cast of these records, made once."""
    if records not in _CASTS:
        _CASTS[records] = Cast(records)
    return _CASTS[records]
