"""The relations of a record in its form: seen behind the fields, edited as records, taken out and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.archive import Archive, Removal
from store.identity import text_sha256
from store.model import Document, Relation
from tests.store.conftest import records
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing
from tests.tui.screens.test_editing import (
    DEAD,
    DENIAL,
    QUOTE,
    REPORT,
    by_another,
    edit,
    fill,
    footer,
    form,
    said,
    saved,
    seen,
    stored,
    to,
    undone,
)
from tui.screens.form import FormScreen
from tui.terminal import Terminal

LINK = "re-1111111111"


async def to_link(browser: Browser, row_id: str = QUOTE) -> None:
    """To the last line of a statement's form: its relation."""
    await edit(browser, "statements", row_id)
    await browser.press("G")
    assert form(browser).here.name == LINK


async def opened(browser: Browser, row_id: str = QUOTE) -> None:
    await to_link(browser, row_id)
    await browser.press("enter")
    assert form(browser).draft.base.id == LINK


async def below(browser: Browser, record_id: str) -> None:
    """Waits until the form of that record is on top, and nothing is being saved."""
    await browser.until(
        lambda: isinstance(browser.app.screen, FormScreen) and browser.app.screen.draft.base.id == record_id
    )
    await browser.until(lambda: browser.board._writing is None)
    await browser.press()


@pytest.mark.parametrize("size", [NARROW, WIDE, (160, 45)])
@pytest.mark.parametrize(
    ("row_id", "label", "words"),
    [(QUOTE, "contradicted by", "The army: ~ denied that its guns"), (DENIAL, "contradicts", '"We counted 12 dead."')],
)
async def test_a_relation_is_a_line_behind_the_fields_told_from_this_end(
    small: Path, size: tuple[int, int], row_id: str, label: str, words: str
) -> None:
    async with browsing(small, size) as browser:
        await to_link(browser, row_id)
        line = next(line for line in seen(browser).splitlines() if "▸" in line)
        assert label in line
        assert words.split("~")[0].strip() in " ".join(seen(browser).split())
        assert "Enter opens it" in footer(browser)
        assert "takes it out" in footer(browser)


