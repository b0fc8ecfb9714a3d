"""Merging actors: no record goes, the old names still find, and what can't be one isn't made one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.editing.fields import changed
from store.editing.merge_actors import merged, unmerged
from store.editing.save import save
from store.errors import EditError
from store.model import Actor
from store.records import Records
from tests.store.conftest import records

MAYOR, ARMY = "ac-mayor00000", "ac-army000000"
HEAD = Actor(id="ac-head", name="Head of the town", kind="office")
WITNESS = Actor(id="ac-witness", name="a witness", kind="anonymous-source", document="do-1111111111")
NURSE = Actor(id="ac-nurse", name="a nurse", kind="anonymous-source", document="do-1111111111")
STRANGER = Actor(id="ac-stranger", name="a witness", kind="anonymous-source", document="do-other")
NOBODY = Actor(id="ac-nobody", name="somebody", kind="anonymous-source")
DEPUTY = Actor(id="ac-deputy", name="The deputy", kind="person", parent=MAYOR)
ARCHIVE = Records.of(*records(), HEAD, WITNESS, NURSE, STRANGER, NOBODY, DEPUTY)


def test_both_records_stay_and_the_old_names_still_find(archive: Archive) -> None:
    archive.apply([Change(HEAD, 0)])
    mayor = archive.records.actors[MAYOR]
    saved = save(archive, mayor, merged(archive.records, MAYOR, HEAD.id))
    assert (saved.after, len(archive.records.actors)) == (replace(mayor, merged_into=HEAD.id, **stamps(saved.after)), 3)
    for name in ("Petrović", '"Head of the town"'):
        assert archive.search(f"actor:{name}").ids("statements") == ["st-1111111111"]


def stamps(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in ("revision", "added", "changed")}


def test_parting_them_is_the_inverse() -> None:
    mayor = ARCHIVE.actors[MAYOR]
    after = merged(ARCHIVE, MAYOR, HEAD.id)
    assert unmerged(Records.of(*(r for r in ARCHIVE if r.id != MAYOR), after), MAYOR) == mayor


def test_two_of_one_name_can_be_parted_again(archive: Archive) -> None:
    archive.apply([Change(Actor(id="ac-twin", name="ana petrovic", kind="person"), 0)])
    twin = archive.records.actors["ac-twin"]
    merged_twin = save(archive, twin, merged(archive.records, twin.id, MAYOR)).after
    assert save(archive, merged_twin, unmerged(archive.records, twin.id)).after.merged_into is None  # type: ignore[union-attr]


def test_who_is_merged_into_a_merged_one_goes_where_that_one_went() -> None:
    known = Records.of(*(r for r in ARCHIVE if r.id != MAYOR), merged(ARCHIVE, MAYOR, HEAD.id))
    assert merged(known, ARMY, MAYOR).merged_into == HEAD.id


def test_two_unnamed_sources_of_one_report_can_be_one() -> None:
    assert merged(ARCHIVE, NURSE.id, WITNESS.id).merged_into == WITNESS.id


@pytest.mark.parametrize(
    ("one", "into", "problem"),
    [
        (MAYOR, MAYOR, "itself"),
        (MAYOR, "ac-gone", "no actor ac-gone"),
        (WITNESS.id, MAYOR, "never matched"),
        (MAYOR, WITNESS.id, "never matched"),
        (WITNESS.id, STRANGER.id, "never matched"),
        (NOBODY.id, MAYOR, "never matched"),
        (MAYOR, DEPUTY.id, "belongs to Ana Petrović"),
    ],
)
def test_what_cannot_be_one_is_refused(one: str, into: str, problem: str) -> None:
    with pytest.raises(EditError, match=problem) as error:
        merged(ARCHIVE, one, into)
    assert error.value.field == "merged_into"


def test_no_circle_is_made_and_nobody_is_merged_twice() -> None:
    known = Records.of(*(r for r in ARCHIVE if r.id != MAYOR), merged(ARCHIVE, MAYOR, HEAD.id))
    with pytest.raises(EditError, match="merged into Head of the town already"):
        merged(known, HEAD.id, MAYOR)
    with pytest.raises(EditError, match="merged into Head of the town already"):
        merged(known, MAYOR, ARMY)
    with pytest.raises(EditError, match="isn't merged"):
        unmerged(known, ARMY)


def test_the_field_itself_is_held_to_the_same(archive: Archive) -> None:
    archive.apply([Change(WITNESS, 0)])
    mayor = archive.records.actors[MAYOR]
    with pytest.raises(EditError, match="never matched"):
        save(archive, mayor, changed(mayor, "merged_into", WITNESS.id, archive.records))
