"""The source pane: the report with the record's own words lit, under all that is known of the record."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from seeds.actors import EGELAND
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.statements import ALARM, BLAME, CALL, TWEET
from seeds.ucdp import REPORT as COUNT
from store.model import Anchor, Document
from tests.store.conftest import TEXT, records
from tests.tui.conftest import NARROW, Browser, archived, browsing
from tui.panes.source import SourceText


async def shown(browser: Browser, pane: str, row_id: str) -> str:
    """The source zoomed on this row, on one line."""
    await browser.go_to(pane, row_id)
    await browser.followed()
    await browser.press("5", "z")
    return " ".join(browser.text("source").split())


def bold(browser: Browser) -> str:
    text = browser.board.query_one(SourceText)
    segments = [s for y in range(text.size.height) for s in text.render_line(y) if s.style and s.style.bold]
    return " ".join("".join(s.text for s in segments).split())


async def test_the_head_tells_all_that_is_known_with_relations_rivals_and_flags(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        told = await shown(browser, "figures", NINE_HUNDRED.id)
        for words in (
            "claimed by local sources",
            "blames: Syrian government",
            "rivals: 379 civilians",
            "text accepted",
        ):
            assert words in told
        assert "origin not checked" in told
        assert "left over" not in told


async def test_the_head_names_what_restates_it(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        assert "restates: Jan Egeland" in await shown(browser, "statements", BLAME.id)


async def test_the_heading_says_report_date_paragraph_and_characters(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.followed()
        heading = browser.text("source").splitlines()[0]
        anchor = TWEET.content[0]
        assert "Aleppo under siege · 13 Dec 16?" in heading
        assert f"¶ 4, characters {anchor.start}–{anchor.end}" in heading


async def test_the_records_own_words_are_lit_to_the_letter(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        await browser.go_to("statements", CALL.id)
        await browser.followed()
        for anchor in CALL.content:
            assert anchor.exact.replace(" ", "") in bold(browser).replace(" ", "").replace("▌", "")


async def test_facts_that_have_no_room_are_counted_and_z_shows_them(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.go_to("statements", ALARM.id)
        await browser.followed()
        assert "facts: 5 z" in browser.text("source").splitlines()[0]
        await browser.press("5", "z")
        assert "facts" not in browser.text("source").splitlines()[0]
        assert "revision 1" in browser.text("source")


async def test_an_actor_and_a_document_have_a_head_too(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        await browser.go_to("actors", EGELAND.id)
        await browser.followed()
        assert "person" in browser.text("source")
        await browser.go_to("documents", COUNT.document.id)
        await browser.followed()
        assert "sha256" in browser.text("source") or "facts" in browser.text("source")


async def test_the_own_voice_shows_nothing_of_anybody_else(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        await browser.go_to("actors", EGELAND.id)
        await browser.followed()
        await browser.press("G")
        await browser.until(lambda: "Jan Egeland" not in browser.text("source"))


async def test_in_an_empty_pane_the_source_is_empty(sample: Path) -> None:
    async with browsing(sample, (160, 45)) as browser:
        await browser.filter("no such words anywhere")
        await browser.until(lambda: browser.board.subject is None)
        assert browser.text("source").strip().startswith("5 Source")
        await browser.press("5", "n", "j", "G", "y", "o", "a", "enter", "z")
        assert browser.app.return_code is None


@pytest.mark.parametrize(
    ("keys", "top"),
    [
        (["j"], 1),
        (["down", "up"], 0),
        (["G"], None),
        (["end", "home"], 0),
        (["G", "g"], 0),
        (["pagedown", "pageup"], 0),
    ],
)
async def test_keys_scroll_the_text_and_stop_at_its_ends(sample: Path, keys: list[str], top: int | None) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("5")
        await browser.press("g", *keys)
        text = browser.board.query_one(SourceText)
        last = text.virtual_size.height - text.size.height
        assert text.scroll_y == (last if top is None else top)
        await browser.press("G", "j", "pagedown", "ctrl+d")
        assert text.scroll_y == last
        await browser.press("g", "k", "pageup", "ctrl+u")
        assert text.scroll_y == 0


async def test_typed_ahead_one_gets_to_the_ends_of_the_text_just_the_same(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        text = browser.board.query_one(SourceText)
        await browser.press_ahead("5", "g")
        assert text.scroll_y == 0
        await browser.press_ahead("2", "enter", "G")
        assert text.scroll_y == text.virtual_size.height - text.size.height


async def test_a_change_of_size_leaves_one_where_one_reads(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("5")
        await browser.press("G")
        await browser.resize((90, 20))
        assert "displaced millions more" in " ".join(browser.text("source").split())


async def test_it_stays_where_it_was_scrolled_to_while_the_record_is_the_same(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("enter", "G")
        text = browser.board.query_one(SourceText)
        before = text.scroll_y
        await browser.press("C", "T", "\\")
        assert text.scroll_y == before


async def test_another_record_is_shown_at_its_own_words(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        for record in (CALL, TWEET):
            await browser.go_to("statements", record.id)
            await browser.followed()
            assert "▌" in browser.text("source")


async def test_a_broken_anchor_is_told_and_lights_nothing(tmp_path: Path) -> None:
    content = (Anchor(0, 9, "We killed"),)
    broken = [
        msgspec.structs.replace(found, content=content) if found.id == "st-1111111111" else found for found in records()
    ]
    async with browsing(archived(tmp_path / "broken.json", broken), (160, 45)) as browser:
        told = await shown(browser, "statements", "st-1111111111")
        assert "BROKEN: content 0–9 is not “We killed” in the document" in told
        assert "▌" not in told


async def test_a_record_whose_report_is_gone_is_told_and_no_crash(tmp_path: Path) -> None:
    orphans = [found for found in records() if not isinstance(found, Document)]
    async with browsing(archived(tmp_path / "orphans.json", orphans), (160, 45)) as browser:
        for pane in ("statements", "figures"):
            await browser.press({"statements": "2", "figures": "3"}[pane], "G")
            await browser.followed()
            assert "BROKEN" in browser.text("source")
            await browser.press("enter", "n", "j", "y", "o", "[")


async def test_paragraphs_stand_apart_as_in_the_report(small: Path) -> None:
    async with browsing(small, (160, 45)) as browser:
        await browser.go_to("statements", "st-1111111111")
        await browser.followed()
        first, second = TEXT.split("\n")
        lines = [line.lstrip("▌ ") for line in browser.text("source").splitlines()]
        assert lines.index(second) > lines.index(first)
