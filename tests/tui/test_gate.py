"""The gate behind the first: what came past `clean` still does nothing, and stands in as many cells as were counted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from tui.gate import Gate, still

BLACK = Color(0, 0, 0)
TEXTS = st.text(
    st.characters() | st.sampled_from("\x1b\x9b\x07\x00\x85\u2028\u202e\u2066\ud800\ufffe\u200d砲👩\t\n\ra ")
)
BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def passed(*segments: Segment) -> list[Segment]:
    return Gate().apply(list(segments), BLACK)


@given(TEXTS)
def test_nothing_acts_behind_the_gate(text: str) -> None:
    for character in passed(Segment(text))[0].text:
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in BIDI


@given(TEXTS)
def test_the_cells_that_textual_counted_stay(text: str) -> None:
    assert sum(cell_len(c) for c in text) == sum(cell_len(c) for c in still(text))


@given(TEXTS.filter(lambda text: "\u200d" not in text))
def test_a_line_is_as_wide_as_before(text: str) -> None:
    assert cell_len(text) == cell_len(still(text))


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "",
        "“Gov'ts” – […] ─│▸●",
        "砲击 алеппо حلب می‌خواهم",
        "👨‍👩‍👧 ☺️ 1️⃣ 🇸🇾",
        "क्‍ष e\u0301",
        "\u200b\ufeff\ue000",
    ],
)
def test_what_does_nothing_is_left_as_it_is(text: str) -> None:
    assert still(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a[31mb"),
        ("\x9b31m\x7f\x00\x07", "31m"),
        ("a\r\nb\tc", "abc"),
        ("a\u2028b\x85c", "abc"),
        ("\u202eabc\u202c\u2066", "abc"),
        ("\ud800x\udfff\uffff", "\ufffdx\ufffd\ufffd"),
    ],
)
def test_what_acts_goes_or_is_a_sign(text: str, shown: str) -> None:
    assert still(text) == shown


def test_a_line_that_is_harmless_is_not_copied() -> None:
    line = [Segment("a", Style(bold=True)), Segment("b")]
    assert Gate().apply(line, BLACK) is line


def test_a_style_brings_no_link_and_no_action() -> None:
    linked = Segment("a", Style(link="https://evil.example", bold=True))
    clicked = Segment("b", Style.from_meta({"@click": "app.quit"}))
    for segment in passed(linked, clicked):
        assert segment.style is not None
        assert segment.style.link is None
        assert not segment.style.meta
    first = passed(linked)[0].style
    assert first is not None
    assert first.bold
    assert "\x1b]8" not in first.render("a")


def test_codes_that_stand_beside_the_text_are_dropped() -> None:
    assert passed(Segment("\x1b[2J", None, [(2,)])) == [Segment("[2J")]  # type: ignore[list-item]


def test_a_style_alone_that_is_harmless_passes() -> None:
    segment = Segment("x\x1b", Style(color="red"))
    assert passed(segment) == [Segment("x", Style(color="red"))]
