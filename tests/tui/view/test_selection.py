"""A selection: moved by words, letters, sentences and quotations, always whole letters of the text itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.view.test_letters import TEXTS
from tui.view.letters import within
from tui.view.selection import Selection

CONTINUED = '"We counted 12 dead," the mayor continued. "More are missing," she said.'


def at(words: str, text: str = CONTINUED) -> Selection:
    found = Selection.begin(text, text.index(words))
    assert found is not None
    return found


MOVES = {
    "word": lambda s: s.word(1),
    "back": lambda s: s.word(-1),
    "letter": lambda s: s.letter(1),
    "letter back": lambda s: s.letter(-1),
    "sentence": lambda s: s.sentence(1),
    "sentence back": lambda s: s.sentence(-1),
    "run": Selection.toggled,
    "whole": Selection.whole_sentence,
    "quotation": Selection.quotation,
    "other end": Selection.other_end,
    "part": lambda s: s.keeping("content"),
    "who": lambda s: s.keeping("source"),
    "cue": lambda s: s.keeping("cue"),
    "drop": Selection.dropping,
}


@given(TEXTS, st.integers(0, 40), st.lists(st.sampled_from(sorted(MOVES)), max_size=30))
def test_whatever_is_done_only_whole_letters_within_the_text_are_selected_and_kept(
    text: str, offset: int, moves: list[str]
) -> None:
    selection = Selection.begin(text, min(offset, len(text)))
    for move in moves if selection else []:
        assert selection is not None
        selection = MOVES[move](selection)
        for start, end in (selection.span, *selection.content, *selection.part("source"), *selection.part("cue")):
            assert 0 <= start < end <= len(text)
            assert not within(text, start)
            assert not within(text, end)
        assert selection.words == text[selection.span[0] : selection.span[1]] != ""
        assert all(a[1] <= b[0] for a, b in zip(selection.content, selection.content[1:], strict=False))


def test_a_text_without_words_has_nothing_to_select() -> None:
    assert Selection.begin(" \n\n", 1) is None


def test_the_cursor_goes_from_word_to_word_and_a_run_grows_and_shrinks_with_it() -> None:
    one = at("We").word(1)
    assert one.words == "counted"
    run = one.toggled().word(1).word(1)
    assert run.words == "counted 12 dead"
    assert run.word(-1).words == "counted 12"
    assert run.word(-1).word(-1).word(-1).words == "We counted"
    assert run.toggled().words == "dead"


def test_by_letters_the_end_at_the_cursor_moves_and_the_other_stays() -> None:
    run = at("counted").letter(-1).letter(-1)
    assert run.words == "count"
    assert run.letter(1).words == "counte"
    assert run.other_end().letter(1).words == "ount"
    assert run.other_end().letter(-1).letter(-1).words == "e count"


def test_by_letters_through_its_own_beginning_a_run_goes_on_to_the_other_side() -> None:
    run = at("We").letter(-1)
    assert run.words == "W"
    assert run.letter(-1).words == '"'
    assert run.letter(-1).letter(1).words == "W"


def test_a_run_goes_to_the_end_of_its_sentence_then_of_the_next() -> None:
    text = "He spoke. She left the room. They stayed."
    run = at("left", text).toggled().sentence(1)
    assert run.words == "left the room."
    assert run.sentence(1).words == "left the room. They stayed."
    assert run.sentence(-1).words == "She left"
    assert at("left", text).sentence(1).words == "They"
    assert at("left", text).sentence(-1).sentence(-1).words == "He"
    assert at("left", text).whole_sentence().words == "She left the room."


def test_parts_that_stand_apart_make_one_content_in_the_order_of_the_text() -> None:
    second = at("More").quotation().keeping("content")
    both = second.to(at("counted").point).quotation()
    assert [CONTINUED[slice(*span)] for span in both.content] == ['"We counted 12 dead,"', '"More are missing,"']
    assert both.keeping("content").content == both.content


def test_after_a_part_the_next_quotation_is_one_key_away() -> None:
    first = at("counted").quotation().keeping("content")
    assert first.words == "the"
    assert first.content == first.part("content")
    assert first.quotation().words == '"More are missing,"'


def test_who_says_it_and_the_cue_are_kept_beside_the_content() -> None:
    kept = at("the mayor").toggled().word(1).keeping("source").keeping("cue").quotation()
    named = {part: [CONTINUED[slice(*span)] for span in kept.part(part)] for part in ("source", "cue")}
    assert named == {"source": ["the mayor"], "cue": ["continued"]}
    assert [CONTINUED[slice(*span)] for span in kept.content] == ['"More are missing,"']


def test_parts_that_overlap_become_one() -> None:
    kept = at("counted").toggled().word(1).keeping("content").to(at("12").point).toggled().word(1).keeping("content")
    assert [CONTINUED[slice(*span)] for span in kept.content] == ["counted 12 dead"]


def test_a_part_that_is_dropped_is_selected_again() -> None:
    kept = at("counted").quotation().keeping("content")
    assert kept.dropping().words == '"We counted 12 dead,"'
    assert kept.dropping().kept == ()
    assert at("We").dropping() == at("We")


@pytest.mark.parametrize("name", MOVES)
def test_at_the_ends_of_the_text_nothing_is_lost(name: str) -> None:
    for words in ("We", "said"):
        assert MOVES[name](at(words)).words
