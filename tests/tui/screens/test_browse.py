"""The browser as a whole: it opens at once, tells what it has opened, and every way out forgets nothing."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from seeds.aleppo.statements import TWEET
from seeds.ucdp import CIVILIANS
from store.archive import Archive
from store.errors import DamagedArchiveError, MissingArchiveError, SaysoError
from tests.tui.conftest import NARROW, Browser, browsing, launched, painted
from tui.app import SaysoApp
from tui.keys import KEYS
from tui.panes.source import SourceText
from tui.screens.board import Board
from tui.screens.browse import BrowseScreen


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A large archive that isn't read before the event is set."""
    ready, load = threading.Event(), Archive.load
    monkeypatch.setattr("tui.screens.browse.SMALL", -1)
    monkeypatch.setattr(Archive, "load", lambda self, progress: (progress("statements"), ready.wait(20), load(self)))
    yield ready
    ready.set()


async def test_the_screen_is_there_before_the_archive_is_read_and_says_what_it_reads(
    sample: Path, slow: threading.Event
) -> None:
    app = SaysoApp(launched(sample))
    async with app.run_test(size=NARROW) as pilot:
        browser = Browser(app, pilot)
        await browser.until(lambda: "statements …" in browser.footer)
        assert str(sample) in browser.footer.replace(" ", "")
        assert "reading" in browser.status
        slow.set()
        await browser.until(lambda: browser.board.shown is not None)
        await painted(pilot)
        assert "reading" not in browser.status
        assert len(browser.ids("statements")) == 10


async def test_a_small_archive_is_read_before_the_first_frame_and_not_beside_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(BrowseScreen, "read", lambda self: pytest.fail("read beside the screen"))
    app = SaysoApp(launched(sample))
    async with app.run_test(size=NARROW) as pilot:
        await painted(pilot)
        assert len(app.browser.rows("statements").ids) == 10


async def test_what_is_typed_before_the_archive_is_read_is_a_filter_and_no_row_of_commands(
    sample: Path, slow: threading.Event
) -> None:
    app = SaysoApp(launched(sample))
    async with app.run_test(size=NARROW) as pilot:
        browser = Browser(app, pilot)
        await browser.press("/", *"Egeland")
        slow.set()
        await browser.until(lambda: browser.board.shown is not None)
        await browser.press("enter")
        assert browser.view.filter == "Egeland"
        assert len(browser.ids("statements")) == 2


async def test_every_key_is_harmless_before_the_archive_is_read(sample: Path, slow: threading.Event) -> None:
    app = SaysoApp(launched(sample))
    async with app.run_test(size=NARROW) as pilot:
        browser = Browser(app, pilot)
        for key in KEYS:
            if key.id not in ("browse.close", "browse.quit", "browse.suspend", "browse.interrupt"):
                await browser.press(key.keys.split(",")[0], "escape")
        slow.set()
        await browser.until(lambda: browser.board.shown is not None)
        assert len(browser.ids("statements")) == 10


async def test_one_can_quit_before_the_archive_is_read_and_yesterdays_view_is_kept(
    sample: Path, slow: threading.Event
) -> None:
    slow.set()
    async with browsing(sample) as browser:
        await browser.filter("Egeland")
        await browser.press("space")
        assert await browser.leave("q") == 0
        kept = browser.view
    slow.clear()
    app = SaysoApp(launched(sample))
    async with app.run_test(size=NARROW) as pilot:
        browser = Browser(app, pilot)
        await browser.until(lambda: "reading" in browser.status)
        assert await browser.leave("Q") == 0
    slow.set()
    async with browsing(sample) as browser:
        assert (browser.view.filter, browser.view.marks) == (kept.filter, kept.marks)


DAMAGED = {
    "missing": None,
    "empty": b"",
    "cut": b'{"_meta": ',
    "list": b"[]",
    "newer": b'{"_meta": {"1": {"schema": 999}}}',
}


