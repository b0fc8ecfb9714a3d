"""Drafts wait report by report, what matters most first, or as the report goes."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from store.archive import Archive
from store.founding import create, snapshot
from store.model import Figure, Origin
from store.reviewing.waiting import arranged, waiting, weight
from tests.store.reviewing.drafted import accepted, archive_records


def opened(path: Path, found: list) -> Archive:  # type: ignore[type-arg]
    create(path, snapshot(found))
    return Archive.open(path)


def ids(drafts: object) -> list[str]:
    return [draft.id for draft in drafts]  # type: ignore[attr-defined]


def test_figures_come_first_then_accusations_then_denials_then_the_rest(path: Path) -> None:
    found = arranged(waiting(opened(path, archive_records())), "weight")
    assert ids(found) == ["fi-houses0000", "st-blame00000", "st-denial0000", "st-warning000"]


def test_in_the_order_of_the_text_they_stand_as_the_report_has_them(path: Path) -> None:
    found = arranged(waiting(opened(path, archive_records())), "text")
    assert ids(found) == ["fi-houses0000", "st-warning000", "st-denial0000", "st-blame00000"]


def test_one_report_is_read_to_its_end_before_the_next_the_newest_first(path: Path) -> None:
    found = waiting(opened(path, archive_records(copy=True)))
    assert [draft.document for draft in found] == ["do-flood00000"] * 4 + ["do-flood00001"] * 4


def test_one_begins_with_the_draft_under_the_cursor_then_with_its_report(path: Path) -> None:
    drafts = waiting(opened(path, archive_records(copy=True)))
    assert ids(arranged(drafts, "weight", "st-warning001"))[:3] == ["st-warning001", "fi-houses0001", "st-blame00001"]
    assert arranged(drafts, "weight", "do-flood00001")[0].id == "fi-houses0001"


def test_what_was_reviewed_waits_no_more_and_the_filter_counts(path: Path) -> None:
    found = [accepted(r) if r.id == "fi-houses0000" else r for r in archive_records()]
    archive = opened(path, found)
    assert len(waiting(archive)) == 3
    assert ids(waiting(archive, "act:denies")) == ["st-denial0000"]
    assert len(waiting(archive, "act:denies OR accuses")) == len(waiting(archive, "act:denies"))


def test_two_or_three_things_of_which_no_more_is_told_come_last(path: Path) -> None:
    (figure,) = (draft for draft in waiting(opened(path, archive_records())) if isinstance(draft, Figure))
    few = replace(figure, outcome=None, origin=Origin(by="rules", rule="few-in-words", confidence=0.9))
    assert [weight(draft) for draft in (figure, few, replace(few, outcome="killed"))] == [0, 4, 0]
