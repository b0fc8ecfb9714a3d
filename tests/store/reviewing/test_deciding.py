"""A decision changes the drafts it is about and whom they name, all or nothing, and never over another's work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.check import check
from store.editing.editor import Editor
from store.errors import ConflictError, ReadOnlyError
from store.founding import create, snapshot
from store.reviewing.deciding import confirm, discard
from tests.store.reviewing.drafted import KNOWN, PETROVIC, archive_records

ANA = Editor("ana", "2026-01-02T03:04:05Z")


@pytest.fixture
def flood(path: Path) -> Archive:
    create(path, snapshot(archive_records(copy=True)))
    return Archive.open(path)


def draft(archive: Archive, record_id: str) -> Any:
    return archive.get(record_id)


def test_a_confirmed_record_is_accepted_and_says_by_whom_and_when(flood: Archive) -> None:
    confirm(flood, [draft(flood, "st-denial0000")], {}, ANA)
    review = draft(flood, "st-denial0000").review
    assert (review.state, review.by, review.at) == ("accepted", "ana", "2026-01-02T03:04:05Z")


def test_whom_a_confirmed_record_names_is_no_draft_any_more_and_all_others_still_are(flood: Archive) -> None:
    confirm(flood, [draft(flood, "st-blame00000")], {}, ANA)
    drafted = {actor.name for actor in flood.records.actors.values() if actor.drafted and not actor.id.endswith("001")}
    assert drafted == {"Petrović", "the deputy"}


def test_a_linked_speaker_is_the_archives_and_the_drafted_one_goes_once_nothing_names_it(flood: Archive) -> None:
    links = {PETROVIC.id: KNOWN.id}
    for record_id in ("fi-houses0000", "fi-houses0001", "st-warning000"):
        confirm(flood, [draft(flood, record_id)], links, ANA)
        assert PETROVIC.id in flood.records.actors
    done = confirm(flood, [draft(flood, "st-warning001")], links, ANA)
    assert PETROVIC.id not in flood.records.actors
    assert (PETROVIC.id, None) in [(before.id, after) for before, after in done.pairs if before and after is None]
    assert draft(flood, "fi-houses0000").claimants[0].actor == KNOWN.id
    assert draft(flood, "st-warning000").speakers[0].basis == "resolved"
    assert list(check(flood.records)) == []


def test_copies_are_confirmed_in_one_change_set_with_one_phrase(flood: Archive) -> None:
    before = flood.sequence
    confirm(flood, [draft(flood, "fi-houses0000"), draft(flood, "fi-houses0001")], {PETROVIC.id: KNOWN.id}, ANA)
    assert flood.sequence == before + 1
    from store.storage.history import lines

    last = list(lines(flood.path))[-1].line
    assert last is not None
    assert last.what == "confirmed (in 2 copies)"


def test_a_discarded_draft_stays_rejected_with_its_reason(flood: Archive) -> None:
    discard(flood, [draft(flood, "st-denial0000")], "nobody said it", ANA)
    review = draft(flood, "st-denial0000").review
    assert (review.state, review.why) == ("rejected", "nobody said it")


def test_a_draft_that_another_decided_meanwhile_is_left_as_they_decided(flood: Archive) -> None:
    mine = draft(flood, "st-denial0000")
    with Archive.open(flood.path) as theirs:
        confirm(theirs, [draft(theirs, "st-denial0000")], {}, Editor("bob", "2026-01-02T14:03:00Z"))
    with pytest.raises(ConflictError, match="confirmed by bob at 14:03 meanwhile"):
        discard(flood, [mine], "nobody said it", ANA)
    assert draft(flood, "st-denial0000").review.by == "bob"


def test_a_draft_that_another_changed_is_not_confirmed_unseen(flood: Archive) -> None:
    mine = draft(flood, "st-denial0000")
    with Archive.open(flood.path) as theirs:
        theirs.apply([Change(replace(mine, act="doubts"), mine.revision)], "edit")
    with pytest.raises(ConflictError, match="changed by another meanwhile"):
        confirm(flood, [mine], {}, ANA)
    assert draft(flood, "st-denial0000").review.state == "drafted"


def test_an_actor_that_another_changed_meanwhile_holds_no_decision_up(flood: Archive) -> None:
    mine, deputy = draft(flood, "st-denial0000"), flood.records.actors["ac-deputy0000"]
    with Archive.open(flood.path) as theirs:
        theirs.apply([Change(replace(deputy, note="who is it?"), deputy.revision)], "edit")
    confirm(flood, [mine], {}, ANA)
    deputy = flood.records.actors["ac-deputy0000"]
    assert (deputy.drafted, deputy.note) == (False, "who is it?")


def test_a_corrected_draft_is_confirmed_as_corrected(flood: Archive) -> None:
    mine = draft(flood, "st-denial0000")
    origin = replace(mine.origin, drafted={"act": "says"})
    flood.apply([Change(replace(mine, origin=origin), mine.revision)])
    confirm(flood, [draft(flood, "st-denial0000")], {}, ANA)
    assert draft(flood, "st-denial0000").review.state == "corrected"


def test_what_was_carried_over_and_is_right_as_it_stands_is_no_correction(flood: Archive) -> None:
    mine = draft(flood, "st-denial0000")
    origin = replace(mine.origin, drafted={"from": "st-1111111111"})
    flood.apply([Change(replace(mine, origin=origin), mine.revision)])
    confirm(flood, [draft(flood, "st-denial0000")], {}, ANA)
    assert draft(flood, "st-denial0000").review.state == "accepted"


def test_an_archive_that_is_read_only_is_left_as_it_is(flood: Archive) -> None:
    with Archive.open(flood.path, read_only=True) as archive, pytest.raises(ReadOnlyError):
        confirm(archive, [draft(archive, "st-denial0000")], {}, ANA)
