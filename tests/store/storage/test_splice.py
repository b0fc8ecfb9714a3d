"""Folding line by line gives what taking the whole file apart gives, and says so where it can't."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import tinydb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace as with_fields

from store.archive import Archive, Change
from store.founding import snapshot
from store.model import Actor
from store.storage import encode, load, meta
from store.storage.changes import Changed, Step
from store.storage.fold import folded
from store.storage.snapshot import Snapshot
from store.storage.splice import spliced
from tests.store.conftest import records

PEOPLE = [Actor(id=f"ac-{number:010d}", name=f"Clerk {number}\n", kind="person") for number in range(4)]


def loaded(path: Path, *more: Actor) -> Snapshot:
    path.write_bytes(snapshot([*records(), *more]))
    return load(path)


def both(found: Snapshot, changes: list[Changed], new: list[Actor]) -> tuple[dict[str, Any], dict[str, Any]]:
    rows = {"actors": [json.dumps(to_builtins(actor)).encode() for actor in new]} if new else {}
    pieces = spliced(found, changes, rows)
    assert pieces is not None
    whole = b"".join(meta.sealed(meta.row(found.meta, {}) + b"}", *pieces))
    assert meta.intact(whole)
    assert all(line.count(b'"revision"') <= 1 for line in whole.splitlines())
    return json.loads(whole), json.loads(encode(found.meta, folded(found, changes, rows)))


ids = st.sampled_from([record.id for record in records()])
edits = st.builds(
    lambda record_id, note: Changed(
        next(name for name, prefix in PREFIXES.items() if record_id.startswith(prefix)),
        record_id,
        {"note": Step(after=note)},
    ),
    ids,
    st.text(max_size=5),
)
PREFIXES = {"documents": "do", "actors": "ac", "statements": "st", "figures": "fi", "relations": "re"}


@given(st.lists(edits, max_size=6), st.integers(0, 4), st.integers(0, 2), st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_it_gives_the_same_tables(path: Path, changes: list[Changed], new: int, logged: int, empty: bool) -> None:
    made = [Changed("actors", f"ac-logged{n:04d}", new={"id": f"ac-logged{n:04d}", "name": "L"}) for n in range(logged)]
    found = loaded(path)
    if empty:
        path.write_bytes(snapshot([]))
        found, changes = load(path), []
    line_by_line, apart = both(found, changes + made, PEOPLE[:new])
    del line_by_line["_meta"], apart["_meta"]
    assert line_by_line == apart


def test_a_row_with_an_id_inside_it_before_its_own_takes_a_closer_look(path: Path) -> None:
    drafted = {"origin": {"drafted": {"id": "st-2222222222"}}}
    statement = Changed("statements", "st-1111111111", {"origin": Step(after=drafted["origin"])})
    found = loaded(path)
    path.write_bytes(encode(found.meta, folded(found, [statement], {})))
    for record_id in ("st-1111111111", "st-2222222222"):
        change = Changed("statements", record_id, {"note": Step(after="x")})
        pieces = spliced(load(path), [change], {})
        if pieces is not None:
            rows = json.loads(b"".join(meta.sealed(meta.row(found.meta, {}) + b"}", *pieces)))["statements"].values()
            assert [row["id"] for row in rows if row.get("note") == "x"] == [record_id]


def test_a_row_that_is_taken_out_takes_a_closer_look(path: Path) -> None:
    assert spliced(loaded(path), [Changed("relations", "re-1111111111", gone={})], {}) is None


def test_a_file_that_another_program_wrote_takes_a_closer_look(path: Path) -> None:
    path.write_text(json.dumps(json.loads(snapshot(records()))))
    assert spliced(load(path), [Changed("actors", "ac-mayor00000", {"note": Step(after="x")})], {}) is None


@pytest.mark.parametrize("keep", [0, 1])
def test_an_archive_is_the_same_after_a_fold_by_either_way(path: Path, archive: Archive, keep: int) -> None:
    mayor = archive.get("ac-mayor")
    from store.archive import Change, Removal

    archive.apply([Change(with_fields(mayor, note="x"), mayor.revision), *[Removal("re-1111111111", 1)][keep:]])
    before = {record.id: record for record in archive.records}
    archive.fold()
    assert {record.id: record for record in Archive.open(path).records} == before


def test_rows_that_plain_tinydb_wrote_keep_their_keys_when_others_come(path: Path) -> None:
    path.write_bytes(snapshot(records()))
    with tinydb.TinyDB(path) as db:
        db.table("actors").update({"note": "by hand"})
    with Archive.open(path) as archive:
        archive.apply([Change(PEOPLE[0], 0)])
    with Archive.open(path) as archive:
        archive.apply([Change(PEOPLE[1], 0)])
    kept = Archive.open(path).records.actors
    assert {actor.id for actor in PEOPLE[:2]} | {r.id for r in records() if isinstance(r, Actor)} == set(kept)


def test_rows_that_are_not_on_lines_as_we_write_them_are_left_to_a_closer_look(path: Path) -> None:
    data = snapshot(records()).replace(b'"id":"ac-army000000"', b'"id" : "ac-army000000"')
    path.write_bytes(b"".join(meta.sealed(data[len(meta.HEAD) + 9 :])))
    found = load(path)
    assert found.intact
    assert spliced(found, [], {"actors": [json.dumps(to_builtins(PEOPLE[0])).encode()]}) is None
