"""Two people on one record: other fields merge, the same field is a clash, and the same change is none."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.editing.fields import changed
from store.editing.merging import Clash, merged
from store.model import Record, Review
from tests.store.conftest import records
from tests.store.editing.drawn import BARE, EDITABLE, values

RECORDS: dict[str, Any] = {record.id: record for record in records()}
QUOTE, HURT = RECORDS["st-1111111111"], RECORDS["fi-2222222222"]
OWN = {"tags", "flags"}
NUMBER = {"bound", "low", "best", "high"}


@st.composite
def changes(draw: st.DrawFn, base: Record) -> Record:
    """The record with some of its fields changed."""
    fields = [field for kind, field in EDITABLE if kind is type(base) and field.kind != "flag" and len(field.path) == 1]
    for field in draw(st.lists(st.sampled_from(fields), max_size=4)):
        base = replace(base, **{field.path[0]: draw(values(field))})
    return base


def touched(base: Record, other: Record) -> set[str]:
    found = {name for name in base.__struct_fields__ if getattr(base, name) != getattr(other, name)}
    return found | NUMBER if found & NUMBER else found


@given(st.data())
def test_every_change_is_in_the_result_or_a_clash(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from(list(BARE.values())))
    mine, theirs = data.draw(changes(base)), data.draw(changes(base))
    found = merged(base, mine, theirs)
    clashing = {clash.field for clash in found.clashes}
    for name in base.__struct_fields__:
        ours, others, result = (getattr(record, name) for record in (mine, theirs, found.record))
        if name in OWN:
            continue
        if name in clashing:
            assert result == others != ours
        elif name in touched(base, mine) and name not in touched(base, theirs):
            assert result == ours
        else:
            assert result == others
    assert clashing <= (touched(base, mine) & touched(base, theirs)) - OWN


@given(st.data())
def test_who_is_first_makes_no_difference_where_nothing_clashes(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from(list(BARE.values())))
    mine, theirs = data.draw(changes(base)), data.draw(changes(base))
    one, other = merged(base, mine, theirs), merged(base, theirs, mine)
    assert {clash.field for clash in one.clashes} == {clash.field for clash in other.clashes}
    assume(not one.clashes)
    for name in base.__struct_fields__:
        first, second = getattr(one.record, name), getattr(other.record, name)
        assert set(first) == set(second) if name in OWN else first == second


@given(st.data())
def test_the_same_change_of_both_is_no_clash(data: st.DataObject) -> None:
    base = data.draw(st.sampled_from(list(BARE.values())))
    both = data.draw(changes(base))
    assert merged(base, both, both) == (both, ())


@given(*[st.lists(st.sampled_from("abcdef"), unique=True).map(tuple) for _ in range(3)])
def test_tags_are_put_on_and_taken_off_by_both(base: Any, mine: Any, theirs: Any) -> None:
    found = merged(*(replace(QUOTE, tags=tags) for tags in (base, mine, theirs)))
    assert found.clashes == ()
    kept = set(base) & set(mine) & set(theirs)
    assert set(found.record.tags) == kept | (set(mine) - set(base)) | (set(theirs) - set(base))
    assert len(found.record.tags) == len(set(found.record.tags))


def test_a_clash_names_the_field_and_all_three_values() -> None:
    found = merged(QUOTE, replace(QUOTE, act="denies"), replace(QUOTE, act="warns"))
    assert found.clashes == (Clash("act", "says", "denies", "warns"),)
    assert found.record.act == "warns"


def test_two_who_accept_a_record_are_of_one_mind_and_the_first_has_signed_it() -> None:
    theirs = replace(QUOTE, review=Review("corrected", "Omar", "2026-01-01T00:00:00Z"))
    mine = replace(QUOTE, review=Review("corrected", "Nina", "2026-01-01T00:00:09Z"))
    found = merged(QUOTE, mine, theirs)
    assert (found.record.review.by, found.clashes) == ("Omar", ())


def test_the_same_word_with_another_reason_is_a_clash() -> None:
    mine = changed(QUOTE, "verification", "contested:denied")
    theirs = changed(QUOTE, "verification", "contested:the count is another")
    assert [clash.field for clash in merged(QUOTE, mine, theirs).clashes] == ["verification"]


def test_a_number_and_its_bound_are_one_thing() -> None:
    mine, theirs = replace(HURT, bound="at-least", low=40, best=None), replace(HURT, best=45)
    assert [clash.field for clash in merged(HURT, mine, theirs).clashes] == ["bound", "low", "best"]
    assert merged(HURT, mine, theirs).record == theirs


def test_the_revision_is_that_of_the_archive() -> None:
    theirs = replace(QUOTE, revision=7, changed="2026-01-01T00:00:00Z", gloss="theirs")
    assert merged(QUOTE, replace(QUOTE, note="mine"), theirs).record == replace(theirs, note="mine")
