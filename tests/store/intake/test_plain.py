"""Plain text and Markdown are kept as they stand."""

from __future__ import annotations

from tests.store.intake.articles import ARTICLE, PARAGRAPHS, taken


def test_the_text_is_the_file_to_the_letter_line_ends_and_debris_included() -> None:
    text = "Title here\r\n\r\n  The Gov'ts of A amp; B,\tand  so on.\rThe end\n\n"
    assert taken(text).document.text == text


def test_the_title_is_the_first_line_and_it_is_said_so() -> None:
    found = taken(ARTICLE)
    assert found.document.title == "Shells fall on Aldmoor market"
    assert found.remarks == ("title from the first line",)


def test_without_one_the_files_name_is_the_title() -> None:
    found = taken(PARAGRAPHS[0], "aldmoor-3.txt")
    assert (found.document.title, found.remarks) == ("aldmoor-3", ("title from the file's name",))


def test_markdown_stays_markdown_and_its_front_matter_is_read() -> None:
    text = f"---\ntitle: A truce\nauthor: M. Quill\ndate: 2020-03-03\n---\n\n# Other\n\n{PARAGRAPHS[0]}\n"
    found = taken(text, "x.md").document
    assert (found.text, found.title, found.author) == (text, "A truce", "M. Quill")
    assert found.published is not None
    assert found.published.edtf == "2020-03-03"


def test_in_a_text_that_is_no_markdown_a_number_sign_is_none_of_ours() -> None:
    assert taken(f"# 5\n{PARAGRAPHS[0]}", "x.txt").document.title == "x"


def test_how_the_text_was_got_is_told() -> None:
    how = taken("It’s “so”, they said of the town.".encode("cp1252"), "a.txt").document.retrieved
    assert how is not None
    assert how.how == "file a.txt; text as it stands, cp1252 (guessed)"
