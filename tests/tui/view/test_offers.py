"""Names of actors that go on from what was typed of one."""

from __future__ import annotations

import pytest

from store.editing.people import Setting, read_actors
from store.model import Actor
from store.records import Records
from tui.view.offers import completed, offers

FOLK = Records.of(
    Actor(id="ac-1111111111", name="Jan Egeland", kind="person"),
    Actor(id="ac-2222222222", name="Jan Kubiš", kind="person"),
    Actor(id="ac-3333333333", name="A; B (C)", kind="organisation"),
    Actor(id="ac-4444444444", name="local sources", kind="collective", document="do-1"),
    Actor(id="ac-5555555555", name="Jan Old", kind="person", merged_into="ac-1111111111"),
    Actor(id="ac-6666666666", name="Twin", kind="person"),
    Actor(id="ac-7777777777", name="Twin", kind="person"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jan", ["Jan Egeland", "Jan Kubiš"]),
        ("kubis", ["Jan Kubiš"]),
        ("Russia; ege", ["Jan Egeland"]),
        ("Jan Egeland", []),
        ("Jan Egeland (UN", []),
        ("", []),
        ("Jan Egeland; ", []),
        ("and", []),
        ("twi", ["ac-6666666666", "ac-7777777777"]),
        ("a;", []),
    ],
)
def test_a_word_of_the_name_begins_with_what_is_typed(typed: str, found: list[str]) -> None:
    assert offers(FOLK, typed, None) == found


def test_actors_of_a_report_are_offered_in_that_report_alone() -> None:
    assert offers(FOLK, "loc", None) == offers(FOLK, "loc", "do-2") == []
    assert offers(FOLK, "loc", "do-1") == ["local sources"]


@pytest.mark.parametrize("typed", ["jan", "A", "Jan Kubiš; jan", "twi"])
def test_what_is_completed_can_be_read(typed: str) -> None:
    for offer in offers(FOLK, typed, None):
        assert read_actors(completed(typed, offer), Setting(FOLK, None))
