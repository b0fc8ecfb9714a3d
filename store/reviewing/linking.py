"""The actors whom a draft names: drafted with it, or known already; and one taken for the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from store.archive import Archive, Removal
from store.editing.corrections import named
from store.model import Actor, Hop, Record, Speaker, Statement
from store.records import Records
from store.reviewing.waiting import Draft

Links = Mapping[str, str]
"""Id of a drafted actor -> id of the archive's actor that it is."""


def drafted(records: Records, record: Record) -> list[Actor]:
    """Those of them whom drafts alone name."""
    actors = (records.actors.get(actor_id) for actor_id in named(record))
    return [actor for actor in actors if actor is not None and actor.drafted]


def linked(draft: Draft, links: Links) -> Draft:
    """The draft with the archive's actors in place of drafted ones; who then would stand there twice does so once."""
    if not set(named(draft)) & set(links):
        return draft
    via = tuple(replace(hop, actor=_taken(hop.actor, links)) for hop in draft.via)
    if isinstance(draft, Statement):
        return replace(
            draft, speakers=_people(draft.speakers, links), via=_once(via),
            about=_ids(draft.about, links), accuses=_ids(draft.accuses, links),
        )  # fmt: skip
    return replace(
        draft, claimants=_people(draft.claimants, links), via=_once(via),
        based_on=_ids(draft.based_on, links), attributed_to=_ids(draft.attributed_to, links),
    )  # fmt: skip


def _taken(actor_id: str | None, links: Links) -> str | None:
    return links.get(actor_id, actor_id) if actor_id else actor_id


def _people(speakers: Iterable[Speaker], links: Links) -> tuple[Speaker, ...]:
    """The first of two who are one by now has the office printed with him."""
    found: dict[str, Speaker] = {}
    for speaker in speakers:
        actor = links.get(speaker.actor, speaker.actor)
        found.setdefault(actor, replace(speaker, actor=actor))
    return tuple(found.values())


def _ids(actors: Iterable[str], links: Links) -> tuple[str, ...]:
    return tuple(dict.fromkeys(links.get(actor, actor) for actor in actors))


def _once(hops: Iterable[Hop]) -> tuple[Hop, ...]:
    return tuple(dict.fromkeys(hops))


def orphaned(archive: Archive, links: Links, beside: Iterable[str]) -> list[Removal]:
    """The drafted actors that are others now, where nothing names them any more but the records `beside`."""
    actors, gone = archive.records.actors, set(beside)
    return [
        Removal(actor_id, actors[actor_id].revision)
        for actor_id in links
        if actor_id in actors and actors[actor_id].drafted and not _naming(archive, actor_id) - gone
    ]


def _naming(archive: Archive, actor_id: str) -> set[str]:
    """The ids of the records that name the actor."""
    result = archive.search(" OR ".join(f'{field}:"{actor_id}"' for field in ("actor", "about", "blamed", "via")))
    found = {record_id for table in ("statements", "figures") for record_id in result.ids(table)}
    return found | {actor.id for actor in archive.records.actors.values() if actor_id in named(actor)}
