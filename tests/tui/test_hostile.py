"""Text that strangers wrote, on every way to a real terminal: it is seen, and does nothing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from store.characters import ACTIVE
from store.errors import FilterError
from store.founding import snapshot
from store.query import parse
from tests.tui.browsed import Browsed, compare
from tests.tui.hostile import NEWEST, hostile, huge, records_of
from tests.tui.payloads import (
    BREAKS,
    ESC,
    LETTERS,
    LINES,
    PAYLOADS,
    STRINGS,
    SURROGATES,
    acts,
    random_texts,
    twin,
)
from tests.tui.wire import copied, stray_words, strays
from tui.clean import clean
from tui.gate import still
from tui.render.text import fit

TEXTS = list(PAYLOADS.values())
BROKEN_UP = {f"p{number:03}" for number, text in enumerate(TEXTS) if BREAKS.search(text)}
"""Marks of payloads that part lines, so that they stand otherwise than their twins."""
ALL = " ¦ ".join(text for text in TEXTS if not BREAKS.search(text) and len(text) < 200)
SIZE, PAGE = (160, 40), 36
"""All panes with room for rows; how many rows further PgDn goes where one pane has it all."""
OTHERWISE = "|".join([r"characters \d", r"hidden: U\+", "sha256: ", *BROKEN_UP])
"""Lines that differ between a payload and its twin: where in the text the words stand, and what is hidden there."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the payloads' archive and its harmless twin lie, each alone and all in one record."""
    home = tmp_path_factory.mktemp("hostile")
    (home / "hostile.json").write_bytes(snapshot(hostile(TEXTS)))
    (home / "twin.json").write_bytes(snapshot(hostile(TEXTS, twin)))
    (home / "hostile-all.json").write_bytes(snapshot(records_of("p000", NEWEST, ALL)))
    (home / "twin-all.json").write_bytes(snapshot(records_of("p000", NEWEST, twin(ALL))))
    return home


def test_no_payload_changes_a_cell_beyond_its_own(folder: Path) -> None:
    with Browsed(folder, "hostile.json", size=SIZE) as found, Browsed(folder, "twin.json", size=SIZE) as other:
        lists = [*range(found.row_of("5 Source · p000")), found.lines - 2, found.lines - 1]
        for number in range(0, len(TEXTS), 2):
            mark = f"p{number:03}"
            for terminal in (found, other):
                terminal.until(f"Source · {mark}")
                terminal.until("164 statements")
            compare(found, other, mark, but=OTHERWISE, rows=lists if mark in BROKEN_UP else ())
            for terminal in (found, other):
                terminal.press("jj")
        assert strays(found.raw) == ""


def test_the_rows_of_every_list_show_each_payload_on_its_own_line(folder: Path) -> None:
    with Browsed(folder, "hostile.json", size=SIZE) as found, Browsed(folder, "twin.json", size=SIZE) as other:
        for pane in "2314":
            for terminal in (found, other):
                terminal.wait_for("164 statements")
                terminal.press(f"{pane}gz")
                terminal.wait_for("▸", gone=["5 Source"])
            for row in range(0, len(TEXTS), PAGE):
                for terminal in (found, other):
                    terminal.until(f"▸.* p{row:03}")
                compare(found, other, f"{pane}, {row}", but=OTHERWISE)
                for terminal in (found, other):
                    terminal.press("PgDn")
            for terminal in (found, other):
                terminal.press("z")
                terminal.wait_for("5 Source")
        assert strays(found.raw) == ""


@pytest.mark.parametrize(
    ("pane", "kind", "height"),
    [("statements", "st", 440), ("figures", "fi", 415), ("actors", "ac", 150), ("documents", "do", 300)],
)
def test_a_record_with_all_payloads_in_every_field_is_shown_whole(
    folder: Path, pane: str, kind: str, height: int
) -> None:
    asked = {"hostile-all.json": ["--pane", pane], "twin-all.json": ["--pane", pane]}
    found, other = (Browsed(folder, name, *options, size=(150, height)) for name, options in asked.items())
    with found, other:
        for terminal in (found, other):
            terminal.wait_for("5 Source · p000")
            terminal.press("5z")
        for terminal in (found, other):
            terminal.wait_for(f"id: {kind}-p000 · revision 1", gone=["2 Statements"])
            if pane == "documents":  # whose words are all in need of a record
                terminal.until("^○")
        compare(found, other, pane, but=OTHERWISE)
        shown = " ".join(found.text.split())
        assert "[1] … [sic] [...] ¦ [link=https://evil.example]x[/link]" in shown
        assert "[@click=app.quit]here[/] ¦ [@click=app.bell]here ¦ [/red] ¦ [/] ¦ [sic]" in shown
        assert strays(found.raw) == ""


