"""Whom of the archive a drafted actor may be: proposed with a reason, and never one of another report alone."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from seeds.actors import ACTORS, EGELAND, OBSERVATORY, RUSSIA, SYRIAN_GOVERNMENT, UNITED_NATIONS, actor
from store.identity import actor_id
from store.ingest.matching import Proposal, proposals
from store.model import Actor, Name
from store.records import Records
from store.vocabulary import ActorKind


def drafted(kind: ActorKind, name: str, *names: Name, **fields: Any) -> Actor:
    return actor(kind, name, *names, drafted=True, **fields)


def proposed(one: Actor, *others: Actor) -> list[Proposal]:
    return proposals(Records.of(*ACTORS, *others, one), one)


@pytest.mark.parametrize(
    ("kind", "name", "meant", "reason"),
    [
        ("person", "Egeland", EGELAND, "the same surname"),
        ("person", "J. Egeland", EGELAND, "the same surname"),
        ("person", "Jan Egelund", EGELAND, "Jan Egeland"),
        ("organisation", "UN", UNITED_NATIONS, "also goes by “UN”"),
        ("organisation", "SOHR", OBSERVATORY, "the first letters"),
        ("state", "Syria", SYRIAN_GOVERNMENT, "both are of Syria"),
        ("state", "Russian government", RUSSIA, "both are of Russia"),
        ("organisation", "syrian observatory for human rights", OBSERVATORY, "the same name"),
    ],
)
def test_the_archives_actor_is_proposed_and_why(kind: ActorKind, name: str, meant: Actor, reason: str) -> None:
    one = msgspec.structs.replace(drafted(kind, name), id="ac-0000000000")
    [first, *_] = proposed(one)
    assert first.actor == meant.id
    assert reason in first.reason
    assert 0 < first.score <= 1


def test_the_whole_name_in_letters_alone_is_found_from_the_other_side() -> None:
    letters = actor("organisation", "HWI")
    [found] = proposed(drafted("organisation", "Harbour Watch Institute"), letters)
    assert found.actor == letters.id


def test_a_name_written_otherwise_is_proposed() -> None:
    there = actor("person", "Muhammad Husayn")
    assert [found.actor for found in proposed(drafted("person", "Mohammed Hussein"), there)] == [there.id]


def test_people_with_one_surname_and_other_given_names_are_two() -> None:
    assert proposed(drafted("person", "Lena Berg"), actor("person", "Ivo Berg")) == []


def test_the_same_name_goes_before_a_surname() -> None:
    lone, whole = actor("person", "Berg"), actor("person", "Ivo Berg", Name("I. Berg"))
    found = proposed(drafted("person", "I. Berg"), lone, whole)
    assert [each.actor for each in found] == [whole.id, lone.id]
    assert found[0].score > found[1].score


def test_a_merged_actors_names_lead_to_the_one_it_is_now() -> None:
    merged = actor("person", "The Envoy", merged_into=EGELAND.id)
    assert [found.actor for found in proposed(drafted("person", "Envoy"), merged)] == [EGELAND.id]


def test_sources_of_one_report_are_never_anothers() -> None:
    here, there = (
        Actor(id=actor_id("anonymous-source", "local sources", report), name="local sources", kind="anonymous-source")
        for report in ("do-1", "do-2")
    )
    here, there = (msgspec.structs.replace(one, document=report) for one, report in ((here, "do-1"), (there, "do-2")))
    assert proposed(here, there) == []
    assert proposed(drafted("organisation", "local sources"), there) == []


def test_other_drafts_are_not_proposed() -> None:
    assert proposed(drafted("person", "Berg"), drafted("person", "Ivo Berg")) == []


def test_a_name_among_ten_thousand_gets_a_few() -> None:
    crowd = [actor("person", f"Ivo{n} Berg") for n in range(10_000)]
    found = proposed(drafted("person", "Berg"), *crowd)
    assert len(found) == 5
    assert len({each.actor for each in found}) == 5
