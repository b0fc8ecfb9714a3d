"""Coverage tells which quotations and numbers no record accounts for, and nothing of what is neither."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from store.archive import Archive
from store.coverage import coverage, covered, marked
from store.founding import create, snapshot
from store.model import Anchor, Figure, Review, Statement
from tests.store.conftest import TEXT, records
from tests.store.reviewing.drafted import BODY, LEAD, archive_records


def words(text: str, gaps: object) -> list[str]:
    return [text[gap.start : gap.end] for gap in gaps]  # type: ignore[attr-defined]


def test_a_quotation_is_accounted_for_by_a_statement_and_a_number_by_a_figure() -> None:
    claimed = [r for r in records() if isinstance(r, Statement | Figure)]
    found = covered(TEXT, claimed)
    assert (found.of("quotation"), found.of("number"), found.percent) == ((1, 1), (2, 2), 100)


def test_a_number_within_a_quotation_wants_a_figure_of_its_own() -> None:
    statements = [r for r in records() if isinstance(r, Statement)]
    assert words(TEXT, covered(TEXT, statements).gaps) == ["12", "40"]


def test_what_was_rejected_accounts_for_nothing() -> None:
    claimed = [replace(r, review=Review("rejected")) for r in records() if isinstance(r, Statement | Figure)]
    assert words(TEXT, covered(TEXT, claimed).gaps) == ['"We counted 12 dead."', "12", "40"]


def test_the_gaps_of_a_report_of_the_archive_are_told_in_the_order_of_its_text(path: Path) -> None:
    create(path, snapshot(archive_records()))
    found = coverage(Archive.open(path), "do-flood00000")
    assert words(LEAD + BODY, found.gaps) == ['"third wave"', "200"]
    assert found.percent == 50


def test_a_report_without_quotations_and_numbers_has_no_share() -> None:
    assert covered("Nobody came.", ()).percent is None


def test_dates_years_and_times_are_no_numbers_to_account_for() -> None:
    text = "On 3 March 2020, at 10:30, and in 1999 as in May 2001: 4,200 people and 2000 houses, 15% of them."
    assert [text[slice(*span)] for span in marked(text)[1]] == ["4,200", "2000", "15%"]


@given(st.text(alphabet='"“”ab 12\n', max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20))))
def test_no_record_makes_a_gap_and_the_share_stays_between_none_and_all(text: str, runs: list[tuple[int, int]]) -> None:
    claimed = []
    for number, (start, length) in enumerate(runs):
        anchor = Anchor(start, start + length, text[start : start + length])
        claimed.append(Statement(id=f"st-{number}", document="do-0", type="direct", content=(anchor,)))
    before, after = covered(text, ()), covered(text, claimed)
    assert set(after.gaps) <= set(before.gaps)
    assert after.percent is None or 0 <= (before.percent or 0) <= after.percent <= 100
