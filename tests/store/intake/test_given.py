"""What the user says of a document overrules what its file says."""

from __future__ import annotations

import pytest

from store.errors import EditError
from store.intake import Given
from tests.store.intake.articles import EDITOR, HEAD, page, taken


def test_it_overrules_what_the_page_says_of_itself() -> None:
    found = taken(page(head=HEAD), "x.html", title="Shelling", publisher="AFP", published="2020-03-04",
                  url="https://x.example/1", archived_url="https://a.example/1", credit="AFP", author="A. N. Other",
                  language="en-US").document  # fmt: skip
    assert (found.title, found.publisher, found.url, found.author) == (
        "Shelling", "AFP", "https://x.example/1", "A. N. Other",
    )  # fmt: skip
    assert (found.archived_url, found.credit, found.language) == ("https://a.example/1", "AFP", "en-US")
    assert found.published is not None
    assert found.published.edtf == "2020-03-04"


def test_where_it_stood_makes_another_document_of_the_same_text() -> None:
    assert len({taken("x", publisher=name).document.id for name in ("A", "B", "A")}) == 2


def test_who_brought_it_in_and_when_is_kept() -> None:
    retrieved = taken("x").document.retrieved
    assert retrieved is not None
    assert (retrieved.by, retrieved.at) == EDITOR


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2020-03-04", "2020-03-04"),
        ("2020-03-04T09:30Z", "2020-03-04T09:30:00Z"),
        ("2020-03-04 09:30+02:00", "2020-03-04T07:30:00Z"),
    ],
)
def test_when_it_was_fetched_can_be_told(text: str, at: str) -> None:
    assert Given({"retrieved.at": text}, EDITOR).at == at


@pytest.mark.parametrize(
    ("field", "text"),
    [("published", "last Monday"), ("retrieved.at", "noon"), ("title", ""), ("language", "English"), ("url", "a\nb")],
)
def test_what_can_not_be_read_is_told_by_field(field: str, text: str) -> None:
    with pytest.raises(EditError, match=field.partition(".")[0]):
        Given({field: text}, EDITOR)