WRONG = ("review:", "said:", "value:>", "nosuch:", "(", "is:", "place:a OR ")


def test_pasted_into_the_filter_and_the_help_nothing_acts(folder: Path) -> None:
    texts = [text for text in TEXTS if ESC not in text][::2]
    with Browsed(folder, "hostile.json", size=(70, 12)) as found:
        before = found.wait_for("2 Statem 164", "newest first", "? help")
        for number, text in enumerate(texts):
            found.press("/\x15")
            found.paste(f"{text} q{number:03}")
            found.until(f"^/.*q{number:03}")
            found.press("\x15")
            found.paste(WRONG[number % len(WRONG)] + text)
            found.press("Enter", "^C", "X")
            found.until("^/ all")
        found.press("?")
        for number, text in enumerate(texts[::3]):
            found.press("\x15")
            found.paste(f"{text} q{number:03}")
            found.until(f"q{number:03}")
        found.press("^C", "jk")
        assert found.wait_for("2 Statem 164", "newest first", "? help", gone=["Help"]) == before
        assert strays(found.raw) == ""


def test_kept_as_the_filter_a_name_is_shown_by_signs_and_nothing_acts(folder: Path) -> None:
    with Browsed(folder, "hostile.json", "--pane", "actors", size=(70, 12)) as found:
        found.wait_for("1 Actors 164", "said")
        for number, name in enumerate(PAYLOADS):
            if name in STRINGS | LINES:
                found.press("a")
                found.until(f'^/ actor:"?(ac-)?p{number:03}')
                found.press("/")
                found.wait_for("Enter keeps it")
                found.press("^C", "X")
                found.until("^/ all")
            found.press("j")
        assert strays(found.raw) == ""


def test_what_is_wrong_with_a_filter_is_told_by_signs() -> None:
    told = []
    for text in TEXTS:
        for wrong in WRONG:
            try:
                parse(f"{wrong}{text}")
            except FilterError as error:
                told.append(clean(str(error)))
    assert len(told) > len(TEXTS)
    assert not any(map(acts, told))


def test_copied_and_exported_nothing_acts_and_the_clipboard_gets_signs(folder: Path) -> None:
    with Browsed(folder, "hostile.json", size=(100, 30)) as found:
        found.wait_for("164 statements", "5 Source · p000")
        found.press("y")
        found.wait_for("1 record: sent to the terminal's clipboard")
        found.press("ty")
        found.wait_for("164 records")
        found.press("w")
        for number in range(4):
            found.wait_for("Enter writes the file")
            found.press("PgDn", "PgDn", "PgDn")
            found.press("Tab" if number < 3 else "^T")
        for text in ("\u202etxt.exe", "[red]a[/red]", "$(reboot)\t;`x`\n", "a" * 300):
            found.press("\x15")
            found.paste(text)
            found.press("Enter")
            found.until("written to|can't be written|exists already")
            if "written to" in found.text:
                found.press("w")
                found.wait_for("Enter writes the file")
        found.press("^C", "C")
        found.wait_for("sayso --archive")
        found.press("o")
        found.wait_for("isn't opened")
        assert strays(found.raw) == ""
        [markdown, command] = copied(found.raw)
        assert "p000 ␛]0;pwned␇" in markdown
        assert not ACTIVE.search(markdown + command)
        assert not any(acts(file.name) for file in folder.iterdir())


HOSTILE_NAME = "evil\x1b]0;pwned\x07\u202e\x9b31m\n[@click=app.quit]\udcff$(reboot).json"
"""Of a file; the last but one is a byte that is no UTF-8."""


