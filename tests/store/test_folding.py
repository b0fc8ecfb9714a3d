"""What finds what: spellings that a reader takes for the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.folding import find, fold, fold_character


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("gov'ts of aleppo", "Gov’ts of ALEPPO"),
        ("erdogan", "Erdoğan"),
        ("kilicdaroglu", "Kılıçdaroğlu"),
        ("walesa", "Wałęsa"),
        ("soren", "Søren"),
        ("strasse", "Straße"),
        ("ΟΔΟΣ", "οδος"),
        ("İzmir", "izmir"),
        ("cafe", "cafe\u0301"),
        ("احمد", "أَحْمَد"),
        ("حماه", "حماة"),
        ("علي", "على"),
        ("990", "٩٩٠"),
        ("da'esh", "Daʿesh"),
        ("al-assad", "al‑Assad"),
        ('"safe"', "“safe”"),
        ("cooperate", "co\u00adoperate"),
        ("safe passage", "safe\npassage"),
        ("10 000", "10\u202f000"),
    ],
)
def test_what_a_keyboard_types_finds_what_was_printed(typed, printed):
    assert fold(typed) == fold(printed)


def test_other_letters_stay_other_letters():
    assert fold("Homs") != fold("Hama")
    assert fold("حلب") != fold("حمص")


@given(st.text())
@example("ÀΣ ΟΔΟΣ Ꭰ `Å")
@example("".join(map(chr, range(0x600, 0x700))))
def test_a_text_folds_character_by_character(text):
    assert fold(text) == "".join(map(fold_character, text))


@given(st.text())
def test_folding_twice_changes_no_more_than_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="aAé\u0301ßſİ ‘`-ـ\u200d", max_size=12), st.text(alphabet="aeési '-", min_size=1, max_size=3))
def test_a_hit_is_where_the_needle_stands_in_the_text_itself(text, needle):
    hits = find(text, needle)
    assert bool(hits) == (fold(needle) in fold(text) and bool(fold(needle)))
    assert all(fold(needle) in fold(text[start:end]) for start, end in hits)
    assert all(end <= start for (_, end), (start, _) in pairwise(hits))


def test_a_hit_takes_the_accent_that_belongs_to_its_last_letter():
    assert find("cafe\u0301 noir", "cafe") == [(0, 5)]


def test_every_hit_is_found():
    assert find("Aleppo and aleppo", "ALEPPO") == [(0, 6), (11, 17)]


def test_an_empty_needle_hits_nothing():
    assert find("Aleppo", "") == []
    assert find("Aleppo", "\u200d") == []
