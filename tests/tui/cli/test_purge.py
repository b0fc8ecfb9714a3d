"""`sayso purge`: what must not be kept is taken out of all files."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from store.archive import Archive, Change
from store.model import Actor
from tests.tui.cli.conftest import Run, records


@pytest.fixture
def noted(archive: Path) -> Path:
    """The quotation was edited twice: it stands in file, log and copy."""
    for note in ("secret one", "secret two"):
        with Archive.open(archive) as opened:
            record = opened.get("st-1")
            opened.apply([Change(replace(record, note=note), record.revision)], "edit")
    return archive


def holding(path: Path, words: str) -> list[str]:
    return [file.name for file in path.parent.iterdir() if words.encode() in file.read_bytes()]


def test_it_goes_with_what_hangs_on_it_and_what_was_done_is_said(run: Run, noted: Path):
    assert len(holding(noted, "secret")) >= 3
    result = run("purge", "st-1", "--why", "asked by her", "--yes")
    assert result.exit_code == 0
    assert "st-1111111111" in result.stdout.split()
    assert "Purged. Written anew without them: 2 lines of the log" in result.stderr
    assert holding(noted, "secret") == []
    assert "purge: asked by her" in run("log").stdout
    assert run("log", "--verify").exit_code == 0
    assert run("check").exit_code == 0


def test_what_stays_and_still_has_the_words_or_the_name_is_told(run: Run, noted: Path):
    assert "do-1111111111 stays, and still has the words in its text." in run("purge", "st-1", "--yes").stderr
    run("edit", "fi-2", "note=asked Ana Petrović")
    assert "fi-2222222222 stays, and still has the name “Ana Petrović”." in run("purge", "ac-mayor", "--yes").stderr


def test_what_is_there_and_what_was_purged_before_go_together(run: Run, noted: Path):
    run("purge", "st-1", "--yes")
    result = run("purge", "st-1", "fi-2", "--yes")
    assert result.exit_code == 0
    assert "fi-2222222222" in result.stdout
    assert "fi-2222222222" not in {record.id for record in Archive.open(noted).records}
    assert run("log", "--verify").exit_code == 0


def test_it_asks_and_where_nobody_can_be_asked_it_does_nothing(run: Run, noted: Path):
    result = run("purge", "st-1")
    assert result.exit_code == 2
    assert "add --yes" in result.stderr
    assert len(list(Archive.open(noted).records)) == len(records())


def test_what_was_purged_before_is_looked_for_once_more(run: Run, noted: Path):
    run("purge", "st-1", "--yes")
    result = run("purge", "st-1", "--yes")
    assert result.exit_code == 0
    assert "Purged." in result.stderr


def test_a_copy_that_somebody_made_beside_it_is_named(run: Run, noted: Path):
    own = noted.with_name("archive.json.mine")
    own.write_bytes(noted.read_bytes())
    assert f"Not touched: {own}" in run("purge", "st-1", "--yes").stderr


def test_an_id_that_is_none_is_told(run: Run, noted: Path):
    result = run("purge", "st-9", "--yes")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No record has the id 'st-9'" in result.stderr


def test_where_very_many_stay_that_have_the_name_the_first_are_told_and_how_many(run: Run, noted: Path):
    with Archive.open(noted) as archive:
        people = [Actor(id=f"ac-{n:010}", name=f"Aide {n} of Ana Petrović", kind="person") for n in range(20)]
        archive.apply([Change(person, 0) for person in people])
    told = run("purge", "ac-mayor", "--yes").stderr
    assert "20 records stay, and still have the name “Ana Petrović”: ac-0000000000, " in told
    assert "ac-0000000011 and 8 more." in told


def test_the_log_tells_of_an_actor_that_stays_what_it_lost(run: Run, noted: Path):
    run("purge", "ac-mayor", "--yes")
    assert "ac-mayor00000  name and description taken out" in run("log", "ac-mayor").stdout
    assert "ac-mayor00000  new" not in run("log", "--limit", "1").stdout


def test_a_later_version_stays_and_follows_what_the_purged_one_followed(run: Run, noted: Path):
    first = records()[0]
    later = [replace(first, id=f"do-{n}" * 2, supersedes=before) for n, before in ((2, first.id), (3, "do-2do-2"))]  # type: ignore[type-var]
    with Archive.open(noted) as opened:
        opened.apply([Change(document, 0) for document in later], "versions")
    result = run("purge", "do-2do-2", "--yes")
    assert f"do-3do-3, a later version, follows {first.id} now." in result.stderr
    assert "still names" not in result.stderr
    result = run("purge", first.id, "--yes")
    assert "do-3do-3, a later version, names no version before it any more." in result.stderr
    assert "supersedes" not in run("show", "do-3").stdout
    assert run("check").exit_code == 0
