"""After a change a record holds together; what was wrong before is no hindrance."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.check import check
from store.editing.fields import changed
from store.editing.soundness import checked
from store.errors import EditError
from store.model import Actor, Anchor, Record, Speaker, Statement
from store.records import Records
from tests.store.conftest import records

ARCHIVE = Records.of(*records())
QUOTE, DENIAL = ARCHIVE.statements.values()
DEAD = ARCHIVE.figures["fi-1111111111"]


def test_every_record_of_a_sound_archive_may_stay_as_it_is() -> None:
    for record in ARCHIVE:
        checked(ARCHIVE, record, record)


UNSOUND: list[tuple[Record, dict[str, object], str, str]] = [
    (DEAD, {"bound": "at-least"}, "bound", "at-least wants low and no high"),
    (DEAD, {"low": 13}, "bound", "not in order"),
    (DEAD, {"part_of": DEAD.id}, "part_of", "the record itself"),
    (QUOTE, {"speakers": (Speaker("ac-gone"),)}, "speakers", "no such record"),
    (DENIAL, {"type": "direct"}, "type", "quotation marks"),
    (QUOTE, {"content": (Anchor(0, 4, "That"),)}, "content", "broken anchor"),
    (
        DENIAL,
        {"content": QUOTE.content, "speakers": QUOTE.speakers, "act": "says"},
        "content",
        "the same as st-111",
    ),
    (next(iter(ARCHIVE.relations.values())), {"object": "st-2222222222"}, "object", "to itself"),
    (next(iter(ARCHIVE.relations.values())), {"subject": "st-1111111111"}, "subject", "to itself"),
]


@pytest.mark.parametrize(("record", "change", "field", "problem"), UNSOUND, ids=lambda found: str(found)[:30])
def test_a_change_that_the_check_would_find_fault_with_is_refused_by_field(
    record: Record, change: dict[str, object], field: str, problem: str
) -> None:
    with pytest.raises(EditError, match=problem) as error:
        checked(ARCHIVE, record, replace(record, **change))
    assert (error.value.field, error.value.record) == (field, record.id)


def test_a_record_that_was_broken_before_can_be_given_a_note() -> None:
    broken = replace(QUOTE, content=(Anchor(0, 4, "That"),))
    known = Records.of(*(r for r in records() if r.id != QUOTE.id), broken)
    assert check(known)
    checked(known, broken, changed(broken, "note", "The text is another."))


def test_direct_speech_that_was_called_so_before_can_be_given_a_note() -> None:
    said = replace(DENIAL, type="direct")
    known = Records.of(*(r for r in records() if r.id != DENIAL.id), said)
    checked(known, said, changed(said, "note", "A block quotation."))


def test_a_renamed_actor_must_not_become_another_one() -> None:
    twin = Actor(id="ac-twin", name="The militia", kind="armed-group")
    with pytest.raises(EditError, match="ac-army000000"):
        checked(Records.of(*records(), twin), twin, replace(twin, name="The Army"))


def test_a_longer_circle_is_found() -> None:
    third = Statement(id="st-3", document=QUOTE.document, type="indirect", content=DENIAL.content, nested_in=QUOTE.id)
    inner = replace(QUOTE, nested_in=DENIAL.id)
    known = Records.of(*(r for r in records() if r.id != QUOTE.id), inner, third)
    with pytest.raises(EditError, match="circle"):
        checked(known, DENIAL, replace(DENIAL, nested_in="st-3"))
