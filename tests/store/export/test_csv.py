"""What a spreadsheet reads: rows that keep their text, and no cell that computes."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from store.characters import signs
from store.export.columns import FIGURE_COLUMNS, STATEMENT_COLUMNS, figure_row, statement_row
from store.export.csv import figures_csv, neutral, sheet, statements_csv
from store.model import Anchor, Review, Statement
from tests.store.export.nasty import LINES, TEXTS
from tests.store.export.reported import (
    DENIAL,
    DENIED,
    DOCUMENT,
    KILLED,
    OWN_VOICE,
    PARAPHRASE,
    SPEECH,
    TWEET,
    TWEETED,
    archive,
    chosen,
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def row(text: str, record_id: str) -> dict[str, str]:
    return next(found for found in rows(text) if found["id"] == record_id)


@settings(max_examples=150, deadline=None)
@given(cells=st.lists(TEXTS | LINES, min_size=1, max_size=4))
def test_cells_are_read_back_to_the_letter_and_none_is_a_formula(cells: list[str]) -> None:
    names = [f"column {number}" for number in range(len(cells))]
    [read] = rows(sheet(names, [dict(zip(names, cells, strict=True))]))
    for name, cell in zip(names, cells, strict=True):
        assert not re.match(r"\s*[=+\-@＝＋－＠]|[\t\r\n]", read[name])
        assert read[name] in (signs(cell), f"'{signs(cell)}")
        assert read[name] == signs(cell) or re.match(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]", signs(cell))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "''-"])
def test_text_that_would_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'s", "a=1", "“-1”", "", "990", "'"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


def test_numbers_of_ours_stay_numbers_negative_ones_too() -> None:
    cold = replace(KILLED, low=-40.5, best=-40, high=-39)
    found = row(figures_csv(chosen(archive(cold), cold)), cold.id)
    assert (found["low"], found["best"], found["high"]) == ("-40.5", "-40", "-39")


def test_statements_have_their_words_as_printed_and_all_that_is_known() -> None:
    text = statements_csv(chosen(archive(), TWEETED, SPEECH, DENIAL, OWN_VOICE))
    assert row(text, TWEETED.id)["content"] == TWEET
    assert row(text, TWEETED.id)["uttered_basis"] == "inferred"
    assert row(text, SPEECH.id)["content"] == '“Stop," ⟨gap⟩ "Stop now."'
    assert row(text, SPEECH.id)["speakers"] == "Jean-Marc Ayrault (inferred)"
    assert row(text, DENIAL.id)["cue"] == "denied that"
    assert row(text, OWN_VOICE.id)["speakers"] == "own voice"
    assert row(text, DENIAL.id)["archived_url"] == DOCUMENT.archived_url


def test_whoever_isnt_clear_has_the_reports_words_and_is_not_its_own_voice() -> None:
    unclear = replace(OWN_VOICE, source=(Anchor(0, 9, "mediators"),))
    text = statements_csv(chosen(archive(unclear), unclear))
    assert row(text, unclear.id)["speakers"] == "not clear who: mediators"


def test_figures_have_their_claimants_and_whether_they_deny_the_number() -> None:
    text = figures_csv(chosen(archive(), KILLED, DENIED))
    assert row(text, KILLED.id)["claimants"] == "local sources (in: A city under siege)"
    assert row(text, KILLED.id)["act"] == "says"
    assert row(text, DENIED.id)["act"] == "denies (cue: denied that)"
    assert row(text, KILLED.id)["low"] == ""


def test_what_goes_with_a_record_is_in_its_row() -> None:
    told = row(statements_csv(chosen(archive(), TWEETED)), TWEETED.id)["carried_along"]
    assert f"is restated by {PARAPHRASE.id}, Jan Egeland, as the envoy (resolved" not in told
    assert f"{TWEETED.id} is restated by {PARAPHRASE.id}, Jan Egeland, as the envoy: both governments were" in told


def test_the_columns_are_the_same_for_every_choice() -> None:
    selection = chosen(archive(), TWEETED)
    assert statements_csv(selection).startswith(",".join(STATEMENT_COLUMNS) + "\r\n")
    assert figures_csv(selection) == ",".join(FIGURE_COLUMNS) + "\r\n"
    assert set(statement_row(selection, SPEECH)) <= set(STATEMENT_COLUMNS)
    assert set(figure_row(selection, KILLED)) <= set(FIGURE_COLUMNS)


def test_every_row_of_the_sample_says_that_it_is_no_data() -> None:
    selection = chosen(archive(demonstration=True))
    for text in (statements_csv(selection), figures_csv(selection)):
        assert text.startswith("DEMONSTRATION,id,")
        assert {found["DEMONSTRATION"] for found in rows(text)} == {"sample data, not for publication"}


def test_a_drafted_row_is_marked_when_it_is_asked_for() -> None:
    drafted: Statement = replace(TWEETED, review=Review(), note="Call the envoy.")
    assert rows(statements_csv(chosen(archive(drafted), drafted))) == []
    text = statements_csv(chosen(archive(drafted), drafted, including=frozenset({"drafted"})))
    assert row(text, drafted.id)["marks"] == "DRAFTED"
    assert "Call the envoy" not in text
