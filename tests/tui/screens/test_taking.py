"""Taking records along: copied as cited Markdown, a report's url opened, the command of this view: `y o C`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Any

import msgspec
import pytest

from seeds.actors import EGELAND
from seeds.aleppo.figures import KILLED as NINE_HUNDRED
from seeds.aleppo.statements import BLAME, TWEET
from store.archive import Archive
from store.model import Document, Record, Review, Statement
from tests.store.conftest import records
from tests.tui.conftest import NARROW, WIDE, archived, browsing
from tui.cli.browse_command import command as browse_command
from tui.screens.taking import COPIED

TWEETED = "The Gov'ts of Syria amp; Russia are accountable for any and all atrocities that the victorious militias"


def copied(archive: Path) -> Path:
    return archive.parent / "state" / COPIED


def plain(markdown: str) -> str:
    """The text without the backslashes that keep it from being Markdown."""
    return markdown.replace("\\", "").replace("&amp;", "&")


async def test_y_copies_the_row_as_cited_markdown_to_the_clipboard_and_a_private_file(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("y")
        file = copied(sample)
        assert TWEETED in plain(browser.clipboard)
        assert "Aleppo under siege" in browser.clipboard
        assert TWEET.id in browser.clipboard
        assert file.read_text(encoding="utf-8") == browser.clipboard
        assert file.stat().st_mode & 0o777 == 0o600
        assert str(file) in browser.footer.replace(" ", "")


async def test_y_says_that_the_sample_is_a_demonstration(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("y")
        assert "DEMONSTRATION" in browser.clipboard


async def test_y_copies_the_marked_and_not_the_row_wherever_they_are(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("space")
        await browser.go_to("figures", NINE_HUNDRED.id)
        await browser.press("space")
        await browser.filter("actor:Ayrault")
        await browser.press("y")
        assert "2 records" in browser.footer
        assert TWEETED in plain(browser.clipboard)
        assert "some 990 civilians" in browser.clipboard
        assert "Such atrocities revolt consciences" not in browser.clipboard


async def test_y_in_the_source_copies_what_it_shows(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("figures", NINE_HUNDRED.id)
        await browser.press("enter", "y")
        assert "some 990 civilians" in browser.clipboard


async def test_y_twice_replaces_the_file(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("statements", TWEET.id)
        await browser.press("y")
        await browser.go_to("statements", BLAME.id)
        await browser.press("y")
        assert BLAME.id in copied(sample).read_text(encoding="utf-8")


async def test_y_on_an_actor_says_that_there_is_nothing_to_copy(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.press("1", "y")
        assert "Nothing to copy" in browser.footer
        assert not copied(sample).exists()


async def test_y_tells_where_the_file_cannot_be_written_and_copies_all_the_same(sample: Path) -> None:
    (sample.parent / "state").write_text("in the way")
    async with browsing(sample) as browser:
        await browser.press("y")
        assert "can't be written" in browser.footer
        assert browser.clipboard


def with_draft() -> list[Record]:
    return [
        msgspec.structs.replace(found, review=Review())
        if isinstance(found, Statement) and found.id == "st-1111111111"
        else found
        for found in records()
    ]


async def test_a_draft_is_not_copied_and_it_is_said_why(tmp_path: Path) -> None:
    async with browsing(archived(tmp_path / "draft.json", with_draft())) as browser:
        await browser.go_to("statements", "st-1111111111")
        await browser.press("y")
        assert "drafted" in browser.footer
        assert browser.clipboard == ""


async def test_of_a_draft_and_another_one_record_is_copied_and_one_is_said_to_be(tmp_path: Path) -> None:
    async with browsing(archived(tmp_path / "draft.json", with_draft())) as browser:
        await browser.press("t", "y")
        assert "guns had fired" in browser.clipboard
        assert "We counted" not in browser.clipboard
        assert "1 record " in browser.footer
        assert "1 drafted" in browser.footer


def linked(*urls: str | None) -> list[Record]:
    """The small archive with a report for each url."""
    first = next(found for found in records() if isinstance(found, Document))
    others = [found for found in records() if not isinstance(found, Document)]
    reports = [
        msgspec.structs.replace(
            first, id=first.id if number == 0 else f"do-{number:010}", title=f"Report {number}", url=url
        )
        for number, url in enumerate(urls)
    ]
    return [*reports, *others]


RECORDS = {"statements": "st-1111111111", "figures": "fi-1111111111", "documents": "do-1111111111"}


class Desktop:
    """A desktop whose program for opening an address only writes down what it was asked for."""

    def __init__(self, folder: Path) -> None:
        self._asked = folder / "asked"
        for name in ("xdg-open", "open"):
            program = folder / name
            program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" >> {self._asked}\n')
            program.chmod(0o755)

    @property
    def asked(self) -> list[str]:
        """Each time the number of arguments and the arguments."""
        return self._asked.read_text().splitlines() if self._asked.exists() else []


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return Desktop(tmp_path / "bin")


async def test_o_shows_the_host_first_and_opens_on_the_second_press(tmp_path: Path, desktop: Desktop) -> None:
    url = "https://good.example@evil.example/news?a=1&b=$(id)"
    asked: list[str] = []
    async with browsing(archived(tmp_path / "linked.json", linked(url))) as browser:
        for pane, row in RECORDS.items():
            await browser.go_to(pane, row)
            await browser.press("o")
            assert browser.footer.startswith("evil.example ")
            assert desktop.asked == asked
            await browser.press("o")
            asked += ["1", url]
            await browser.until(lambda expected=tuple(asked): tuple(desktop.asked) == expected)
            assert browser.footer.startswith("Asked the desktop to open evil.example")


async def test_o_in_the_source_opens_the_report_it_shows(tmp_path: Path, desktop: Desktop) -> None:
    async with browsing(archived(tmp_path / "linked.json", linked("https://example.org/1"))) as browser:
        await browser.press("enter", "o", "o")
        await browser.until(lambda: desktop.asked == ["1", "https://example.org/1"])


async def test_o_shows_the_host_anew_for_another_report(tmp_path: Path, desktop: Desktop) -> None:
    urls = ("https://one.example/", "https://two.example/")
    async with browsing(archived(tmp_path / "linked.json", linked(*urls))) as browser:
        await browser.press("4", "g", "o", "j", "o")
        assert {"one.example", "two.example"} & set(browser.footer.replace(":", " ").split())
        assert desktop.asked == []


async def test_o_opens_nothing_but_http_and_https_and_says_why(tmp_path: Path, desktop: Desktop) -> None:
    urls = ("file:///etc/passwd", "javascript:alert(1)", "ssh://example.org", "/news", "https://", "http://[bad")
    async with browsing(archived(tmp_path / "linked.json", linked(*urls))) as browser:
        await browser.press("4", "g")
        for _ in urls:
            await browser.press("o", "o")
            assert "Only http and https" in browser.footer or "its host can't be read" in browser.footer
            await browser.press("j")
        assert desktop.asked == []


async def test_o_tells_where_the_desktop_cannot_be_asked(tmp_path: Path, desktop: Desktop) -> None:
    for program in (tmp_path / "bin").iterdir():
        program.write_text("#!/nowhere\n")
    async with browsing(archived(tmp_path / "linked.json", linked("https://example.org/1"))) as browser:
        await browser.press("o", "o")
        assert "can't be started" in browser.footer
        assert desktop.asked == []


async def test_o_says_where_a_report_has_no_url(small: Path, desktop: Desktop) -> None:
    async with browsing(small) as browser:
        await browser.press("o")
        assert "no url" in browser.footer
        await browser.press("1", "o")
        assert desktop.asked == []


async def test_o_on_a_host_without_a_desktop_hands_the_url_to_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    async with browsing(archived(tmp_path / "linked.json", linked("https://example.org/1"))) as browser:
        await browser.press("o", "o")
        assert browser.clipboard == "https://example.org/1"
        assert "https://example.org/1" in browser.footer


def asked(command: str) -> tuple[Path, dict[str, Any]]:
    """The archive and what `browse` is asked for, as the shell and the command line read it."""
    words = shlex.split(command)
    assert words[:2] == ["sayso", "--archive"]
    assert words[3] == "browse"
    found = browse_command.make_context("browse", words[4:]).params
    return Path(words[2]), {"filter": found["filter_text"]} | {
        name: found[name] for name in ("pane", "sort", "read_only")
    }


FILTERS = (
    "",
    'actor:"Jan Egeland"',
    "-actor:Russia Aleppo",
    "it's (act:says OR 'x') \"safe passage\"",
    "$HOME `id` said:2016-12-13.. \\ !",
)


async def test_C_is_the_command_that_gives_this_view(sample: Path) -> None:
    async with browsing(sample) as browser:
        for text in FILTERS:
            await browser.filter(text)
            await browser.press("C")
            archive, launch = asked(browser.clipboard)
            assert archive == sample
            found = Archive.open(archive).search(launch["filter"] or "")
            assert found.ids("statements") == browser.ids("statements")
            assert found.ids("figures") == browser.ids("figures")
            await browser.press("X")


async def test_C_gives_pane_and_order_too(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("outcome:killed")
        await browser.press("3", "s", "S", "C")
        archive, launch = asked(browser.clipboard)
        expected = browser.ids("figures")
        assert (launch["pane"], launch["sort"]) == ("figures", "-value")
    async with browsing(archive, **launch) as again:
        assert again.ids("figures") == expected
        assert again.pane == "figures"


async def test_C_of_a_read_only_view_is_read_only(sample: Path) -> None:
    async with browsing(sample, read_only=True) as browser:
        await browser.press("C")
        assert asked(browser.clipboard)[1]["read_only"]


async def test_C_names_the_marked_by_their_ids_for_the_command_line_knows_no_marks(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.go_to("actors", EGELAND.id)
        await browser.press("a", "2", "t", "M", "C")
        archive, launch = asked(browser.clipboard)
    found = Archive.open(archive).search(launch["filter"])
    assert set(found.ids("statements")) == {TWEET.id, BLAME.id}


async def test_C_names_the_unmarked_too(sample: Path) -> None:
    async with browsing(sample) as browser:
        await browser.filter("actor:Egeland")
        await browser.press("t")
        await browser.filter("-is:marked")
        await browser.press("C")
        archive, launch = asked(browser.clipboard)
        assert Archive.open(archive).search(launch["filter"]).ids("statements") == browser.ids("statements")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_whole_command_can_be_read_on_the_screen(small: Path, size: tuple[int, int]) -> None:
    async with browsing(small, size) as browser:
        await browser.filter("12")
        await browser.press("C")
        assert browser.footer.replace(" ", "").startswith(browser.clipboard.replace(" ", ""))
        assert "sent to the terminal's clipboard" in browser.footer


async def test_a_command_with_controls_is_safe_to_paste(sample: Path) -> None:
    evil = sample.with_name("evil\x1b[201~\n.json")
    sample.rename(evil)
    async with browsing(evil) as browser:
        await browser.press("C")
        assert browser.clipboard.isprintable()
        assert "$'" in browser.clipboard


async def test_with_no_clipboard_nothing_leaves_and_the_file_has_it(sample: Path) -> None:
    async with browsing(sample, clipboard=False) as browser:
        sent: list[bytes] = []
        browser.app.copied.send = sent.append
        for key in ("y", "C"):
            await browser.press(key)
            assert "kept off the clipboard" in browser.footer
            assert copied(sample).read_text(encoding="utf-8") == browser.clipboard
        assert sent == []
