"""Saving: what another wrote meanwhile is kept, nothing is overwritten unseen, and all is written or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.editing.fields import changed, tagged
from store.editing.making import Selected, statement
from store.editing.save import ATTEMPTS, Edit, save, save_all
from store.errors import ClashError, ConflictError, EditError, ReadOnlyError
from store.model import Statement, When
from tests.store.conftest import TEXT

QUOTE, DENIAL = "st-1111111111", "st-2222222222"


@pytest.fixture
def other(archive: Archive) -> Archive:
    """The same file as somebody else has it open."""
    return Archive.open(archive.path)


def seen(archive: Archive, record_id: str) -> Statement:
    return archive.records.statements[record_id]


def test_a_change_is_written_and_told(archive: Archive) -> None:
    before = seen(archive, QUOTE)
    saved = save(archive, before, changed(before, "note", "Ask her again."))
    assert (saved.before, saved.after) == (before, seen(archive, QUOTE))
    assert (saved.after.note, saved.after.revision) == ("Ask her again.", 2)
    assert seen(Archive.open(archive.path), QUOTE) == saved.after


def test_a_record_that_stays_as_it_is_is_not_written(archive: Archive) -> None:
    before, bytes_before = seen(archive, QUOTE), archive.path.read_bytes()
    assert save(archive, before, before) == (before, before)
    assert archive.path.read_bytes() == bytes_before


def test_changes_of_other_fields_come_together(archive: Archive, other: Archive) -> None:
    mine, theirs = seen(archive, QUOTE), seen(other, QUOTE)
    save(other, theirs, tagged(changed(theirs, "note", "theirs"), ["b"]))
    saved = save(archive, mine, tagged(changed(mine, "gloss", "mine"), ["a"]))
    after = Archive.open(archive.path).records.statements[QUOTE]
    assert (after.note, after.gloss, set(after.tags)) == ("theirs", "mine", {"a", "b"})
    assert isinstance(saved.before, Statement)
    assert saved.before.note == "theirs"
    assert saved.after == after


def test_the_same_field_changed_by_both_is_told_with_both_values_and_nothing_is_written(
    archive: Archive, other: Archive
) -> None:
    mine, theirs = seen(archive, QUOTE), seen(other, QUOTE)
    save(other, theirs, changed(theirs, "verification", "confirmed"))
    before = archive.path.read_bytes()
    with pytest.raises(
        ClashError, match=r"changed verification at .+ \(yours: contested; theirs: confirmed\)"
    ) as error:
        save(archive, mine, changed(changed(mine, "verification", "contested"), "note", "mine"))
    assert archive.path.read_bytes() == before
    assert error.value.exit_code == 1
    assert [clash.field for clash in error.value.clashes] == ["verification"]


def test_who_changed_the_same_field_is_named_with_the_time(
    archive: Archive, other: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = seen(archive, QUOTE), seen(other, QUOTE)
    monkeypatch.setenv("SAYSO_USER", "Bob")
    saved = save(other, theirs, changed(theirs, "gloss", "theirs")).after
    monkeypatch.setenv("SAYSO_USER", "Lena")
    save(other, saved, changed(saved, "note", "of no interest"))
    with pytest.raises(ClashError, match=r"\(as Bob\) changed gloss at \d\d:\d\d UTC \(yours: mine; theirs: theirs\)"):
        save(archive, mine, changed(mine, "gloss", "mine"))


def by_another_program(archive: Archive) -> None:
    """The quotation has a gloss, and the revision that it had."""
    archive.fold()
    file = archive.path
    file.write_text(file.read_text().replace('"id":"st-1111111111"', '"id":"st-1111111111","gloss":"x"'))


def test_of_what_another_program_wrote_nobody_is_named(archive: Archive) -> None:
    mine = seen(archive, QUOTE)
    by_another_program(archive)
    with pytest.raises(ClashError, match=r"another changed gloss \(yours: mine; theirs: x\)"):
        save(archive, mine, changed(mine, "gloss", "mine"))


def test_what_another_program_wrote_elsewhere_in_the_record_is_kept(archive: Archive) -> None:
    mine = seen(archive, QUOTE)
    by_another_program(archive)
    after = save(archive, mine, changed(mine, "note", "mine")).after
    assert isinstance(after, Statement)
    assert (after.gloss, after.note) == ("x", "mine")


def test_once_the_user_has_chosen_it_is_saved(archive: Archive, other: Archive) -> None:
    mine, theirs = seen(archive, QUOTE), seen(other, QUOTE)
    save(other, theirs, changed(changed(theirs, "act", "warns"), "gloss", "theirs"))
    with pytest.raises(ClashError) as error:
        save(archive, mine, changed(changed(mine, "act", "denies"), "note", "mine"))
    clash, *_ = error.value.clashes
    merged, stands = error.value.merged, error.value.theirs
    assert isinstance(merged, Statement)
    assert isinstance(stands, Statement)
    after = save(archive, stands, replace(merged, act=clash.mine)).after
    assert isinstance(after, Statement)
    assert (after.act, after.gloss, after.note) == ("denies", "theirs", "mine")


def test_the_same_change_by_both_is_no_clash(archive: Archive, other: Archive) -> None:
    mine, theirs = seen(archive, QUOTE), seen(other, QUOTE)
    save(other, theirs, changed(theirs, "act", "warns"))
    assert save(archive, mine, changed(mine, "act", "warns")).after.revision == 2


def test_several_are_written_all_or_none(archive: Archive, other: Archive) -> None:
    quote, denial = seen(archive, QUOTE), seen(archive, DENIAL)
    save(other, seen(other, DENIAL), changed(seen(other, DENIAL), "act", "warns"))
    before = other.sequence
    edits = [Edit(quote, changed(quote, "act", "asks")), Edit(denial, changed(denial, "act", "asks"))]
    with pytest.raises(ClashError, match=DENIAL):
        save_all(archive, edits)
    archive.refresh()
    assert archive.sequence == before


def test_several_that_others_changed_elsewhere_are_written_in_one_go(archive: Archive, other: Archive) -> None:
    base = [seen(archive, QUOTE), seen(archive, DENIAL)]
    for record_id in (QUOTE, DENIAL):
        save(other, seen(other, record_id), changed(seen(other, record_id), "note", "theirs"))
    sequence = other.sequence
    saved = save_all(archive, [Edit(record, tagged(record, ["mine"])) for record in base])
    assert [(one.after.note, one.after.tags) for one in saved] == [("theirs", ("mine",))] * 2
    assert archive.sequence == sequence + 1


def test_several_that_others_changed_need_one_try_more_however_many_they_are(archive: Archive, other: Archive) -> None:
    report = "do-1111111111"
    drafts = [
        statement(archive.records, report, Selected(((start, start + 4),))) for start in range(ATTEMPTS + 5)
    ]  # fmt: skip
    mine = [one.after for one in save_all(archive, [Edit(None, draft) for draft in drafts])]
    theirs = Archive.open(archive.path)
    save_all(theirs, [Edit(record, tagged(record, ["theirs"])) for record in mine])
    saved = save_all(archive, [Edit(record, tagged(record, ["mine"])) for record in mine])
    assert {one.after.tags for one in saved} == {("theirs", "mine")}


def test_what_stood_there_once_may_stand_there_again(archive: Archive) -> None:
    denial = seen(archive, DENIAL)
    archive.apply([Change(replace(denial, type="direct"), 1)])
    wrong = seen(archive, DENIAL)
    mended = save(archive, wrong, replace(wrong, type="indirect")).after
    with pytest.raises(EditError, match="quotation marks"):
        save(archive, mended, replace(wrong, revision=3))
    assert save(archive, mended, replace(wrong, revision=3), undoing=True).after.type == "direct"  # type: ignore[union-attr]


def test_a_record_that_would_not_hold_together_is_refused_by_field(archive: Archive) -> None:
    quote = seen(archive, QUOTE)
    with pytest.raises(EditError, match="later than the document") as error:
        save(archive, quote, replace(quote, uttered=When(edtf="2021")))
    assert (error.value.field, error.value.record) == ("uttered", QUOTE)


def test_what_comes_of_two_changes_has_to_hold_together_too(archive: Archive, other: Archive) -> None:
    quote, denial = seen(archive, QUOTE), seen(other, DENIAL)
    save(other, denial, replace(denial, nested_in=QUOTE))
    with pytest.raises(EditError, match="circle"):
        save(other, quote, replace(quote, nested_in=DENIAL))


def test_a_new_record_is_written_at_its_first_revision(archive: Archive) -> None:
    start = TEXT.index("Some 40 people")
    made = statement(archive.records, "do-1111111111", Selected(((start, start + 14),)))
    saved = save(archive, None, made, "a statement made by hand")
    assert (saved.before, saved.after.revision) == (None, 1)
    with pytest.raises(ConflictError, match="in the archive already"):
        save(archive, None, replace(made, note="again"))


def test_an_archive_to_be_read_only_is_left_alone(archive: Archive, path: Path) -> None:
    reading = Archive.open(path, read_only=True)
    with pytest.raises(ReadOnlyError):
        save(reading, seen(reading, QUOTE), changed(seen(reading, QUOTE), "note", "x"))
