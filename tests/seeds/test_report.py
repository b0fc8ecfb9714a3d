"""Words that a record is anchored to must stand in the report, and once."""

from __future__ import annotations

import pytest

from seeds.aleppo.report import REPORT
from seeds.report import WordsError
from store.identity import text_sha256


def test_words_that_stand_once_are_found_where_they_stand():
    anchor = REPORT.at("some 990 civilians")
    assert REPORT.text[anchor.start : anchor.end] == anchor.exact == "some 990 civilians"


def test_words_that_recur_are_found_inside_longer_ones():
    anchor = REPORT.at("Egeland", inside="Egeland tweeted")
    assert REPORT.text[anchor.start :].startswith("Egeland tweeted.")


@pytest.mark.parametrize(
    ("words", "inside", "problem"),
    [
        ("some 991 civilians", None, "doesn't stand in the report"),
        ("Egeland", None, "stands more than once in the report"),
        ("Egeland", "Ayrault said", "doesn't stand in 'Ayrault said'"),
        ("militias", "militias in Aleppo", "'militias in Aleppo' stands more than once"),
        ("", None, "doesn't stand"),
        # Likeness is not enough: a straight mark for a curly one, a "&" for its debris.
        ('"Such atrocities revolt consciences.', None, "doesn't stand"),
        ("The Gov'ts of Syria & Russia", None, "doesn't stand"),
    ],
)
def test_words_that_are_not_there_or_not_once_are_refused(words: str, inside: str | None, problem: str):
    with pytest.raises(WordsError, match=problem):
        REPORT.at(words, inside)


def test_a_report_is_kept_with_the_hash_of_its_text_and_its_lines_as_they_are():
    assert REPORT.document.sha256 == text_sha256(REPORT.document.text)
    assert "\r" not in REPORT.text
    assert "“Such atrocities" in REPORT.text
