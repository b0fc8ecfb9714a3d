"""Going places: panes, the source at the record's own words, back and forward with the filter one had."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from textual.geometry import Region
from textual.strip import Strip

from seeds.actors import EGELAND, OPPOSITION, RUSSIA, UCDP
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.report import REPORT as ALEPPO
from seeds.aleppo.statements import ASSURANCE, BLAME, CALL, TWEET
from seeds.ucdp import REPORT as COUNT
from store.model import Actor, Statement
from tests.store.conftest import records
from tests.tui.conftest import NARROW, WIDE, archived, browsing
from tui.lined import Lined
from tui.view.view import PANES


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_numbers_go_to_the_panes(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        for number, pane in enumerate(PANES, 1):
            await browser.press(str(number))
            assert browser.pane == pane
            assert browser.visible(pane)
            assert browser.view.pane == pane


async def test_next_and_previous_pane_go_round(sample: Path) -> None:
    async with browsing(sample) as browser:
        for onward, back in (("tab", "shift+tab"), ("l", "h"), ("right", "left")):
            await browser.press("1")
            visited = []
            for _ in PANES:
                visited.append(browser.pane)
                await browser.press(onward)
            assert tuple(visited) == PANES
            assert browser.pane == "actors"
            await browser.press(back)
            assert browser.pane == "source"


async def test_enter_shows_a_statement_in_its_source_at_its_own_words(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.go_to("statements", CALL.id)
        await browser.press("enter")
        assert browser.pane == "source"
        assert "The supporters of the regime, beginning with Russia" in " ".join(browser.text("source").split())


async def test_where_990_stands_in_its_source_and_what_stands_around_it(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.filter("990 actor:local")
        await browser.press("3", "enter")
        text = browser.text("source")
        lit = [line for line in text.splitlines() if line.startswith("▌")]
        assert any("990" in line for line in lit)
        assert "Local sources report" in " ".join(text.split())


async def test_enter_on_an_actor_goes_to_the_first_statement(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", EGELAND.id)
        await browser.press("enter")
        assert browser.pane == "statements"
        mine = [found for found in browser.ids("statements") if found in (TWEET.id, BLAME.id)]
        assert browser.row() == mine[0]


async def test_enter_on_an_actor_who_only_claims_goes_to_the_first_figure(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", UCDP.id)
        await browser.press("enter")
        assert browser.pane == "figures"
        record = browser.board.record_of(browser.row())
        assert [speaker.actor for speaker in record.claimants] == [UCDP.id]  # type: ignore[union-attr]


async def test_enter_on_the_own_voice_goes_to_what_the_report_says_itself(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("1", "G", "enter")
        assert browser.pane == "figures"
        assert browser.board.record_of(browser.row()).claimants == ()  # type: ignore[union-attr]


async def test_enter_on_a_document_goes_to_what_stands_in_it(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("documents", COUNT.document.id)
        await browser.press("enter")
        assert browser.pane == "figures"
        assert browser.board.record_of(browser.row()).document == COUNT.document.id  # type: ignore[union-attr]
        await browser.go_to("documents", ALEPPO.document.id)
        await browser.press("enter")
        assert browser.pane == "statements"


async def test_enter_on_an_actor_of_whom_nothing_is_shown_says_so(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", RUSSIA.id)
        await browser.press("A", "enter")
        assert browser.pane == "actors"
        assert "X shows all" in browser.footer


async def test_enter_on_an_actor_of_whom_there_is_nothing_sends_nobody_to_look_for_more(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", OPPOSITION.id)
        await browser.press("enter")
        assert browser.pane == "actors"
        assert "There is no statement or figure of it" in browser.footer
        assert "shows all" not in browser.footer


async def test_enter_on_an_actor_finds_what_was_said_under_a_name_since_merged(tmp_path: Path) -> None:
    merged = Actor(id="ac-old0000000", name="A. Petrović", kind="person", merged_into="ac-mayor00000")
    found = [
        msgspec.structs.replace(record, speakers=(msgspec.structs.replace(record.speakers[0], actor=merged.id),))
        if isinstance(record, Statement) and record.id == "st-1111111111"
        else record
        for record in records()
    ]
    async with browsing(archived(tmp_path / "merged.json", [*found, merged])) as browser:
        await browser.filter("said:2020")
        await browser.go_to("actors", "ac-mayor00000")
        await browser.press("enter")
        assert browser.pane == "statements"
        assert browser.row() == "st-1111111111"


async def test_enter_in_the_source_says_how_to_go_back(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("5", "enter")
        assert browser.pane == "source"
        assert "[" in browser.footer


async def test_enter_in_an_empty_pane_does_nothing(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("no such words anywhere")
        await browser.press("enter")
        assert browser.pane == "statements"


async def test_back_from_the_source_is_the_row_one_came_from_and_forward_is_the_source(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("figures", NINE_HUNDRED.id)
        await browser.press("enter", "[")
        assert browser.pane == "figures"
        assert browser.row() == NINE_HUNDRED.id
        await browser.press("]")
        assert browser.pane == "source"
        assert browser.board.subject is not None
        assert browser.board.subject.record.id == NINE_HUNDRED.id


async def test_back_and_forward_bring_the_filter_that_was_there(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Russia")
        await browser.press("enter")
        await browser.press("2")
        await browser.filter("actor:Egeland")
        await browser.press("[")
        assert browser.view.filter == "actor:Russia"
        assert browser.row("statements") == ASSURANCE.id
        await browser.press("[", "[")
        assert browser.view.filter == ""
        assert len(browser.ids("statements")) == 10
        await browser.press("]", "]", "]")
        assert browser.view.filter == "actor:Egeland"


async def test_at_either_end_of_the_way_it_is_said(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("[")
        assert "no place before" in browser.footer
        await browser.press("]")
        assert "no place after" in browser.footer


async def test_marks_made_since_stay_when_one_goes_back(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Egeland")
        await browser.press("t", "[")
        assert browser.view.filter == ""
        assert browser.view.marks == {TWEET.id, BLAME.id}


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_z_gives_a_pane_the_whole_screen_and_back(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        for number, pane in enumerate(PANES, 1):
            await browser.press(str(number), "z")
            assert [found for found in PANES if browser.visible(found)] == [pane]
            body = browser.board.query_one("#source-text") if pane == "source" else browser.rows(pane)
            assert body.region.width == size[0]
            assert body.region.height >= size[1] - 4
            await browser.press("z")


async def test_zoomed_another_pane_takes_the_whole_screen(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("z", "1")
        assert [found for found in PANES if browser.visible(found)] == ["actors"]
        assert browser.pane == "actors"


async def test_a_list_that_a_zoom_hid_comes_back_scrolled_as_it_was(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press(*"jjj")
        before = browser.text("statements")
        await browser.press("3", "z", "z", "2")
        assert browser.text("statements") == before


@pytest.mark.parametrize("pane", PANES)
async def test_the_first_frame_of_a_zoom_and_of_the_way_back_is_the_last(
    sample: Path, monkeypatch: pytest.MonkeyPatch, pane: str
) -> None:
    drawn = dict[tuple[Lined, int], list[str]]()
    draw = Lined.render_lines

    def noted(widget: Lined, crop: Region) -> list[Strip]:
        strips = draw(widget, crop)
        for y, strip in zip(crop.line_range, strips, strict=True):
            drawn.setdefault((widget, y), []).append(strip.text)
        return strips

    async with browsing(sample, (110, 24)) as browser:
        await browser.press("G")
        await browser.followed()
        await browser.press(str(PANES.index(pane) + 1))
        if pane != "source":
            await browser.press("j")
            await browser.followed()
        monkeypatch.setattr(Lined, "render_lines", noted)
        for _ in "zz":
            drawn.clear()
            await browser.press("z")
            assert drawn
            assert [texts for texts in drawn.values() if len(set(texts)) > 1] == []


async def test_esc_and_q_leave_the_zoom_first(sample: Path) -> None:
    async with browsing(sample) as browser:
        for key in ("escape", "q"):
            await browser.press("z", key)
            assert not browser.view.zoomed
            assert browser.app.return_code is None
            assert browser.visible("figures")


async def test_the_source_follows_the_cursor_once_no_key_comes(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead("j", "j", "j")
        assert await browser.followed() == browser.ids("statements")[3]
        await browser.go_to("actors", EGELAND.id)
        await browser.followed()
        assert "Jan Egeland" in browser.text("source")
        await browser.go_to("documents", COUNT.document.id)
        await browser.followed()
        assert "UCDP's count" in browser.text("source")
