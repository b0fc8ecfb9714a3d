"""What comes of a file: a document with all that is known of it, records, or a sentence."""

from __future__ import annotations

from hashlib import sha256

import pytest

from store.identity import document_id, text_sha256
from store.intake import OfRecords, Refused
from store.intake.limits import MAX_TEXT
from store.intake.reading import to_be_drafted
from tests.store.intake.articles import ARTICLE, job, outcome, page, taken


def test_both_hashes_are_recorded() -> None:
    data = ARTICLE.encode("utf-16")
    found = taken(data)
    assert found.document.sha256 == text_sha256(ARTICLE)
    assert found.document.original_sha256 == sha256(data).hexdigest()
    assert found.original == data


def test_the_id_is_that_of_the_same_text_from_the_same_place() -> None:
    found = taken(ARTICLE, publisher="The Courier", published="2020-03-03").document
    assert found.id == document_id(text_sha256(ARTICLE), None, "The Courier", "2020-03-03")


@pytest.mark.parametrize(("data", "name"), [(b'{"sayso": 1}', "x.txt"), (b"whatever", "x.json")])
def test_records_are_left_to_their_own_reader(data: bytes, name: str) -> None:
    assert isinstance(outcome(data, name), OfRecords)


@pytest.mark.parametrize(
    ("text", "language", "drafted"),
    [
        (ARTICLE, "en", True),
        (page(lang="en-US"), "en-US", True),
        (page(lang="fr"), "en", True),
        ("Le maire a déclaré que douze personnes étaient mortes.", None, False),
        ("قال رئيس البلدية إن اثني عشر شخصا قتلوا", None, False),
    ],
)
def test_english_is_drafted_and_what_a_template_declares_proves_nothing(
    text: str, language: str | None, drafted: bool
) -> None:
    found = taken(text)
    assert found.document.language == language
    assert to_be_drafted(found, job(text)) is drafted
    assert any("nothing was drafted" in remark for remark in found.remarks) is not drafted


def test_the_user_knows_the_language_best() -> None:
    assert to_be_drafted(taken("Ja, so.", language="en"), job("x"))
    assert not to_be_drafted(taken(ARTICLE, language="cy"), job("x"))


def test_an_arabic_page_that_declares_english_is_not_called_english() -> None:
    assert (
        taken(page(*["قال رئيس البلدية إن اثني عشر شخصا قتلوا في السوق يوم الاثنين"] * 1), "x.html").document.language
        is None
    )


def test_too_much_text_is_refused() -> None:
    found = outcome("the of " * (MAX_TEXT // 7 + 1))
    assert found == Refused("has more than 4 MiB of text. Cut out what you need.")


def test_what_a_file_says_of_itself_is_kept_as_one_line_of_bounded_length() -> None:
    found = taken(page(head=f"<meta property='og:title' content='A\ntitle {'x' * 5000}'>"), "x.html").document
    assert found.title.startswith("A title xxx")
    assert len(found.title) < 400


@pytest.mark.parametrize("text", ["\ufeff", "\u00a0\u2003\n"])
def test_a_file_of_nothing_but_space_is_refused(text: str) -> None:
    assert isinstance(outcome(text), Refused)
