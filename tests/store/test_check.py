"""What is wrong with an archive is said with the record's id; a sound one is sound."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from store.check import check, range_problems
from store.model import Actor, Anchor, Figure, Record, Relation, Review, Speaker, When
from store.records import Records
from tests.store.conftest import anchor, records


def changed(record_id: str, **fields: Any) -> Records:
    """The small archive with other fields in one record."""
    return Records.of(*(msgspec.structs.replace(r, **fields) if r.id == record_id else r for r in records()))


def test_a_sound_archive_has_no_findings() -> None:
    assert check(Records.of(*records())) == []


@pytest.mark.parametrize(
    ("record_id", "fields", "field", "says"),
    [
        ("st-1111111111", {"content": (Anchor(0, 4, "That"),)}, "content", "broken anchor 0-4"),
        ("st-1111111111", {"content": (Anchor(0, 9999, "The"),)}, "content", "broken anchor"),
        ("st-2222222222", {"cue": (Anchor(3, 3, ""),)}, "cue", "broken anchor"),
        ("fi-1111111111", {"anchor": Anchor(0, 7, "12 dead")}, "anchor", "broken anchor"),
        ("st-1111111111", {"document": "do-gone"}, "document", "names do-gone"),
        ("st-1111111111", {"speakers": (Speaker("ac-gone"),)}, "speakers", "names ac-gone"),
        ("st-1111111111", {"accuses": ("ac-gone",)}, "accuses", "names ac-gone"),
        ("fi-1111111111", {"attributed_to": ("ac-gone",)}, "attributed_to", "names ac-gone"),
        ("fi-1111111111", {"part_of": "fi-1111111111"}, "part_of", "itself"),
        ("re-1111111111", {"object": "st-gone"}, "object", "names st-gone"),
        ("ac-mayor00000", {"merged_into": "ac-gone"}, "merged_into", "names ac-gone"),
        ("do-1111111111", {"text": "another text"}, "sha256", "not the hash"),
        ("do-1111111111", {"published": When(edtf="2020-13-40")}, "published", "2020-13-40"),
        ("st-1111111111", {"uttered": When(edtf="2021-01-01")}, "uttered", "later than"),
        ("fi-1111111111", {"low": 13}, "bound", "not in order"),
        ("fi-2222222222", {"best": None}, "bound", "neither"),
        ("st-1111111111", {"review": Review(state="accepted", at="yesterday")}, "review", "no date and time"),
    ],
)
def test_what_is_wrong_is_told_with_record_and_field(
    record_id: str, fields: dict[str, Any], field: str, says: str
) -> None:
    found = [f for f in check(changed(record_id, **fields)) if f.record == record_id and f.field == field]
    assert found
    assert says in found[0].problem
    assert str(found[0]).startswith(record_id)


def test_actors_that_belong_to_each_other_go_round_in_a_circle() -> None:
    rows = [r for r in records() if not isinstance(r, Actor)]
    army = Actor(id="ac-army000000", name="The army", kind="armed-group", parent="ac-mayor00000")
    mayor = Actor(id="ac-mayor00000", name="Ana Petrović", kind="person", parent="ac-army000000")
    assert [f.problem for f in check(Records.of(*rows, army, mayor))] == ["goes round in a circle."] * 2


def twin(kind: type[Record]) -> Record:
    record = next(r for r in records() if isinstance(r, kind))
    return msgspec.structs.replace(record, id=record.id[:3] + "twin")


@pytest.mark.parametrize("kind", [Actor, Figure, Relation])
def test_the_same_thing_under_two_ids_is_a_duplicate(kind: type[Record]) -> None:
    found = check(Records.of(*records(), twin(kind)))
    assert [f.problem.rpartition(": ")[2] for f in found] == ["a duplicate."]


def figure(**fields: Any) -> Figure:
    return Figure(id="fi-1", document="do-1", anchor=anchor("12 dead"), **fields)


@pytest.mark.parametrize(
    "make",
    [
        lambda: figure(bound="exact", low=1, best=1, high=2),
        lambda: figure(bound="at-least", low=1, high=2),
        lambda: figure(bound="at-most", low=1, high=2),
        lambda: figure(bound="approximate", low=1),
        lambda: figure(bound="range", low=1),
        lambda: figure(bound="order", low=1, best=2),
        lambda: figure(bound="exact", low=-1, best=-1, high=-1, unit="person"),
    ],
)
def test_a_bound_that_does_not_fit_its_numbers_is_told(make: Callable[[], Figure]) -> None:
    assert list(range_problems(make()))


@pytest.mark.parametrize(
    "make",
    [
        lambda: figure(bound="exact", low=0, best=0, high=0, unit="person"),
        lambda: figure(bound="at-least", low=5),
        lambda: figure(bound="at-most", high=5),
        lambda: figure(bound="approximate", best=8.6),
        lambda: figure(bound="range", low=676, best=676, high=678),
        lambda: figure(bound="order", low=200_000, high=999_999),
        lambda: figure(bound="order", low=2_000_000),
    ],
)
def test_a_bound_that_fits_is_no_finding(make: Callable[[], Figure]) -> None:
    assert list(range_problems(make())) == []
