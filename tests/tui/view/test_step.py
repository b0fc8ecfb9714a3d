"""A step that undo takes back: which changes it needs, and what it is once it was taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.errors import ConflictError
from tui.view.step import Brought, Edit

QUOTE = "st-1111111111"


@pytest.fixture
def archive(small: Path) -> Archive:
    return Archive.open(small)


def edited(archive: Archive, note: str) -> Edit:
    before = archive.records.statements[QUOTE]
    archive.apply([Change(replace(before, note=note), before.revision)])
    return Edit.of((before, archive.records.statements[QUOTE]))


def test_an_edit_goes_back_and_forth_as_often_as_one_likes(archive: Archive) -> None:
    edit = edited(archive, "one")
    for expected in (None, "one", None, "one"):
        archive.apply(edit.reversal)
        edit = edit.undone(archive.records)
        assert archive.records.statements[QUOTE].note == expected
    assert archive.records.statements[QUOTE].revision == 6


def test_an_edit_expects_the_revision_that_we_left(archive: Archive, small: Path) -> None:
    edit = edited(archive, "one")
    edited(Archive.open(small), "theirs")
    with pytest.raises(ConflictError):
        archive.apply(edit.reversal)
    assert Archive.open(small).records.statements[QUOTE].note == "theirs"


def test_a_record_that_was_taken_out_is_made_again(archive: Archive) -> None:
    gone = replace(archive.records.statements[QUOTE], id="st-3333333333")
    edit = Edit.of((gone, None))
    archive.apply(edit.reversal)
    made = archive.records.statements["st-3333333333"]
    assert edit.undone(archive.records) == Edit.of((None, made))


def test_several_records_go_back_together_or_not_at_all(archive: Archive, small: Path) -> None:
    first = edited(archive, "one")
    actor = archive.records.actors["ac-army000000"]
    archive.apply([Change(replace(actor, note="two"), actor.revision)])
    both = Edit((*first.pairs, (actor, archive.records.actors[actor.id])))
    edited(Archive.open(small), "theirs")
    with pytest.raises(ConflictError):
        archive.apply(both.reversal)
    assert Archive.open(small).records.actors[actor.id].note == "two"


def test_edits_of_one_record_go_back_and_forth_one_after_the_other(archive: Archive) -> None:
    brought, behind, ahead = Brought(), [edited(archive, note) for note in ("one", "two", "three")], list[Edit]()

    def take(edit: Edit) -> Edit:
        again = brought.again(edit)
        archive.apply(again.reversal)
        reversal = again.undone(archive.records)
        brought.back(again, reversal)
        return reversal

    for _ in range(2):
        for note in ("two", "one", None):
            ahead.append(take(behind.pop()))
            assert archive.records.statements[QUOTE].note == note
        for note in ("one", "two", "three"):
            behind.append(take(ahead.pop()))
            assert archive.records.statements[QUOTE].note == note


def test_what_somebody_changed_between_two_edits_of_ours_is_not_taken_for_ours(archive: Archive, small: Path) -> None:
    brought, first = Brought(), edited(archive, "one")
    edited(Archive.open(small), "theirs")
    archive.refresh()
    second = edited(archive, "two")
    archive.apply(second.reversal)
    brought.back(second, second.undone(archive.records))
    with pytest.raises(ConflictError):
        archive.apply(brought.again(first).reversal)
