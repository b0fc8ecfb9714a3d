"""Eight processes write to one archive, to records of their own and to shared ones: nobody's edit is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import quantiles
from time import perf_counter

import pytest
import tinydb

from store.archive import Archive, Change
from store.model import Actor
from tests.store.conftest import records
from tests.store.proofs.children import children, count_own, own, patiently, tag
from tests.store.proofs.conftest import Tell
from tests.store.proofs.states import broken_chain, found

SHARED = [f"ac-shared{number:04}" for number in range(10)]
DEADLINE = 30.0
"""Seconds that no edit takes, but where something hangs."""


def editor(path: Path, number: int, edits: int) -> Callable[[Callable[[str], None]], object]:
    """Half of the edits are of its own record, half of shared ones; says how long each took, in seconds."""

    def work(say: Callable[[str], None]) -> None:
        archive = Archive.open(path)
        for edit in range(1, edits + 1):
            begun = perf_counter()
            if edit % 2:
                patiently(lambda edit=edit: count_own(archive, number, edit))
            else:
                tag(archive, SHARED[edit // 2 % len(SHARED)], f"{number}-{edit}")
            say(f"{perf_counter() - begun:.6f}")
        archive.close()

    return work


@pytest.mark.parametrize(("writers", "edits"), [(4, 25), pytest.param(8, 500, marks=pytest.mark.slow)])
def test_nobody_s_edit_is_lost(writers: int, edits: int, tmp_path: Path, tell: Tell) -> None:
    path = tmp_path / "archive.json"
    archive = Archive.create(path)
    actors = [Actor(id=name, name=name, kind="person") for name in (*SHARED, *map(own, range(writers)))]
    archive.apply([Change(record, 0) for record in (*records(), *actors)])
    archive.fold()
    with children(*(editor(path, number, edits) for number in range(writers))) as running:
        assert [child.end() for child in running] == [0] * writers, [child.told[-1:] for child in running]
    state = found(path)
    tags = [name for record_id in SHARED for name in state[record_id].tags]
    assert sorted(tags) == sorted(f"{number}-{edit}" for number in range(writers) for edit in range(2, edits + 1, 2))
    assert [state[own(number)].note for number in range(writers)] == [str(edits - (1 - edits % 2))] * writers
    assert broken_chain(path, 1 + writers * edits) is None
    archive.refresh()
    archive.fold()
    with tinydb.TinyDB(path) as db:
        assert {row["id"]: tuple(row.get("tags", ())) for row in db.table("actors")} == {
            actor.id: actor.tags for actor in archive.records.actors.values()
        }
    seconds = sorted(float(line) for child in running for line in child.told)
    assert seconds[-1] < DEADLINE
    p50, p99 = (quantiles(seconds, n=100)[percent - 1] * 1000 for percent in (50, 99))
    tell(
        f"{writers} processes x {edits} edits: 0 lost; p50 {p50:.1f} ms, p99 {p99:.1f} ms, "
        f"longest {seconds[-1] * 1000:.0f} ms"
    )
