"""A record as it is being edited: what was typed, what is wrong with it, what another changed meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.editing.fields import edited, fields
from store.editing.merging import merged
from store.errors import ClashError, EditError
from store.model import Figure, Record, Statement
from store.records import Records
from tests.store.conftest import records
from tui.view.draft import Choice, Draft

ALL = Records.of(*records())
QUOTE = ALL.statements["st-1111111111"]


def draft(record: Record = QUOTE) -> Draft:
    return Draft(record, ALL)


def test_the_flags_come_first_and_what_cannot_be_edited_last() -> None:
    names = [field.name for field in draft().fields]
    assert names[:2] == ["review", "review.why"]
    assert set(names) == {field.name for field in fields(Statement)}
    fixed = [bool(field.fixed) for field in draft().fields]
    assert fixed == sorted(fixed)


def test_a_value_put_and_reverted_is_no_change() -> None:
    begun = draft()
    begun.put("note", "new")
    assert (begun.changes, begun.text("note"), begun.before("note")) == (["note"], "new", "")
    begun.revert("note")
    assert begun.mine == QUOTE
    begun.put("note", "new")
    begun.put("note", "")
    assert begun.changes == []


def test_what_cannot_be_read_stays_as_typed_and_counts_as_a_change() -> None:
    begun = draft()
    with pytest.raises(EditError):
        begun.put("uttered", "soon")
    assert begun.text("uttered") == "soon"
    assert begun.changes == ["uttered"]
    assert begun.problems["uttered"].startswith("'soon' is not a date")
    assert "uttered=" not in begun.problems["uttered"]
    begun.put("uttered", "2020")
    assert begun.problems == begun.unread == {}


def test_a_new_word_of_a_flag_takes_the_old_why_away_and_shows_it() -> None:
    begun = draft(edited(QUOTE, {"verification": "contested:he denies it"}))
    assert begun.text("verification.why") == "he denies it"
    begun.put("verification", "confirmed")
    assert begun.text("verification.why") == ""
    begun.put("verification", "contested")
    assert begun.text("verification.why") == "he denies it"


def test_what_is_changed_is_named_by_field_and_a_flag_with_its_why_once() -> None:
    begun = draft()
    begun.put("verification", "contested")
    begun.put("verification.why", "he denies it")
    begun.put("note", "x")
    assert begun.word == "verification, note of st-1111111111"
    begun.revert("verification")
    assert begun.word == "verification.why, note of st-1111111111"


def clash(begun: Draft, theirs: Record) -> None:
    found = merged(begun.base, begun.mine, theirs)
    error = ClashError("", clashes=found.clashes, merged=found.record, mine=begun.mine, theirs=theirs)
    begun.clash(error, Records.of(theirs))


def test_after_a_clash_the_base_is_theirs_and_only_mine_is_changed() -> None:
    begun = draft()
    begun.put("gloss", "mine")
    begun.put("note", "my note")
    theirs = replace(QUOTE, gloss="theirs", channel="speech", revision=2)
    clash(begun, theirs)
    assert begun.base == theirs
    assert begun.clashes == {"gloss": Choice("", "mine", "theirs")}
    assert begun.changes == ["gloss", "note"]
    assert begun.text("channel") == "speech"
    begun.decide("gloss", mine=False)
    assert begun.changes == ["note"]
    assert begun.mine == replace(theirs, note="my note")


def test_numbers_that_belong_together_clash_by_each_and_mine_can_be_taken_for_all() -> None:
    figure = ALL.figures["fi-1111111111"]
    begun = draft(figure)
    for name, text in {"low": "13", "best": "13", "high": "13"}.items():
        begun.put(name, text)
    clash(begun, replace(figure, low=14, best=14, high=14, revision=2))
    assert set(begun.clashes) == {"low", "best", "high"}
    for name in ("low", "best", "high"):
        begun.decide(name, mine=True)
    assert isinstance(begun.mine, Figure)
    assert (begun.mine.low, begun.mine.best, begun.mine.high) == (13, 13, 13)
    assert begun.mine.revision == 2


NAMES = [field.name for field in fields(Statement) if not field.fixed]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=8) | st.sampled_from(["2020", "yes", "says", ""]))))
def test_nothing_typed_is_ever_lost_by_itself(typed: list[tuple[str, str]]) -> None:
    begun, expected = draft(), {}
    for name, text in typed:
        try:
            begun.put(name, text)
            expected.pop(name, None)
        except EditError:
            expected[name] = text
    assert begun.unread == expected
    assert set(begun.problems) == set(expected)
    assert all(begun.text(name) == text for name, text in expected.items())
    for name in list(begun.changes):
        begun.revert(name)
    for name in NAMES:
        begun.revert(name)
    assert begun.mine == QUOTE
