"""Records made by hand: saved, under the cursor, told, and open to undo."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive import Archive
from store.model import Actor, Figure, Statement
from store.records import Records
from tests.store.conftest import TEXT
from tests.tui.conftest import NARROW, Browser, browsing
from tests.tui.screens.test_selecting import in_source


async def made(browser: Browser, path: Path, table: str, before: int) -> Records:
    """The records of the file, once there is one more in this table and the browser has it."""
    await browser.until(lambda: len(Archive.open(path).records.table(table)) == before + 1)
    await browser.until(lambda: browser.app.screen is browser.board and browser.board._writing is None)
    await browser.press()
    return Archive.open(path).records


def newest(records: Records, table: str) -> object:
    return list(records.table(table).values())[-1]


async def test_a_statement_of_a_quotation_is_the_row_under_the_cursor_and_in_the_source(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", '"', "enter", *"army", "enter", "enter")
        statement = newest(await made(browser, small, "statements", 2), "statements")
        assert isinstance(statement, Statement)
        assert [anchor.exact for anchor in statement.content] == ['"We counted 12 dead."']
        assert statement.content[0].exact == TEXT[statement.content[0].start : statement.content[0].end]
        assert (statement.speakers[0].actor, statement.type) == ("ac-army000000", "direct")
        assert browser.row("statements") == statement.id
        assert browser.board.subject is not None
        assert browser.board.subject.record.id == statement.id
        assert f"Made: statement {statement.id}" in browser.footer
        assert browser.pane == "source"
        assert browser.board.source.selection is None


async def test_parts_that_stand_apart_make_one_statement_with_who_and_cue(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser, "st-2222222222")
        await browser.press("v", "v", "l", "+", "l", "v", "l", "+", "(", "v", "l", "w", "c", "enter", "enter")
        statement = newest(await made(browser, small, "statements", 2), "statements")
        assert isinstance(statement, Statement)
        assert [anchor.exact for anchor in statement.content] == ["its guns", "fired."]
        assert [anchor.exact for anchor in (*statement.source, *statement.cue)] == ["The army", "denied"]
        assert statement.speakers[0].actor == "ac-army000000"


async def test_a_figure_is_made_with_the_number_its_words_say(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("/", *"some 40", "enter", "v", "v", *"lll", "enter", "enter")
        figure = newest(await made(browser, small, "figures", 2), "figures")
        assert isinstance(figure, Figure)
        assert (figure.anchor.exact, figure.best, figure.bound) == ("Some 40 people were", 40, "approximate")
        assert (figure.counted, figure.outcome, figure.unit) == ("people", "injured", "person")
        assert browser.row("figures") == figure.id


async def test_a_new_actor_and_a_statement_are_saved_together(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", '"', "enter", *"Iva Novak", "enter", "enter")
        records = await made(browser, small, "actors", 2)
        actor, statement = newest(records, "actors"), newest(records, "statements")
        assert isinstance(actor, Actor)
        assert isinstance(statement, Statement)
        assert (actor.name, statement.speakers[0].actor) == ("Iva Novak", actor.id)
        assert "Made: actor Iva Novak and statement" in browser.footer
        assert "Iva Novak" in browser.text("source")
        await browser.press("u")
        assert "u again undoes: new actor Iva Novak and statement" in browser.footer


async def test_an_actor_is_made_of_a_name_and_the_report_stays(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", "g", "v", "l", "enter", "shift+tab", "a", "enter")
        actor = newest(await made(browser, small, "actors", 2), "actors")
        assert isinstance(actor, Actor)
        assert (actor.name, actor.kind) == ("The mayor", "person")
        assert browser.row("actors") == actor.id
        assert "We counted" in browser.text("source")


async def test_two_records_are_related_and_a_second_time_is_refused(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await browser.go_to("statements", "st-1111111111")
        await browser.press("space")
        await browser.go_to("statements", "st-2222222222")
        await browser.followed()
        await browser.press("5", "&", *"resp", "enter")
        relation = newest(await made(browser, small, "relations", 1), "relations")
        assert (relation.kind, relation.subject, relation.object) == (  # type: ignore[attr-defined]
            *("responds-to", "st-2222222222", "st-1111111111"),
        )
        assert "responds to" in " ".join(browser.text("source").split())
        await browser.press("&", *"resp", "enter")
        assert "said already" in browser.app.screen.query_one("#making-said").render_line(0).text


@pytest.mark.parametrize(("pane", "keys", "told"), [("2", ["&"], "no other is marked"), ("1", ["&"], "none is under")])
async def test_a_relation_without_a_marked_record_says_what_is_needed(
    small: Path, pane: str, keys: list[str], told: str
) -> None:
    async with browsing(small, NARROW) as browser:
        await browser.press(pane, *keys)
        assert told in browser.footer


async def test_a_row_that_the_filter_hides_is_told(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await browser.filter("type:indirect")
        await in_source(browser, "st-2222222222")
        await browser.press("v", "g", '"', "enter", "enter")
        await made(browser, small, "statements", 2)
        assert "The filter hides it: X shows all" in browser.footer


async def test_read_only_nothing_is_made_and_it_is_said_why(small: Path) -> None:
    async with browsing(small, NARROW, read_only=True) as browser:
        await in_source(browser)
        await browser.press("v", '"', "enter")
        assert browser.app.screen is browser.board
        assert "read only" in browser.footer
