"""`sayso browse`: what is looked at before the screen is taken, and what the browser is started with."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Run
from tui.cli import browsing
from tui.config import Launch


@pytest.fixture
def launches(monkeypatch: pytest.MonkeyPatch) -> list[Launch]:
    """What the browser was started with; there is a terminal, and the browser ends at once with 0."""
    found: list[Launch] = []

    def browse(launch: Launch) -> int:
        found.append(launch)
        return 0

    monkeypatch.setattr(browsing, "_refuse_without_terminal", lambda: None)
    monkeypatch.setattr(browsing, "_browser", lambda: browse)
    return found


def test_sayso_alone_browses_the_sample_where_there_is_no_archive(run: Run, home: Path, launches: list[Launch]):
    assert run().exit_code == 0
    assert [(launch.path, launch.sample) for launch in launches] == [(home / "data/sayso/sample.json", True)]
    assert launches[0].state_dir == home / "state/sayso"


def test_an_archive_named_before_no_command_is_browsed(run: Run, archive: Path, launches: list[Launch]):
    run("--archive", archive)
    assert [(launch.path, launch.sample, launch.read_only) for launch in launches] == [(archive, False, False)]


@pytest.mark.usefixtures("archive")
def test_the_browser_begins_as_it_is_asked_to(run: Run, launches: list[Launch]):
    run("browse", "--filter", "actor:Ana", "--read-only", "--pane", "figures", "--sort=-value")
    launch = launches[0]
    assert (launch.filter, launch.read_only, launch.pane, launch.sort) == ("actor:Ana", True, "figures", "-value")


@pytest.mark.parametrize("word", [[], ["browse"]])
@pytest.mark.parametrize("named", [["--archive", "ARCHIVE"], ["--archive=ARCHIVE"]])
@pytest.mark.parametrize("options", [["--filter", "actor:Ana"], ["--filter=actor:Ana", "--read-only"], ["--read-only"]])
def test_without_a_command_the_options_of_the_browser_are_its_own(
    run: Run, archive: Path, launches: list[Launch], named: list[str], word: list[str], options: list[str]
):
    place = [text.replace("ARCHIVE", str(archive)) for text in named]
    result = run(*place, *word, *options)
    assert result.exit_code == 0, result.stderr
    assert [(launch.path, launch.filter, launch.read_only) for launch in launches] == [
        (archive, "actor:Ana" if "--filter" in options[0] else None, "--read-only" in options)
    ]


@pytest.mark.parametrize(
    "words",
    [
        ["--read-only", "--archive", "ARCHIVE"],
        ["--filter", "browse", "--archive", "ARCHIVE", "--read-only"],
        ["--read-only", "--archive=ARCHIVE", "browse"],
        ["--archive", "ARCHIVE", "--read-only", "browse", "--pane", "figures"],
    ],
)
def test_options_of_the_browser_may_stand_before_the_archive_and_before_browse(
    run: Run, archive: Path, launches: list[Launch], words: list[str]
):
    result = run(*(word.replace("ARCHIVE", str(archive)) for word in words))
    assert result.exit_code == 0, result.stderr
    assert [(launch.path, launch.read_only) for launch in launches] == [(archive, True)]
    assert launches[0].filter == ("browse" if "--filter" in words else None)


def test_an_option_of_the_browser_makes_no_command_of_another_take_it(run: Run, launches: list[Launch]):
    result = run("--read-only", "list", "actors")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--read-only before a command is an option of the browser: sayso --read-only" in result.stderr
    assert "sayso list --help" in result.stderr
    assert run("--red-only").exit_code == 2
    result = run("list", "actors", "--read-only")
    assert result.exit_code == 2
    assert "--read-only is an option of the browser: sayso browse --read-only" in result.stderr
    assert launches == []


@pytest.mark.usefixtures("archive")
def test_what_is_not_asked_for_stays_as_it_was_left(run: Run, launches: list[Launch]):
    run("browse")
    assert (launches[0].filter, launches[0].pane, launches[0].sort) == (None, None, None)


@pytest.mark.usefixtures("archive")
def test_a_sort_without_a_pane_is_that_of_the_statements(run: Run, launches: list[Launch]):
    run("browse", "--sort", "act")
    assert launches[0].pane == "statements"


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--filter", "colour:red"], "Filter, column 1"),
        (["--sort", "value"], "statements can't be sorted by 'value'"),
        (["--pane", "source", "--sort", "said"], "source can't be sorted"),
        (["--pane", "relations"], "relations"),
    ],
)
def test_what_is_wrong_is_told_before_the_screen_is_taken(
    run: Run, launches: list[Launch], arguments: list[str], told: str
):
    result = run("browse", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert launches == []


def test_a_missing_archive_is_told_before_the_screen_is_taken(run: Run, home: Path, launches: list[Launch]):
    assert "sayso new" in run("--archive", home / "none.json").stderr
    assert launches == []


@pytest.mark.usefixtures("archive")
def test_mouse_clipboard_and_screen_reader_are_as_they_are_asked_for(run: Run, launches: list[Launch]):
    run("browse")
    run("browse", "--mouse", "--screen-reader", "--no-clipboard")
    run("--mouse")
    seen = [(launch.mouse, launch.terminal.cursor, launch.clipboard) for launch in launches]
    assert seen == [(False, False, True), (True, True, False), (True, False, True)]


@pytest.mark.usefixtures("archive")
def test_the_config_asks_for_them_too(run: Run, home: Path, launches: list[Launch]):
    (home / "config/sayso").mkdir(parents=True)
    (home / "config/sayso/config.toml").write_text(
        "mouse = true\nscreen-reader = true\nclipboard = false\nascii = true"
    )
    run("browse")
    launch = launches[0]
    assert (launch.mouse, launch.terminal.cursor, launch.clipboard) == (True, True, False)
    assert not launch.terminal.utf8


@pytest.mark.usefixtures("archive")
def test_the_locale_tells_whether_the_terminal_has_utf8_and_the_config_knows_better(
    run: Run, home: Path, launches: list[Launch], monkeypatch: pytest.MonkeyPatch
):
    for locale in ("C", "de_DE.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        run("browse")
    (home / "config/sayso").mkdir(parents=True)
    (home / "config/sayso/config.toml").write_text("ascii = false")
    monkeypatch.setenv("LC_ALL", "C")
    run("browse")
    assert [launch.terminal.utf8 for launch in launches] == [False, True, True]


class Tty(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_cannot_draw_is_told(monkeypatch: pytest.MonkeyPatch, term: str):
    monkeypatch.setenv("TERM", term)
    with pytest.raises(browsing.NoTerminalError, match="TERM is dumb or not set"):
        browsing._refuse_without_terminal()


@pytest.mark.parametrize(("stream", "named"), [("stdin", "its input"), ("stderr", "its error output")])
def test_without_a_terminal_the_browser_says_so(monkeypatch: pytest.MonkeyPatch, stream: str, named: str):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr(sys, "stderr", Tty())
    browsing._refuse_without_terminal()
    monkeypatch.setattr(sys, stream, io.StringIO())
    with pytest.raises(browsing.NoTerminalError, match=named):
        browsing._refuse_without_terminal()
