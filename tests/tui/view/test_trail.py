"""Going back and forward on a trail."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.view.trail import LONGEST, Trail


def test_back_and_forward_go_the_same_way() -> None:
    trail: Trail[str] = Trail()
    trail.step("one")
    trail.step("two")
    assert trail.back("three") == "two"
    assert trail.back("two") == "one"
    assert trail.forward("one") == "two"
    assert trail.forward("two") == "three"


def test_at_either_end_there_is_nothing() -> None:
    trail: Trail[str] = Trail()
    assert trail.back("here") is None
    assert trail.forward("here") is None


def test_a_new_step_cuts_what_was_ahead() -> None:
    trail: Trail[str] = Trail()
    trail.step("one")
    trail.back("two")
    trail.step("one")
    assert trail.forward("other") is None


def test_the_oldest_steps_go_first() -> None:
    trail: Trail[int] = Trail()
    for number in range(LONGEST + 3):
        trail.step(number)
    assert len(trail.behind) == LONGEST
    assert trail.behind[0] == 3


@given(st.lists(st.sampled_from(["step", "back", "forward"])))
def test_back_then_forward_is_where_one_was(moves: list[str]) -> None:
    trail: Trail[int] = Trail()
    here = 0
    for fresh, move in enumerate(moves, 1):
        if move == "step":
            trail.step(here)
            here = fresh
            continue
        found = getattr(trail, move)(here)
        if found is not None:
            other = trail.forward if move == "back" else trail.back
            assert other(found) == here
            here = getattr(trail, move)(here)


def test_a_step_that_is_dropped_is_passed_over_in_both_directions() -> None:
    steps = [object() for _ in range(4)]
    trail: Trail[object] = Trail(steps[:2])
    trail.ahead = steps[2:]
    trail.drop(steps[1])
    trail.drop(steps[3])
    assert (trail.behind, trail.ahead) == (steps[:1], steps[2:3])


def test_a_step_is_replaced_where_it_stands_else_it_is_the_last_one() -> None:
    one, two, other = object(), object(), object()
    trail = Trail([one, two])
    trail.replace(one, other)
    assert trail.behind == [other, two]
    trail.replace(one, one)
    assert trail.behind == [other, two, one]