async def test_enter_opens_the_relations_own_form_with_both_ends_in_words(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await opened(browser)
        text = " ".join(seen(browser).split())
        assert "The army" in text
        assert "Ana Petrović" in text
        assert [field.name for field in form(browser).draft.fields][:4] == ["subject", "kind", "object", "why"]
        assert "takes it out" in footer(browser)
        assert {"tags", "gloss", "note", "confidential"} <= {field.name for field in form(browser).draft.fields}


async def test_what_is_changed_in_it_is_saved_and_told_in_the_form_below_and_undone(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await opened(browser)
        await to(browser, "kind")
        await browser.press("enter", *"qual", "enter")
        await fill(browser, "why", "the army speaks of another day")
        await browser.press("w")
        await below(browser, QUOTE)
        assert said(browser) == f"Saved: kind, why of {LINK}"
        assert "qualified by" in seen(browser)
        assert "another day" in " ".join(seen(browser).split())
        found = stored(small, LINK)
        assert (found.kind, found.why) == ("qualifies", "the army speaks of another day")
        await browser.press("escape")
        await undone(browser)
        assert stored(small, LINK).kind == "contradicts"


async def test_what_was_typed_in_the_form_below_is_there_when_the_relation_is_done(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "ask her")
        await browser.press("G", "enter")
        await fill(browser, "note", "ask them")
        await browser.press("w")
        await below(browser, QUOTE)
        assert form(browser).draft.changes == ["note"]
        await saved(browser)
        assert (stored(small, QUOTE).note, stored(small, LINK).note) == ("ask her", "ask them")


@pytest.mark.parametrize("key", ["d", "delete"])
async def test_it_is_taken_out_after_a_word_that_names_it_and_undo_brings_it_back(small: Path, key: str) -> None:
    async with browsing(small, NARROW) as browser:
        await to_link(browser)
        await browser.press(key)
        assert said(browser).startswith('d again takes out: contradicts Ana Petrović: "We counted 12 dead."')
        assert LINK in Archive.open(small).records.relations
        await browser.press("k", "j", key)
        assert LINK in Archive.open(small).records.relations
        await browser.press(key)
        await browser.until(lambda: LINK not in Archive.open(small).records.relations)
        await below(browser, QUOTE)
        assert said(browser) == f"Taken out: {LINK}. u in the browser brings it back."
        assert "contradicted by" not in seen(browser)
        await browser.press("escape")
        await undone(browser)
        back = stored(small, LINK)
        assert (back.kind, back.subject, back.object) == ("contradicts", DENIAL, QUOTE)
        await undone(browser, "U")
        assert LINK not in Archive.open(small).records.relations


async def test_in_its_own_form_it_is_taken_out_from_any_line_and_the_form_goes(small: Path) -> None:
    async with browsing(small) as browser:
        await opened(browser, DENIAL)
        await browser.press("d", "d")
        await below(browser, DENIAL)
        assert "Taken out" in said(browser)
        assert LINK not in Archive.open(small).records.relations


async def test_on_a_field_there_is_nothing_to_take_out(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "figures", DEAD)
        await browser.press("d")
        assert "d takes out relations" in said(browser)
        await browser.press("G", "x", "e", "l")
        assert form(browser).draft.changes == []


async def test_while_something_is_typed_its_letter_is_a_letter(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "gloss", "dd")
        assert form(browser).draft.text("gloss") == "dd"


async def test_one_that_another_changed_meanwhile_is_not_taken_out(small: Path) -> None:
    async with browsing(small) as browser:
        await to_link(browser)
        await browser.press("d")
        theirs = by_another(small, LINK, why="theirs")
        await browser.press("d")
        await browser.until(lambda: f"{LINK} was not taken out" in said(browser))
        assert stored(small, LINK) == theirs
        await browser.until(lambda: form(browser).links[LINK].relation == theirs)
        await browser.press("d", "d")
        await browser.until(lambda: LINK not in Archive.open(small).records.relations)


async def test_one_that_another_took_out_goes_from_the_form_and_the_cursor_stays_in_it(small: Path) -> None:
    async with browsing(small) as browser:
        await to_link(browser)
        other = Archive.open(small)
        other.apply([Removal(LINK, 1)])
        await browser.until(lambda: LINK not in form(browser).links)
        await browser.press("k", "j", "G")
        assert "▸" in seen(browser)
        assert "contradicted by" not in seen(browser)


async def test_reports_and_figures_have_theirs_too(tmp_path: Path) -> None:
    text = "The same again."
    later = Document(id="do-2222222222", title="A later report", text=text, sha256=text_sha256(text))
    both = Relation(id="re-2222222222", kind="same-origin", subject=REPORT, object=later.id)
    numbers = Relation(id="re-3333333333", kind="contradicts", subject=DEAD, object="fi-2222222222", why="other days")
    path = archived(tmp_path / "more.json", [*records(), later, both, numbers])
    async with browsing(path) as browser:
        for pane, row_id, label, words in (
            ("documents", REPORT, "has the same origin as", "A later report"),
            ("documents", later.id, "has the same origin as", "A town under fire"),
            ("figures", DEAD, "contradicts", "some 40 people"),
            ("figures", "fi-2222222222", "contradicted by", "12 dead"),
        ):
            await edit(browser, pane, row_id)
            await browser.press("G")
            entry = form(browser).lines.entries[-1]
            assert (entry.label, words.lower() in entry.value.lower()) == (label, True)
            await browser.press("escape")


async def test_what_was_typed_in_a_relation_is_kept_when_the_line_drops(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await browser.press("G", "enter")
        await fill(browser, "why", "two")
        browser.app.hang_up(1)
        await browser.until(lambda: browser.app.return_code is not None)
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        assert form(browser).draft.text("note") == "one"
        await browser.press("G", "enter")
        assert form(browser).draft.text("why") == "two"


async def test_who_listens_hears_the_relation_and_what_would_be_taken_out(small: Path) -> None:
    async with browsing(small, NARROW, terminal=Terminal(cursor=True)) as browser:
        await to_link(browser)
        spot = form(browser).spot
        assert spot is not None
        lines = [strip.text for strip in browser.app.screen._compositor.render_strips()]
        assert lines[spot.y].startswith("contradicted by: The army")
        await browser.press("d")
        spot = form(browser).spot
        assert spot is not None
        lines = [strip.text for strip in browser.app.screen._compositor.render_strips()]
        assert "d again takes out" in lines[spot.y]


async def test_read_only_no_form_is_opened(small: Path) -> None:
    async with browsing(small, read_only=True) as browser:
        await browser.go_to("statements", QUOTE)
        await browser.press("e")
        assert "opened to be read only" in browser.footer
        assert browser.app.screen is browser.board
