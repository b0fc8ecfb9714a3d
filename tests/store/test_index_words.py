"""Sets of rows, words and keys, by whatever way they are found: always what looking at each row would find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.index import words as of_words
from store.index.postings import Postings
from store.index.rows import Rows, full, of_flags, union
from store.index.sets import Sets
from store.index.spans import Spans
from store.index.strings import Strings
from store.index.words import Words
from store.query.ranges import Range

SIZE = 200
TEXTS = [f"{row % 7} abc{'d' * (row % 3)} {'rare' if row % 61 == 0 else ''} xyz{row}" for row in range(SIZE)]
ROWS = st.sets(st.integers(0, SIZE - 1))
SOUGHT = st.sampled_from(["a", "ab", "abc", "abcd", "abcdd", "rare", "are", "xyz1", "xyz19", "", "nowhere", "d xyz"])
SPACES = " \0\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\u200b\ufeff"
PRINT = st.text(st.sampled_from("aab'é\ud800" + "   " + SPACES), max_size=12)


@given(ROWS)
def test_rows_are_flagged_and_put_together(rows):
    assert set(of_flags(row in rows for row in range(SIZE))) == rows
    assert set(union(Rows([row]) for row in rows)) == rows
    assert len(full(SIZE) - Rows(rows)) == SIZE - len(rows)


@given(st.lists(ROWS, max_size=20), st.data())
def test_sets_of_rows_come_back_alone_and_together(drawn, data):
    given_sets = sorted((sorted(rows) for rows in drawn), key=len)
    sets = Sets.of(given_sets)
    assert [list(sets[number]) for number in range(len(sets))] == given_sets
    numbers = sorted(data.draw(st.sets(st.sampled_from(range(len(sets)))))) if drawn else []
    assert set(sets.union(numbers)) == {row for number in numbers for row in given_sets[number]}


@given(st.lists(st.text(max_size=4), unique=True), st.lists(st.text(max_size=4)), st.text(max_size=2))
def test_a_string_is_found_by_its_number_and_a_number_by_its_string(known, wanted, prefix):
    strings = Strings.of(known)
    assert list(strings) == known
    assert [strings[number] for number in range(len(known))] == known
    for string in (*known, *wanted):
        assert strings.number(string) == (known.index(string) if string in known else None)
    assert strings.numbers(wanted) == [known.index(string) for string in wanted if string in known]
    assert [strings[n] for n in strings.beginning(prefix)] == sorted(s for s in known if s.startswith(prefix))


@settings(max_examples=100, deadline=None)
@given(st.lists(SOUGHT, min_size=1, max_size=12))
def test_a_word_is_found_whatever_was_sought_before(searches):
    words = Words.of(TEXTS)
    for word in searches:
        assert set(words.having(word)) == {row for row in range(SIZE) if word in TEXTS[row]}


@settings(max_examples=200, deadline=None)
@given(st.lists(PRINT, min_size=1, max_size=8), st.lists(PRINT, max_size=5), st.data())
def test_whatever_stands_in_a_text_is_found_be_it_spaces_and_control_characters(texts, needles, data):
    words = Words.of(texts)
    text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text)))
    for needle in (*needles, text[start : data.draw(st.integers(start, len(text)))]):
        assert set(words.having(needle)) == {row for row, text in enumerate(texts) if needle in text}


@pytest.mark.parametrize("few", [0, 1, 10_000])
def test_a_phrase_is_found_by_few_of_its_words_or_by_all_of_them(monkeypatch, few):
    monkeypatch.setattr(of_words, "_FEW", few)
    words = Words.of(TEXTS)
    for phrase in ("c  xyz", "1 abcd ", "bcdd  x", "abc  xyz3", " rare xyz1", "rare x", "2 abcdd  xyz", "abc xyz"):
        assert set(words.having(phrase)) == {row for row in range(SIZE) if phrase in TEXTS[row]}


def test_what_many_words_have_is_kept_ready_and_is_the_same(monkeypatch):
    monkeypatch.setattr(of_words, "_MANY", 3)
    words = Words.of(TEXTS)
    words.prepare()
    for part in ("a", "xy", "xyz", "z19", "dd", "9", "zz", ""):
        assert set(words.having(part)) == {row for row in range(SIZE) if part in TEXTS[row]}


def test_more_words_than_are_remembered_are_found_all_the_same():
    words = Words.of(TEXTS)
    for _ in "12":
        for row in range(SIZE):
            assert row in words.having(f"xyz{row}")


KEYS = [*"abc", *(f"k{n}" for n in range(40))]


@given(st.lists(st.none() | st.sampled_from(KEYS), max_size=60), st.randoms())
def test_rows_of_one_key_at_most_are_told_as_any_others(key_of_rows, random):
    one = Postings.of_one(key_of_rows, counted=True)
    several = Postings.of([() if key is None else (key,) for key in key_of_rows], counted=True)
    rows = Rows(row for row in range(len(key_of_rows)) if random.random() < 0.5)
    assert one.none == several.none
    assert one.counts(rows) == several.counts(rows)
    for key in KEYS:
        assert one.having([key]) == several.having([key])


@given(st.lists(st.lists(st.sampled_from(KEYS), max_size=4), max_size=60), st.floats(0, 1), st.randoms())
def test_postings_count_each_key_of_each_row_once(keys_of_rows, share, random):
    rows = {row for row in range(len(keys_of_rows)) if random.random() < share}
    postings = Postings.of(keys_of_rows, counted=True)
    counts, none = postings.counts(Rows(rows))
    for key in KEYS:
        having = {row for row, keys in enumerate(keys_of_rows) if key in keys}
        assert set(postings.having([key])) == having
        assert counts.get(key, 0) == len(having & rows)
    assert 0 not in counts.values()
    without = {row for row, keys in enumerate(keys_of_rows) if not keys}
    assert set(postings.none) == without
    assert none == len(without & rows)
    several = {row for row, keys in enumerate(keys_of_rows) if {"b", "c"} & {*keys}}
    assert set(postings.having(["b", "c", "nobody"])) == set(postings.where(lambda key: key in "bc")) == several
    assert set(postings.having(KEYS)) == set(range(len(keys_of_rows))) - without


ENDS = st.integers(-3, 3).map(float) | st.sampled_from([float("-inf"), float("inf")])


@given(st.lists(st.none() | st.tuples(ENDS, ENDS), max_size=20), ENDS, ENDS)
def test_intervals_that_meet_a_range_are_found(spans, low, high):
    found = Spans.of(spans)
    wanted = Range(low, high)
    assert set(found.missing) == {row for row, span in enumerate(spans) if span is None}
    assert set(found.meeting(wanted)) == {row for row, span in enumerate(spans) if span and wanted.meets(*span)}
