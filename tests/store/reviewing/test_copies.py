"""Copies say the same of the same paragraph in another report, to the letter and to the value."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.editing.corrections import corrected
from store.model import Anchor, Document, Figure, Record, Speaker, Statement, When
from store.records import Records
from store.reviewing.copies import Copies, as_corrected, as_drafted
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


def corrected_of(draft_id: str, found: list[Record], **fields: object) -> tuple[Records, Statement | Figure]:
    """Records in which fields of a draft were corrected, and that draft."""
    base = next(r for r in found if r.id == draft_id)
    assert isinstance(base, Statement | Figure)
    mine = corrected(base, replace(base, **fields), decided=False)
    assert isinstance(mine, Statement | Figure)
    return Records.of(*(mine if r.id == draft_id else r for r in found)), mine


def test_what_was_corrected_is_a_copy_still_and_the_correction_is_said_of_the_copy_at_its_own_place() -> None:
    found = archive_records(copy=True)
    base = next(r for r in found if r.id == "st-denial0000")
    assert isinstance(base, Statement)
    (content,) = base.content
    longer = (Anchor(content.start - 5, content.end, f"that {content.exact}"),)
    records, mine = corrected_of(base.id, found, content=longer, speakers=(Speaker("ac-mayor00000"),))
    copies = Copies(r for r in found if isinstance(r, Statement | Figure)).of(records, mine)
    assert [copy.id for copy in copies] == ["st-denial0001"]
    other = as_corrected(records, mine, copies[0])
    assert isinstance(other, Statement)
    assert [part.exact for part in other.content] == ["that the dam had been opened"]
    assert not records.broken(other.content[0], other.document)
    assert other.speakers == mine.speakers
    assert other.origin is not None
    assert other.origin.corrected == ("content", "speakers")
    assert as_drafted(other) == replace(copies[0], origin=other.origin)


def test_of_its_own_reports_actors_a_copy_has_those_of_the_same_name() -> None:
    found = archive_records(copy=True)
    records, mine = corrected_of("st-denial0000", found, speakers=(Speaker("ac-traders000"),))
    other = as_corrected(records, mine, records.statements["st-denial0001"])
    assert isinstance(other, Statement)
    assert other.speakers == (Speaker("ac-traders001"),)


def test_where_the_correction_can_not_be_said_of_it_it_is_no_copy_any_more() -> None:
    found = archive_records(copy=True)
    lead = next(r for r in found if r.id == "do-flood00000")
    assert isinstance(lead, Document)
    outside = (Anchor(0, 9, lead.text[:9]),)
    alone = [r for r in found if r.id != "ac-traders001"]
    for among, fields in (
        (found, {"source": outside}),
        (alone, {"speakers": (Speaker("ac-traders000"),)}),
        (found, {"nested_in": "st-blame00000"}),
    ):
        records, mine = corrected_of("st-denial0000", among, **fields)
        assert Copies(r for r in found if isinstance(r, Statement | Figure)).of(records, mine) == []
