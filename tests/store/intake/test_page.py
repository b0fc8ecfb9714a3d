"""The article of a page is kept to the letter, and what the page says of itself."""

from __future__ import annotations

import html
from importlib.metadata import version

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.intake import Refused
from tests.store.intake.articles import HEAD, PARAGRAPHS, outcome, page, taken


def test_the_article_is_kept_a_paragraph_a_line_without_what_stands_around_it() -> None:
    text = taken(page(), "x.html").document.text
    assert text == "\n".join(["Shells fall on Aldmoor market", *PARAGRAPHS])


def test_what_the_page_says_of_itself_is_taken() -> None:
    found = taken(page(head=HEAD), "x.html").document
    assert (found.title, found.author, found.publisher) == (
        "Shells fall on Aldmoor market", "Mara Quill", "The Courier",
    )  # fmt: skip
    assert (found.url, found.language) == ("https://courier.example/2020/aldmoor", "en-GB")
    assert found.published is not None
    assert (found.published.edtf, found.published.basis) == ("2020-03-03", "stated")


def test_a_date_that_merely_stands_in_it_is_not_the_articles() -> None:
    assert taken(page(), "x.html").document.published is None


def test_the_extractor_and_its_version_are_told() -> None:
    retrieved = taken(page(), "x.html").document.retrieved
    assert retrieved is not None
    assert retrieved.how == f"file x.html; trafilatura {version('trafilatura')}, utf-8"


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("“Never,” <b>she</b> said. &quot;No&quot; and AT&amp;T.", "“Never,” she said. \"No\" and AT&T."),
        ("The Gov'ts of A &amp;amp; B were told of it.", "The Gov'ts of A &amp; B were told of it."),
        ("Line one of the poem<br>and line two, they said.", "Line one of the poem\nand line two, they said."),
        ("At\n   least <a href='/x'>3,000</a>   of them&hellip;", "At least 3,000 of them…"),
        ("She wrote of [sic] and of [...] in the letter.", "She wrote of [sic] and of [...] in the letter."),
    ],
)  # fmt: skip
def test_words_come_out_as_a_reader_of_the_page_sees_them(markup: str, kept: str) -> None:
    assert kept in taken(page(*PARAGRAPHS, markup), "x.html").document.text


_words = st.lists(
    st.text(st.characters(categories=["Ll", "Lu", "Nd", "Pd", "Pf", "Pi", "Po", "Sc"]), min_size=1, max_size=12),
    min_size=6,
    max_size=40,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_words, min_size=1, max_size=4, unique_by=tuple))  # it drops one that repeats the one before
def test_no_letter_of_a_paragraph_is_changed(drawn: list[list[str]]) -> None:
    paragraphs = [f"The mayor said that {' '.join(words)} and the others were there." for words in drawn]
    kept = taken(page(*PARAGRAPHS, *map(html.escape, paragraphs)), "x.html").document.text.splitlines()
    assert [line for line in kept if line.startswith("The mayor said that") and "the others were" in line] == paragraphs


def test_a_page_in_another_encoding_is_read_as_it_declares() -> None:
    data = page(head='<meta charset="windows-1251">', lang="ru").replace(PARAGRAPHS[0], "Мэр сказал: «Нет».")
    assert "Мэр сказал: «Нет»." in taken(data.encode("cp1251", "xmlcharrefreplace"), "x.html").document.text


def test_what_lies_deep_is_not_lost_and_what_lies_too_deep_is_refused() -> None:
    for depth in (300, 1500):
        found = taken("<html><body>" + "<div>" * depth + "".join(f"<p>{p}</p>" for p in PARAGRAPHS), "x.html")
        assert found.document.text == "\n".join(PARAGRAPHS)
    refused = outcome("<html><body>" + "<div>" * 100_000 + "<p>The end of it.</p>", "x.html")
    assert isinstance(refused, Refused)
    assert "nested" in refused.problem


def test_entities_of_its_own_are_refused() -> None:
    text = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>'
    refused = outcome(text, "x.html")
    assert isinstance(refused, Refused)
    assert "DOCTYPE" in refused.problem


def test_a_page_without_an_article_is_refused_in_a_sentence() -> None:
    refused = outcome("<html><body><script>let x = 1</script></body></html>", "x.html")
    assert isinstance(refused, Refused)
    assert refused.problem.startswith("has no article")
