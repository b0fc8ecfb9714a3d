"""What others change in the archive comes to the screen, and nothing that the user had is lost by it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from tinydb import TinyDB, where

from seeds.actors import EGELAND
from seeds.aleppo.statements import BLAME, CALL, TWEET
from store.archive import Archive, Change, Removal
from store.model import Statement
from tests.tui.conftest import NARROW, WIDE, Browser, browsing


def tag(path: Path, statement: Statement, name: str = "seen") -> None:
    """Another program tags the statement."""
    with Archive.open(path) as archive:
        found = archive.get(statement.id)
        archive.apply([Change(replace(found, tags=(*found.tags, name)), found.revision)])


async def test_anothers_edit_is_shown_with_cursor_marks_and_filter_as_they_were(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Egeland OR tag:seen")
        await browser.go_to("statements", BLAME.id)
        await browser.press("space")
        marked, row, view = browser.rows().marks, browser.row(), browser.view
        tag(sample, CALL)
        await browser.until(lambda: CALL.id in browser.ids("statements"))
        assert browser.row() == row
        assert browser.rows().marks == marked
        assert browser.view.filter == view.filter
        assert "1 record was changed by another" in browser.footer


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_cursors_row_stays_on_its_line_when_rows_come_in_above_it(
    sample: Path, size: tuple[int, int]
) -> None:
    async with browsing(sample, size) as browser:
        await browser.press("G")
        row, line = browser.row(), browser.rows().cursor_line
        above = browser.ids("statements")[0]
        with Archive.open(sample) as archive:
            copies = [(archive.get(row_id), sign) for row_id, sign in ((above, "a"), (row, "b"))]
            archive.apply([Change(replace(of, id=f"st-{sign}{n:09}"), 0) for of, sign in copies for n in range(40)])
        await browser.until(lambda: len(browser.ids("statements")) == 90)
        assert browser.row() == row
        assert browser.rows().cursor_line == line


async def test_the_source_shows_what_another_changed_of_the_record(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.followed()
        tag(sample, TWEET, "looked-up")
        await browser.until(lambda: "looked-up" in str(browser.board.subject and browser.board.subject.record))


async def test_a_filter_that_is_being_typed_goes_on_being_typed(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"tag:seen")
        assert browser.ids("statements") == []
        tag(sample, TWEET)
        await browser.until(lambda: browser.ids("statements") == [TWEET.id])
        assert browser.field.value == "tag:seen"
        await browser.press("x")
        assert browser.field.value == "tag:seenx"


async def test_a_row_that_another_took_out_is_gone_and_the_cursor_near(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", CALL.id)
        at = browser.rows().cursor
        with Archive.open(sample) as archive:
            archive.apply([Removal(CALL.id, archive.get(CALL.id).revision)])
        await browser.until(lambda: CALL.id not in browser.ids("statements"))
        assert browser.rows().cursor == at


async def test_what_a_plain_tinydb_program_wrote_is_shown(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("tag:plain")
        with TinyDB(sample) as plain:
            plain.table("statements").update({"tags": ["plain"]}, where("id") == TWEET.id)
        await browser.until(lambda: browser.ids("statements") == [TWEET.id])


async def test_a_file_that_is_gone_is_told_once_and_browsing_goes_on_until_it_is_back(sample: Path) -> None:
    async with browsing(sample) as browser:
        kept = sample.with_name("kept.json")
        shutil.move(sample, kept)
        await browser.until(lambda: "What was read before is still shown" in browser.footer)
        assert "was moved away or deleted" in browser.footer
        await browser.go_to("actors", EGELAND.id)
        assert "still shown" not in browser.footer
        await browser.press("a")
        assert set(browser.ids("statements")) == {TWEET.id, BLAME.id}
        shutil.move(kept, sample)
        tag(sample, TWEET)
        await browser.filter("tag:seen")
        await browser.until(lambda: browser.ids("statements") == [TWEET.id])


async def test_a_file_that_comes_back_as_it_was_is_told_and_so_is_the_next_time_that_it_goes(sample: Path) -> None:
    async with browsing(sample) as browser:
        kept = sample.with_name("kept.json")
        for _ in range(2):
            shutil.move(sample, kept)
            await browser.until(lambda: "What was read before is still shown" in browser.footer)
            shutil.move(kept, sample)
            await browser.until(lambda: "can be read again" in browser.footer)


async def test_a_file_that_was_damaged_is_told_and_what_was_read_is_still_shown(sample: Path) -> None:
    async with browsing(sample) as browser:
        before = browser.ids("statements")
        sample.write_bytes(sample.read_bytes()[:1000])
        await browser.until(lambda: "still shown" in browser.footer)
        assert browser.ids("statements") == before


async def test_nothing_is_said_where_nothing_was_changed(sample: Path) -> None:
    async with browsing(sample) as browser:
        data = sample.read_bytes()
        fresh = sample.with_name("fresh.json")
        fresh.write_bytes(data)
        fresh.replace(sample)
        board = browser.board
        await browser.until(lambda: board.archive is not None and not board.archive.stale)
        assert "changed" not in browser.footer


async def test_our_own_change_is_folded_into_the_file_when_it_was_quiet(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.watching.QUIET_SECONDS", 0.0)
    async with browsing(sample) as browser:
        own(browser, TWEET)
        await browser.until(lambda: b'"ours"' in sample.read_bytes())


async def test_what_was_written_is_in_the_file_when_the_browser_has_closed(sample: Path) -> None:
    async with browsing(sample) as browser:
        own(browser, TWEET)
        assert b'"ours"' not in sample.read_bytes()
        await browser.leave("q")
    assert b'"ours"' in sample.read_bytes()


def own(browser: Browser, statement: Statement) -> None:
    """An edit made in this very browser."""
    archive = browser.board.archive
    assert archive is not None
    found = archive.get(statement.id)
    archive.apply([Change(replace(found, tags=("ours",)), found.revision)])
