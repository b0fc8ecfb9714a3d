"""What the parts of a filter are: values."""

from __future__ import annotations

import pytest

from store.query import And, Condition, Not, Or, Word
from store.query.value import Value


class Pair(Value):
    first: str
    second: int = 2


def test_values_are_equal_where_their_kind_and_their_fields_are() -> None:
    assert Pair("a") == Pair("a", 2) == Pair(first="a", second=2)
    assert Pair("a") != Pair("a", 3)
    parts = (Word("a"), Word("b"))
    assert And(parts) != Or(parts)
    assert len({And(parts), Or(parts), And((Word("a"), Word("b"))), Not(Word("a")), Not(Word("a"))}) == 3


def test_a_value_is_never_changed() -> None:
    word = Word("safe")
    with pytest.raises(AttributeError, match="Word is never changed"):
        word.text = "unsafe"  # type: ignore[misc]
    assert word.text == "safe"


def test_a_value_is_taken_apart_by_its_fields_and_printed_with_them() -> None:
    match Condition("actor", "Russia"):
        case Condition(field, value, quoted):
            assert (field, value, quoted) == ("actor", "Russia", False)
    assert repr(Not(Word("safe"))) == "Not(Word('safe'))"
