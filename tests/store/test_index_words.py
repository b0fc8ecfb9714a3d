"""Sets of rows, and the search for words in many rows, where what was found before is put to use."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from store.index import masks
from store.index.postings import Postings
from store.index.words import Words

SIZE = 200
TEXTS = [f"{row % 7} abc{'d' * (row % 3)} {'rare' if row % 61 == 0 else ''} xyz{row}" for row in range(SIZE)]
ROWS = st.sets(st.integers(0, SIZE - 1))
SOUGHT = st.sampled_from(["a", "ab", "abc", "abcd", "abcdd", "rare", "are", "xyz1", "xyz19", "", "nowhere", "d xyz"])


@given(ROWS)
def test_a_set_of_rows_comes_back_from_its_mask(rows):
    mask = masks.of_rows(rows, SIZE)
    assert masks.chosen(range(SIZE), mask) == sorted(rows)
    assert mask == masks.of_flags([row in rows for row in range(SIZE)])
    assert mask.bit_count() == len(rows)
    assert [row for row, bit in enumerate(masks.bits(mask, SIZE)) if bit] == sorted(rows)


def test_a_table_without_rows_has_masks_too():
    assert masks.full(0) == masks.of_rows([], 0) == masks.of_flags([]) == 0
    assert masks.bits(0, 0) == b""
    assert masks.chosen([], 0) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(SOUGHT, ROWS | st.just(set(range(SIZE)))), min_size=1, max_size=12))
def test_a_word_is_found_whatever_was_sought_before(searches):
    elsewhere = masks.of_rows(range(0, SIZE, 50), SIZE)
    words = Words(TEXTS, lambda word, within: elsewhere & within if word in "abcdd" else 0)
    for word, rows in searches:
        expected = {row for row in rows if word in TEXTS[row] or (word in "abcdd" and row % 50 == 0)}
        assert set(masks.chosen(range(SIZE), words.having(word, masks.of_rows(rows, SIZE)))) == expected


def test_more_words_than_are_remembered_are_found_all_the_same():
    words = Words(TEXTS, lambda word, within: 0)
    for _ in "12":
        for row in range(SIZE):
            assert words.having(f"xyz{row}", masks.full(SIZE)) >> row & 1


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=3), max_size=30), st.randoms(use_true_random=False))
def test_postings_count_each_key_of_each_row_once(keys_of_rows, random):
    rows = {row for row in range(len(keys_of_rows)) if random.random() < 0.6}
    postings = Postings(keys_of_rows)
    counts = postings.counts(masks.of_rows(rows, len(keys_of_rows)))
    for key in ("a", "b", "c"):
        having = {row for row, keys in enumerate(keys_of_rows) if key in keys}
        assert masks.chosen(range(len(keys_of_rows)), postings.having(key)) == sorted(having)
        assert counts.get(key, 0) == len(having & rows)
    none = {row for row, keys in enumerate(keys_of_rows) if not keys}
    assert counts.get(None, 0) == len(none & rows)
    assert postings.having("a", None) == postings.having("a") | postings.having(None)
    assert postings.where(lambda key: key > "a") == postings.having("b") | postings.having("c")
