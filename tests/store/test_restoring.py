"""An older state comes back as a change; in the place of a damaged file, with all that the log has since."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change, Removal
from store.errors import ArchiveError, DamagedArchiveError
from store.model import Actor
from store.restoring import chosen, plan, put_in_place
from store.storage import backup_of
from store.storage.backups import backups


@pytest.fixture
def changed(archive: Archive, path: Path) -> Archive:
    """A record changed, one came, one went; the state before is kept."""
    mayor = archive.get("ac-mayor")
    clerk = Actor(id="ac-clerk00000", name="A clerk", kind="person")
    archive.apply(
        [Change(replace(mayor, note="x"), mayor.revision), Change(clerk, 0), Removal("re-1111111111", 1)], "edit"
    )
    archive.fold()
    return archive


def content(archive: Archive) -> dict[str, object]:
    return {record.id: replace(record, revision=1, added=None, changed=None) for record in archive.records}


def test_the_state_before_comes_back_as_one_change_and_that_can_be_taken_back(changed: Archive, path: Path) -> None:
    after, before = content(changed), content(Archive.open(backup_of(path)))
    planned = plan(changed, backup_of(path))
    assert [len(part) for part in planned] == [1, 1, 1]
    changed.apply(planned.changes, "restore")
    assert content(Archive.open(path)) == before
    changed.fold()
    changed.apply(plan(changed, backup_of(path)).changes, "restore")
    assert content(Archive.open(path)) == after


def test_where_nothing_differs_there_is_nothing_to_put_back(changed: Archive, path: Path) -> None:
    changed.apply(plan(changed, backup_of(path)).changes, "restore")
    assert plan(changed, backup_of(path)).changes == []


def test_a_copy_is_chosen_by_number_or_name(changed: Archive, path: Path) -> None:
    first, second = backups(path)
    assert chosen(path, "1") == chosen(path, "archive.json.bak") == first
    assert chosen(path, second.path.name) == second
    with pytest.raises(ArchiveError, match=r"has no copy '3'\. There are 2"):
        chosen(path, "3")


def test_a_damaged_file_is_replaced_and_kept_and_the_log_goes_on_from_the_copy(changed: Archive, path: Path) -> None:
    mayor = changed.get("ac-mayor")
    changed.apply([Change(replace(mayor, note="y"), mayor.revision)], "edit")
    expected = content(changed)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(DamagedArchiveError):
        Archive.open(path)
    aside = put_in_place(path, backup_of(path))
    assert aside.stat().st_size == 200
    assert content(Archive.open(path)) == expected
