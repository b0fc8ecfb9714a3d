"""The filter as it is typed, and the keys that add or drop a term: `/ a A x X r M n N \\`."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from seeds.actors import AYRAULT, EGELAND, RUSSIA
from seeds.aleppo.figures import AREA, BESIEGED
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.report import REPORT as ALEPPO
from seeds.aleppo.statements import ASSURANCE, BLAME, CALL, REPORTS, REVOLT, TWEET
from seeds.ucdp import CIVILIANS
from seeds.ucdp import REPORT as COUNT
from store.model import Actor, Figure, Speaker, Statement
from tests.store.conftest import anchor, records
from tests.tui.conftest import NARROW, WIDE, archived, browsing

ONLY_EGELAND = 'actor:"Jan Egeland"'
EGELANDS = {TWEET.id, BLAME.id}


async def test_each_letter_filters_anew(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/")
        counts = []
        for letter in "Egeland":
            await browser.press(letter)
            counts.append(len(browser.ids("statements")))
        assert counts == sorted(counts, reverse=True)
        assert set(browser.ids("statements")) == EGELANDS
        assert browser.footer == "2 of 10 statements · 0 of 12 figures"


@pytest.mark.parametrize("ended", ["enter", "escape", "wider", "back again"])
async def test_panes_out_of_sight_have_what_is_shown_once_they_come_to_sight(sample: Path, ended: str) -> None:
    async with browsing(sample, size=NARROW) as browser:
        assert len(browser.ids("figures")) == 12
        await browser.press("/", *"Egeland")
        assert (len(browser.ids("statements")), len(browser.ids("figures"))) == (2, 12)
        if ended == "wider":
            await browser.resize(WIDE)
            await browser.until(lambda: list(browser.ids("figures")) == [])
        elif ended == "back again":
            await browser.press(*["backspace"] * 7, "enter")
            assert len(browser.ids("figures")) == 12
        else:
            await browser.press(ended)
            assert len(browser.ids("figures")) == (0 if ended == "enter" else 12)


async def test_enter_keeps_the_filter_and_gives_the_keys_back_to_the_pane(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Egeland")
        assert browser.view.filter == "Egeland"
        assert browser.pane == "statements"
        assert browser.status.startswith("/ Egeland")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_escape_gives_the_old_filter_back(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        await browser.filter("actor:Russia")
        await browser.press("/", "ctrl+u", *"Egeland")
        assert set(browser.ids("statements")) == EGELANDS
        await browser.press("escape")
        assert browser.ids("statements") == [ASSURANCE.id]
        assert browser.view.filter == "actor:Russia"
        assert browser.pane == "statements"
        assert browser.status.startswith("/ actor:Russia")


async def test_the_filter_opens_on_the_present_one_and_another_term_can_follow_at_once(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Ayrault")
        await browser.press("/", *"said:2016-12-13", "enter")
        assert browser.view.filter == "actor:Ayrault said:2016-12-13"


UNFINISHED = [
    "actor:",
    'actor:"Jan',
    "said:2016-1",
    "said:2016-12-13..",
    "-",
    "(act:denies OR",
    "act:d",
    "value:>",
    '"safe pass',
    "is:",
    "OR",
]


async def test_an_unfinished_filter_is_never_called_wrong(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("/")
        for text in UNFINISHED:
            for letter in text:
                await browser.press(letter)
                assert "column" not in browser.footer, f"after {browser.field.value}"
            await browser.press("ctrl+u")


async def test_while_a_closed_list_is_typed_its_values_are_offered(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"act:d")
        for value in ("denies", "declines", "doubts", "demands"):
            assert value in browser.footer


async def test_a_wrong_filter_says_where_and_what_and_shows_one_that_works_and_what_was_found_stays(
    sample: Path,
) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"Egeland said:whenever")
        assert "column 14" in browser.footer
        assert "for example" in browser.footer
        assert set(browser.ids("statements")) == EGELANDS


async def test_enter_on_a_wrong_filter_leaves_it_in_the_input_to_be_mended(sample: Path) -> None:
    async with browsing(sample) as browser:
        for text in ("colour:red", "said:whenever", "(Egeland", "actor:", 'actor:"Egeland'):
            await browser.filter(text)
            assert browser.field.value == text
            assert browser.app.focused is browser.field
            assert "column" in browser.footer
            assert browser.view.filter == ""
            await browser.press_ahead("ctrl+u", *"Egeland", "enter")
            assert browser.view.filter == "Egeland"
            await browser.press("X")


async def test_esc_from_a_wrong_filter_shows_what_was_shown_before(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"colour:red ", "escape")
        assert len(browser.ids("statements")) == 10
        assert "?" in browser.footer
        assert browser.pane == "statements"


async def test_letters_that_are_keys_elsewhere_are_letters_in_the_filter(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"qQxXaA?:[]12 z\\wvt")
        assert browser.field.value == "qQxXaA?:[]12 z\\wvt"
        assert browser.app.return_code is None


async def test_keys_that_move_the_input_do_not_move_the_pane(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"Aleppo", "left", "home", "end", "backspace", "tab", "down", "up")
        assert browser.field.value == "Alepp"
        assert browser.app.focused is browser.field


async def test_an_empty_filter_shows_all(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Egeland")
        await browser.press("/", "ctrl+u", "enter")
        assert browser.view.filter == ""
        assert len(browser.ids("statements")) == 10


async def test_how_many_were_left_out_for_having_no_date_is_told(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("said:2016-12-13..")
        assert "8 undated left out" in browser.status


async def test_all_that_ayrault_said_from_the_13th_on(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Ayrault said:2016-12-13..")
        assert set(browser.ids("statements")) == {REPORTS.id, REVOLT.id, CALL.id}


async def test_whose_numbers_of_civilians_killed(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("counted:civilians outcome:killed")
        assert set(browser.ids("figures")) == {NINE_HUNDRED.id, CIVILIANS.id}


async def test_a_on_an_actor_leaves_his_statements_alone_and_again_brings_all_back(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", EGELAND.id)
        await browser.press("a")
        assert browser.view.filter == ONLY_EGELAND
        assert set(browser.ids("statements")) == EGELANDS
        assert AYRAULT.id in browser.ids("actors")
        await browser.press("a")
        assert browser.view.filter == ""
        assert len(browser.ids("statements")) == 10


async def test_a_on_another_actor_takes_the_place_of_the_first(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Aleppo")
        await browser.go_to("actors", EGELAND.id)
        await browser.press("a")
        await browser.go_to("actors", AYRAULT.id)
        await browser.press("a")
        assert browser.view.filter == 'Aleppo actor:"Jean-Marc Ayrault"'


async def test_a_on_a_statement_is_for_who_says_it(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("a")
        assert browser.view.filter == ONLY_EGELAND
        assert browser.row() == TWEET.id


async def test_a_on_a_figure_is_for_who_claims_it_be_it_the_report_itself(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("figures", NINE_HUNDRED.id)
        await browser.press("a")
        assert browser.view.filter == 'actor:"local sources"'
        await browser.press("a")
        await browser.go_to("figures", AREA.id)
        await browser.press("a")
        assert browser.view.filter == "actor:none"
        assert set(browser.ids("figures")) >= {AREA.id, BESIEGED.id}


async def test_a_in_the_source_is_for_who_says_what_it_shows(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("enter", "a")
        assert browser.view.filter == ONLY_EGELAND


async def test_a_on_a_document_leaves_what_stands_in_it_alone(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("documents", COUNT.document.id)
        await browser.press("a")
        assert browser.ids("statements") == []
        assert len(browser.ids("figures")) == 6
        assert ALEPPO.document.id in browser.ids("documents")
        await browser.press("a")
        assert browser.view.filter == ""


async def test_everything_but_russia_keeps_russias_row_dimmed_under_the_cursor(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", RUSSIA.id)
        await browser.press("A")
        assert browser.view.filter == '-actor:"Russia"'
        assert ASSURANCE.id not in browser.ids("statements")
        assert browser.row() == RUSSIA.id
        assert browser.board.shown is not None
        assert browser.board.shown.dimmed("actors", RUSSIA.id)
        await browser.press("A")
        assert browser.view.filter == ""


async def test_everything_but_a_document(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("documents", COUNT.document.id)
        await browser.press("A")
        assert len(browser.ids("figures")) == 6
        assert browser.row() == COUNT.document.id


async def test_everything_but_the_reports_own_voice(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("1", "G", "A")
        assert browser.view.filter == "-actor:none"
        assert browser.row() == "none"
        assert AREA.id not in browser.ids("figures")


async def test_a_and_A_without_a_row_say_so(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("no such words anywhere")
        await browser.press("a")
        assert "no row" in browser.footer
        assert browser.view.filter == "no such words anywhere"


async def test_x_drops_the_last_term_and_says_when_there_is_none(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter('Aleppo actor:"Jan Egeland"')
        await browser.press("x")
        assert browser.view.filter == "Aleppo"
        await browser.press("x")
        assert browser.view.filter == ""
        await browser.press("x")
        assert "no filter" in browser.footer


async def test_X_drops_all_and_says_when_there_is_nothing_to_drop(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter('Aleppo actor:"Jan Egeland"')
        await browser.press("X")
        assert browser.view.filter == ""
        assert len(browser.ids("statements")) == 10
        await browser.press("X")
        assert "no filter" in browser.footer


async def test_r_shows_whoever_else_counts_the_same_over_the_same_time(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("figures", NINE_HUNDRED.id)
        await browser.press("r")
        assert set(browser.ids("figures")) == {NINE_HUNDRED.id, CIVILIANS.id}
        assert browser.row("figures") == NINE_HUNDRED.id
        assert "claimed by" not in browser.view.filter


async def test_r_in_the_source_is_for_the_figure_it_shows(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("figures", CIVILIANS.id)
        await browser.press("enter", "r")
        assert set(browser.ids("figures")) == {NINE_HUNDRED.id, CIVILIANS.id}


async def test_r_says_where_a_figure_can_have_no_rivals(tmp_path: Path) -> None:
    vague = [msgspec.structs.replace(f, outcome=None) if isinstance(f, Figure) else f for f in records()]
    async with browsing(archived(tmp_path / "vague.json", vague)) as browser:
        await browser.press("3", "r")
        assert "no rivals" in browser.footer
        assert browser.view.filter == ""


async def test_r_on_a_statement_says_where_the_figures_are(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("2", "r")
        assert "3" in browser.footer
        assert browser.view.filter == ""


async def test_M_shows_only_what_is_marked_and_again_all(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space", "M")
        assert browser.ids("statements") == [TWEET.id]
        await browser.press("M")
        assert len(browser.ids("statements")) == 10


async def test_M_says_when_nothing_is_marked(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("M")
        assert "Nothing is marked" in browser.footer
        assert browser.view.filter == ""


async def test_lit_all_rows_stand_there_and_n_and_N_go_through_the_hits(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Egeland")
        await browser.press("\\")
        assert len(browser.ids("statements")) == 10
        assert browser.status.startswith("\\ actor:Egeland")
        hits = [browser.ids("statements").index(found) for found in EGELANDS]
        await browser.press("g", "n")
        assert browser.rows().cursor == min(hits)
        await browser.press("n")
        assert browser.rows().cursor == max(hits)
        await browser.press("n")
        assert "No further hit" in browser.footer
        await browser.press("N")
        assert browser.rows().cursor == min(hits)
        await browser.press("\\")
        assert set(browser.ids("statements")) == EGELANDS


async def test_lighting_without_a_filter_says_how_to_make_one(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("\\")
        assert "/" in browser.footer
        assert "no filter" in browser.footer


async def test_in_the_source_slash_searches_and_n_and_N_go_from_hit_to_hit_and_round(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press("5", "/", *"aleppo", "enter")
        text = browser.board.query_one("#source-text")
        assert browser.view.filter == ""
        seen = []
        for _ in range(12):
            await browser.press("n")
            seen.append(round(text.scroll_y))
        assert seen[0] in seen[1:], "after the last hit comes the first"
        down = seen[-1]
        await browser.press("N", "n")
        assert round(text.scroll_y) == down


async def test_what_is_searched_for_in_the_source_is_lit_as_it_is_typed_and_esc_ends_it(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("5", "/", *"regime")
        assert browser.board.subject is not None
        assert browser.board.subject.words == ("regime",)
        await browser.press("escape")
        assert browser.board.subject.words == ()
        assert browser.pane == "source"


async def test_a_search_that_finds_nothing_says_so(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("5", "/", *"zeppelin", "enter")
        assert "zeppelin is not in this text" in browser.footer


async def test_the_filters_words_are_lit_in_the_source(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("vengeance")
        await browser.followed()
        assert browser.board.subject is not None
        assert browser.board.subject.words == ("vengeance",)


async def test_an_actor_whose_name_is_hard_to_write_is_filtered_for_all_the_same(tmp_path: Path) -> None:
    names = ['Ana "Bo" P.', "none", "-x OR (y", "[red]Ana[/red]"]
    people = [Actor(id=f"ac-hard{number:06}", name=name, kind="person") for number, name in enumerate(names)]
    said = [
        Statement(
            id=f"st-hard{number:06}",
            document="do-1111111111",
            type="indirect",
            content=(anchor("its guns had fired"),),
            speakers=(Speaker(person.id),),
        )
        for number, person in enumerate(people)
    ]
    async with browsing(archived(tmp_path / "hard.json", [*records(), *people, *said])) as browser:
        for person, statement in zip(people, said, strict=True):
            await browser.go_to("actors", person.id)
            await browser.press("a")
            assert browser.ids("statements") == [statement.id]
            await browser.press("a")


async def test_a_click_on_another_pane_ends_the_typing_as_enter_does(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"Egeland")
        await browser.pilot.click("#actors-rows", offset=(5, 0))
        await browser.until(lambda: browser.view.filter == "Egeland")
        await browser.press("j")
        assert not browser.board.bar.editing
        assert browser.pane == "actors"


async def test_a_click_while_a_wrong_filter_is_typed_leaves_it_to_be_mended(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"colour:red")
        await browser.pilot.click("#actors-rows", offset=(5, 0))
        await browser.press("x")
        assert browser.field.value == "colour:redx"


async def test_a_click_on_a_list_ends_a_search_in_the_report(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("5", "/", *"siege")
        await browser.pilot.click("#actors-rows", offset=(5, 0))
        await browser.until(lambda: browser.pane == "actors")
        assert browser.view.filter == ""
        assert browser.board.searched == "siege"