@pytest.mark.parametrize("damage", DAMAGED)
async def test_an_archive_that_cannot_be_read_ends_the_browser_with_its_sentence(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "broken.json"
    if (data := DAMAGED[damage]) is not None:
        path.write_bytes(data)
    app = SaysoApp(launched(path))
    async with app.run_test(size=NARROW) as pilot:
        await Browser(app, pilot).until(lambda: app.return_code is not None)
    error = app.return_value
    assert isinstance(error, SaysoError)
    assert str(path) in str(error)
    assert isinstance(error, MissingArchiveError) == (damage == "missing")


async def test_a_record_that_does_not_fit_ends_it_too_and_the_file_is_untouched(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8").replace('"type":"direct"', '"type":"shouted"', 1)
    sample.write_text(text, encoding="utf-8")
    app = SaysoApp(launched(sample))
    async with app.run_test(size=NARROW) as pilot:
        await Browser(app, pilot).until(lambda: app.return_code is not None)
    assert isinstance(app.return_value, DamagedArchiveError)
    assert app.return_value.field == "type"
    assert sample.read_text(encoding="utf-8") == text


async def test_the_sample_is_called_a_sample_and_the_way_to_ones_own_is_told(sample: Path) -> None:
    async with browsing(sample, sample=True) as browser:
        assert "SAMPLE" in browser.footer
        assert "sayso new PATH" in browser.status
        await browser.press("1")
        assert "SAMPLE" in browser.footer


async def test_an_archive_of_ones_own_is_no_sample(small: Path) -> None:
    async with browsing(small) as browser:
        assert "SAMPLE" not in browser.footer
        assert "sample" not in browser.status


async def test_that_an_archive_is_read_only_is_told(small: Path) -> None:
    async with browsing(small, read_only=True) as browser:
        assert "read only" in browser.status
        assert browser.board.archive is not None
        assert browser.board.archive.read_only
    async with browsing(small) as browser:
        assert "read only" not in browser.status


async def test_every_key_can_be_pressed_in_every_pane_and_the_archive_stays_as_it_was(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.app.App.open_url", lambda *_, **__: None)
    before = (sample.read_bytes(), sample.stat().st_mtime_ns)
    async with browsing(sample, NARROW) as browser:
        for number in "12345":
            for key in KEYS:
                if key.id not in ("browse.close", "browse.quit", "browse.suspend", "browse.interrupt"):
                    await browser.press_ahead(number, key.keys.split(",")[0], "escape", "escape", "X")
        assert browser.app.return_code is None
        await browser.leave("Q")
    assert (sample.read_bytes(), sample.stat().st_mtime_ns) == before


SPELLED = [key.keys.split(",") for key in KEYS if "," in key.keys and not key.id.startswith("source.")]
SPELLED_SELECTING = [key.keys.split(",") for key in KEYS if "," in key.keys and key.id.startswith("source.")]


async def test_all_spellings_of_a_key_do_the_same(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        for names in SPELLED:
            found = []
            for name in names:
                await browser.press_ahead("2", "g", "j", "j", name)
                found.append((browser.pane, browser.rows("statements").cursor, type(browser.app.screen)))
                await browser.press("escape")
            assert found == [found[0]] * len(found), names


async def test_all_spellings_of_a_key_do_the_same_to_a_selection(sample: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        for names in SPELLED_SELECTING:
            found = []
            for name in names:
                await browser.press_ahead("2", "g", "j", "j", "5", "v", "l", "v", "l", name)
                selection = browser.board.query_one("#source-text", SourceText).selection
                found.append(selection and selection.span)
                await browser.press("escape", "escape", "escape")
            assert found == [found[0]] * len(found), names
            assert found[0], names


@pytest.mark.parametrize("keys", ["1q", "5q", "zQ"])
async def test_q_quits_from_any_pane_and_Q_at_once(sample: Path, keys: str) -> None:
    async with browsing(sample, NARROW) as browser:
        assert await browser.leave(*keys) == 0


async def test_esc_never_quits(sample: Path) -> None:
    async with browsing(sample) as browser:
        for before in ([], ["/"], ["v"], ["z"], ["?"], ["w"], ["5", "/", "x"], ["C"]):
            await browser.press(*before, "escape", "escape", "escape")
            assert browser.app.return_code is None
            assert isinstance(browser.app.screen, Board)
            await browser.press("2")


async def test_ctrl_c_cancels_and_says_so_and_twice_it_quits_with_130(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("/", *"Egel", "ctrl+c")
        assert browser.view.filter == ""
        assert browser.pane == "statements"
        assert "^C again quits" in browser.footer
        assert await browser.leave("ctrl+c") == 130


async def test_after_another_key_ctrl_c_only_cancels_again(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("ctrl+c", "j", "ctrl+c")
        assert browser.app.return_code is None
        assert "^C again quits" in browser.footer


async def test_redrawing_leaves_everything_as_it_was(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.followed()
        before = (browser.text("statements"), browser.view)
        await browser.press("ctrl+l")
        assert (browser.text("statements"), browser.view) == before


async def test_tomorrow_one_is_where_one_was(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("outcome:killed")
        await browser.go_to("figures", CIVILIANS.id)
        await browser.press("s", "space", "k")
        await browser.press("enter")
        before, columns = browser.view, browser.ids("figures")
        await browser.leave("q")
    async with browsing(sample) as browser:
        assert browser.view == before
        assert browser.ids("figures") == columns
        assert browser.pane == "source"
        assert browser.row("figures") == before.cursors["figures"]
        assert browser.board.subject is not None
        assert browser.board.subject.record.id == CIVILIANS.id
        await browser.press("[")
        assert browser.pane == "figures"
        await browser.press("[")
        assert browser.view.filter == ""


async def test_what_the_command_line_asks_for_comes_before_what_was_kept(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Egeland")
        await browser.press("t")
        await browser.leave("q")
    async with browsing(sample, filter="actor:UCDP", pane="figures", sort="-value") as browser:
        assert browser.view.filter == "actor:UCDP"
        assert browser.pane == "figures"
        assert browser.view.sorts["figures"].reverse
        assert len(browser.view.marks) == 2
        await browser.leave("q")
    async with browsing(sample, filter="") as browser:
        assert browser.view.filter == ""
        assert len(browser.ids("statements")) == 10


@pytest.mark.parametrize("signal", [1, 15])
async def test_a_dropped_line_keeps_the_view_and_ends_with_the_signals_code(sample: Path, signal: int) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Egeland")
        browser.app.hang_up(signal)
        await browser.until(lambda: browser.app.return_code is not None)
        assert browser.app.return_code == 128 + signal
    async with browsing(sample) as browser:
        assert browser.view.filter == "Egeland"


async def test_a_filter_that_can_no_longer_be_read_is_dropped_and_told(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("Egeland")
        await browser.leave("q")
    (kept,) = (sample.parent / "state" / "views").iterdir()
    found = json.loads(kept.read_text())
    found["view"]["filter"] = "colour:red"
    kept.write_text(json.dumps(found))
    async with browsing(sample) as browser:
        assert browser.view.filter == ""
        assert "dropped" in browser.footer
        assert len(browser.ids("statements")) == 10


async def test_marks_and_rows_of_records_that_are_gone_do_no_harm(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("space")
        await browser.leave("q")
    (kept,) = (sample.parent / "state" / "views").iterdir()
    found = json.loads(kept.read_text())
    found["view"] |= {"marks": ["st-gone000000"], "cursors": {"statements": "st-gone000000"}, "record": "st-gone000000"}
    kept.write_text(json.dumps(found))
    async with browsing(sample) as browser:
        assert browser.row() == browser.ids("statements")[0]
        await browser.press("y")
        await browser.press("M", "w", "escape", "X", "T")
        assert not browser.view.marks


async def test_a_state_folder_that_cannot_be_written_holds_nobody_up(sample: Path) -> None:
    (sample.parent / "state").write_text("in the way")
    async with browsing(sample) as browser:
        assert await browser.leave("q") == 0
