"""The export dialogue: what, how, under which name, what is left out; Enter writes and never over another file."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import msgspec
import pytest

from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.statements import REVOLT, TWEET
from store.model import Record, Review, Statement
from tests.store.conftest import records
from tests.tui.conftest import NARROW, WIDE, Browser, archived, browsing, lines_of
from tui.field import Field
from tui.lines import Line
from tui.rows import Rows
from tui.screens.export import FORMATS, ExportScreen

TWEETED = (
    "The Gov'ts of Syria amp; Russia are accountable for any and all atrocities that the victorious militias in Aleppo"
    " are now committing!"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder that sayso was started in, where exports go."""
    return tmp_path / "here"


def dialogue(browser: Browser) -> ExportScreen:
    screen = browser.app.screen
    assert isinstance(screen, ExportScreen)
    return screen


def shown(browser: Browser, part: str) -> str:
    return " ".join(" ".join(lines_of(dialogue(browser).query_one(f"#export-{part}", Line))).split())


def preview(browser: Browser) -> str:
    return "\n".join(lines_of(dialogue(browser).query_one(Rows)))


def name(browser: Browser) -> str:
    return dialogue(browser).query_one(Field).value


def plain(markdown: str) -> str:
    return markdown.replace("\\", "")


async def rename(browser: Browser, text: str) -> None:
    await browser.press_ahead("ctrl+u", *text)


