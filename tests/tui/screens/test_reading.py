"""Reading the archive: a large one's index is made beside the screen, and taken up the next time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store import shelving
from store.archive import Archive
from store.storage.names import index_of
from tests.tui.conftest import browsing


@pytest.fixture
def large(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample, as if it were one that takes long to read."""
    monkeypatch.setattr("tui.screens.browse.SMALL", 0)
    monkeypatch.setattr(shelving, "LARGE", 0)
    return sample


async def test_the_index_is_made_the_first_time_and_taken_up_from_then_on(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(large) as browser:
        first = browser.ids("statements")
        assert len(first) == 10
    assert index_of(large).exists()
    monkeypatch.setattr(shelving, "put_away_apart", lambda *_: pytest.fail("it was made again"))
    async with browsing(large) as browser:
        assert browser.ids("statements") == first


async def test_whoever_may_only_read_makes_no_index(large: Path) -> None:
    async with browsing(large, read_only=True) as browser:
        assert len(browser.ids("statements")) == 10
    assert not index_of(large).exists()


async def test_where_no_index_can_be_made_the_archive_is_read_all_the_same(
    large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelving, "put_away_apart", lambda *_: False)
    async with browsing(large) as browser:
        assert len(browser.ids("statements")) == 10


def test_the_process_that_makes_it_imports_nothing_from_the_folder_it_is_started_in(
    large: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "__init__.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert shelving.put_away_apart(large, lambda: True)
    assert Archive.taken_up(large) is not None


def test_it_is_ended_where_nobody_wants_it_any_more(large: Path) -> None:
    assert not shelving.put_away_apart(large, lambda: False)
    assert os.listdir(large.parent) == [large.name]


async def test_that_it_lies_on_a_network_file_system_is_told(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Archive, "warning", property(lambda _: "It lies on a network file system (nfs)."))
    async with browsing(large) as browser:
        await browser.until(lambda: "network file system" in browser.footer)
