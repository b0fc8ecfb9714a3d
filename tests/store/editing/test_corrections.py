"""What a rule drafted is kept beside what a reviewer made of it, whoever edits it where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from store.archive import Archive
from store.editing.corrections import corrected
from store.editing.editor import Editor
from store.editing.fields import changed
from store.editing.save import Edit, save, save_all
from store.founding import create, snapshot
from store.model import Review
from tests.store.conftest import records
from tests.store.reviewing.drafted import archive_records

ANA = Editor("ana", "2026-01-02T03:04:05Z")


@pytest.fixture
def flood(path: Path) -> Archive:
    create(path, snapshot(archive_records()))
    return Archive.open(path)


def denial(archive: Archive) -> Any:
    return archive.get("st-denial0000")


def test_the_first_correction_keeps_the_drafted_value_and_makes_the_record_corrected(flood: Archive) -> None:
    base = denial(flood)
    save(flood, base, changed(base, "act", "doubts"))
    assert denial(flood).origin.drafted == {"act": "denies"}
    assert (denial(flood).review.state, denial(flood).act) == ("corrected", "doubts")


def test_a_second_correction_leaves_what_was_drafted_and_adds_what_else_was(flood: Archive) -> None:
    for name, text in (("act", "doubts"), ("act", "asks"), ("channel", "tweet")):
        base = denial(flood)
        save(flood, base, changed(base, name, text))
    assert denial(flood).origin.drafted == {"act": "denies", "channel": None}


def test_what_was_drafted_is_told_also_where_it_was_nothing_special(flood: Archive) -> None:
    base: Any = flood.get("st-warning000")
    save(flood, base, changed(base, "act", "warns"))
    after: Any = flood.get("st-warning000")
    assert after.origin.drafted == {"act": "says"}


def test_a_note_is_no_correction(flood: Archive) -> None:
    base = denial(flood)
    save(flood, base, changed(base, "note", "ask him"))
    assert denial(flood).origin.drafted is None
    assert denial(flood).review.state == "drafted"


def test_what_was_made_by_hand_is_not_corrected_by_an_edit() -> None:
    base = next(r for r in records() if r.id == "st-2222222222")
    mine = replace(base, act="doubts")
    assert corrected(base, mine, ANA) is mine


def test_who_reviews_it_otherwise_in_the_same_go_has_the_word(flood: Archive) -> None:
    base = denial(flood)
    mine: Any = corrected(base, replace(base, act="says", review=Review("rejected", "ana")), ANA)
    assert mine.review.state == "rejected"
    assert mine.origin.drafted == {"act": "denies"}


def test_a_review_that_goes_on_keeps_the_draft_a_draft(flood: Archive) -> None:
    base = denial(flood)
    mine: Any = corrected(base, replace(base, act="says"), ANA, decided=False)
    assert (mine.review.state, mine.origin.drafted) == ("drafted", {"act": "denies"})


def test_whom_an_accepted_record_names_is_no_draft_any_more(flood: Archive) -> None:
    base = denial(flood)
    saved = save_all(flood, [Edit(base, changed(base, "review", "accepted"))])
    assert not flood.records.actors["ac-deputy0000"].drafted
    assert flood.records.actors["ac-petrovic00"].drafted
    assert [one.after.id for one in saved] == ["st-denial0000", "ac-deputy0000"]


def test_a_rejected_record_makes_nobody_an_actor(flood: Archive) -> None:
    base = denial(flood)
    save(flood, base, changed(base, "review", "rejected"))
    assert flood.records.actors["ac-deputy0000"].drafted
