"""A table with changes laid on it is read as one table."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.storage.layered import Layered, layered

tables = st.dictionaries(st.text("abcdef", min_size=1, max_size=1), st.integers(1, 9), max_size=6)
changes = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=1), st.none() | st.integers(10, 19), max_size=8)


@given(tables, changes)
def test_it_is_what_a_dict_would_be(table: dict[str, int], changed: dict[str, int | None]) -> None:
    expected = {**table, **changed}
    expected = {key: value for key, value in expected.items() if value is not None}
    found = Layered(table, changed)
    assert list(found.items()) == list(expected.items())
    assert list(found) == list(expected)
    assert list(found.values()) == list(expected.values())
    assert len(found) == len(expected)
    assert {key: found.get(key) for key in "abcdefgh"} == {key: expected.get(key) for key in "abcdefgh"}
    assert {key for key in "abcdefgh" if key in found} == set(expected)


@given(st.lists(changes, max_size=5))
def test_a_large_table_is_not_copied_for_a_few_changes(several: list[dict[str, int | None]]) -> None:
    base = {str(number): number for number in range(2000)}
    table, expected = layered(base, {}), dict(base)
    for changed in several:
        table = layered(table, changed)
        expected |= {key: value for key, value in changed.items() if value is not None}
        for key in [key for key, value in changed.items() if value is None]:
            expected.pop(key, None)
    assert dict(table) == expected
    assert not isinstance(table, Layered) or table.base is base


def test_many_changes_make_a_new_table() -> None:
    base = {str(number): number for number in range(2000)}
    assert isinstance(layered(base, {"1": 7}), Layered)
    assert isinstance(layered(base, {str(number): 0 for number in range(1000)}), dict)
