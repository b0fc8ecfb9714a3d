"""A draft as its reviewer sees it fits the room there is, and says what it claims and who is meant."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from store.model import Origin
from store.records import Records
from tests.store.reviewing.drafted import archive_records, drafts, report
from tui.ink import Row
from tui.render.reviewed import Picture, asked, drafted_fields, ended, kind, origin, rows, title, told
from tui.view.meant import Who

RECORDS = Records.of(*archive_records())
FIGURE, QUOTATION, DENIAL, BLAME = drafts(report())
KEYS = {
    "review.same": "y",
    "review.new": "n",
    "review.other": "o",
    "review.confirm-copies": "C",
    "review.discard-copies": "D",
}


def key(name: str) -> str:
    return KEYS.get(name, "?")


def picture(**fields: object) -> Picture:
    known = {"records": RECORDS, "draft": FIGURE, "number": 2, "total": 7, "order": "as in the report", "key": key}
    return Picture(**(known | fields))  # type: ignore[arg-type]


def text(found: list[Row]) -> list[str]:
    return ["".join(ink.text for ink in row).rstrip() for row in found]


@pytest.mark.parametrize("draft", [FIGURE, BLAME, None], ids=["figure", "statement", "none"])
@pytest.mark.parametrize("width", [1, 5, 20, 38, 80, 160])
@pytest.mark.parametrize("height", [0, 1, 4, 11, 40])
def test_it_takes_exactly_the_lines_there_are_and_no_line_is_wider_than_the_pane(
    draft: object, width: int, height: int
) -> None:
    who = (Who("Petrović", "Ana Petrović " * 9, "the same name", 2),)
    for why in (False, True):
        found = text(rows(picture(draft=draft, who=who, copies=2, why=why), width, height))
        assert len(found) == height
        if width >= 20:
            assert all(cell_len(line) <= width for line in found)


def test_a_figure_tells_its_number_and_bound_what_became_of_what_and_whose_number_it_is() -> None:
    told = dict(drafted_fields(RECORDS, FIGURE))
    assert told == {"number": "at least 30", "counted": "houses", "outcome": "destroyed", "who": "Petrović"}


def test_a_unit_that_says_what_is_counted_once_more_and_the_usual_method_are_not_told() -> None:
    families = replace(FIGURE, counted="families", unit="family", method="reported")
    assert dict(drafted_fields(RECORDS, families)) == dict(drafted_fields(RECORDS, replace(FIGURE, counted="families")))
    people = dict(drafted_fields(RECORDS, replace(FIGURE, counted="soldiers", unit="person", method="estimated")))
    assert (people["counted"], people["method"]) == ("soldiers", "estimated")


def test_a_number_stands_with_its_unit_and_tells_its_bound_once() -> None:
    days = replace(FIGURE, bound="exact", low=5, best=5, high=5, unit="day", counted="talks")
    assert dict(drafted_fields(RECORDS, days))["number"] == "5 day · exact"
    vague = replace(FIGURE, bound="order", low=200, high=999)
    assert dict(drafted_fields(RECORDS, vague))["number"] == "200–999 · order"
    ranged = replace(FIGURE, bound="range", low=30, high=40)
    assert dict(drafted_fields(RECORDS, ranged))["number"] == "30–40"


def test_whether_they_are_civilians_is_no_outcome() -> None:
    both = replace(FIGURE, status="combatant")
    assert dict(drafted_fields(RECORDS, both))["outcome"] == "destroyed · combatant"
    alone = dict(drafted_fields(RECORDS, replace(both, outcome=None)))
    assert (alone["status"], "outcome" in alone) == ("combatant", False)


def test_a_statement_tells_who_and_how_and_whom_it_accuses() -> None:
    told = dict(drafted_fields(RECORDS, BLAME))
    assert (told["who"], told["act"], told["accuses"]) == ("traders", "says · “blamed”", "the ministry")
    about = replace(BLAME, about=(*BLAME.accuses, "ac-deputy0000"))
    assert dict(drafted_fields(RECORDS, about))["about"] == "the deputy"


def test_what_matters_of_a_draft_is_named_in_its_heading() -> None:
    assert [kind(draft) for draft in (FIGURE, BLAME, DENIAL, QUOTATION)] == [
        *("figure", "accusation", "denial", "statement"),
    ]
    assert title(picture()) == ("· figure 2 of 7", "as in the report")


def test_who_is_meant_is_asked_with_its_reason_and_what_was_answered_stays() -> None:
    who = Who("Petrović", "Ana Petrović", "the same last name", 1)
    assert asked(who, key) == (
        "Is “Petrović” the known “Ana Petrović” (the same last name)? y yes · n a new one · o another of 2"
    )
    assert (
        asked(who._replace(answer="same"), key) == "“Petrović” is the known “Ana Petrović”, as you said · n a new one"
    )
    assert asked(who._replace(answer="new"), key).startswith("“Petrović” is a new actor, as you said")


def test_fields_that_have_no_room_are_told_to_be_left_out_and_rule_and_copies_stay() -> None:
    found = text(rows(picture(copies=2), 60, 4))
    assert "more lines" in found[1]
    assert "2 copies: C confirms all, D discards all" in found[2]
    assert "at-least · 90% sure" in found[3]


def test_a_draft_carried_over_says_from_which_record_and_that_is_no_correction() -> None:
    known = replace(FIGURE.origin or Origin(), rule="carried-over", drafted={"from": "fi-3333333333"})
    assert origin(replace(FIGURE, origin=known)) == "carried-over · from fi-3333333333 · 90% sure"
    both = replace(known, drafted={"from": "fi-3333333333", "low": 20})
    assert origin(replace(FIGURE, origin=both)).endswith("corrected: low")


def test_behind_the_last_one_it_says_what_is_left() -> None:
    assert ended(0, key)[0] == "All drafts are reviewed."
    assert "1 was left undecided" in ended(1, key)[0]


def test_who_listens_hears_the_words_first_and_then_who_says_them() -> None:
    heard = told(picture(copies=1))
    assert heard.startswith("figure 2 of 7: At least 30 houses. outcome destroyed, who Petrović")
    assert heard.endswith("1 copy: C confirms all, D discards all")
