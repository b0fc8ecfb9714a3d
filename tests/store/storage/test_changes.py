"""What changed in a record, told by field, gives the record again; what this version doesn't know stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from store.model import TABLES, Statement
from store.storage.changes import Changed, Step, differing, patched

rows = st.fixed_dictionaries(
    {},
    optional={
        "id": st.just("st-1"),
        "note": st.none() | st.text(max_size=3),
        "review": st.dictionaries(st.sampled_from(["state", "by", "mood"]), st.text(max_size=2)),
        "content": st.lists(st.integers(0, 3), max_size=2),
        "uttered": st.none() | st.dictionaries(st.sampled_from(["edtf", "calendar"]), st.text(max_size=2)),
        "a.b": st.integers(0, 2),
    },
)


@given(rows, rows)
def test_a_difference_laid_on_the_old_row_gives_the_new_one_and_back(old: dict[str, Any], new: dict[str, Any]) -> None:
    steps = dict(differing(Statement, old, new))
    assert patched(old, Statement, {path: step.after for path, step in steps.items()}) == new
    assert patched(new, Statement, {path: step.before for path, step in steps.items()}) == old


def test_within_an_object_only_what_changed_is_told() -> None:
    old = {"review": {"state": "drafted", "by": "ana", "mood": "grim"}}
    new = {"review": {"state": "accepted", "by": "ana", "mood": "grim"}}
    assert dict(differing(Statement, old, new)) == {"review.state": Step("drafted", "accepted")}


def test_what_was_not_there_is_left_out() -> None:
    assert dict(differing(Statement, {}, {"note": "x"})) == {"note": Step(UNSET, "x")}
    assert patched({"note": "x", "mood": 1}, Statement, {"note": UNSET}) == {"mood": 1}


def test_a_number_is_not_the_same_as_one_with_decimals() -> None:
    assert dict(differing(TABLES["figures"], {"low": 1}, {"low": 1.0})) == {"low": Step(1, 1.0)}


def test_a_change_to_a_record_that_is_not_there_is_no_record() -> None:
    with pytest.raises(KeyError):
        Changed("actors", "ac-1", {"note": Step(after="x")}).applied(None)
    assert Changed("actors", "ac-1", gone={"id": "ac-1"}).applied({"id": "ac-1"}) is None
