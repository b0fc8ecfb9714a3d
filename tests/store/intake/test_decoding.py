"""Bytes become the text that they are, or none: nothing is replaced, no line end is changed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.intake.decoding import decoded

TEXT = "She said: “Ça va”, and left.\r\nThe others stayed.\n"


def test_utf8_is_taken_for_that_whatever_is_declared() -> None:
    assert decoded(TEXT.encode(), "iso-8859-1") == (TEXT, "utf-8", False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_tells_and_is_no_part_of_the_text(encoding: str) -> None:
    found = decoded(TEXT.encode(encoding))
    assert found is not None
    assert (found.text, found.guessed) == (TEXT, False)


def test_what_is_declared_counts_where_it_is_not_utf8() -> None:
    assert decoded("Мэр сказал".encode("koi8-r"), "koi8-r") == ("Мэр сказал", "koi8-r", False)


def test_latin_1_is_windows_1252_on_the_web() -> None:
    found = decoded("“so”".encode("cp1252"), "ISO-8859-1")
    assert found is not None
    assert found.text == "“so”"


def test_english_with_curly_marks_is_known_for_windows_1252_and_said_to_be_guessed() -> None:
    found = decoded("It’s a “lie”, he said – twice.".encode("cp1252"))
    assert found == ("It’s a “lie”, he said – twice.", "cp1252", True)


def test_another_script_is_guessed() -> None:
    text = "Мэр города сообщил, что больница была разрушена, и что людей вывезли. " * 3
    found = decoded(text.encode("cp1251"))
    assert found is not None
    assert (found.text, found.guessed) == (text, True)


@pytest.mark.parametrize("data", [b"abc\0def", bytes(range(1, 32)) * 4, codecs.BOM_UTF16_LE + b"\0\xd8"])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decoded(data) is None


@pytest.mark.parametrize("declared", ["no-such-code", "rot13", "hex", "", "idna\udc80"])
def test_a_declaration_that_names_no_encoding_is_passed_over(declared: str) -> None:
    assert decoded(b"plain", declared) == ("plain", "utf-8", False)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_text_in_utf8_comes_back_to_the_letter(text: str) -> None:
    found = decoded(text.encode())
    assert found is not None
    assert found.text == text.removeprefix("\ufeff")
