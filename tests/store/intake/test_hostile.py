"""Three hundred inputs that are broken or mean no good: each ends in a sentence or in an honest document, in time."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.identity import text_sha256
from store.intake import Given, Job, OfRecords, Outcome, Refused, Source, Taken, limits, read_all
from tests.store.intake.articles import ARTICLE, EDITOR, HEAD, outcome, page, pdf

NAMES = ("a.txt", "a.html", "a.md", "a.pdf", "a.xhtml", "a")
GIVEN = Given({}, EDITOR)


HALF = '{"@type": "NewsArticle", "headline": "\\ud83d half", "author": {"name": "\\udc00"}}'
"""Escapes of half a character, which no file can store."""


def fair(found: Outcome) -> None:
    """A sentence, without a traceback in it; or a document whose hash is that of its text."""
    if isinstance(found, Refused):
        assert found.problem.rstrip(")").endswith(".") or found.problem.endswith(").")
        assert "Traceback" not in found.problem
        assert "\n" not in found.problem
    elif isinstance(found, Taken):
        document = found.document
        assert document.text.strip()
        assert document.title
        assert document.sha256 == text_sha256(document.text)
        assert len(document.text) <= limits.MAX_TEXT
        msgspec.json.encode(document)
    else:
        assert isinstance(found, OfRecords)


def spoilt() -> Iterator[tuple[str, bytes]]:
    """Files that were whole once: cut, turned, doubled, with bytes of others in them; always the same ones."""
    whole = {
        "a.txt": ARTICLE.encode(), "a.html": page(head=HEAD).encode(), "b.html": page().encode("utf-16"),
        "a.pdf": pdf("The mayor said that", "the town was hit by them."),
        "a.md": f"---\ntitle: x\n---\n{ARTICLE}".encode(),
    }  # fmt: skip
    rnd = random.Random(11)
    for name, data in whole.items():
        for _ in range(24):
            at, other = rnd.randrange(len(data)), bytes(rnd.choices(range(256), k=rnd.randrange(1, 40)))
            piece = rnd.randrange(1, len(data))
            yield name, data[:at]
            yield name, data[:at] + other + data[at + len(other) :]
            yield name, rnd.choice((data[at:] + data[:at], data[at : at + piece] * 3, data.replace(b">", b"", 9)))


def made() -> Iterator[tuple[str, bytes]]:
    """What somebody would think up."""
    deep = 100_000
    yield "a.html", b"<html><body>" + b"<div>" * deep + b"<p>The end of it.</p>" + b"</div>" * deep
    yield "a.html", b"<html><body>" + b"<b><i>The text " * 20_000
    yield "a.html", b"<html><body><table>" * 5_000 + b"<p>The end.</p>"
    yield "a.html", b"<html><body>" + b"<!--" * deep
    yield "a.html", b"<html><body><p>" + b"&amp;" * deep + b"</p>"
    yield "a.html", b"<html><body><p>" + b"&#x110000;&#0;&#xD800;&nosuch;" * 500 + b"the text of it and that</p>"
    yield "a.html", b'<!DOCTYPE html [<!ENTITY a "lol">' + b'<!ENTITY b "&a;&a;">' * 50 + b"]><html><p>&b;</p></html>"
    yield (
        "a.html",
        b'<!DOCTYPE html SYSTEM "file:///etc/passwd"><html><body><p>The text of it and that.</p></body></html>',
    )
    yield "a.html", b'<html><body><iframe src="file:///etc/passwd"></iframe><object data="x"></object></body></html>'
    yield "a.html", b"<html><head><title>" + b"<script>" * 1000 + b"</title></head>"
    yield "a.html", b"<html lang='" + b"e" * deep + b"'><body><p>The text of it and that.</p></body></html>"
    yield "a.html", page(head=f"<script type='application/ld+json'>{'[' * deep}</script>").encode()
    yield "a.html", page(head="<meta property='article:published_time' content='99999-99-99T99:99'>").encode()
    yield "a.html", page(head=f"<script type='application/ld+json'>{HALF}</script>").encode()
    yield "a.html", page(head="<link rel=canonical href='javascript:alert(1)'>").encode()
    yield "a.html", page(head="<link rel=canonical href='http://[not/an/address'>").encode()
    yield "a.html", page(head="<meta charset='utf-7'>").encode() + b"+ADw-script+AD4-"
    yield "a.html", b"\xff\xfe" + page().encode("utf-16-le")[:-1]
    yield "a.pdf", pdf(stream=zlib.compress(b"BT (the of and) Tj ET\n" * 6_000_000, 9))
    yield "a.pdf", pdf(stream=zlib.compress(zlib.compress(b"\0" * 2**28, 9), 9), filters=b"/FlateDecode /FlateDecode")
    yield "a.pdf", pdf(stream=b"x", filters=b"/FlateDecode " * 1000)
    yield "a.pdf", pdf("x").replace(b"/Count 1", b"/Count 99999999")
    yield "a.pdf", pdf("x").replace(b"/Kids [3 0 R]", b"/Kids [2 0 R 2 0 R]")
    yield "a.pdf", b"%PDF-1.7\n" + b"1 0 obj\n" * deep
    yield "a.pdf", b"%PDF-1.7\n" + b"<<" * deep
    yield "a.pdf", b"%PDF-1.7\ntrailer << /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"
    yield "a.txt", b'"' * 10**6
    yield "a.txt", "“".encode() * 10**6
    yield "a.txt", b"the " * 10**6
    yield "a.txt", b"a" * limits.MAX_TEXT
    yield "a.txt", b"\n" * 10**6 + b"x"
    yield "a.txt", b"the \x1b]0;of and\x07 to\x1b[2J that"
    yield "a.txt", "\u202ethe of and to\u2066 that\u200b".encode()
    yield "a.txt", b"\xef\xbb\xbf"
    yield "a.txt", bytes(range(256)) * 100
    yield "a.txt", b"9" * 10**6 + b" killed, the mayor said"
    yield "a.md", b"---\n" * deep
    yield "a.md", b"\xef\xbb\xbf"
    yield "a.md", b"#" * deep + b" title"
    yield "a.txt", b'{"a":' * deep
    yield "a.txt", b'{"sayso":1,' + b'"actors":[' * 1000


@pytest.fixture(scope="module")
def hostile() -> list[Job]:
    return [Job(Source(Path(name), data), GIVEN) for name, data in (*made(), *spoilt())]


def test_each_of_three_hundred_ends_in_a_sentence_or_an_honest_document(hostile: list[Job]) -> None:
    assert len(hostile) >= 300
    outcomes = [found for batch in read_all(hostile) for _, found in batch]
    assert len(outcomes) == len(hostile)
    for found in outcomes:
        fair(found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300), st.sampled_from(NAMES))
def test_any_bytes_do(data: bytes, name: str) -> None:
    fair(outcome(data, name))


PIECES = (
    *(
        "<p>",
        "</p>",
        "<div>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<![CDATA[",
        "]]>",
        "<br>",
        "&amp;",
        "&#0;",
        "&lt",
    ),
    *(
        "&lt",
        "<html>",
        "<body>",
        "<article>",
        "</article>",
        "<td>",
        "<q>",
        "The mayor said so.",
        "“No”",
        "<svg><p>",
        "\0",
    ),
    *("<template>", "<textarea>", "\x1b[2J", "<a href=x>", "<?php", "<!DOCTYPE"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_any_markup_does(pieces: list[str]) -> None:
    fair(outcome(f"<html>{''.join(pieces)}", "a.html"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=400))
def test_any_text_is_kept_to_the_letter_or_told_for_what_it_is(text: str) -> None:
    found = outcome(text, "a.txt")
    fair(found)
    if isinstance(found, Taken) and "<" not in text and not text.startswith(("\ufeff", "%PDF")):
        assert found.document.text == text
