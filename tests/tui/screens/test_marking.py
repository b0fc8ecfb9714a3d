"""Marks, orders and undoing: the keys `Space v t i T`, `s S`, `u U`."""

from __future__ import annotations

from pathlib import Path

from seeds.actors import AYRAULT
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.statements import BLAME, TWEET
from store.index import SORTS
from tests.tui.conftest import browsing
from tui.view.view import PANES


async def test_space_marks_the_row_and_steps_down_and_again_takes_the_mark_away(sample: Path) -> None:
    async with browsing(sample) as browser:
        first, second = browser.ids("statements")[:2]
        await browser.press("space")
        assert browser.view.marks == {first}
        assert browser.row() == second
        assert "1 marked" in browser.status
        assert browser.line("statements", first)[1] == "●"
        await browser.press("k", "space")
        assert browser.view.marks == frozenset()
        assert "marked" not in browser.status


async def test_statements_and_figures_are_marked_alike_and_one_by_one(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space")
        await browser.go_to("figures", NINE_HUNDRED.id)
        await browser.press("space")
        assert browser.view.marks == {TWEET.id, NINE_HUNDRED.id}


async def test_space_typed_ahead_marks_each_row_in_turn(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press_ahead("space", "space", "j", "space")
        rows = browser.ids("statements")
        assert browser.view.marks == {rows[0], rows[1], rows[3]}


async def test_a_mark_outlives_the_filter_that_hid_its_row(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space")
        await browser.filter("actor:Ayrault")
        assert TWEET.id not in browser.ids("statements")
        assert "1 marked" in browser.status
        await browser.press("X")
        assert browser.line("statements", TWEET.id)[1] == "●"


async def test_v_marks_from_row_to_row_and_says_how(sample: Path) -> None:
    async with browsing(sample) as browser:
        rows = browser.ids("statements")
        await browser.press("j", "v")
        assert "v again" in browser.footer
        await browser.press("j", "j")
        assert browser.line("statements", rows[1])[1] == "┃"
        await browser.press("v")
        assert browser.view.marks == set(rows[1:4])


async def test_a_range_upwards_and_space_ends_it_too(sample: Path) -> None:
    async with browsing(sample) as browser:
        rows = browser.ids("statements")
        await browser.press("j", "j", "v", "k", "space")
        assert browser.view.marks == set(rows[1:3])


async def test_esc_gives_a_range_up_and_marks_nothing(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("v", "j", "escape")
        assert not browser.view.marks
        assert browser.rows().range_from is None
        assert browser.pane == "statements"


async def test_t_marks_all_that_is_shown_and_adds_to_what_was_marked(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space")
        await browser.filter("actor:Ayrault")
        await browser.press("t")
        assert browser.view.marks == {TWEET.id, *browser.ids("statements")}
        assert len(browser.view.marks) == 4


async def test_i_turns_the_marks_of_the_rows_shown_round_and_leaves_the_hidden_alone(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space")
        await browser.filter("actor:Ayrault")
        rows = browser.ids("statements")
        await browser.press("g", "space", "i")
        assert browser.view.marks == {TWEET.id, *rows[1:]}


async def test_T_takes_all_marks_away_and_says_when_there_is_none(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("t", "T")
        assert not browser.view.marks
        await browser.press("T")
        assert "Nothing is marked" in browser.footer


async def test_actors_cannot_be_marked_and_the_footer_says_what_can(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("1")
        for key in ("space", "v", "t", "i"):
            await browser.press("j", key)
            assert not browser.view.marks
            assert "statements and figures" in browser.footer


async def test_in_an_empty_pane_marking_does_nothing(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("no such words anywhere")
        await browser.press("space", "v", "v", "t", "i")
        assert not browser.view.marks


async def test_unmarking_while_only_the_marked_are_shown_passes_over_no_row(sample: Path) -> None:
    async with browsing(sample) as browser:
        rows = browser.ids("statements")
        await browser.press("space", "space", "space", "M", "g", "space")
        assert browser.ids("statements") == rows[1:3]
        assert browser.row() == rows[1]


async def test_u_says_what_it_undid_and_U_does_it_again(sample: Path) -> None:
    async with browsing(sample) as browser:
        first = browser.row()
        await browser.press("space", "u")
        assert browser.footer == "Undone: mark a row"
        assert not browser.view.marks
        await browser.press("U")
        assert browser.footer == "Done again: mark a row"
        assert browser.view.marks == {first}


async def test_u_gives_filters_orders_and_lights_back_step_by_step(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Aleppo")
        await browser.press("s", "\\", "t")
        for word in ("mark all", "rows of the filter", "by who", "filter Aleppo"):
            await browser.press("u")
            assert browser.footer.startswith("Undone: ")
            assert word in browser.footer
        view = browser.view
        assert (view.filter, view.sorts, view.light, view.marks) == ("", {}, False, frozenset())
        await browser.press("u")
        assert "nothing to undo" in browser.footer
        for _ in range(4):
            await browser.press("U")
        assert (browser.view.filter, browser.view.light) == ("Aleppo", True)
        await browser.press("U")
        assert "nothing to do again" in browser.footer


async def test_what_was_undone_is_gone_once_something_else_is_done(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Aleppo")
        await browser.press("u", "t", "U")
        assert "nothing to do again" in browser.footer
        assert browser.view.filter == ""


async def test_undo_leaves_one_in_the_pane_and_on_the_row_where_one_is(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("space")
        await browser.go_to("actors", AYRAULT.id)
        await browser.press("u")
        assert browser.pane == "actors"
        assert browser.row() == AYRAULT.id


async def test_s_goes_through_all_orders_and_comes_round_and_names_each(sample: Path) -> None:
    async with browsing(sample) as browser:
        for number, pane in enumerate(PANES[:4], 1):
            await browser.press(str(number))
            begun = browser.ids(pane)
            first, *others = SORTS[pane]
            for column in (*others, first):
                await browser.press("s")
                words = SORTS[pane][column].first
                assert browser.footer == f"{pane.title()}: {words}"
                chosen = browser.view.sorts.get(pane)
                assert (chosen.column if chosen else first) == column
                if pane in ("statements", "figures"):
                    assert words in browser.text(pane).splitlines()[0]
            assert browser.ids(pane) == begun


async def test_S_turns_the_order_round_and_the_cursor_stays_on_its_row(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", BLAME.id)
        dated = [found for found in browser.ids("statements") if browser.board.record_of(found).uttered]  # type: ignore[union-attr]
        await browser.press("S")
        assert browser.footer == "Statements: oldest first"
        assert browser.row() == BLAME.id
        assert browser.ids("statements")[0] == dated[-1]
        await browser.press("S")
        assert browser.footer == "Statements: newest first"
        assert browser.view.sorts == {}


async def test_the_cursor_stays_on_its_row_in_another_order_also_where_it_has_not_moved_yet(sample: Path) -> None:
    async with browsing(sample) as browser:
        for key in ("S", "s", "s"):
            await browser.press("3")
            row = browser.row()
            await browser.press(key)
            assert browser.row() == row


async def test_each_pane_keeps_its_own_order(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("3", "s", "2", "S")
        assert browser.view.sorts["figures"].column == "value"
        assert browser.view.sorts["statements"].reverse


async def test_a_report_has_no_order(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("5", "s")
        assert "no order" in browser.footer
        await browser.press("S")
        assert browser.view.sorts == {}
