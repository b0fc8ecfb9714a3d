"""The log: each line is bound to the one before, a cut last one doesn't count, a damaged one is told with its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.errors import DamagedArchiveError
from store.storage import log_of


def noted(path: Path, note: str) -> None:
    """One edit by somebody who opens the archive for it, and leaves without a word."""
    archive = Archive.open(path)
    mayor = archive.get("ac-mayor")
    archive.apply([Change(replace(mayor, note=note), mayor.revision)], "edit")


def note(path: Path) -> str | None:
    return Archive.open(path).get("ac-mayor").note


def lines(path: Path) -> list[bytes]:
    return log_of(path).read_bytes().splitlines(keepends=True)


@pytest.fixture
def edited(archive: Archive, path: Path) -> Path:
    """Three edits that wait in the log."""
    for words in ("one", "two", "three"):
        noted(path, words)
    return path


def test_a_line_says_who_changed_what_when_and_nothing_else(edited: Path) -> None:
    checksum, _, text = lines(edited)[-1].partition(b" ")
    line = json.loads(text)
    assert len(checksum) == 8
    assert {"seq", "at", "who", "what", "prev", "changes"} == set(line)
    (change,) = line["changes"]
    assert change["id"] == "ac-mayor00000"
    assert change["fields"]["note"] == {"before": "two", "after": "three"}
    assert set(change["fields"]) <= {"note", "revision", "changed"}


def test_an_edit_leaves_the_snapshot_as_it_is(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    noted(path, "one")
    assert path.read_bytes() == before
    assert note(path) == "one"


@pytest.mark.parametrize("cut", [1, 9, 100])
def test_a_cut_last_line_was_never_acknowledged_and_goes_with_the_next_edit(edited: Path, cut: int) -> None:
    log_of(edited).write_bytes(b"".join(lines(edited))[:-cut])
    assert note(edited) == "two"
    noted(edited, "four")
    assert note(edited) == "four"
    assert [json.loads(line[9:])["seq"] for line in lines(edited)] == list(range(len(lines(edited))))


def test_a_last_line_that_the_power_cut_left_full_of_nuls_goes_too(edited: Path) -> None:
    last = lines(edited)[-1]
    log_of(edited).write_bytes(b"".join(lines(edited)[:-1]) + b"\0" * 50 + last[50:])
    assert note(edited) == "two"
    noted(edited, "four")
    assert note(edited) == "four"


def test_a_log_of_which_only_the_first_line_was_begun_is_no_hindrance(archive: Archive, path: Path) -> None:
    log_of(path).write_bytes(lines(path)[0][:30])
    # The snapshot has what stood there, and says how much that was.
    noted_path = path.with_name("copy.json")
    noted_path.write_bytes(path.read_bytes())
    log_of(noted_path).write_bytes(lines(path)[0][:30])
    noted(noted_path, "one")
    assert note(noted_path) == "one"


def flipped(raw: bytes) -> bytes:
    return raw[:-20] + bytes([raw[-20] ^ 1]) + raw[-19:]


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda kept: [*kept[:-2], flipped(kept[-2]), kept[-1]], "line 4: is not what was written"),
        (lambda kept: [*kept[:-1], flipped(kept[-1])], "line 5: is not what was written"),
        (lambda kept: [*kept[:-2], kept[-1]], "line 4: doesn't follow the line before it"),
        (lambda kept: [*kept[:-2], kept[-1], kept[-2]], "line 4: doesn't follow"),
        (lambda kept: [*kept[:-2], b"\n", *kept[-2:]], "line 4: is not what was written"),
        (lambda kept: [*kept[:-2], b"\0" * 40 + b"\n", *kept[-2:]], "line 4: is not what was written"),
    ],
)
def test_a_damaged_line_in_the_middle_is_told_with_file_and_line(
    edited: Path, damage: Callable[[list[bytes]], list[bytes]], says: str
) -> None:
    assert len(lines(edited)) == 5
    log_of(edited).write_bytes(b"".join(damage(lines(edited))))
    with pytest.raises(DamagedArchiveError, match=says) as caught:
        Archive.open(edited)
    assert str(log_of(edited)) in str(caught.value)


def test_what_is_folded_in_need_not_be_read_again(edited: Path) -> None:
    with Archive.open(edited) as archive:
        archive.fold()
    kept = lines(edited)
    log_of(edited).write_bytes(b"".join([*kept[:2], flipped(kept[2]), *kept[3:]]))
    assert note(edited) == "three"


def test_the_log_of_another_archive_is_refused(edited: Path, tmp_path: Path) -> None:
    other = Archive.create(tmp_path / "other.json")
    log_of(other.path).write_bytes(b"".join(lines(edited)))
    with pytest.raises(DamagedArchiveError, match="log of another archive"):
        Archive.open(other.path)


def test_a_log_that_lacks_what_the_archive_is_at_is_told(edited: Path) -> None:
    with Archive.open(edited) as archive:
        archive.fold()
    log_of(edited).write_bytes(b"".join(lines(edited)[:2]))
    with pytest.raises(DamagedArchiveError, match="lacks lines"):
        Archive.open(edited)


def test_a_copy_without_its_log_is_stale_and_can_be_written(edited: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.json"
    copy.write_bytes(edited.read_bytes())
    assert note(copy) is None
    noted(copy, "mine")
    noted(copy, "mine again")
    assert note(copy) == "mine again"
    with Archive.open(copy) as archive:
        archive.fold()
    noted(copy, "and again")
    assert note(copy) == "and again"
    assert note(edited) == "three"


def test_a_clock_set_back_changes_nothing(edited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.storage.writing.now", lambda: "1999-12-31T23:59:59Z")
    noted(edited, "four")
    assert note(edited) == "four"
