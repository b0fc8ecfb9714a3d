"""What words suggest: no more than they say, and always open to a change."""

from __future__ import annotations

import pytest

from store.errors import EditError
from tui.view import likely


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (["“We counted 12 dead.”"], "statement"),
        (["its guns had fired"], "statement"),
        (["“We counted", "more are missing”"], "statement"),
        (["some 990 civilians"], "figure"),
        (["hundreds of thousands of people"], "figure"),
        (["٩٩٠ مدنيًّا"], "figure"),
        (["Jan Egeland"], "actor"),
        (["Médecins Sans Frontières"], "actor"),
        (["local sources"], "statement"),
    ],
)
def test_the_kind_of_record(parts: list[str], wanted: str) -> None:
    assert likely.kind(parts, cue=False) == wanted


def test_what_has_a_cue_is_said() -> None:
    assert likely.kind(["Jan Egeland"], cue=True) == "statement"


@pytest.mark.parametrize(
    ("words", "counted", "outcome"),
    [
        ("some 990 civilians", "civilians", ""),
        ("12 dead", "dead", "killed"),
        ("hundreds of thousands of people were displaced", "people", "displaced"),
        ("some 8.6 square kilometers", "", "area"),
        ("27 days", "", "duration"),
        ("$1.2 million", "", "amount"),
        ("14 trucks", "trucks", ""),
        ("many", "", ""),
        ("the wounded", "", "injured"),
    ],
)
def test_what_is_counted_and_what_became_of_them(words: str, counted: str, outcome: str) -> None:
    assert (likely.counted(words), likely.outcome(words)) == (counted, outcome)


def test_what_became_of_others_behind_a_semicolon_is_not_said_of_those_counted() -> None:
    text = "Some 400 homes burned; 12 people died: the worst night."
    assert likely.clause(text, (0, 14)) == "Some 400 homes burned"
    assert likely.clause(text, (23, 32)) == " 12 people died: the worst night."


@pytest.mark.parametrize(
    ("words", "bound", "written"),
    [
        ("12 dead", "exact", "12"),
        ("some 990 civilians", "approximate", "990"),
        ("at least 200 people", "at-least", "200"),
        ("up to 500 people", "at-most", "500"),
        ("between 676 and 678 people", "range", "676..678"),
        ("hundreds of thousands", "order", "200000..999999"),
        ("millions", "order", "2000000.."),
        ("many", "exact", ""),
    ],
)
def test_the_number_is_written_as_it_is_read(words: str, bound: str, written: str) -> None:
    number = likely.number(words)
    assert (number.bound, likely.written(number)) == (bound, written)
    wanted = {"low": number.low, "best": number.best, "high": number.high}
    assert likely.numbers(bound, written) == wanted


@pytest.mark.parametrize(
    ("bound", "text"), [("exact", "many"), ("exact", "1..2"), ("range", "12"), ("range", "12.."), ("order", "..5")]
)
def test_a_number_that_does_not_fit_its_bound_is_refused_with_an_example(bound: str, text: str) -> None:
    with pytest.raises(EditError, match="For example"):
        likely.numbers(bound, text)


def test_no_number_is_no_error() -> None:
    assert likely.numbers("exact", " ") == {"low": None, "best": None, "high": None}
