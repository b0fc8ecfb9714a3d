"""Text into cells: cut to a width, wrapped without losing a letter, hits lit where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.clean import clean
from tui.render import styles
from tui.render.text import cut, fit, hits, lit, painted, wrap

TEXTS = st.text(st.sampled_from("ab \n“砲é́\r\tمx-"), max_size=80)


@given(st.text(max_size=60), st.integers(0, 40))
def test_cut_and_fit_keep_to_their_width(text: str, width: int) -> None:
    assert cell_len(cut(text, width)) <= width
    assert cell_len(fit(text, width)) == width


def test_what_is_cut_ends_in_an_ellipsis() -> None:
    assert cut("Jean-Marc Ayrault", 9) == "Jean-Mar…"


@given(TEXTS, st.integers(2, 30))
def test_wrapped_lines_hold_every_letter_in_order_and_fit(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert [i for a, b in lines for i in range(a, b) if not text[i].isspace()] == [
        i for i, c in enumerate(text) if not c.isspace()
    ]
    assert all(cell_len(clean(text[a:b])) <= width for a, b in lines)
    assert all(a <= b for a, b in lines)


def test_an_empty_line_between_paragraphs_stays() -> None:
    assert wrap("one\n\ntwo", 10) == [(0, 3), (4, 4), (5, 8)]


def test_a_line_break_of_two_characters_is_one() -> None:
    assert wrap("one\r\ntwo", 10) == [(0, 3), (5, 8)]


def test_words_go_to_the_next_line_whole() -> None:
    text = "cold-blooded assassinations of entire families"
    assert [text[a:b] for a, b in wrap(text, 16)] == ["cold-blooded", "assassinations", "of entire", "families"]


def test_hits_are_lit_whatever_their_case_and_accents() -> None:
    lit_text = [s.text for s in lit("Élysée and ELYSEE", ("elysee",)) if s.style and s.style.reverse]
    assert lit_text == ["Élysée", "ELYSEE"]


@given(st.text("ab é砲“", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_painting_changes_no_text(text: str, runs: list[tuple[int, int]]) -> None:
    paints = [(min(a, b), max(a, b), styles.BOLD) for a, b in runs]
    assert "".join(segment.text for segment in painted(text, 0, len(text), paints)) == text


def test_overlapping_hits_of_two_words_are_both_found() -> None:
    assert hits("eastern Aleppo", ("east", "eastern")) == [(0, 4), (0, 7)]
