"""The screen where the locale is not UTF-8, or the console's font lacks our signs: the same cells, the same tale."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.ascii import Ascii, Signs, in_ascii, plain_signs
from tui.render.names import BOUNDS, LEGEND, TYPES

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("▸●…“”≥ ≋ é́\u200d\ufe0f👨👩中你"))


@given(TEXTS)
def test_nothing_but_ascii_is_left_in_as_many_cells(text: str) -> None:
    assert in_ascii(text).isascii()
    assert in_ascii(text).isprintable()
    assert len(in_ascii(text)) == cell_len(text)


@given(TEXTS)
def test_on_a_console_all_stays_in_its_cells(text: str) -> None:
    assert cell_len(plain_signs(text)) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Łódź, Ørsted, Übel, naïve, Nguyễn", "Lodz, Orsted, Ubel, naive, Nguyen"),
        ("e\u0301", "e"),
        ("“The Gov'ts … of Syria”", '"The Gov\'ts _ of Syria"'),
        ("„so“ «so» ‘so’ ‹so›", "\"so\" \"so\" 'so' 'so'"),
        ("676–678 — ⟨draft⟩", "676-678 - <draft>"),
        ("Алеппо", "??????"),
        ("中国", "????"),
        ("10² ½", "10? ?"),
        ("a\u00a0b\u3000c", "a b  c"),
        ("␛[31m⇄", "?[31m?"),
        ("👨‍👩‍👧!", "??!"),
    ],
)
def test_text_is_read_as_far_as_ascii_goes_and_what_it_lacks_is_owned_up_to(text: str, seen: str) -> None:
    assert in_ascii(text) == seen


def test_how_a_statement_was_made_is_still_told() -> None:
    assert {name: in_ascii(sign) for name, sign in TYPES.items()} == {"direct": "  ", "indirect": "~ ", "mixed": '~"'}


@pytest.mark.parametrize("change", [in_ascii, plain_signs])
def test_how_a_number_is_bounded_is_still_told(change) -> None:  # type: ignore[no-untyped-def]
    seen = {name: change(sign + " ") for name, sign in BOUNDS.items()}
    assert len(set(seen.values())) == len(BOUNDS)
    assert all(sign.isascii() and "?" not in sign for sign in seen.values())


def test_the_gutters_signs_are_still_told_from_one_another() -> None:
    signs = [in_ascii(sign) for sign in "▸▹↑↓●┃"]
    assert len(set(signs)) == len(signs)
    assert "?" not in signs


def test_help_explains_every_sign_in_the_form_that_is_seen() -> None:
    for sign, meaning in LEGEND:
        assert "?" not in in_ascii(sign).replace("?", "", sign.count("?"))
        assert in_ascii(meaning).count("?") == meaning.count("?")


def test_a_line_keeps_its_looks() -> None:
    seen = Ascii().apply([Segment("▸●", Style(bold=True)), Segment("é", None)], Color(0, 0, 0))
    assert seen == [Segment(">*", Style(bold=True)), Segment("e", None)]


def test_a_console_gets_our_signs_in_ascii_and_letters_and_lines_as_they_are() -> None:
    seen = Signs().apply([Segment("▸● “Übel…” ─│ Алеппо ≥ 5")], Color(0, 0, 0))
    assert [segment.text for segment in seen] == ['>* "Übel_" ─│ Алеппо >=5']
