"""The last good copies: one from before the last fold, and a few older ones, the older the further apart."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from store.archive import Archive, Change
from store.storage import backup_of
from store.storage.backups import AGED, APART, backups

NOW = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)


def folded(path: Path, at: datetime, note: str) -> None:
    """An edit, folded in at that time."""
    with Archive.open(path) as archive:
        mayor = archive.get("ac-mayor")
        archive.apply([Change(replace(mayor, note=note), mayor.revision)], "edit")
    os.utime(path, (at.timestamp(), at.timestamp()))


def test_the_state_before_the_last_fold_is_always_there(archive: Archive, path: Path) -> None:
    for number in range(5):
        before = path.read_bytes()
        folded(path, NOW + timedelta(seconds=number), str(number))
        assert backup_of(path).read_bytes() == before
    assert len(backups(path)) <= 3


def test_copies_are_spaced_by_age_and_bounded_in_number(archive: Archive, path: Path) -> None:
    for hour in range(60):
        folded(path, NOW + timedelta(hours=hour), str(hour))
        assert len(backups(path)) <= AGED + 1
    found = backups(path)
    assert len(found) == AGED + 1
    ages = [(NOW + timedelta(hours=59) - backup.at).total_seconds() / 3600 for backup in found]
    assert ages == sorted(ages)
    assert ages[0] <= 1
    assert ages[-1] >= 57
    gaps = [after - before for before, after in pairwise(ages[1:])]
    assert max(gaps[:2]) <= min(gaps[-2:])


def test_what_is_copied_within_the_hour_is_one_copy(archive: Archive, path: Path) -> None:
    for number in range(10):
        folded(path, NOW + timedelta(seconds=number * APART / 20), str(number))
    assert len([backup for backup in backups(path) if backup.at >= NOW]) == 2


def test_a_killed_writers_leavings_are_swept_up(archive: Archive, path: Path) -> None:
    left = path.with_name(f".{path.name}.0123456789ab.new")
    other = path.with_name(".somebody.0123456789ab.new")
    for file in (left, other):
        file.write_bytes(b"half of a fold")
    folded(path, NOW, "x")
    assert (left.exists(), other.exists()) == (False, True)
