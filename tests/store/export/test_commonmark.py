"""Text of records stands in Markdown to the letter and becomes nothing else, whoever reads it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from store.export.commonmark import block, bullets, cell, heading, inline, link, quote
from tests.store.export.nasty import PARSERS, TEXTS, WORDS, one_line, paragraphs, parsed

every_parser = pytest.mark.parametrize("parser", PARSERS)


@every_parser
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_a_quotation_is_read_back_to_the_letter(parser: str, text: str) -> None:
    page = parsed(quote(block(text)), parser)
    assert page.texts == paragraphs(text)
    assert page.markup == set()
    assert set(page.blocks) <= {"blockquote_open", "paragraph_open", "paragraph_close", "blockquote_close"}


@every_parser
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_reported_words_are_read_back_to_the_letter(parser: str, text: str) -> None:
    page = parsed(block(text), parser)
    assert (page.texts, page.markup) == (paragraphs(text), set())
    assert set(page.blocks) <= {"paragraph_open", "paragraph_close"}


TRICKS = [
    *(
        "a|b\n-|-",
        "a|b\n-|-\nc|d",
        "a|b\n-:|:-",
        "_a b_c_ _d",
        "_a_b_",
        "a | b\n:-: | :-:",
        "a\n|-|\n|b|",
        "a\n===",
        "a\n---",
        "a\n- b",
        "- - -",
        "+ a",
        "1) a",
    ),
    *("[a]: b", "[a]: <b> 'c'", "[^1]: a", "a[^1]", "a^[b]", "[!NOTE]\na", "[a](b)", "![a](b)", "[a][b]", "[ ] a"),
    *("_a_", "__a__", "*a*", "**a**", "`a`", "~a~", "~~a~~", "a\\", "a\\ ", "\\*a*", "a\\\nb", "&lt;", "&#60;"),
    *("<b>", "</b>", "<!-- a", "<?a", "<https://a.org>", "<a@b.org>", "mailto:0@a", "xmpp:a@b", "a@b.org", "a@b.c"),
    *("www.a", "https://a", "//a.org", "a.org", "A.ORG", "a.рф", "ftp://1.2.3.4", "    a", "\ta", "```\na", "~~~\na"),
    *("# a", "a #", "a ##", "#", "a \\#", "> a", ">a", "\n\na", "a\n\n\nb", "\u00a0a\u00a0", "\u2003", "|", "a\\|b"),
]


@every_parser
@pytest.mark.parametrize("text", TRICKS)
def test_no_trick_of_the_trade_works(parser: str, text: str) -> None:
    assert parsed(quote(block(text)), parser)[1:3] == (paragraphs(text), set())
    assert parsed(f"## {heading(text)}", parser)[1:3] == ([one_line(text)], set())
    table = parsed(f"| a | b |\n| --- | --- |\n| {cell(text)} | c |", parser)
    assert table[1:3] == (["a", "b", one_line(text), "c"], set())
    [listed] = bullets([inline(text), block(text)])
    assert parsed(listed, parser)[1:3] == ([one_line(text), *paragraphs(text)], set())


@every_parser
@settings(max_examples=60, deadline=None)
@given(text=WORDS)
def test_a_heading_stays_one_line_of_text(parser: str, text: str) -> None:
    page = parsed(f"## {heading(text)}", parser)
    assert (page.texts, page.markup) == ([one_line(text)], set())
    assert page.blocks == ["heading_open", "heading_close"]


@every_parser
@settings(max_examples=60, deadline=None)
@given(one=TEXTS, other=TEXTS)
def test_a_cell_of_a_table_stays_one_cell(parser: str, one: str, other: str) -> None:
    page = parsed(f"| a | b |\n| --- | --- |\n| {cell(one)} | {cell(other)} |", parser)
    assert page.texts == ["a", "b", one_line(one) or "–", one_line(other) or "–"]
    assert page.markup == set()


@every_parser
@settings(max_examples=60, deadline=None)
@given(text=WORDS, quoted=TEXTS)
def test_an_item_of_a_list_holds_its_words_and_its_quotation(parser: str, text: str, quoted: str) -> None:
    [markdown] = bullets(["\n\n".join([inline(text), *map(quote, filter(None, [block(quoted)]))]), inline(text)])
    page = parsed(markdown, parser)
    assert page.texts == [one_line(text), *paragraphs(quoted), one_line(text)]
    assert page.markup == set()
    assert page.blocks.count("list_item_open") == 2


@pytest.mark.parametrize(
    "words",
    [
        "\"The Gov'ts of Syria amp; Russia are accountable for any and all atrocities that the victorious militias in "
        'Aleppo are now committing!"',
        'of "cold-blooded assassinations of entire families [...] continued targeting of hospitals..."',
        "#Aleppo is burning: 2,000 (perhaps 2,500) people & counting, e.g. at 5 p.m. in the U.S. embassy",
        "@JanEgeland said snake_case_names and -5 degrees, <3 and 1 < 2; $5 is 100% of it",
        "أعلنت «الأمم المتحدة» أمس عن مقتل ٩٩٠ مدنياً",
    ],
)
def test_words_that_are_no_markup_stand_raw_so_that_they_can_be_searched(words: str) -> None:
    assert block(words).replace(r"\<3", "<3") == words


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Aleppo\tunder  siege", "Aleppo\tunder  siege"),
        ("one\ntwo", "one\\\ntwo"),
        ("one\n\n \ntwo\n", "one\n\ntwo"),
        ("  indented ", "&#32; indented&#32;"),
        ("2016. A year", "2016\\. A year"),
        ("red \x1b[31m alert \u202e txet", "red ␛[31m alert ⇄ txet"),
        ("see www.example.com", "see www\\.example\\.com"),
        ("", ""),
    ],
)
def test_what_a_line_becomes(text: str, markdown: str) -> None:
    assert block(text) == markdown


@pytest.mark.parametrize("url", ["https://example.org/a_b?x=1&y=*2*", "http://x.org/(a)[b]"])
def test_a_web_address_is_a_link_to_the_letter(url: str) -> None:
    assert link(url) == f"<{url}>"


@every_parser
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://x.org/ <b>", "https://x.org>", "data:text/html,x", "x"]
)
def test_what_is_no_web_address_is_no_link(parser: str, url: str) -> None:
    page = parsed(link(url), parser)
    assert (page.texts, page.links) == ([url], set())