async def test_enter_writes_the_marked_as_markdown_with_the_tweet_to_the_letter(sample: Path, folder: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.filter("actor:Egeland channel:tweet")
        await browser.press("space", "w", "enter")
        (written,) = folder.iterdir()
        assert written.suffix == ".md"
        assert TWEETED in plain(written.read_text(encoding="utf-8"))
        assert "DEMONSTRATION" in written.read_text(encoding="utf-8")
        assert browser.footer.startswith("1 record written")
        assert written.name in browser.footer.replace(" ", "")
        assert browser.pane == "statements"


async def test_typed_ahead_space_w_enter_writes_the_same(sample: Path, folder: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press_ahead("space", "w", "enter")
        (written,) = folder.iterdir()
        assert TWEETED in plain(written.read_text(encoding="utf-8"))


async def test_two_things_that_ayrault_said_from_the_13th_on_marked_and_exported(sample: Path, folder: Path) -> None:
    async with browsing(sample, NARROW) as browser:
        await browser.press_ahead("/", *"actor:Ayrault said:2016-12-13..", "enter", "space", "space", "w", "enter")
        (written,) = folder.iterdir()
        assert "2 records written" in browser.footer
        assert "Ayrault" in written.read_text(encoding="utf-8")


async def test_the_dialogue_says_how_many_are_marked_and_how_many_the_filter_hides(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space")
        await browser.go_to("statements", REVOLT.id)
        await browser.press("space")
        await browser.filter("actor:Egeland")
        await browser.press("w")
        assert "2 marked, 1 hidden by the filter" in shown(browser, "title")


async def test_without_marks_what_is_shown_is_exported(sample: Path, folder: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("990")
        await browser.press("w")
        assert "3 shown" in shown(browser, "title")
        await browser.press("enter")
        (written,) = folder.iterdir()
        assert "some 990 civilians" in written.read_text(encoding="utf-8")


async def test_where_nothing_is_shown_there_is_nothing_to_export(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("no such words anywhere")
        await browser.press("w")
        assert "Nothing to export" in browser.footer


async def test_the_preview_shows_what_will_be_written_and_can_be_paged(sample: Path, folder: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("w")
        before = preview(browser)
        assert "DEMONSTRATION" in before
        await browser.press("pagedown")
        rows = dialogue(browser).query_one(Rows)
        assert rows.cursor > 0
        await browser.press("pageup")
        assert rows.cursor == 0
        await browser.press("enter")
        (written,) = folder.iterdir()
        assert written.read_text(encoding="utf-8").splitlines()[0] in before


async def test_tab_goes_through_the_formats_and_the_proposed_name_follows(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("w")
        suffixes = [form.suffix for form in FORMATS]
        for suffix in [*suffixes[1:], suffixes[0]]:
            await browser.press("tab")
            assert name(browser).endswith(suffix)
        await browser.press("shift+tab")
        assert name(browser).endswith(suffixes[-1])


async def test_every_format_can_be_written_and_read_back(sample: Path, folder: Path) -> None:
    async with browsing(sample) as browser:
        for number in range(len(FORMATS)):
            await browser.press_ahead("w", *["tab"] * number, "enter")
        written = {file.name[-15:]: file.read_text(encoding="utf-8") for file in folder.iterdir()}
        markdown, statements, figures, data = (
            next(text for end, text in written.items() if end.endswith(form.suffix)) for form in FORMATS
        )
        assert TWEETED in plain(markdown)
        assert any(TWEET.id in row for row in csv.reader(io.StringIO(statements)))
        assert any(NINE_HUNDRED.id in row for row in csv.reader(io.StringIO(figures)))
        assert NINE_HUNDRED.id in {found["id"] for found in json.loads(data)["figures"]}


async def test_a_name_of_ones_own_stays_when_the_format_changes(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("w")
        await rename(browser, "mine.txt")
        await browser.press("tab")
        assert name(browser) == "mine.txt"


async def test_the_proposed_name_says_how_much_and_when_but_not_whom_and_is_no_file_that_is_there(
    sample: Path, folder: Path
) -> None:
    async with browsing(sample) as browser:
        await browser.filter('actor:"Jan Egeland"')
        await browser.press("w")
        first = name(browser)
        assert re.fullmatch(r"demonstration-sayso-2-records-\d{4}-\d\d-\d\d\.md", first)
        await browser.press("enter", "w")
        assert name(browser) != first
        await browser.press("enter")
        assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_another_file_is_never_overwritten_but_with_the_key_that_the_message_names(
    sample: Path, folder: Path, size: tuple[int, int]
) -> None:
    async with browsing(sample, size) as browser:
        await browser.filter('actor:"Jan Egeland"')
        await browser.press("w")
        there = folder / name(browser)
        there.write_text("mine")
        await browser.press("enter")
        assert there.read_text() == "mine"
        assert "exists already" in shown(browser, "said")
        assert "^O" in shown(browser, "said")
        await browser.press("ctrl+o")
        assert TWEETED in plain(there.read_text(encoding="utf-8"))
        assert "written" in browser.footer


UNWRITABLE = ("", "no/such/folder/x.md", ".", "~nobody-has-this-name/x.md", "x" * 300 + ".md", "/proc/x.md")


async def test_a_name_that_cannot_be_written_is_told_and_another_can_be_given(sample: Path, folder: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("w")
        for given in UNWRITABLE:
            await rename(browser, given)
            await browser.press("enter")
            assert shown(browser, "said")
            assert "Enter writes" not in shown(browser, "said"), given
        await rename(browser, "good.md")
        await browser.press("enter")
        assert (folder / "good.md").exists()


async def test_a_file_in_the_home_folder_can_be_named_with_a_tilde(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    async with browsing(sample) as browser:
        await browser.press("w")
        await rename(browser, "~/out.md")
        await browser.press("enter")
        assert (tmp_path / "out.md").exists()


async def test_giving_the_dialogue_up_writes_nothing_and_ends_nothing(sample: Path, folder: Path) -> None:
    async with browsing(sample) as browser:
        for key in ("escape", "ctrl+c"):
            await browser.press("w", key)
            assert list(folder.iterdir()) == []
            assert browser.pane == "statements"
            assert browser.app.return_code is None


async def test_keys_of_the_browser_are_letters_in_the_name(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("w")
        await rename(browser, "qQxa12?.md")
        assert name(browser) == "qQxa12?.md"


def withheld() -> list[Record]:
    """A draft, a confidential record, and the two figures as they were."""
    changed = {"st-1111111111": {"review": Review()}, "st-2222222222": {"confidential": True}}
    return [
        msgspec.structs.replace(found, **changed[found.id]) if isinstance(found, Statement) else found
        for found in records()
    ]


async def test_what_is_left_out_is_counted_by_why_and_can_be_taken_in_marked(tmp_path: Path, folder: Path) -> None:
    async with browsing(archived(tmp_path / "withheld.json", withheld())) as browser:
        await browser.press("w")
        assert "1 confidential" in shown(browser, "with")
        assert "1 drafted" in shown(browser, "with")
        assert "guns had fired" not in preview(browser)
        await browser.press("ctrl+t")
        assert "guns had fired" in preview(browser)
        assert "CONFIDENTIAL" in preview(browser)
        assert "DRAFTED" in preview(browser)
        await browser.press("ctrl+t")
        assert "guns had fired" not in preview(browser)
        await browser.press("enter")
        (written,) = folder.iterdir()
        assert "guns had fired" not in written.read_text(encoding="utf-8")


async def test_a_note_is_in_no_preview_and_no_file(tmp_path: Path, folder: Path) -> None:
    noted = [
        msgspec.structs.replace(found, note="Ask her again.") if isinstance(found, Statement) else found
        for found in records()
    ]
    async with browsing(archived(tmp_path / "noted.json", noted)) as browser:
        for number in range(len(FORMATS)):
            await browser.press("w", *["tab"] * number)
            assert "Ask her" not in preview(browser)
            await browser.press("enter")
        assert len(list(folder.iterdir())) == len(FORMATS)
        assert all("Ask her" not in file.read_text(encoding="utf-8") for file in folder.iterdir())


async def test_an_archive_of_ones_own_is_no_demonstration(small: Path) -> None:
    async with browsing(small) as browser:
        await browser.press("w")
        assert "DEMONSTRATION" not in preview(browser)
        assert "demonstration" not in name(browser)


@pytest.mark.parametrize("size", [(20, 5), (1, 1)])
async def test_on_a_tiny_screen_it_can_be_opened_and_closed(sample: Path, size: tuple[int, int]) -> None:
    async with browsing(sample, size) as browser:
        await browser.press("w", "tab", "escape")
        assert browser.pane == "statements"
