"""Editing in the app: the form, saving it, undoing it, and merging two actors."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from textual.events import Paste

from store.archive import Archive, Change
from store.errors import UnprovedError, UnsavedError
from store.model import Actor, Record, Statement
from tests.store.conftest import records
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing, lines_of
from tests.tui.terminal import ROOT
from tui.config import Config
from tui.field import Field
from tui.lines import Line
from tui.panes.form import FormLines
from tui.panes.source import SourceText
from tui.rows import Rows
from tui.screens.form import FormScreen
from tui.terminal import Terminal
from tui.view.step import Edit
from tui.view.unsaved import keep

QUOTE, DENIAL, DEAD = "st-1111111111", "st-2222222222", "fi-1111111111"
MAYOR, ARMY, REPORT = "ac-mayor00000", "ac-army000000", "do-1111111111"


HOLDS = """
import sys
from pathlib import Path
from store.storage.lock import locked
with locked(Path(sys.argv[1]), "import of a.json"):
    print("held", flush=True)
    sys.stdin.read()
"""
"""Another program, which holds the lock as long as its input stays open."""


@contextmanager
def holding(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """That program, once it holds the lock."""
    pipe = subprocess.PIPE
    command, env = [sys.executable, "-c", HOLDS, str(path)], {**os.environ, "PYTHONPATH": ROOT}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=env) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        yield other


def form(browser: Browser) -> FormScreen:
    screen = browser.app.screen
    assert isinstance(screen, FormScreen)
    return screen


def seen(browser: Browser) -> str:
    """All the lines of the form that are on the screen."""
    return "\n".join(lines_of(form(browser).query_one(FormLines)))


def said(browser: Browser) -> str:
    return " ".join(" ".join(lines_of(form(browser).query_one("#form-said", Line))).split())


def title(browser: Browser) -> str:
    return lines_of(form(browser).query_one("#form-title", Line))[0]


def footer(browser: Browser) -> str:
    return lines_of(form(browser).query_one("#form-keys", Line))[0]


async def edit(browser: Browser, pane: str, row_id: str) -> None:
    await browser.go_to(pane, row_id)
    await browser.press("e")
    assert form(browser).draft.base.id == row_id


async def to(browser: Browser, name: str) -> None:
    """To a field, by keys alone."""
    names = [field.name for field in form(browser).draft.fields]
    await browser.press_ahead("g", *["j"] * names.index(name))
    assert form(browser).here.name == name


async def fill(browser: Browser, name: str, text: str) -> None:
    """A text in place of the one that stands there."""
    await to(browser, name)
    await browser.press_ahead("enter", "end", "ctrl+u", *text, "enter")


async def saved(browser: Browser) -> None:
    await browser.press("w")
    await browser.until(lambda: not isinstance(browser.app.screen, FormScreen))
    await browser.press()


async def undone(browser: Browser, key: str = "u") -> None:
    """The named step is taken back, and the archive has it."""
    await browser.press(key, key)
    await browser.until(lambda: browser.board._writing is None)
    await browser.press()


def stored(path: Path, record_id: str) -> Any:
    return Archive.open(path).get(record_id)


def by_another(path: Path, record_id: str, **fields: Any) -> Record:
    """Somebody else's change, written while the browser runs."""
    archive = Archive.open(path)
    record = archive.get(record_id)
    archive.apply([Change(replace(record, **fields), record.revision)])
    return archive.get(record_id)


@pytest.mark.parametrize(
    ("pane", "row_id"), [("actors", MAYOR), ("statements", QUOTE), ("figures", DEAD), ("documents", REPORT)]
)
async def test_e_opens_a_form_of_the_record_with_every_field_of_it(small: Path, pane: str, row_id: str) -> None:
    async with browsing(small) as browser:
        await edit(browser, pane, row_id)
        entries = form(browser).query_one(FormLines).entries
        record = stored(small, row_id)
        covered = {field.path[0] for field in form(browser).draft.fields}
        assert covered == set(record.__struct_fields__)
        related = ["contradicted by"] if row_id == QUOTE else []
        assert [entry.label for entry in entries] == [*(field.label for field in form(browser).draft.fields), *related]
        assert "nothing changed" in title(browser)
        await browser.press("escape")
        assert browser.pane == pane
        assert browser.row() == row_id


async def test_a_note_typed_and_saved_is_in_the_archive_and_the_place_is_kept(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.filter("actor:Ana")
        await browser.press("space")
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "ask the mayor again")
        assert "ask the mayor again" in seen(browser)
        assert "1 changed" in title(browser)
        await saved(browser)
        assert stored(small, QUOTE).note == "ask the mayor again"
        assert browser.footer == f"Saved: note of {QUOTE}"
        assert browser.row() == QUOTE
        assert browser.view.filter == "actor:Ana"
        assert browser.view.marks == {QUOTE}


