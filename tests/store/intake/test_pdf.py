"""The text of a PDF, and what of one can't be read."""

from __future__ import annotations

import zlib

import pytest

from store.intake import Refused
from tests.store.intake.articles import outcome, pdf, taken

LINES = (
    "Report on Aldmoor",
    "The mayor said on Monday that shells had hit the market and that many of the people",
    "who were there had been hurt by them, as the hospital told us.",
    "The army denied that its guns had fired, and said that it had no interest in the town",
    "nor in its people.",
)


def test_lines_of_a_paragraph_are_joined_and_paragraphs_stay_apart() -> None:
    found = taken(pdf(*LINES), "r.pdf").document
    assert found.text.splitlines() == [LINES[0], f"{LINES[1]} {LINES[2]}", f"{LINES[3]} {LINES[4]}"]
    assert found.title == "Report on Aldmoor"


def test_the_reader_and_its_version_are_told() -> None:
    retrieved = taken(pdf(*LINES), "r.pdf").document.retrieved
    assert retrieved is not None
    assert str(retrieved.how).startswith("file r.pdf; pypdf ")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\n" + b"garbage " * 50,
        pdf(*LINES)[:300],
        pdf(*LINES).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"),
        pdf(stream=b"BT (x) Tj", filters=b"/NoSuchFilter"),
        pdf(stream=zlib.compress(b"BT (the of and) Tj ET\n" * 6_000_000, 9)),
    ],
    ids=["garbage", "cut", "a loop of pages", "unknown filter", "a bomb"],
)
def test_a_broken_or_hostile_one_is_refused_in_a_sentence(data: bytes) -> None:
    refused = outcome(data, "r.pdf")
    assert isinstance(refused, Refused), refused
    assert refused.problem.endswith(".") or refused.problem.endswith(").")


def test_one_that_holds_only_pictures_is_told_as_such() -> None:
    refused = outcome(pdf(), "r.pdf")
    assert isinstance(refused, Refused)
    assert "OCR" in refused.problem
