"""Selecting words in the source, with the keys that hold meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeds.aleppo.statements import TWEET
from store.identity import text_sha256
from store.model import Document
from tests.store.conftest import TEXT
from tests.tui.conftest import NARROW, Browser, archived, browsing
from tui.config import Config
from tui.panes.source import SourceText
from tui.terminal import Terminal
from tui.view.selection import Selection

ARABIC = (
    "قال يان إيغلاند: «الحُكُومَتَانِ السورية والروسية مسؤولتان». 阿勒颇被围困。 "
    "e\u0301te\u0301 👨\u200d👩\u200d👧 🇸🇾 end.\n"
)


def selection(browser: Browser) -> Selection:
    found = browser.board.query_one(SourceText).selection
    assert found is not None
    return found


def words(browser: Browser) -> str:
    return selection(browser).words


def lit(browser: Browser) -> str:
    """What stands in reverse in the source."""
    text = browser.board.query_one(SourceText)
    segments = [s for y in range(text.size.height) for s in text.render_line(y) if s.style and s.style.reverse]
    return " ".join(s.text.strip() for s in segments)


async def in_source(browser: Browser, statement: str = "st-1111111111") -> None:
    await browser.go_to("statements", statement)
    await browser.followed()
    await browser.press("5")


async def in_report(browser: Browser) -> None:
    await browser.press("4")
    await browser.followed()
    await browser.press("5")


def report(path: Path, text: str) -> Path:
    """An archive of one report."""
    return archived(path, [Document(id="do-1111111111", title="A report", text=text, sha256=text_sha256(text))])


async def test_v_begins_at_the_records_own_words_which_are_shown_as_selected(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser, "st-2222222222")
        await browser.press("v")
        assert words(browser) == lit(browser) == "its"
        assert f"at {selection(browser).span[0]}–" in browser.text("source").splitlines()[0]
        await browser.press("v", "l", "l")
        assert words(browser) == lit(browser) == "its guns had"
        start, end = selection(browser).span
        assert f"selected {start}–{end}" in browser.text("source").splitlines()[0]


async def test_every_key_does_to_the_selection_what_it_says(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", "l")
        assert words(browser) == "We"
        for key, wanted in (
            ("right", "counted"),
            ("h", "We"),
            ("L", "We "),
            ("H", "We"),
            ("shift+left", "W"),
            ("o", "W"),
            ("H", '"W'),
            ("v", '"'),
            (")", "The"),
            ("(", "The"),
            ("v", "The"),
            ("s", 'The mayor said on Monday: "We counted 12 dead."'),
            ("escape", ""),
        ):
            await browser.press(key)
            found = browser.board.source.selection
            assert (found.words if found else "") == wanted, key


async def test_the_quotation_its_parts_who_and_the_cue_are_kept_and_dropped(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", '"')
        assert words(browser) == '"We counted 12 dead."'
        await browser.press("+")
        assert 'Part of what was said: "We counted 12 dead."' in browser.footer
        await browser.press("v", "l", "w", "c")
        kept = selection(browser)
        assert [TEXT[slice(*span)] for span in (*kept.part("content"), *kept.part("source"), *kept.part("cue"))] == [
            *('"We counted 12 dead."', "The army", "denied")
        ]
        assert "1 part · source · cue" in browser.text("source").splitlines()[0]
        await browser.press("-", "-")
        assert selection(browser).part("source") == selection(browser).part("cue") == ()
        assert words(browser) == "The army"


@pytest.mark.parametrize("key", ["w", "c"])
async def test_a_mark_without_a_word_names_nobody(small: Path, key: str) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", *"lllll")
        assert words(browser) == '."'
        await browser.press(key)
        assert "it names nobody" in browser.footer
        assert not selection(browser).part("source")
        assert not selection(browser).part("cue")


async def test_outside_of_a_selection_its_keys_are_what_they_are_elsewhere(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("l")
        assert browser.pane == "actors"
        await in_source(browser)
        await browser.press("v", "l")
        assert browser.pane == "source"
        await browser.press("tab")
        assert browser.pane == "actors"
        await browser.press("h")
        assert browser.pane == "source"
        await browser.press("h")
        assert browser.pane == "documents"


@pytest.mark.parametrize("pane", ["1", "2", "3", "4", "5"])
@pytest.mark.parametrize("key", ['"', "+", "(", ")", "c", "H", "-", "shift+right"])
async def test_a_key_that_only_a_selection_knows_says_how_one_is_begun(small: Path, pane: str, key: str) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press(pane, key)
        where = "v" if pane == "5" else "v in the source"
        assert browser.footer.startswith(f"{where} begins a selection, in which ")
        assert (browser.view.filter, browser.view.marks) == ("", frozenset())
        assert not browser.board.selecting
        await browser.press("1", "j")
        assert "begins a selection" not in browser.footer


async def test_those_words_follow_the_users_keys_and_a_key_with_another_meaning_keeps_it(small: Path) -> None:
    own = Config(keys={"source.quotation": "slash,f6", "browse.range": "V", "source.extend": "V"})
    async with browsing(small, config=own) as browser:
        await browser.press("f6")
        assert browser.footer.startswith("V in the source begins a selection, in which slash is: the quotation")
        await browser.press("/", *'c"+')
        assert browser.field.value == 'c"+'
        assert "selection" not in browser.footer


async def test_a_selection_waits_while_one_looks_at_an_actor(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", "l")
        await browser.press("1", "j")
        await browser.followed()
        assert "Ana Petrović" in browser.text("source") or "The army" in browser.text("source")
        await browser.press("5", "v", "+", "enter", "2", "5", "l")
        assert words(browser) == "counted"


async def test_esc_and_q_give_the_selection_up_and_no_more(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        for key in ("escape", "q", "ctrl+c"):
            await browser.press("v")
            assert "Esc give up" in browser.footer
            await browser.press(key)
            assert browser.board.source.selection is None
            assert lit(browser) == ""
            await browser.press("escape")
            assert "give up" not in browser.footer
            assert browser.app.return_code is None


async def test_a_slip_of_esc_loses_no_part_that_was_kept(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", '"', "+", "v", "l", "escape")
        assert "Esc again" in browser.footer
        assert len(selection(browser).part("content")) == 1
        await browser.press("escape")
        assert browser.board.source.selection is None


async def test_the_text_scrolls_with_the_cursor(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await in_source(browser, TWEET.id)
        await browser.press("v")
        for key in ("G", "g", "pagedown", "pagedown", "ctrl+u", "G"):
            await browser.press(key)
            assert words(browser) in lit(browser), key
        await browser.press("g", *["j"] * 30)
        assert words(browser) == lit(browser)
        await browser.press("v", *["k"] * 28)
        assert len(words(browser)) > 1000
        assert lit(browser)[:8] == words(browser)[:8]


async def test_up_and_down_the_cursor_keeps_to_its_column(tmp_path: Path) -> None:
    text = "one two three four\n\nx\nfive six seven eight\n"
    async with browsing(report(tmp_path / "a.json", text), NARROW) as browser:
        await in_report(browser)
        await browser.press("v", "l", "l")
        found = []
        for key in ("j", "j", "j", "k", "k", "k"):
            await browser.press(key)
            found.append(words(browser))
        assert found == ["x", "seven", "seven", "x", "three", "three"]


async def test_a_change_of_size_leaves_the_cursor_in_sight(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await in_source(browser, TWEET.id)
        await browser.press("v", "G")
        await browser.resize((60, 16))
        assert words(browser) == lit(browser)


async def test_a_selection_outlives_another_record_of_the_report_and_goes_with_the_report(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await in_source(browser, TWEET.id)
        await browser.press("v", '"')
        before = words(browser)
        await browser.press("2", "j")
        await browser.followed()
        assert words(browser) == before
        await browser.press("4", "g")
        documents = browser.ids("documents")
        other = next(found for found in documents if found != TWEET.document)
        await browser.go_to("documents", other)
        await browser.followed()
        assert browser.board.source.selection is None


async def test_a_word_searched_for_is_where_a_selection_begins_and_goes(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await in_source(browser, TWEET.id)
        await browser.press("g", "/", *"civilians", "enter", "v")
        assert words(browser) == "civilians"
        first = selection(browser).span
        await browser.press("n")
        assert words(browser) == "civilians"
        assert selection(browser).span != first
        await browser.press("/", "ctrl+u", *"siege", "enter")
        assert "siege" in words(browser).lower()


async def test_typed_ahead_all_keys_count_in_their_order(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press_ahead("v", '"', "+", "v", "l", "w", "c")
        assert [TEXT[slice(*span)] for span in selection(browser).part("source")] == ["The army"]
        assert "Cue: denied" in browser.footer


async def test_a_text_without_words_says_that_there_is_nothing_to_select(tmp_path: Path) -> None:
    async with browsing(report(tmp_path / "a.json", " \n"), NARROW) as browser:
        await in_report(browser)
        await browser.press("v")
        assert "no words" in browser.footer
        await browser.press("2", "v", "5", "v")


async def test_what_goes_no_further_says_so(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press("v", "G", "l")
        assert "no further" in browser.footer
        await browser.press("-")
        assert "No part was kept yet" in browser.footer
        await browser.press("h")
        assert "No part" not in browser.footer


@pytest.mark.parametrize("size", [NARROW, (30, 12), (160, 45)])
async def test_in_any_script_only_whole_letters_are_selected(tmp_path: Path, size: tuple[int, int]) -> None:
    text = ARABIC * 20
    async with browsing(report(tmp_path / "a.json", text), size) as browser:
        await in_report(browser)
        await browser.press("v")
        for keys in (["l"] * 3, ["v", "L", "L"], ["j", "H"], ['"'], ["o", "H", "H"], ["G", "k"], ["+", "l", "L", "w"]):
            await browser.press(*keys)
            start, end = selection(browser).span
            assert words(browser) == text[start:end]
            assert end == len(text) or text[end] not in "\u0301\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u200d"


async def test_a_key_of_a_selection_can_be_given_another(small: Path) -> None:
    config = Config(keys={"source.quotation": "f5", "browse.next-pane": "f6"})
    async with browsing(small, NARROW, config=config) as browser:
        await in_source(browser)
        await browser.press("v", "f5")
        assert words(browser) == '"We counted 12 dead."'
        await browser.press("v", "l")
        assert words(browser) == "The"
        await browser.press("f6")
        assert browser.pane == "actors"


async def test_the_palette_says_where_a_selection_is_begun_and_moves_one_that_is(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await in_source(browser)
        await browser.press(":", *"quotation around", "enter")
        assert "v begins a selection" in browser.footer
        await browser.press("v", ":", *"quotation around", "enter")
        assert words(browser) == '"We counted 12 dead."'


async def test_who_listens_hears_what_is_selected(small: Path) -> None:
    async with browsing(small, NARROW, terminal=Terminal(cursor=True)) as browser:
        await in_source(browser)
        await browser.press("v")
        assert browser.footer == '"'
        await browser.press("l", "v", "l")
        assert browser.footer == "selected: We counted"
        await browser.press("+")
        assert browser.footer == "Part of what was said: We counted · 12"
        await browser.press("j")
        assert browser.footer in TEXT


async def test_a_range_of_rows_is_marked_as_ever(small: Path) -> None:
    async with browsing(small, NARROW) as browser:
        await browser.press("2", "g", "v", "j", "v")
        assert len(browser.view.marks) == 2
