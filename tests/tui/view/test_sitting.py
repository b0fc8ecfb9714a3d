"""A sitting goes from draft to draft, leaves none out, and finds back to where something was decided."""

from __future__ import annotations

from tests.store.reviewing.drafted import drafts, report
from tui.view.sitting import Sitting
from tui.view.step import Edit

FIGURE, QUOTATION, DENIAL, BLAME = (draft.id for draft in drafts(report()))


def sitting(here: str = "") -> Sitting:
    return Sitting.of(drafts(report()), "weight", here)


def test_it_begins_with_what_matters_most_or_where_one_is() -> None:
    assert sitting().current == FIGURE
    assert sitting(QUOTATION).current == QUOTATION


def test_a_decision_goes_on_to_the_next_that_is_left() -> None:
    found = sitting()
    found.settle("confirmed", [FIGURE, BLAME])
    assert found.current == DENIAL
    assert found.left == [DENIAL, QUOTATION]
    assert found.remaining == 2


def test_copies_that_are_of_no_sitting_count_for_none() -> None:
    found = sitting()
    found.settle("confirmed", [FIGURE, "fi-elsewhere0"])
    assert (found.remaining, found.waits("fi-elsewhere0"), found.waits(FIGURE)) == (3, False, False)


def test_behind_the_last_one_there_is_none_and_on_begins_with_what_was_left() -> None:
    found = sitting()
    found.skip()
    for word in ("confirmed", "confirmed", "confirmed"):
        found.settle(word, [found.current])
    assert found.current == ""
    found.skip()
    assert found.current == FIGURE


def test_the_way_back_takes_back_what_was_decided_and_goes_through_what_was_left() -> None:
    found = sitting()
    found.skip()
    found.settle("confirmed", [found.current])
    decision = found.back()
    assert decision is not None
    assert (decision.word, found.current, len(found.left)) == ("confirmed", BLAME, 4)
    assert (found.back(), found.current) != (None, BLAME)
    assert found.current == FIGURE
    assert found.back() is None


def test_a_correction_is_taken_back_where_it_was_made() -> None:
    found = sitting()
    found.amend("act", Edit(()))
    decision = found.back()
    assert decision is not None
    assert (decision.edit, found.current) == (Edit(()), FIGURE)


def test_what_another_decided_is_passed_over() -> None:
    found = sitting()
    found.pass_over(BLAME, "confirmed by bob")
    found.pass_over(FIGURE, "confirmed by bob")
    assert (found.current, found.left) == (DENIAL, [DENIAL, QUOTATION])


def test_another_order_begins_anew_with_what_is_left() -> None:
    found = sitting()
    found.settle("confirmed", [FIGURE])
    left = [draft for draft in drafts(report()) if draft.id in found.left]
    found.arrange(left, "text")
    assert [found.current, *found.left[1:]] == [QUOTATION, DENIAL, BLAME]
