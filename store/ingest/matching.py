"""Which actors of an archive a drafted one may be: proposed with a reason and a score, never linked by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process

from store.folding import fold, fold_all
from store.ingest import lexicon
from store.ingest.spelling import bare, given_fits, initials, skeletons, surnames
from store.model import Actor
from store.records import Records
from store.vocabulary import ActorKind

_MOST = 5
_NEAR = 86
"""Of 100, in RapidFuzz's ratio: below it other names come in ("Karim Saleh", "Karima Salih")."""
_BODIES = ("organisation", "media", "armed-group")


class Proposal(NamedTuple):
    """An actor of the archive, by id; why it may be the one, for the reviewer to read; how likely, 0 to 1."""

    actor: str
    reason: str
    score: float


def proposals(records: Records, actor: Actor) -> list[Proposal]:
    """The likeliest first, at most five. Drafts and actors of one report aren't proposed, nor anybody for them."""
    if actor.document is not None:
        return []
    if records not in _REGISTERS:
        _REGISTERS[records] = Register(records.actors.values())
    return _REGISTERS[records].proposals(actor)


class Register:
    """The actors that may be proposed, by their names, surnames, letters and spellings; a few milliseconds to make.

    A merged actor's names lead to the one it was merged into.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        everyone = {actor.id: actor for actor in actors}
        self._known: dict[str, Actor] = {}
        printed: list[tuple[str, str, str]] = []
        for actor in everyone.values():
            target = _target(actor, everyone) if actor.merged_into else actor
            if target is None or target.document or target.drafted:
                continue
            self._known[target.id] = target
            printed.append((actor.name, "name" if target is actor else "alias", target.id))
            printed += [(name.text, name.kind, target.id) for name in actor.names if name.kind != "description"]
        self._names = fold_all(text for text, _, _ in printed)
        self._entries = printed
        self._bare = bare(self._names)
        self._keys: dict[str, list[str]] = {}

    def proposals(self, actor: Actor) -> list[Proposal]:
        """As the function of that name, which makes the register once for all drafts."""
        best: dict[str, Proposal] = {}
        for found in self._found(actor):
            if found.actor != actor.id and found.score > best.get(found.actor, _NONE).score:
                best[found.actor] = found
        return sorted(best.values(), key=lambda found: (-found.score, found.actor))[:_MOST]

    def _found(self, actor: Actor) -> Iterator[Proposal]:
        own = fold(actor.name)
        for name in (own, *(fold(name.text) for name in actor.names if name.kind == "alias")):
            yield from self._same(actor, name)
        yield from self._short(actor, own)
        if actor.kind == "person":
            yield from self._surname(actor, own)
        if actor.kind == "state":
            yield from self._state(actor)
        yield from self._spelled(actor, own)

    def _same(self, actor: Actor, name: str) -> Iterator[Proposal]:
        """The same name or alias; of another kind it is less likely, but kinds are what drafts often have wrong."""
        for place in _places(self._names, name):
            text, how, target = self._entries[place]
            score = {"name": 1.0, "alias": 0.95, "weak": 0.7}[how] * (1 if _alike(actor, self._known[target]) else 0.8)
            told = {"name": "the same name", "alias": f"also goes by “{text}”", "weak": f"“{text}” may mean them"}[how]
            yield Proposal(target, told, round(score, 2))

    def _short(self, actor: Actor, own: str) -> Iterator[Proposal]:
        """By first letters: "SOHR" and "Syrian Observatory for Human Rights", whichever of the two the archive has."""
        if actor.kind not in _BODIES:
            return
        if " " not in own:
            for place in _places(self._listed("initials"), own.replace(".", "")):
                yield self._if_alike(
                    actor, place, f"{actor.name}: the first letters of “{self._entries[place][0]}”", 0.9
                )
        elif letters := initials(own):
            for place in _places(self._names, letters):
                yield self._if_alike(actor, place, f"“{self._entries[place][0]}”: the first letters of the name", 0.9)

    def _surname(self, actor: Actor, own: str) -> Iterator[Proposal]:
        """By surname: "Egeland", "J. Egeland" and "Jan Egeland"; two with other given names are two."""
        for place in _places(self._listed("surnames"), surnames(bare([own]))[0]):
            name = self._names[place]
            if name != own and given_fits(name, own):
                score = 0.85 if " " in name and " " in own else 0.75
                yield self._if_alike(actor, place, "the same surname", score)

    def _state(self, actor: Actor) -> Iterator[Proposal]:
        """By what they are of: "Russia" and "Russian government"."""
        state = _state_of(actor.name)
        for other in self._known.values() if state else ():
            if other.kind == "state" and _state_of(other.name) == state and other.name != actor.name:
                yield Proposal(other.id, f"both are of {state}", 0.85)

    def _spelled(self, actor: Actor, own: str) -> Iterator[Proposal]:
        """Near spellings, and transliterations: the same consonants, as "Mohammed" and "Muhammad" have them."""
        for _, ratio, place in process.extract(
            own, self._names, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=2 * _MOST
        ):
            if self._names[place] != own:
                yield self._if_alike(actor, place, f"spelled much like “{self._entries[place][0]}”", ratio * 0.85 / 100)
        for place in _places(self._listed("skeletons"), skeletons(bare([own]))[0]):
            if self._names[place] != own:
                yield self._if_alike(
                    actor, place, f"“{self._entries[place][0]}” may be the name written otherwise", 0.8
                )

    def _if_alike(self, actor: Actor, place: int, reason: str, score: float) -> Proposal:
        target = self._entries[place][2]
        return Proposal(target, reason, round(score, 2)) if _alike(actor, self._known[target]) else _NONE

    def _listed(self, what: str) -> list[str]:
        """Such a key of each name, made when first asked for."""
        if what not in self._keys:
            self._keys[what] = _KEYS[what](self._bare)
        return self._keys[what]


_KEYS: dict[str, Callable[[Sequence[str]], list[str]]] = {
    "initials": lambda names: [initials(name) for name in names],
    "surnames": surnames,
    "skeletons": skeletons,
}
_NONE = Proposal("", "", 0.0)
_REGISTERS: WeakKeyDictionary[Records, Register] = WeakKeyDictionary()


def _places(keys: Sequence[str], wanted: str) -> Iterator[int]:
    """Where that key stands. Ten thousand are looked through in less time than an index of them takes to make."""
    at = -1
    while wanted:
        try:
            at = keys.index(wanted, at + 1)
        except ValueError:
            return
        yield at


def _target(actor: Actor, everyone: dict[str, Actor]) -> Actor | None:
    seen = {actor.id}
    found: Actor | None = actor
    while found is not None and found.merged_into and found.merged_into not in seen:
        seen.add(found.merged_into)
        found = everyone.get(found.merged_into)
    return found


def _alike(one: Actor, other: Actor) -> bool:
    kinds: tuple[ActorKind, ActorKind] = (one.kind, other.kind)
    return kinds[0] == kinds[1] or all(kind in _BODIES for kind in kinds)


def _state_of(name: str) -> str | None:
    """The country of "Syria", "Syrian government", "government of Syria"."""
    of = name.removeprefix("government of ")
    found = lexicon.known().get(of) or lexicon.known().get(of.rpartition(" ")[0])
    return found.name if found and found.kind == "state" else None
