"""Reading the archive: a large one is shown before its index is whole, which is kept and taken up the next time."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from seeds.actors import EGELAND
from store import shelving
from store.apart import Apart
from store.archive import Archive, Change
from store.index.shelf import Filled
from store.storage.names import index_of
from tests.store.staged import Staged
from tests.tui.conftest import Browser, browsing


@pytest.fixture
def large(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, as if it were one that takes long to read."""
    monkeypatch.setattr("tui.screens.browse.SMALL", 0)
    monkeypatch.setattr(shelving, "LARGE", 0)
    return sample


@pytest.fixture
def held(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Staged:
    """What lets the index become whole; until it's set only its first stage is there."""
    return Staged(tmp_path_factory.mktemp("held"), monkeypatch)


def tag(archive: Archive, record_id: str, word: str) -> None:
    found = archive.get(record_id)
    archive.apply([Change(replace(found, tags=(word,)), found.revision)])


async def whole(browser: Browser, held: Staged) -> None:
    held.set()
    await browser.until(lambda: browser.board.archive.index.complete and "indexing" not in browser.status)


async def test_the_index_is_made_the_first_time_and_taken_up_from_then_on(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(large) as browser:
        first = browser.ids("statements")
        assert len(first) == 10
        await browser.until(lambda: "indexing" not in browser.status and index_of(large).exists())
    monkeypatch.setattr(Apart, "begun", lambda *_, **__: pytest.fail("it was made again"))
    async with browsing(large) as browser:
        assert browser.ids("statements") == first


async def test_rows_source_marks_and_actors_are_there_before_the_index_is(large: Path, held: Staged) -> None:
    async with browsing(large, size=(200, 45)) as browser:
        assert browser.status.endswith("10 statements · 12 figures · indexing …")
        await browser.press("j", "space")
        await browser.followed()
        await browser.go_to("actors", EGELAND.id)
        await browser.press("a")
        assert browser.text("statements").startswith(" 2 Statements · 2 of 10")
        await browser.press("x", "2", "j")
        row = browser.row("statements")
        await whole(browser, held)
        assert len(browser.view.marks) == 1
        assert browser.row("statements") == row


async def test_a_word_that_is_typed_before_it_can_be_found_is_found_as_soon_as_it_can(
    large: Path, held: Staged
) -> None:
    async with browsing(large) as browser:
        before = browser.ids("statements")
        await browser.press("/", *"atrocities")
        assert "indexing …" in browser.footer
        assert browser.ids("statements") == before
        held.set()
        await browser.until(lambda: len(browser.ids("statements")) < len(before))
        found = browser.ids("statements")
        await browser.press("enter")
        assert browser.ids("statements") == found != []


async def test_a_filter_that_cannot_be_answered_yet_shows_nothing_that_it_may_not_find(
    large: Path, held: Staged
) -> None:
    async with browsing(large) as browser:
        await browser.filter("atrocities")
        assert [browser.ids(pane) for pane in ("actors", "statements", "figures", "documents")] == [[]] * 4
        assert "indexing …" in browser.text("statements")
        assert browser.status.startswith("/ atrocities")
        await browser.press("t", "space", "w", "y", "r", "enter", "s", "2")
        assert browser.view.marks == frozenset()
        await whole(browser, held)
        found = browser.ids("statements")
        assert found != []
        await browser.press("X")
        assert set(found) < set(browser.ids("statements"))


async def test_the_filter_of_the_last_time_waits_for_the_index(large: Path, held: Staged) -> None:
    held.set()
    async with browsing(large) as browser:
        await browser.until(index_of(large).exists)
        await browser.filter("atrocities")
        found = browser.ids("statements")
        await browser.leave("q")
    index_of(large).unlink()
    async with browsing(large) as browser:
        await browser.until(lambda: browser.ids("statements") == found and "indexing" not in browser.status)
        assert browser.status.startswith("/ atrocities")


@pytest.mark.parametrize("edited_before", [False, True])
async def test_what_is_edited_meanwhile_here_and_elsewhere_is_there_afterwards(
    large: Path, held: Staged, edited_before: bool
) -> None:
    if edited_before:
        with Archive.open(large) as archive:
            tag(archive, EGELAND.id, "before")
    async with browsing(large) as browser:
        ours, theirs = browser.ids("statements")[:2]
        archive = browser.board.archive
        assert archive is not None
        tag(archive, ours, "ours")
        with Archive.open(large) as other:
            tag(other, theirs, "theirs")
        await whole(browser, held)
        await browser.filter("tag:ours OR tag:theirs")
        await browser.until(lambda: set(browser.ids("statements")) == {ours, theirs})
        tag(archive, ours, "again")
        await browser.filter("tag:again")
        assert browser.ids("statements") == [ours]


async def test_where_the_process_is_killed_in_the_middle_the_index_is_made_here(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged, seen = Apart.stage, set[Apart]()

    def stage(making: Apart) -> Filled | None:
        if making in seen:
            return None
        seen.add(making)
        return staged(making)

    monkeypatch.setattr(Apart, "stage", stage)
    monkeypatch.setattr(shelving, "put_in_place", lambda *_: False)
    async with browsing(large) as browser:
        await browser.until(lambda: "indexing" not in browser.status)
        await browser.filter("atrocities")
        assert 0 < len(browser.ids("statements")) < 10


async def test_while_another_makes_the_index_that_is_told_and_what_it_made_is_taken_up(
    large: Path, held: Staged
) -> None:
    first = Apart.begun(large, lambda: True, keep=True)
    assert first is not None
    with first:
        assert first.stage()
        async with browsing(large, read=False) as browser:
            await browser.until(lambda: "another sayso is making its index just now" in browser.footer)
            await browser.press("j", "/")
            held.set()
            assert first.stage()
            await browser.until(lambda: browser.ids("statements") != [])
            assert browser.board.archive.index.complete


async def test_one_can_leave_while_another_makes_the_index(large: Path, held: Staged) -> None:
    first = Apart.begun(large, lambda: True, keep=True)
    assert first is not None
    with first:
        assert first.stage()
        async with browsing(large, read=False) as browser:
            await browser.until(lambda: "another sayso" in browser.footer)
            await browser.leave("q")


async def test_whoever_may_only_read_makes_no_index(large: Path) -> None:
    async with browsing(large, read_only=True) as browser:
        assert len(browser.ids("statements")) == 10
        await browser.until(lambda: "indexing" not in browser.status)
        await browser.filter("atrocities")
        assert 0 < len(browser.ids("statements")) < 10
    assert not index_of(large).exists()


async def test_where_no_process_can_be_begun_the_archive_is_read_all_the_same(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Apart, "begun", lambda *_, **__: None)
    async with browsing(large) as browser:
        assert len(browser.ids("statements")) == 10
        await browser.filter("atrocities")
        assert 0 < len(browser.ids("statements")) < 10


async def test_that_it_lies_on_a_network_file_system_is_told(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Archive, "warning", property(lambda _: "It lies on a network file system (nfs)."))
    async with browsing(large) as browser:
        await browser.until(lambda: "network file system" in browser.footer)
