"""Text that strangers wrote, told by a command: on a terminal it is words in lines, whatever it was meant to be."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from store.founding import snapshot
from tests.tui.hostile import hostile
from tests.tui.payloads import PAYLOADS
from tests.tui.terminal import ROOT, Terminal
from tests.tui.wire import stray_words

SEVERAL = """
import json, os, sys
from tui.cli import main
for command in json.loads(os.environ["COMMANDS"]):
    sys.argv = ["sayso", *command]
    try:
        main()
    except SystemExit as end:
        print(f"<{end.code or 0}>", flush=True)
"""
"""Runs commands one after the other, and tells what each ended with."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    (home / "hostile.json").write_bytes(snapshot(hostile(PAYLOADS.values())))
    return home


def told(home: Path, *commands: list[str], archive: str = "hostile.json", **env: str) -> tuple[str, list[int]]:
    """What the commands wrote to a terminal, and what they ended with. Fails where any of it isn't plain words."""
    own = {f"XDG_{kind.upper()}_HOME": str(home / kind) for kind in ("data", "state", "config")}
    asked = json.dumps([["--archive", archive, *command] for command in commands])
    environ = {**own, "HOME": str(home), "PYTHONPATH": ROOT, "COMMANDS": asked, **env}
    with Terminal(env=environ, cwd=home, size=(120, 40), command=(sys.executable, "-c", SEVERAL)) as found:
        assert found.wait_for_end() == 0
        assert stray_words(found.raw) == ""
        text = found.raw.decode("utf-8", "surrogateescape")
    lines = text.replace("\r\n", "\n").split("\n")
    return text, [
        int(line.strip("<>")) for line in lines if line.startswith("<") and line.endswith(">") and len(line) < 6
    ]


TABLES = ("actors", "statements", "figures", "documents", "relations")


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_list_is_words_in_lines_whatever_its_form(folder: Path, form: str) -> None:
    text, codes = told(folder, *([["list", table, "--format", form] for table in TABLES]))
    assert codes == [0] * len(TABLES)
    assert "[1] … [sic] [...]" in text.replace("\\", "")


def test_on_a_terminal_json_is_the_same_json(folder: Path) -> None:
    text, _ = told(folder, ["list", "actors", "--format", "json"])
    found = json.loads(text[: text.rindex("]") + 1].replace("\r\n", "\n"))
    assert [actor["description"] for actor in found] == list(PAYLOADS.values())


def test_a_record_is_shown_and_the_archive_checked_in_words(folder: Path) -> None:
    ids = [f"{kind}-p{number:03}" for kind in ("st", "fi", "ac", "do") for number in range(0, len(PAYLOADS), 9)]
    _, codes = told(
        folder, *[["show", found] for found in ids], ["check"], ["export"], ["show", ids[0], "--format", "json"]
    )
    assert codes == [*[0] * len(ids), 1, 0, 0]


def test_what_is_wrong_with_an_argument_is_told_in_words(folder: Path) -> None:
    texts = [text for text in PAYLOADS.values() if "\x00" not in text]
    commands = [["list", "actors", "--", f"review:{text}"] for text in texts[::4]]
    commands += [["list", "actors", "--sort", text] for text in texts[1::4]]
    commands += [["show", text] for text in texts[2::8]]
    commands += [[f"x{text}"] for text in texts[3::8]]
    commands += [["list", f"x{text}"] for text in texts[6::8]]
    commands += [["import", f"{text}.json"] for text in texts[7::8]]
    commands += [["--archive", f"no{text}", "check"] for text in texts[5::8]]
    commands += [["list", "actors", f"--x{text}"] for text in texts[4::8]]
    _, codes = told(folder, *commands)
    assert set(codes) <= {0, 2}
    assert len(codes) == len(commands)


def test_what_an_edit_changes_is_told_in_words(folder: Path) -> None:
    texts = [text for text in PAYLOADS.values() if "\x00" not in text]
    plain = ["gloss=plain", "note=plain", "description=plain", "name=plain"]
    commands = [["edit", f"ac-p{number:03}", *plain, "--dry-run"] for number in range(0, len(PAYLOADS), 5)]
    commands += [["edit", "ac-p000", f"note={text}", f"parent={text}", "--dry-run"] for text in texts[::6]]
    commands += [["edit", "ac-p000", f"description={text}", "--dry-run", "--", f"+{text}"] for text in texts[1::6]]
    commands += [["edit", "--filter", "", f"speakers={text}", "--yes"] for text in texts[2::6]]
    commands += [["edit", "ac-p000", f"x{text}=y"] for text in texts[3::6]]
    commands += [["merge", "ac-p000", text] for text in texts[4::6]]
    _, codes = told(folder, *commands)
    assert set(codes) <= {0, 2}
    assert len(codes) == len(commands)


def test_what_an_import_brings_in_is_told_in_words(folder: Path) -> None:
    name = "in\x1b]0;pwned\x07\u202e.json"
    _, codes = told(folder, ["export", "--format", "json", "--output", name], ["import", name])
    assert codes == [0, 0]
    words, codes = told(folder, ["import", name], archive=f"new {name}")
    assert codes == [2]
    assert "field retrieved" in words


def broken(folder: Path, name: str, text: str) -> str:
    """An archive in which one record doesn't fit, by an id and a field that hold the text."""
    data = (folder / "hostile.json").read_text(encoding="utf-8")
    quoted = json.dumps(f"p000 {text}")
    assert '"id":"ac-p000"' in data
    (folder / name).write_text(data.replace('"id":"ac-p000","name"', f'"id":{quoted},"kind":{quoted},"name"', 1))
    return name


@pytest.mark.parametrize("text", ["\x1b]0;pwned\x07", "\x9b2J\u202e\r\n[/red]", "\udcff\ud83d"])
def test_a_file_that_does_not_fit_is_told_in_words_that_name_the_record(folder: Path, text: str) -> None:
    name = broken(folder, "broken.json", text)
    words, codes = told(folder, ["list", "actors"], ["check"], ["import", name], archive=name)
    assert "p000" in words or "\ud83d" in text
    assert set(codes) == {2}


def test_a_config_that_is_wrong_is_told_in_words(folder: Path) -> None:
    for number, text in enumerate(["\\u001b]0;x\\u0007", "\\u202e\\u009b31m", "[/red]\\n"]):
        (folder / f"config{number}.toml").write_text(f'"{text}" = 1\n[keys]\n"{text}" = "{text}"\n')
        words, codes = told(folder, ["list", "actors"], SAYSO_CONFIG=str(folder / f"config{number}.toml"))
        assert codes == [2]
        assert "no such field" in words
        (folder / f"keys{number}.toml").write_text(f'[keys]\n"{text}" = "{text}"\n')
        assert told(folder, ["keys"], SAYSO_CONFIG=str(folder / f"keys{number}.toml"))[1] == [2]
