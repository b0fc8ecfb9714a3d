"""Nothing that a record holds acts on a terminal, and what can't be seen doesn't hide."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.characters import ACTIVE, MARKS, file_name, signs, unseen, visible

TEXTS = st.text(st.characters() | st.sampled_from("\x1b\x9b\u202e\u2066\u200b\u200d\ufe0f\u0301\u0628👩a \t\n\ud800"))

LAID_OUT = str.maketrans("\t\r\n", "aaa")
"""What breaks and indents lines in any report hides nothing."""


@given(TEXTS)
def test_nothing_shown_controls_a_terminal_or_turns_a_line_around(text: str) -> None:
    for character in visible(text):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(character) not in (
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        )


@given(TEXTS)
def test_each_character_is_shown_by_one_or_none(text: str) -> None:
    assert len(visible(text)) <= len(text)
    assert len(signs(text)) == len(text)
    assert bool(unseen(text)) == (visible(text.translate(LAID_OUT)) != text.translate(LAID_OUT))


@given(TEXTS)
def test_what_is_shown_can_be_shown_again(text: str) -> None:
    assert signs(signs(text)) == signs(text)
    assert visible(visible(text)) == visible(text)
    assert not ACTIVE.search(signs(text))
    assert not ACTIVE.search(visible(text))


@given(TEXTS)
def test_in_a_file_only_dangerous_characters_are_replaced(text: str) -> None:
    for before, after in zip(text, signs(text), strict=True):
        assert before == after or ACTIVE.match(before)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("\x9b31m\x7f\x00", "\ufffd31m␡␀"),
        ("a\x85b\u2028c\u2029d", "a␤b␤c␤d"),
        ("abc\u202edef\u202c \u2066x\u2069", "abc⇄def⇄ ⇄x⇄"),
        ("\ud800 \uffff", "\ufffd \ufffd"),
        ("zero\u200bwidth\ufeff soft\u00adhyphen", "zerowidth softhyphen"),
        ("tagged\U000e0041\U000e007f", "tagged"),
        ("שלום\u200f!", "שלום!"),
        ("e" + "\u0301" * 20, "e" + "\u0301" * MARKS),
        ("e" + "\u0301\u200d" * 20, "e" + "\u0301" * MARKS),
    ],
)
def test_what_is_shown_for_what_is_dangerous_or_unseen(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert unseen(text)


def test_tabs_and_line_ends_are_shown_where_there_is_one_line_and_hide_nothing() -> None:
    assert visible("a\tb\r\nc") == "a␉b␍␊c"
    assert not unseen("a\tb\r\nc")


def test_what_is_unseen_is_counted() -> None:
    text = "a\u202eb\u202c\u200b \u202e می‌خواهم 👩‍👧\x1b" + "e" + "\u0301" * (MARKS + 3)
    assert unseen(text) == {"\u202e": 2, "\u202c": 1, "\u200b": 1, "\x1b": 1, "\u0301": 3}


@pytest.mark.parametrize(
    "text",
    [
        "The Gov'ts of Syria amp; Russia “said” so – 8.6 km² […]",
        "می‌خواهم، نامه‌ی او، USA‌ها، 5‌ساله",  # Persian: the joiner keeps prefix and ending apart
        "क्‍ष र्‍ क्‌ष श्री हिन्दी",  # Hindi: the joiner chooses the form
        "حلب تحت الحصار، ٩٩٠ مدنياً، بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ",
        "בְּרֵאשִׁית בָּרָא יְרוּשָׁלַ\u034fִם 12%",
        "阿勒颇被围 アレッポ 알레포 ｆｕｌｌ「引用」",
        "👨‍👩‍👧‍👦 ☺️ ☺︎ 1️⃣ #️⃣ 🇸🇾 🇺🇳 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🏳️‍🌈 👩🏽‍🚒 ❤️‍🔥 ✊🏿 🤷‍♀️",
        "Tiếng Việt, Tie\u0302\u0301ng Vie\u0323\u0302t, Ø, ǆ, e\u0301",
        "Алеппо в осаде; Χαλέπι; ხალებ; Հալեպ; ኣሌፖ; อาเลปโป น้ำ; བོད་སྐད་; ဗမာ",
        "",
    ],
)
def test_what_is_written_in_any_language_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text
    assert not unseen(text)


def test_a_joiner_between_letters_that_need_none_is_left_out() -> None:
    assert visible("pass\u200dword") == "password"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Aleppo under siege!", "aleppo-under-siege.md"),
        ("Müllers «Café»", "mullers-cafe.md"),
        ("حلب تحت الحصار", "حلب-تحت-الحصار.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("-rf .hidden", "rf-hidden.md"),
        ("", "untitled.md"),
        ("\u0301...", "untitled.md"),
    ],
)
def test_a_file_is_named_after_what_it_is_about(title: str, name: str) -> None:
    assert file_name(title, ".md") == name


@given(TEXTS)
def test_any_title_makes_a_safe_file_name(title: str) -> None:
    name = file_name(title, ".csv")
    stem = name.removesuffix(".csv")
    assert stem
    assert stem[0] not in "-."
    assert len(name.encode()) <= 255
    assert all(c == "-" or c.isalnum() or unicodedata.category(c).startswith("M") for c in stem)
    assert not unseen(stem)
