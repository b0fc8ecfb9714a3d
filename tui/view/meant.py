"""Who is meant by the drafted actors of a draft: whom of the archive's they may be, and what the reviewer said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from store.ingest.matching import proposals
from store.records import Records
from store.reviewing.linking import drafted
from store.reviewing.waiting import Draft


class Proposed(Protocol):
    """An actor of the archive (its id), and why it may be the one."""

    @property
    def actor(self) -> str: ...
    @property
    def reason(self) -> str: ...


class Who(NamedTuple):
    """A drafted actor by name, and whom of the archive's it may be; `others` are how many more are proposed.

    `answer` is "" as long as nobody said, "same" or "new".
    """

    name: str
    proposed: str
    reason: str
    others: int = 0
    answer: str = ""


class Meant:
    """What was said of drafted actors holds for the whole sitting; what is proposed is of the draft looked at."""

    def __init__(self) -> None:
        self.links: dict[str, str] = {}
        """Drafted actor -> the archive's actor that it is."""
        self._new: set[str] = set()
        self._proposed: dict[str, Sequence[Proposed]] = {}

    def look(self, records: Records, draft: Draft | None) -> None:
        """The drafted actors of this draft for whom the archive has somebody."""
        found = {actor.id: proposals(records, actor) for actor in drafted(records, draft)} if draft is not None else {}
        self._proposed = {actor: matches for actor, matches in found.items() if matches}

    @property
    def unanswered(self) -> list[str]:
        """Of whom nobody said yet who they are."""
        return [actor for actor in self._proposed if actor not in self.links and actor not in self._new]

    @property
    def asked(self) -> str:
        """The actor whom an answer is about: the first of whom nobody said it, else the first; "" without any."""
        return next(iter([*self.unanswered, *self._proposed]), "")

    def answer(self, *, same: bool) -> None:
        """The actor asked about is the one proposed first, or a new one; an answer given before is given anew."""
        actor = self.asked
        self.links.pop(actor, None)
        self._new.discard(actor)
        if same:
            self.links[actor] = self._proposed[actor][0].actor
        else:
            self._new.add(actor)

    def turn(self) -> bool:
        """Proposes another one for the actor asked about; whether there is any."""
        actor = self.asked
        first, *others = self._proposed.get(actor, ()) or (None,)
        if first is None or not others:
            return False
        self._proposed[actor] = [*others, first]
        if actor in self.links:
            self.links[actor] = others[0].actor
        return True

    def told(self, records: Records) -> tuple[Who, ...]:
        """Each drafted actor for whom somebody is proposed, those not yet answered first."""
        return tuple(self._who(records, actor) for actor in dict.fromkeys([*self.unanswered, *self._proposed]))

    def _who(self, records: Records, actor: str) -> Who:
        matches, linked = self._proposed[actor], self.links.get(actor)
        match = next((match for match in matches if match.actor == linked), matches[0])
        answer = "same" if linked else "new" if actor in self._new else ""
        name, proposed = records.actor_name(actor), records.actor_name(linked or match.actor)
        return Who(name, proposed, match.reason, len(matches) - 1, answer)
