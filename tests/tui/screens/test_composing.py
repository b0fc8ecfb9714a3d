"""Records made by hand: saved, under the cursor, told, and open to undo."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from store.archive import Archive
from store.identity import text_sha256
from store.model import Actor, Document, Figure, Relation, Statement
from store.records import Records
from tests.store.conftest import TEXT, records
from tests.tui.conftest import NARROW, Browser, archived, browsing
from tests.tui.screens.test_selecting import in_source
from tui.config import Config
from tui.screens.form import FormScreen


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


FLOOD = (
    "The dam broke on Friday. Officials in Orlo said that between 20 and 30 villagers had drowned. At least 14 houses "
    "were swept away, according to Mira Lind, the governor. Hundreds of families fled, aid workers said. She put the "
    "missing at 7."
)


def flooded(path: Path) -> Path:
    """An archive of two reports and an actor."""
    texts = {"do-1111111111": FLOOD, "do-2222222222": "Orlo counts its dead: 26 drowned."}
    reports = [Document(id=i, title=f"Report {i[3]}", text=t, sha256=text_sha256(t)) for i, t in texts.items()]
    return archived(path / "flood.json", [*reports, Actor(id="ac-lind000000", name="Mira Lind", kind="person")])


def find(words: str) -> list[str]:
    """The keys that go to words of the report, from wherever one is in it."""
    return ["/", "ctrl+u", *words, "enter", "v"]


@asynccontextmanager
async def at_the_report(path: Path) -> AsyncIterator[Browser]:
    async with browsing(path, NARROW) as browser:
        await browser.press("4", "g", "5")
        yield browser


async def test_a_range_of_a_new_claimant_is_made_by_keys_alone(tmp_path: Path) -> None:
    path = flooded(tmp_path)
    async with at_the_report(path) as browser:
        await browser.press(*find("between"), "v", *"llll", "enter")
        await browser.press("shift+tab", "shift+tab", *"Officials in Orlo", "enter", "tab", *"coll", "enter")
        records = await made(browser, path, "figures", 0)
        figure, actor = newest(records, "figures"), newest(records, "actors")
        assert isinstance(figure, Figure)
        assert isinstance(actor, Actor)
        assert (figure.bound, figure.low, figure.best, figure.high) == ("range", 20, None, 30)
        assert (figure.anchor.exact, figure.counted) == ("between 20 and 30 villagers", "villagers")
        assert (actor.name, actor.kind, actor.document) == ("Officials in Orlo", "collective", "do-1111111111")
        assert [(who.actor, who.basis) for who in figure.claimants] == [(actor.id, "stated")]


async def test_at_least_of_a_claimant_whose_words_were_kept_is_made_at_two_enters(tmp_path: Path) -> None:
    path = flooded(tmp_path)
    async with at_the_report(path) as browser:
        await browser.press(*find("at least"), "v", *"lll", "+", *find("mira")[:-1], "v", *"llll", "w")
        await browser.press("enter", "enter")
        figure = newest(await made(browser, path, "figures", 0), "figures")
        assert isinstance(figure, Figure)
        assert (figure.bound, figure.low, figure.best, figure.high) == ("at-least", 14, None, None)
        assert (figure.anchor.exact, figure.source[0].exact) == ("At least 14 houses", "Mira Lind, the governor")
        assert [(who.actor, who.basis) for who in figure.claimants] == [("ac-lind000000", "stated")]


async def test_an_order_of_magnitude_keeps_its_bounds_and_no_point(tmp_path: Path) -> None:
    path = flooded(tmp_path)
    async with at_the_report(path) as browser:
        await browser.press(*find("hundreds"), "v", *"ll", "enter", "enter")
        figure = newest(await made(browser, path, "figures", 0), "figures")
        assert isinstance(figure, Figure)
        assert (figure.bound, figure.low, figure.best, figure.high) == ("order", 200, None, 999)
        assert (figure.anchor.exact, figure.counted, figure.claimants) == ("Hundreds of families", "families", ())


async def test_a_number_that_she_gives_is_no_ones_until_it_is_said_who_she_is(tmp_path: Path) -> None:
    path = flooded(tmp_path)
    async with at_the_report(path) as browser:
        await browser.press(*find("missing at"), "v", *"ll", "+", *find("she")[:-1], "w", "enter", "enter")
        assert "“She” is printed" in browser.app.screen.query_one("#making-said").render_line(0).text
        assert not Archive.open(path).records.figures
        await browser.press("shift+tab", "shift+tab", *"mira", "enter", "enter")
        figure = newest(await made(browser, path, "figures", 0), "figures")
        assert isinstance(figure, Figure)
        assert [(who.actor, who.basis) for who in figure.claimants] == [("ac-lind000000", "resolved")]


@pytest.mark.parametrize(
    ("pane", "mark", "one", "other"),
    [("figures", "space", "fi-1111111111", "fi-2222222222"), ("documents", "&", "do-1111111111", "do-2222222222")],
)
async def test_two_figures_and_two_reports_are_related_in_either_order_and_seen_in_the_form(
    tmp_path: Path, pane: str, mark: str, one: str, other: str
) -> None:
    path = two_reports(tmp_path)
    async with browsing(path, NARROW) as browser:
        await browser.go_to(pane, one)
        await browser.press(mark)
        await browser.go_to(pane, other)
        await browser.press("&", *"corr", "tab", "right", "tab", *"other days", "enter")
        relation = newest(await made(browser, path, "relations", 1), "relations")
        assert isinstance(relation, Relation)
        assert (relation.kind, relation.subject, relation.object, relation.why) == (
            *("corroborates", one, other, "other days"),
        )
        await browser.press("e", "G", "enter")
        assert isinstance(browser.app.screen, FormScreen)
        assert browser.app.screen.draft.base == relation


def two_reports(path: Path) -> Path:
    text = "The same again."
    later = Document(id="do-2222222222", title="A later report", text=text, sha256=text_sha256(text))
    return archived(path / "two.json", [*records(), later])


async def test_a_report_that_is_to_be_related_is_told_and_given_up_by_esc(tmp_path: Path) -> None:
    async with browsing(two_reports(tmp_path), NARROW) as browser:
        await browser.go_to("documents", "do-2222222222")
        await browser.press("&")
        assert "Marked to be related: A later report. Go to the other report and press & again" in browser.footer
        assert "relating A later report" in browser.status
        await browser.press("&")
        assert "Marked to be related" in browser.footer
        await browser.press("escape")
        assert "relating" not in browser.status
        await browser.go_to("documents", "do-1111111111")
        await browser.press("&")
        assert "Marked to be related: A town under fire" in browser.footer


async def test_read_only_no_report_is_marked_to_be_related(tmp_path: Path) -> None:
    async with browsing(two_reports(tmp_path), NARROW, read_only=True) as browser:
        await browser.press("4", "&")
        assert "opened to be read only" in browser.footer
        assert "relating" not in browser.status


async def test_what_is_said_names_the_users_own_keys(small: Path) -> None:
    own = Config(keys={"browse.mark": "f6", "browse.merge": "f7", "browse.undo": "f8", "browse.cancel": "f9"})
    async with browsing(small, config=own) as browser:
        await browser.press("2", "&")
        assert "f6 marks one" in browser.footer
        await browser.press("1", "g", "f7")
        assert "press f7 again. f9 gives it up" in browser.footer
        await browser.press("f9")
        await in_source(browser)
        await browser.press("v", '"', "enter", *"arm", "enter", "enter")
        await made(browser, small, "statements", 2)
        assert "f8 undoes it" in browser.footer
        await browser.press("f8")
        assert browser.footer.startswith("f8 again undoes")
        assert "f9 leaves it as it is" in browser.footer
