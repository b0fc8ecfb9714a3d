"""Copies say the same of the same paragraph in another report, to the letter and to the value."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.model import Figure, Record, Statement, When
from store.records import Records
from store.reviewing.copies import Copies
from tests.store.reviewing.drafted import accepted, archive_records


def copies_of(draft_id: str, found: list[Record]) -> list[str]:
    records = Records.of(*found)
    drafts = [r for r in found if isinstance(r, Statement | Figure)]
    draft = next(d for d in drafts if d.id == draft_id)
    return [copy.id for copy in Copies(drafts).of(records, draft)]


@pytest.mark.parametrize("draft", ["fi-houses000", "st-warning00", "st-denial000", "st-blame0000"])
def test_the_same_paragraph_elsewhere_has_copies_wherever_it_stands_there(draft: str) -> None:
    assert copies_of(f"{draft}0", archive_records(copy=True)) == [f"{draft}1"]


def test_a_value_that_differs_makes_it_no_copy() -> None:
    found = archive_records(copy=True)
    other = [replace(r, act="doubts") if r.id == "st-denial0001" else r for r in found]
    assert copies_of("st-denial0000", other) == []
    dated = [replace(r, uttered=When(edtf="2020-03-01")) if r.id == "st-denial0001" else r for r in found]
    assert copies_of("st-denial0000", dated) == []


def test_another_paragraph_with_the_same_words_is_no_copy() -> None:
    found = archive_records(copy=True)
    other = next(r for r in found if r.id == "do-flood00001")
    longer = replace(other, text=other.text.replace("Traders blamed the ministry.", "Traders blamed the ministry!"))
    changed = [longer if r.id == other.id else r for r in found]
    assert copies_of("st-denial0000", changed) == []
    assert copies_of("fi-houses0000", changed) == ["fi-houses0001"]


def test_what_was_reviewed_already_is_no_copy_to_review() -> None:
    found = [accepted(r) if r.id == "fi-houses0001" else r for r in archive_records(copy=True)]
    assert copies_of("fi-houses0000", found) == []


def test_a_draft_whose_words_are_not_what_stands_there_has_no_copies() -> None:
    found = archive_records(copy=True)
    broken = [replace(r, text="x" + r.text) if r.id == "do-flood00000" else r for r in found]
    assert copies_of("fi-houses0000", broken) == []