async def test_what_was_saved_is_on_the_screen_at_once(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "actors", MAYOR)
        await fill(browser, "name", "Ana Horvat")
        await saved(browser)
        assert "Ana Horvat" in browser.line("actors", MAYOR)
        assert "Ana Horvat" in browser.line("statements", QUOTE)


async def test_a_record_that_the_filter_shows_no_more_is_told(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.filter("act:denies")
        await edit(browser, "statements", DENIAL)
        await to(browser, "act")
        await browser.press("left")
        await saved(browser)
        assert browser.ids("statements") == []
        assert "filter doesn't show it any more" in browser.footer


async def test_a_flag_is_chosen_with_arrows_and_signed_with_its_why(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_USER", "Lena")
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "verification")
        await browser.press("right", "right", "right")
        assert "[contested]" in seen(browser)
        await fill(browser, "verification.why", "the ministry denies it")
        await saved(browser)
        flag = stored(small, QUOTE).verification
        assert (flag.state, flag.why, flag.by) == ("contested", "the ministry denies it", "Lena")
        assert flag.at is not None
        assert browser.footer == f"Saved: verification of {QUOTE}"


async def test_the_words_of_a_closed_list_are_chosen_by_their_first_letters(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "channel")
        await browser.press("enter", *"press", "enter")
        assert "press-conference" in seen(browser)
        await browser.press("enter", "t", "w")
        assert form(browser).draft.text("channel") == "tweet"
        await browser.press("escape")
        assert form(browser).draft.text("channel") == "press-conference"
        await browser.press("enter", *"none", "enter")
        assert form(browser).draft.text("channel") == ""


async def test_the_form_says_how_we_know_who_it_was_while_the_name_is_typed(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", DENIAL)
        await to(browser, "speakers")
        assert "The army: stated, for “The army” is printed" in " ".join(seen(browser).split())
        await browser.press_ahead("enter", "end", "ctrl+u", *"Ana Petrović")
        assert "Ana Petrović: inferred, for nothing printed tells who it was" in " ".join(seen(browser).split())
        await browser.press_ahead(*" [stated]")
        assert "Ana Petrović: stated, as you say" in " ".join(seen(browser).split())
        await browser.press_ahead("enter")
        await saved(browser)
        assert [(who.actor, who.basis) for who in stored(small, DENIAL).speakers] == [(MAYOR, "stated")]


async def test_what_is_no_date_is_told_below_the_field_with_an_example_and_stays(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "uttered")
        await browser.press_ahead("enter", "end", "ctrl+u", *"yesterday", "enter")
        assert form(browser).typing
        assert form(browser).query_one(Field).value == "yesterday"
        lines = seen(browser).split("\n")
        below = next(n for n, line in enumerate(lines) if "said on" in line) + 1
        assert "'yesterday' is not a date" in lines[below]
        assert "For example: 2016-12-12" in " ".join(" ".join(lines).split())
        await browser.press_ahead("ctrl+u", *"2020-03-01", "enter")
        await saved(browser)
        assert stored(small, QUOTE).uttered.edtf == "2020-03-01"


async def test_what_was_wrong_goes_with_the_key_that_makes_it_right_and_comes_only_with_enter(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "uttered")
        await browser.press_ahead("enter", "end", "ctrl+u", *"2020-13")
        assert "no month 13" not in seen(browser)
        await browser.press_ahead("enter")
        assert "no month 13" in seen(browser)
        await browser.press_ahead("backspace")
        assert "no month 13" in seen(browser)
        await browser.press_ahead("2")
        assert "no month 13" not in seen(browser)
        await browser.press_ahead("7")
        assert "is not a date" not in seen(browser)
        await browser.press_ahead("tab")
        assert "is not a date" in seen(browser)
        assert form(browser).typing


async def refused(browser: Browser) -> None:
    """A figure that wouldn't hold together, once that was told."""
    await edit(browser, "figures", DEAD)
    await fill(browser, "best", "15")
    await browser.press("w")
    await browser.until(lambda: bool(form(browser).draft.problems))
    await browser.press()


async def test_what_the_archive_refused_goes_with_the_key_that_mends_it(small: Path) -> None:
    async with browsing(small) as browser:
        await refused(browser)
        (name,) = form(browser).draft.problems
        await to(browser, "best")
        await browser.press_ahead("enter", "end", "backspace", "3")
        assert name in form(browser).draft.problems
        await browser.press_ahead("backspace", "2")
        assert (form(browser).draft.problems, stored(small, DEAD).revision) == ({}, 1)


async def test_a_wrong_value_holds_the_cursor_and_is_not_saved(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "figures", DEAD)
        await to(browser, "best")
        for way_on in ("enter", "down", "tab", "up", "f2"):
            await browser.press_ahead(*([] if form(browser).typing else ["enter"]), "end", "ctrl+u", *"many", way_on)
            assert form(browser).here.name == "best"
            assert form(browser).query_one(Field).value == "many"
        assert stored(small, DEAD).best == 12


async def test_a_record_that_would_not_hold_together_is_told_at_the_field(small: Path) -> None:
    async with browsing(small) as browser:
        await refused(browser)
        assert form(browser).here.name in form(browser).draft.problems
        assert form(browser).draft.text("best") == "15"
        assert stored(small, DEAD).revision == 1


async def test_esc_while_typing_asks_before_it_gives_the_old_value_back(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "gloss")
        await browser.press_ahead("enter", *"words", "escape")
        assert form(browser).query_one(Field).value == "words"
        assert "Esc again" in said(browser)
        await browser.press_ahead("!", "escape")
        assert form(browser).query_one(Field).value == "words!"
        await browser.press("escape")
        assert not form(browser).typing
        assert form(browser).draft.text("gloss") == ""


async def test_esc_with_changes_asks_once_and_any_other_key_goes_on(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "tags", "urgent")
        for other in ("j", "k"):
            await browser.press("escape")
            assert "Not saved: tags" in said(browser)
            await browser.press(other)
            assert said(browser) == ""
        await browser.press("q", "escape")
        assert browser.pane == "statements"
        assert stored(small, QUOTE).tags == ()


async def test_without_changes_there_is_nothing_to_save_and_esc_leaves_at_once(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await browser.press("w")
        assert "nothing to save" in said(browser)
        await browser.press("escape")
        assert browser.pane == "statements"


async def test_x_gives_a_field_back_what_it_was(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", DENIAL)
        await to(browser, "act")
        await browser.press("right")
        assert "before: denies" in seen(browser)
        await browser.press("x")
        assert "nothing changed" in title(browser)
        assert form(browser).draft.text("act") == "denies"


async def test_evidence_ids_and_stamps_are_shown_and_cannot_be_edited(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "documents", REPORT)
        for name in ("text", "sha256", "id", "revision"):
            await to(browser, name)
            await browser.press("enter", "l", "e")
            assert not form(browser).typing
            assert name in said(browser)
        await browser.press("escape")
        assert browser.pane == "documents"


async def test_the_status_of_a_report_is_a_field_of_its_form(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "documents", REPORT)
        await to(browser, "status")
        await browser.press("enter", *"retr", "enter")
        await saved(browser)
        assert stored(small, REPORT).status == "retracted"


async def test_f2_saves_what_is_being_typed_and_letters_are_letters_meanwhile(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "gloss")
        await browser.press_ahead("enter", *"jk w q x", "f2")
        await browser.until(lambda: not isinstance(browser.app.screen, FormScreen))
        assert stored(small, QUOTE).gloss == "jk w q x"


async def test_the_forms_keys_are_the_users_and_footer_and_sentences_follow(small: Path) -> None:
    own = {"form.save": "Z,f3", "form.keep": "space,f4", "form.leave": "f10", "form.complete": "f5", "form.down": "n"}
    async with browsing(small, (160, 45), config=Config(keys=own)) as browser:
        await edit(browser, "statements", QUOTE)
        assert all(words in footer(browser) for words in ("space f4 edit", "Z f3 save", "f10 leave"))
        names = [field.name for field in form(browser).draft.fields]
        await browser.press_ahead("g", *["n"] * names.index("gloss"), "w", "escape", "space", *"a Z n")
        assert form(browser).query_one(Field).value == "a Z n"
        assert all(words in footer(browser) for words in ("f4 keeps it", "f10 as it was", "f5 next field", "f3 saves"))
        await browser.press("f10")
        assert "f10 again gives back what was there; f4 keeps" in said(browser)
        await browser.press("f4", "f10")
        assert "Z saves, f10 again throws it away" in said(browser)
        await browser.press("Z")
        await browser.until(lambda: not isinstance(browser.app.screen, FormScreen))
        assert stored(small, QUOTE).gloss == "a Z n"
        await browser.press("?", *"the field before")
        assert any("k ↑ S-Tab" in line for line in lines_of(browser.app.screen.query_one(Rows)))
        await browser.press("ctrl+u", *"saves, while typing")
        assert any("Z f3" in line for line in lines_of(browser.app.screen.query_one(Rows)))


@pytest.mark.parametrize("size", [NARROW, WIDE, (160, 45)])
async def test_the_report_stays_in_sight_with_the_records_words_lit(small: Path, size: tuple[int, int]) -> None:
    async with browsing(small, size) as browser:
        await edit(browser, "statements", DENIAL)
        source = form(browser).query_one(SourceText)
        assert "▌" in "\n".join(lines_of(source))
        assert "its guns had fired" in " ".join(" ".join(lines_of(source)).replace("▌", " ").split())
        assert source.region.height >= 5
        lines = form(browser).query_one(FormLines)
        assert lines.region.height >= 10
        assert not lines.region.overlaps(source.region)


async def test_the_typed_line_stands_where_the_value_stood_at_any_size_and_after_a_resize(small: Path) -> None:
    async with browsing(small, WIDE) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "gloss")
        await browser.press("enter", *"words")
        for size in (WIDE, NARROW, (160, 45), (60, 16)):
            await browser.resize(size)
            field, lines = form(browser).query_one(Field), form(browser).query_one(FormLines)
            row = lines.render_line(field.region.y - lines.region.y).text
            assert "gloss" in row
            assert field.region.x == lines.region.x + lines.column
            assert field.region.right <= lines.region.right


async def test_the_cursor_is_always_in_sight_however_small_the_screen(small: Path) -> None:
    async with browsing(small, (40, 12)) as browser:
        await edit(browser, "statements", QUOTE)
        for key in [*["j"] * 24, "g", "G", "pageup", "pagedown", "k"]:
            await browser.press(key)
            assert "▸" in seen(browser)


async def test_undo_names_the_edit_first_and_takes_it_back_as_a_new_change(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        await browser.press("u")
        assert browser.footer == f"u again undoes: note of {QUOTE}. Esc leaves it as it is."
        assert stored(small, QUOTE).note == "one"
        await browser.press("u")
        await browser.until(lambda: browser.footer == f"Undone: note of {QUOTE}")
        assert (stored(small, QUOTE).note, stored(small, QUOTE).revision) == (None, 3)
        await undone(browser, "U")
        assert browser.footer == f"Done again: note of {QUOTE}"
        assert (stored(small, QUOTE).note, stored(small, QUOTE).revision) == ("one", 4)
        await undone(browser)
        assert stored(small, QUOTE).note is None


async def test_a_form_that_is_left_with_nothing_changed_leaves_no_word_of_an_edit_before(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", DENIAL)
        await fill(browser, "note", "seen")
        await browser.press("f2")
        await browser.until(lambda: "Saved" in browser.footer)
        await browser.press("e")
        await browser.press("escape")
        assert "Saved" not in browser.footer


async def test_a_step_between_asks_anew_and_esc_leaves_it(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        await browser.press("u", "j", "u", "escape", "u")
        assert browser.footer.startswith("u again undoes")
        assert stored(small, QUOTE).note == "one"


async def test_edits_and_views_are_undone_in_the_order_in_which_they_were_done(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.filter("actor:Ana")
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        await browser.press("space", "u")
        assert browser.footer == "Undone: mark a row"
        await undone(browser)
        assert stored(small, QUOTE).note is None
        await browser.press("u")
        assert browser.footer == "Undone: filter actor:Ana"
        await browser.press("U")
        await undone(browser, "U")
        assert stored(small, QUOTE).note == "one"
        assert browser.view.filter == "actor:Ana"


async def test_an_undo_is_refused_where_the_record_was_changed_since(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        with monkeypatch.context() as other:
            other.setenv("SAYSO_USER", "Omar")
            theirs = by_another(small, QUOTE, gloss="their words")
        await undone(browser)
        assert browser.footer.startswith(f"note of {QUOTE} can't be undone: ")
        assert "(as Omar) changed gloss at " in browser.footer
        assert browser.footer.endswith(" UTC.")
        assert stored(small, QUOTE) == theirs
        await browser.press("u")
        assert browser.footer == "There is nothing to undo."


async def test_several_edits_of_one_record_are_undone_one_after_the_other_and_done_again(small: Path) -> None:
    async with browsing(small) as browser:
        for note in ("one", "two", "three"):
            await edit(browser, "statements", QUOTE)
            await fill(browser, "note", note)
            await saved(browser)
        for key, note in (("u", "two"), ("u", "one"), ("u", None), ("U", "one"), ("U", "two"), ("U", "three")):
            await undone(browser, key)
            assert stored(small, QUOTE).note == note, browser.footer


async def test_after_an_undo_that_is_refused_the_next_one_goes_on_to_the_edit_before(small: Path) -> None:
    async with browsing(small) as browser:
        for record_id, note in ((DENIAL, "mine"), (QUOTE, "one")):
            await edit(browser, "statements", record_id)
            await fill(browser, "note", note)
            await saved(browser)
        by_another(small, QUOTE, gloss="their words")
        await undone(browser)
        assert browser.footer.startswith(f"note of {QUOTE} can't be undone: ")
        assert browser.footer.endswith(f"Next for u: note of {DENIAL}.")
        await browser.press("u")
        assert browser.footer == f"u again undoes: note of {DENIAL}. Esc leaves it as it is."
        await browser.press("u")
        await browser.until(lambda: browser.board._writing is None)
        assert (stored(small, DENIAL).note, stored(small, QUOTE).note) == (None, "one")
        await browser.press("u")
        assert browser.footer == "There is nothing to undo."


async def test_after_a_redo_that_is_refused_the_next_one_goes_on_too(small: Path) -> None:
    async with browsing(small) as browser:
        for record_id in (QUOTE, DENIAL):
            await edit(browser, "statements", record_id)
            await fill(browser, "note", "one")
            await saved(browser)
        await undone(browser)
        await undone(browser)
        by_another(small, QUOTE, gloss="their words")
        await undone(browser, "U")
        assert browser.footer.startswith(f"note of {QUOTE} can't be done again: ")
        assert browser.footer.endswith(f"Next for U: note of {DENIAL}.")
        await undone(browser, "U")
        assert (stored(small, QUOTE).note, stored(small, DENIAL).note) == (None, "one")


async def test_what_is_done_while_an_undo_waits_for_another_is_undone_before_it(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        with holding(small):
            await browser.press("u", "u", "space")
            assert stored(small, QUOTE).note == "one"
        await browser.until(lambda: browser.board._writing is None)
        assert stored(small, QUOTE).note is None
        await browser.press("u")
        assert browser.footer == "Undone: mark a row"
        await undone(browser)
        assert stored(small, QUOTE).note == "one"


async def test_a_question_and_an_error_stay_where_others_change_something_meanwhile(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        await browser.press("u")
        question = browser.footer
        by_another(small, DENIAL, note="theirs")
        await browser.until(lambda: browser.board.archive.get(DENIAL).note == "theirs")
        assert browser.footer == question
        by_another(small, QUOTE, gloss="theirs")
        await browser.press("u")
        await browser.until(lambda: "can't be undone" in browser.footer)
        refusal = browser.footer
        by_another(small, DENIAL, note="theirs again")
        await browser.until(lambda: browser.board.archive.get(DENIAL).note == "theirs again")
        assert browser.footer == refusal
        await browser.press("j")
        assert browser.footer != refusal


async def test_an_undo_that_could_not_be_saved_can_be_asked_for_again(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "one")
        await saved(browser)
        with monkeypatch.context() as full:
            full.setattr(Archive, "apply", _full)
            await undone(browser)
        assert "stays as it is" in browser.footer
        await undone(browser)
        assert stored(small, QUOTE).note is None


async def test_another_field_that_somebody_changed_meanwhile_is_kept(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        by_another(small, QUOTE, gloss="their words")
        await fill(browser, "note", "mine")
        await saved(browser)
        both = stored(small, QUOTE)
        assert (both.note, both.gloss) == ("mine", "their words")


async def clashing(browser: Browser, path: Path) -> None:
    await edit(browser, "statements", QUOTE)
    by_another(path, QUOTE, gloss="their words", channel="speech", tags=("theirs",))
    await fill(browser, "gloss", "my words")
    await fill(browser, "note", "my note")
    await browser.press("w")
    await browser.until(lambda: bool(form(browser).draft.clashes))
    await browser.press()


async def test_the_same_field_shows_both_values_and_who_changed_it_and_nothing_is_written_before_one_is_chosen(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_USER", "Bob")
    async with browsing(small) as browser:
        await clashing(browser, small)
        assert form(browser).here.name == "gloss"
        for words in ("(as Bob) changed gloss at ", "yours: my words", "theirs: their words", "before: none"):
            assert words in " ".join(seen(browser).split())
        assert "(as Bob) changed the same meanwhile. Decide each field with !" in said(browser)
        assert stored(small, QUOTE).gloss == "their words"
        await browser.press("w")
        assert "1 to go" in said(browser)
        assert stored(small, QUOTE).revision == 2


@pytest.mark.parametrize(("key", "gloss"), [("m", "my words"), ("t", "their words")])
async def test_m_takes_mine_and_t_theirs_and_then_it_is_saved(small: Path, key: str, gloss: str) -> None:
    async with browsing(small) as browser:
        await clashing(browser, small)
        await browser.press(key)
        assert "w saves it" in said(browser)
        await saved(browser)
        both = stored(small, QUOTE)
        assert (both.gloss, both.note, both.channel, both.tags) == (gloss, "my note", "speech", ("theirs",))


async def test_a_clash_can_be_decided_by_writing_something_else(small: Path) -> None:
    async with browsing(small) as browser:
        await clashing(browser, small)
        await browser.press_ahead("enter", "end", "ctrl+u", *"our words", "enter")
        await saved(browser)
        assert stored(small, QUOTE).gloss == "our words"


async def test_the_undo_of_an_edit_that_was_merged_leaves_the_others_change(small: Path) -> None:
    async with browsing(small) as browser:
        await clashing(browser, small)
        await browser.press("m")
        await saved(browser)
        await undone(browser)
        both = stored(small, QUOTE)
        assert (both.gloss, both.note, both.channel) == ("their words", None, "speech")


async def test_a_flag_that_both_signed_is_one_decision(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        record = stored(small, QUOTE)
        by_another(small, QUOTE, verification=replace(record.verification, state="confirmed", why="seen", by="Omar"))
        await to(browser, "verification")
        await browser.press("right")
        await fill(browser, "verification.why", "only she says so")
        await browser.press("w")
        await browser.until(lambda: bool(form(browser).draft.clashes))
        await browser.press("t")
        assert not form(browser).draft.clashes
        assert "nothing changed" in title(browser)
        assert form(browser).draft.text("verification.why") == "seen"


async def test_a_full_disk_leaves_the_form_open_with_all_that_was_typed(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "a long thought")
        with monkeypatch.context() as full:
            full.setattr(Archive, "apply", _full)
            await browser.press("w")
            await browser.until(lambda: "No space left" in said(browser))
        assert "w tries again" in said(browser)
        assert form(browser).draft.text("note") == "a long thought"
        await saved(browser)
        assert stored(small, QUOTE).note == "a long thought"


def _full(*_: object, **__: object) -> int:
    raise UnsavedError("The archive could not be saved (No space left on device); it stands unchanged.")


async def test_a_lock_that_another_holds_is_told_and_the_screen_goes_on(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "patience")
        with holding(small) as other:
            await browser.press("w")
            await browser.until(lambda: "Waiting for " in said(browser))
            assert f"process {other.pid}" in said(browser)
            assert "import of a.json" in said(browser)
            await browser.press("j")
            await browser.press("escape")
            assert "being saved" in said(browser)
            other.communicate()
        await browser.until(lambda: not isinstance(browser.app.screen, FormScreen))
        assert stored(small, QUOTE).note == "patience"


async def test_what_was_saved_and_is_not_proved_safe_is_said_so_and_counts_as_saved(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apply = Archive.apply

    def unproved(archive: Archive, *changes: Any) -> int:
        apply(archive, *changes)
        raise UnprovedError("Saved, but the system didn't say that it would outlast a power cut.")

    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "mine")
        with monkeypatch.context() as failing:
            failing.setattr(Archive, "apply", unproved)
            await saved(browser)
            assert f"Saved: note of {QUOTE} Saved, but" in browser.footer
            assert stored(small, QUOTE).note == "mine"
            await undone(browser)
        assert "Undone: note" in browser.footer
        assert "outlast a power cut" in browser.footer
        assert stored(small, QUOTE).note is None


async def test_a_record_that_was_made_is_taken_out_by_undo_and_comes_back_by_redo(small: Path) -> None:
    made = replace(stored(small, QUOTE), id="st-3333333333", gloss="made by hand")
    async with browsing(small) as browser:

        def make(archive: Archive) -> Edit:
            archive.apply([Change(made, 0)], "made")
            return Edit.of((None, archive.get(made.id)))

        browser.board.write(make, lambda done: browser.board.remember_edit("statement st-3333333333", done), print)
        await browser.until(lambda: made.id in browser.ids("statements"))
        await undone(browser)
        assert browser.footer == "Undone: statement st-3333333333"
        assert made.id not in browser.ids("statements")
        await undone(browser, "U")
        assert made.id in browser.ids("statements")
        assert stored(small, made.id).gloss == "made by hand"
        await undone(browser)
        by_another(small, QUOTE, note="theirs")
        assert made.id not in Archive.open(small).records.statements


async def test_others_changes_come_to_the_screen_while_the_form_is_open_and_the_form_stays(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "mine")
        by_another(small, ARMY, name="The rebels")
        await browser.until(lambda: "The rebels" in browser.line("actors", ARMY))
        assert form(browser).draft.text("note") == "mine"
        await saved(browser)
        assert stored(small, QUOTE).note == "mine"


async def test_a_record_that_is_gone_by_now_is_told_and_what_was_typed_stays(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "mine")
        archived(small, [record for record in records() if record.id != QUOTE])
        await browser.press("w")
        await browser.until(lambda: "no longer in the archive" in said(browser))
        assert form(browser).draft.text("note") == "mine"


@pytest.mark.parametrize("keys", ["e", "m"])
async def test_read_only_every_key_that_edits_says_so(small: Path, keys: str) -> None:
    async with browsing(small, read_only=True) as browser:
        await browser.go_to("actors", MAYOR)
        await browser.press(*keys)
        assert "opened to be read only" in browser.footer
        assert browser.pane == "actors"


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
@pytest.mark.parametrize("key", ["e", "m", "&", "R"])
async def test_read_only_is_the_first_reason_that_is_told(small: Path, key: str, pane: str) -> None:
    async with browsing(small, read_only=True) as browser:
        await browser.press(pane, "G", key)
        assert "opened to be read only" in browser.footer


async def test_of_two_actors_with_one_name_the_form_tells_which_one_it_is(small: Path) -> None:
    other = Actor(id="ac-other00000", name="Ana Petrović", kind="office", description="of the next town")
    async with browsing(archived(small, [*records(), other])) as browser:
        await edit(browser, "statements", QUOTE)
        assert form(browser).draft.text("speakers").startswith(MAYOR)
        await to(browser, "speakers")
        assert "ac-mayor00000: Ana Petrović · person" in " ".join(seen(browser).split())
        await browser.press("enter", "ctrl+u", *"Ana")
        assert "ac-other00000, Ana Petrović · office · of the next town" in " ".join(seen(browser).split())


async def test_a_key_that_does_nothing_in_the_form_says_so(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await browser.press("c")
        assert said(browser).startswith("c does nothing in a form: Enter edits matches the text, w saves, Esc leaves.")


async def test_the_own_voice_is_no_record_and_an_empty_list_has_none(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.press("1", "G", "e")
        assert "own voice is no record" in browser.footer
        await browser.filter("no such words anywhere")
        await browser.press("2", "e")
        assert "no record here" in browser.footer


async def test_e_in_the_source_edits_the_record_it_shows(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.go_to("statements", DENIAL)
        await browser.press("enter", "e")
        assert form(browser).draft.base.id == DENIAL
        await fill(browser, "gloss", "as it is now")
        await saved(browser)
        assert browser.pane == "source"
        await browser.until(lambda: "our gloss: as it is now" in browser.text("source"))


async def test_the_name_of_an_actor_that_was_begun_is_completed(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "about")
        await browser.press("enter", *"ar")
        assert "Tab completes: The army" in seen(browser)
        await browser.press("tab", ";", "p")
        assert "Tab completes: Ana Petrović" in seen(browser)
        await browser.press("tab", "tab")
        assert form(browser).here.name != "about"
        await saved(browser)
        assert stored(small, QUOTE).about == (ARMY, MAYOR)


async def test_hostile_text_in_a_record_is_shown_by_signs_and_saved_untouched(tmp_path: Path) -> None:
    hostile = "\x1b]52;c;ZXZpbA==\x07 \u202egnp.exe [/red] [@click=app.quit]x"
    made = [replace(r, note=hostile, gloss="[bold]g") if isinstance(r, Statement) else r for r in records()]
    path = archived(tmp_path / "hostile.json", made)
    async with browsing(path) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "note")
        assert "\x1b" not in seen(browser)
        assert "\u202e" not in seen(browser)
        assert "[/red] [@click=app.quit]x" in " ".join(seen(browser).split())
        await fill(browser, "tags", "seen")
        await saved(browser)
        assert stored(path, QUOTE).note == hostile


async def test_merging_begins_with_one_actor_names_what_it_will_do_and_is_undone(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.go_to("actors", MAYOR)
        await browser.press("m")
        assert "Merge Ana Petrović into" in browser.footer
        assert "merging Ana Petrović" in browser.status
        await browser.go_to("actors", ARMY)
        await browser.press("m")
        assert "m again merges Ana Petrović into The army" in browser.footer
        assert "kinds differ (Ana Petrović: person; The army: armed group)" in browser.footer
        assert "1 statement and 1 figure of those shown then count for The army" in browser.footer
        assert stored(small, MAYOR).merged_into is None
        await browser.press("m")
        await browser.until(lambda: browser.footer == "Done: merge of Ana Petrović into The army")
        assert stored(small, MAYOR).merged_into == ARMY
        assert MAYOR not in browser.ids("actors")
        assert " 2 " in browser.line("actors", ARMY)
        assert "merging" not in browser.status
        await undone(browser)
        assert browser.footer == "Undone: merge of Ana Petrović into The army"
        assert MAYOR in browser.ids("actors")
        merged = stored(small, MAYOR)
        assert isinstance(merged, Actor)
        assert merged.merged_into is None


async def test_enter_on_the_other_actor_merges_too(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.go_to("actors", MAYOR)
        await browser.press("m")
        await browser.go_to("actors", ARMY)
        await browser.press("enter")
        assert "merges Ana Petrović into The army" in browser.footer
        await browser.press("enter")
        await browser.until(lambda: browser.footer.startswith("Done: merge"))
        assert stored(small, MAYOR).merged_into == ARMY


async def test_an_actor_is_not_merged_into_itself_and_esc_gives_the_merging_up(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.go_to("actors", MAYOR)
        await browser.press("m", "m")
        assert "can't be merged into itself" in browser.footer
        assert "merged_into" not in browser.footer
        await browser.press("escape")
        assert "Nothing was merged" in browser.footer
        assert "merging" not in browser.status
        await browser.press("2", "m")
        assert "1 goes to the actors" in browser.footer


async def test_a_move_between_asks_anew_before_anything_is_merged(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.go_to("actors", MAYOR)
        await browser.press("m")
        await browser.go_to("actors", ARMY)
        await browser.press("m", "k", "j", "m")
        assert "m again merges" in browser.footer
        assert stored(small, MAYOR).merged_into is None


def writes(folder: Path, code: str) -> str:
    """An editor as EDITOR names it, which does this with `file`."""
    script = folder / "an editor.py"
    script.write_text(f"import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n{code}\n", encoding="utf-8")
    return f"{shlex.quote(sys.executable)} {shlex.quote(str(script))}"


async def test_a_long_text_is_written_in_the_users_editor(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", writes(tmp_path, "file.write_text(file.read_text() + 'first\\nsecond\\n')"))
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "note")
        await browser.press("e")
        assert form(browser).draft.text("note") == "first\nsecond"
        await browser.press("enter")
        assert form(browser).draft.text("note") == "first\nsecond\nfirst\nsecond"
        assert browser.app.focused is form(browser).query_one(FormLines)
        await browser.press("j")
        assert "first … (3 more lines)" in seen(browser)
        await saved(browser)
        assert stored(small, QUOTE).note == "first\nsecond\nfirst\nsecond"


@pytest.mark.parametrize(
    ("code", "told"), [("sys.exit(2)", "ended with code 2"), ("file.write_bytes(b'\\xff')", "no UTF-8")]
)
async def test_an_editor_that_fails_is_told_and_nothing_in_the_form_is_lost(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, told: str
) -> None:
    monkeypatch.setenv("VISUAL", writes(tmp_path, code))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await fill(browser, "note", "mine")
        await browser.press("e")
        assert told in said(browser)
        assert form(browser).draft.text("note") == "mine"


async def test_an_editor_that_empties_the_file_empties_the_field_and_x_brings_the_text_back(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", writes(tmp_path, "file.write_bytes(b'')"))
    by_another(small, QUOTE, note="one\ntwo")
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "note")
        await browser.press("e")
        assert form(browser).draft.text("note") == ""
        assert "before: one" in " ".join(seen(browser).split())
        await browser.press("x")
        assert form(browser).draft.text("note") == "one\ntwo"


async def test_a_lone_quotation_mark_from_an_editor_is_text_in_a_note_and_is_told_where_it_can_be_none(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", writes(tmp_path, "file.write_text('\"\\n')"))
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        for name in ("note", "gloss", "tags", "about", "uttered"):
            await to(browser, name)
            await browser.press("e")
            assert form(browser).draft.text(name) == '"'
        assert list(form(browser).draft.unread) == ["tags", "about", "uttered"]
        await browser.press("w")
        assert form(browser).here.name == "tags"
        for name in ("tags", "about", "uttered"):
            await to(browser, name)
            await browser.press("x")
        await saved(browser)
        assert (stored(small, QUOTE).note, stored(small, QUOTE).gloss) == ('"', '"')


async def test_an_editor_that_is_missing_is_told(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor --wait")
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "note")
        await browser.press("e")
        assert "There is no editor /no/such/editor" in said(browser)


async def test_what_an_editor_wrote_and_the_field_cannot_hold_stays_there_to_be_mended(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", writes(tmp_path, "file.write_text('two\\nlines')"))
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "gloss")
        await browser.press("e")
        assert "more than one line" in seen(browser)
        assert form(browser).draft.text("gloss") == "two\nlines"
        await browser.press("g", "w")
        assert form(browser).here.name == "gloss"
        assert stored(small, QUOTE).gloss is None
        monkeypatch.setenv("VISUAL", writes(tmp_path, "file.write_text(file.read_text().replace('\\n', ' ').strip())"))
        await browser.press("enter")
        await saved(browser)
        assert stored(small, QUOTE).gloss == "two lines"


async def test_who_listens_hears_the_field_and_what_is_said(small: Path) -> None:
    async with browsing(small, terminal=Terminal(cursor=True)) as browser:
        await edit(browser, "statements", QUOTE)
        spot = browser.app.cursor_position
        assert lines_of(form(browser).query_one(FormLines))[0].startswith("matches the text: accepted")
        assert spot == form(browser).query_one(FormLines).region.offset
        await browser.press("l")
        assert lines_of(form(browser).query_one(FormLines))[0].startswith("changed, matches the text: corrected")
        await browser.press("escape")
        assert browser.app.cursor_position == form(browser).query_one("#form-said").region.offset


async def test_a_paste_that_is_too_long_for_a_line_is_told(small: Path) -> None:
    async with browsing(small) as browser:
        await edit(browser, "statements", QUOTE)
        await to(browser, "note")
        await browser.press("enter")
        browser.app.post_message(Paste("long " * 1000))
        await browser.until(lambda: "Only the first 4,096 characters" in said(browser))
        assert len(form(browser).query_one(Field).value) == 4096


async def test_a_kept_word_that_is_in_no_closed_list_is_told_and_mended(small: Path) -> None:
    async with browsing(small) as browser:
        keep(browser.board.launch.state_dir, small, QUOTE, {"act": "sings", "id": "st-x", "nosuch": "y"})
        await edit(browser, "statements", QUOTE)
        assert "what you had typed when the line dropped" in said(browser)
        assert list(form(browser).draft.unread) == ["act"]
        await to(browser, "act")
        await browser.press("right")
        assert form(browser).draft.text("act") == "says"
        assert "nothing changed" in title(browser)
