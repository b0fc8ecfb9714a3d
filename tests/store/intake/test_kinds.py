"""What a file is, told by what is in it."""

from __future__ import annotations

import pytest

from store.intake.kinds import foreign, is_other_xml, is_page, kind
from tests.store.intake.articles import ARTICLE, page, pdf


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"GIF89a", "picture"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "office document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "office document"),
        (b"PK\x03\x04" + b"\0" * 26 + b"notes.txt", "packed"),
        (b"\x1f\x8b\x08", "packed"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office document"),
        (
            b'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n--b',
            "MHTML",
        ),
        (rb"{\rtf1 hello}", "RTF"),
        (b"SQLite format 3\0", "no text"),
        (b"\x7fELF", "no text"),
    ],
)
def test_what_is_not_for_us_is_told_in_words(data: bytes, word: str) -> None:
    assert word in (foreign(data) or "")


@pytest.mark.parametrize("data", [ARTICLE.encode(), page().encode(), pdf("x"), b"{", b"BMW and others said so."])
def test_what_may_be_for_us_is_let_through(data: bytes) -> None:
    assert foreign(data) is None


@pytest.mark.parametrize(
    ("data", "name", "meant"),
    [
        (b'{"sayso": 1, "actors": []}', "x.txt", "records"),
        (b'\xef\xbb\xbf\n {"actors": [], "sayso": 1}', "x", "records"),
        (b'{"_meta": {}}', "x", "records"),
        (b"[]", "x.json", "records"),
        (b'{"title": "an article"}', "x.txt", "text"),
        (b'{"sayso": 1', "x.txt", "text"),
        (b'{"a":' * 100_000, "x.txt", "text"),
        (pdf("x"), "x.txt", "pdf"),
        (b"junk before\n" + pdf("x"), "x", "pdf"),
        (ARTICLE.encode(), "x.pdf", "text"),
    ],
)
def test_the_reader_is_chosen_by_the_bytes(data: bytes, name: str, meant: str) -> None:
    assert kind(data, name) == meant


@pytest.mark.parametrize(
    "text",
    [page(), "<html><p>x", "\n<!-- saved -->\n<HTML>", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "<body>x"],
)
def test_a_page_says_so_where_it_begins(text: str) -> None:
    assert is_page(text, "x.txt")


def test_a_page_may_also_be_called_so() -> None:
    assert is_page("<p>x</p>", "x.HTM")
    assert not is_page("He wrote <html> on the wall.", "x.txt")


def test_other_xml_is_none() -> None:
    assert is_other_xml('<?xml version="1.0"?><rss/>')
    assert not is_other_xml("<p>x")
