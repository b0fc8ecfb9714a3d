"""A filter while it is typed: never an error for what can still come right, and a hint for what may follow."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from store.errors import FilterError
from store.query import Condition, parse, parse_unfinished
from tests.store.filters import TREES


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_no_beginning_of_a_good_filter_is_an_error(tree):
    text = str(tree)
    for end in range(len(text) + 1):
        parse_unfinished(text[:end])


@settings(max_examples=100)
@given(TREES)
def test_a_filter_that_is_finished_means_the_same_while_it_is_typed(tree):
    assert parse_unfinished(str(tree))[0] == parse(str(tree))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("siege type:in", "siege"),
        ("siege type:", "siege"),
        ("siege -", "siege"),
        ("siege OR", "siege"),
        ("siege OR ", "siege"),
        ("siege (", "siege"),
        ("siege -(", "siege"),
        ("siege (war OR", "siege war"),
        ('siege "safe pass', 'siege "safe pass"'),
        ('siege "', "siege"),
        ('"safe\\', "safe"),
        ("siege said:2016-1", "siege"),
        ("siege said:>", "siege"),
        ("siege said:2016-12-13..", "siege said:2016-12-13.."),
        ("siege said:2016-12-13..2016-1", "siege"),
        ("siege value:1,", "siege"),
        ("siege value:990..1", "siege"),
        ("siege actor:", "siege"),
        ("OR", ""),
        ("", ""),
        ("act", "act"),
    ],
)
def test_what_cannot_mean_anything_yet_is_left_out(typed, meant):
    assert parse_unfinished(typed)[0] == parse(meant)


def test_an_open_name_is_sought_by_its_beginning():
    assert parse_unfinished('actor:"Jan Eg')[0].tree == Condition("actor", "Jan Eg", quoted=False)
    assert parse_unfinished('doc:"Aleppo un')[0].tree == Condition("doc", "Aleppo un", quoted=False)
    assert parse_unfinished('actor:"Jan Eg"')[0].tree == Condition("actor", "Jan Eg", quoted=True)


def test_the_text_stays_as_typed():
    query, _ = parse_unfinished("siege type:in")
    assert query.text == "siege type:in"
    assert [term.text for term in query.terms] == ["siege"]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("type:", "type: direct, indirect, mixed or none"),
        ("type:IN", "type: indirect"),
        ("is:", "is: broken, draft, vague, inferred, confidential, marked or none"),
        ("verif", "verification: is it true"),
        ("co", "counted: counting:"),
        ("siege", None),
        ("type:direct", None),
        ("a", None),
    ],
)
def test_a_hint_tells_what_may_follow(typed, hint):
    assert parse_unfinished(typed)[1] == hint


@pytest.mark.parametrize("typed", ["actor:", "said:", "value:>", "said:2016-1", "id:"])
def test_a_field_without_a_value_yet_tells_what_it_takes(typed):
    hint = parse_unfinished(typed)[1]
    assert hint is not None
    assert hint.startswith(typed.partition(":")[0])


@pytest.mark.parametrize(
    "wrong",
    [
        "type:x",
        "type:in ",
        "said:2016-13",
        "said:x",
        "value:x",
        "colour:",
        "a)",
        "()",
        "- a",
        "OR ",
        '""',
        "type: direct",
    ],
)
def test_what_no_typing_on_can_mend_is_told_at_once(wrong):
    with pytest.raises(FilterError):
        parse_unfinished(wrong)
