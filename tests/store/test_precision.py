"""Precision by rule counts what reviewers made of drafts, and nothing that was made by hand."""

from __future__ import annotations

from msgspec.structs import replace

from store.model import Figure, Origin, Review, Statement
from store.precision import by_rule, total
from tests.store.conftest import records
from tests.store.reviewing.drafted import drafts, report

HAND = [r for r in records() if isinstance(r, Statement | Figure)]


def decided() -> list[Statement | Figure]:
    figure, quotation, denial, accusation = drafts(report())
    wrong = Origin(by="rules", rule="said-before", confidence=0.9, drafted={"act": "says", "cue": []})
    return [
        replace(figure, review=Review("accepted")),
        replace(quotation, review=Review("corrected"), origin=wrong),
        replace(denial, review=Review("rejected", why="nobody said it")),
        accusation,
    ]


def test_each_rule_has_what_was_confirmed_corrected_and_discarded_of_it_the_commonest_rule_first() -> None:
    lines = by_rule([*HAND, *decided()])
    assert [(found.rule, found.confirmed, found.corrected, found.discarded, found.waiting) for found in lines] == [
        ("said-before", 0, 1, 1, 1),
        ("at-least", 1, 0, 0, 0),
    ]


def test_of_the_corrected_it_tells_the_fields_and_of_the_discarded_the_reasons() -> None:
    found = by_rule(decided())[0]
    assert found.fields == {"act": 1, "cue": 1}
    assert found.reasons == {"nobody said it": 1}


def test_the_record_that_a_draft_was_carried_over_from_is_no_field() -> None:
    quotation = decided()[1]
    assert quotation.origin is not None
    origin = replace(quotation.origin, drafted={"from": "st-1111111111", "act": "says"})
    assert by_rule([replace(quotation, origin=origin)])[0].fields == {"act": 1}


def test_precision_is_of_what_was_reviewed_and_none_where_nothing_was() -> None:
    lines = by_rule(decided())
    assert [found.precision for found in lines] == [0.0, 1.0]
    assert by_rule(drafts(report()))[0].precision is None


def test_the_total_adds_all_rules_up() -> None:
    found = total(by_rule(decided()))
    assert (found.reviewed, found.waiting, found.precision) == (3, 1, 1 / 3)


def test_an_archive_made_by_hand_has_no_rules() -> None:
    assert by_rule(HAND) == []