def test_the_archives_own_name_and_the_filter_asked_for_are_shown_by_signs(folder: Path) -> None:
    (folder / HOSTILE_NAME).write_bytes(snapshot(hostile(TEXTS[:5])))
    asked = ALL.replace('"', "").replace("\x00", "")
    with Browsed(folder, HOSTILE_NAME, "--filter", f'"{asked}"', size=(100, 40)) as found:
        found.until(r"^/ \"␛\]0;pwned␇ ¦ ␛\]2;pwned.* 0 of 5 statements")
        found.press("C")
        found.wait_for("sayso --archive", "evil")
        found.press("/")
        found.wait_for("Enter keeps it")
        found.press("Home", "^C", "X")
        found.until("^/ all")
        found.press("1", "G", "/zzzz\r", "\\", "?", "^C", "q")
        assert found.wait_for_end() == 0
        assert strays(found.raw.rpartition(b"\x1b[?1049l")[0]) == ""


HUGE = {
    "line": "x" * 1_000_000,
    "words": "many words of " * 10_000,
    "controls": "\x1b[2J\u202e" * 20_000,
    "line ends": "\n" * 100_000,
    "marks": "e" + "\u0301" * 10_000,
    "right to left": "مدينة حلب تحت " * 10_000,
}


def test_however_long_a_text_is_every_key_is_answered(folder: Path) -> None:
    (folder / "huge.json").write_bytes(snapshot(huge(HUGE.values())))
    with Browsed(folder, "huge.json", size=(120, 40)) as found:
        for number in range(len(HUGE)):
            found.until(f"Source · p{number:03}")
            for key, wanted in (("5", "z zoom"), ("G", "The end")):
                found.press(key)
                found.until(wanted)
            found.press("2j")
        for keys, wanted in (
            ("z", "^ 2 Statements"),
            ("5", "^ 5 Source"),
            ("z", "1 Actors"),
            ("3", "r rivals"),
            ("/zz\r", "^/ zz"),
            ("X", "^/ all"),
            ("1Ga", "^/ actor:"),
            ("X4G", "^/ all"),
            ("w", "Enter writes the file"),
            ("\x03", "1 Actors"),
            ("2y", "1 record"),
            ("?", "Help"),
            ("\x03", "1 Actors"),
        ):
            found.press(keys)
            found.until(wanted)
        assert strays(found.raw) == ""


def test_of_a_hundred_thousand_random_texts_none_acts_and_all_are_as_wide_as_counted() -> None:
    for text in random_texts([*LETTERS, *SURROGATES], 100_000):
        shown, behind = clean(text), still(text)
        assert not acts(shown), repr(text)
        assert not acts(behind), repr(text)
        assert clean(shown) == shown == still(shown), repr(text)
        assert cell_len(fit(text, 20)) == 20, repr(text)
        assert "\u200d" in text or cell_len(behind) == cell_len(text), repr(text)


def test_an_archive_of_random_texts_is_gone_through_and_nothing_acts(folder: Path) -> None:
    (folder / "random.json").write_bytes(snapshot(hostile(random_texts(LETTERS, 300))))
    with Browsed(folder, "random.json", size=(120, 40)) as found:
        found.until("Source · p000")
        for pane in "2314":
            found.press(pane)
            for number in range(0, 300, 12):
                found.press("\x1b[6~")
                if number % 60 == 0:
                    found.until(r"5 Source · p\d\d\d")
            found.press("G")
            found.until("[▸>] .*p299")
            found.press("5zz")
            found.until("1 Actors")
        assert strays(found.raw) == ""


def test_a_file_that_does_not_fit_ends_the_browser_with_words(folder: Path) -> None:
    data = (folder / "hostile.json").read_text(encoding="utf-8")
    (folder / "broken.json").write_text(data.replace('"kind":"person"', f'"kind":{json.dumps(ALL)}', 1))
    with Browsed(folder, "broken.json", size=(100, 30)) as found:
        assert found.wait_for_end() == 2
        drawn, _, said = found.raw.rpartition(b"\x1b[?1049l")
        assert strays(drawn) == ""
        assert "record ac-p000, field kind" in found.text.replace("\n", " ")
        assert stray_words(re.sub(rb"\x1b\[\?25h|\x1b\[<u|\x1b\[\?2004l|\x1b\[\?1004l", b"", said)) == ""
