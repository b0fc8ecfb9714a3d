"""What a plain text says of itself where it begins."""

from __future__ import annotations

import pytest

from store.intake.headings import by_line, front_matter, markdown_title, plain_title, printed_date, said_date
from tests.store.intake.articles import ARTICLE, PARAGRAPHS


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (ARTICLE, "Shells fall on Aldmoor market"),
        ("Is the truce over?\n" + PARAGRAPHS[0], "Is the truce over?"),
        ("Truce holds\n3 March 2020\n" + PARAGRAPHS[0], "Truce holds"),
        ("Truce in the north holds for a week\nBy Mira Lind\n" + PARAGRAPHS[0], "Truce in the north holds for a week"),
        ("Mayor: truce “holds as agreed”\n\n" + PARAGRAPHS[0], "Mayor: truce “holds as agreed”"),
    ],
)
def test_a_first_line_that_looks_like_a_title_is_one(text: str, title: str) -> None:
    assert plain_title(text) == (title, "the first line")


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PARAGRAPHS),
        "He came.\n\nThen he left.",
        "“We saw it”\n\nHe said so.",
        "He called it “a lie.”\n\nHe said so.",
        "and so on\n\nMore of it.",
        "3 March 2020\n\nThe mayor said so.",
        "----\n\nThe mayor said so.",
        "One line",
        "x" * 200 + "\n\nMore",
        "",
    ],
)
def test_a_first_line_that_does_not_is_none(text: str) -> None:
    assert plain_title(text) is None


@pytest.mark.parametrize(
    "text", ["Intro.\n\n# The title #\n\nText", "The title\n=====\n\nText", "The title\n---\nText"]
)
def test_a_markdown_heading_is_the_title(text: str) -> None:
    assert markdown_title(text) == ("The title", "its heading")


def test_front_matter_is_read_line_by_line() -> None:
    found = front_matter("---\ntitle: 'A truce: what now'\nDate: 2020-03-03\nurl: https://x.example/1\n---\nText")
    assert found == {"title": "A truce: what now", "date": "2020-03-03", "url": "https://x.example/1"}
    assert front_matter("---\ntitle: never closed\n") == front_matter("Text\n---\n") == {}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("13 December 2016", "13 December 2016"),
        ("December 13, 2016", "December 13, 2016"),
        ("Published: Tue 13 Dec 2016, 18:05 GMT", "13 Dec 2016"),
        ("2016-12-13", "2016-12-13"),
        ("Posted on Tuesday, 13th December 2016", "13th December 2016"),
    ],
)
def test_a_line_that_is_a_date_is_read_with_its_words(line: str, words: str) -> None:
    found = said_date(line)
    assert found is not None
    assert (found.edtf, found.words, found.basis) == ("2016-12-13", words, "stated")


@pytest.mark.parametrize("line", ["31 February 2016", "On 13 December 2016 he spoke", "13 Decembrist 16", "2016", ""])
def test_what_is_no_day_or_more_than_one_is_no_date(line: str) -> None:
    assert said_date(line) is None


def test_the_date_is_looked_for_where_the_text_begins_only() -> None:
    assert printed_date("Truce holds\nBy A. Writer\n3 March 2020\nText") is not None
    assert printed_date("Text.\n" * 10 + "3 March 2020\n") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Truce holds\nBy Mira Lind\n\nThe mayor said so.", "Mira Lind"),
        ("Truce holds\nBy Jean-Luc O’Hara and Ana M. Ruiz\n3 March 2020", "Jean-Luc O’Hara and Ana M. Ruiz"),
        ("By Monday the truce had broken.\nThe mayor said so.", None),
        ("By contrast\nBy Lind", None),
    ],
)
def test_a_line_that_names_the_author_is_read(text: str, names: str | None) -> None:
    assert by_line(text) == names
