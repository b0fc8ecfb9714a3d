"""What the README says is so: keys, fields, commands, files, the picture."""

from __future__ import annotations

import asyncio
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from store.query import FIELDS, parse
from tests.tui.picture import PICTURE, drawn
from tui.cli.browse_command import command as browse
from tui.cli.group import sayso
from tui.config import Config
from tui.keys import FORM, KEYS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def keys_table() -> str:
    """The table of keys as the README has to have it."""
    rows = [f"| `{key.shown}` | {key.does} | {key.scope if key.scope != 'everywhere' else ''} |" for key in KEYS]
    return "\n".join(["| key | does | where |", "|---|---|---|", *rows])


def form_table() -> str:
    """The table of the form's keys as the README has to have it."""
    return "\n".join(["| key | does |", "|---|---|", *(f"| `{key.shown}` | {key.does} |" for key in FORM)])


def fields_table() -> str:
    """The table of the filter's fields as the README has to have it."""
    rows = [f"| `{field.name}` | {field.description} | `{field.example}` |" for field in FIELDS.values()]
    return "\n".join(["| field | what it is | for example |", "|---|---|---|", *rows])


@pytest.mark.parametrize("table", [keys_table, form_table, fields_table])
def test_the_tables_of_keys_and_fields_are_those_of_the_program(table) -> None:  # type: ignore[no-untyped-def]
    assert table() in README, f"the README should have:\n{table()}"


def words(picture: str) -> list[str]:
    """What is written in an SVG; how it is drawn may change with the library that draws it."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", picture)


def test_every_example_of_a_filter_can_be_read() -> None:
    block = README.split("## The filter")[1].split("```")[1]
    examples = [re.split(r"\s{3,}", line)[0] for line in block.strip().splitlines()]
    assert len(examples) >= 6
    for example in examples:
        parse(example)


def test_every_command_is_in_the_readme_and_the_other_way_round() -> None:
    block = README.split("## The command line")[1].split("```")[1]
    named = {shlex.split(part)[1] for part in re.findall(r"sayso [a-z-]+", block)} - {"--version"}
    assert named == set(sayso.list_commands(None))  # type: ignore[arg-type]


ONE_OF = re.compile(r"(\w+)(?:\|\w+)+")
"""What stands for one of several words, as in table|json|csv."""


def commands() -> list[list[str]]:
    """The commands of the README's table, without those that need a file or an id of one's own."""
    block = README.split("## The command line")[1].split("```")[1]
    lines = [part for line in block.strip().splitlines() for part in re.split(r"\s{3,}", line)[0].split(" · ")]
    found = [shlex.split(ONE_OF.sub(r"\1", line))[1:] for line in lines]
    own = {"PATH", "ID", "records.json", "aleppo.txt", "reports/", "browse", "restore"}
    return [words for words in found if words and not own & set(words)]


def test_every_command_that_it_shows_works_on_the_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corrected.txt").write_text("The count was corrected.", encoding="utf-8")
    assert len(commands()) >= 12
    for words in commands():
        result = CliRunner().invoke(sayso, [*words, *(["--yes"] if "--filter" in words else [])])
        assert result.exit_code == 0, (words, result.stderr)


def test_the_two_commands_stand_there_as_they_are_run() -> None:
    assert "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/sayso" in README
    assert "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest" in README


def test_the_config_file_it_shows_can_be_read_and_has_every_field(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(README.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    monkeypatch.setenv("SAYSO_CONFIG", str(file))
    found, plain = Config.load(), Config()
    assert [name for name in plain.__struct_fields__ if getattr(found, name) == getattr(plain, name)] == []


def test_what_the_browser_can_be_asked_for_is_told() -> None:
    options = {option for param in browse.params for option in param.opts}
    assert [option for option in options - {"--pane", "--sort"} if option not in README] == []


def test_the_files_it_links_to_are_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_picture_is_what_the_browser_shows(tmp_path: Path) -> None:
    kept, now = PICTURE.read_text(encoding="utf-8"), asyncio.run(drawn(tmp_path))
    assert words(kept) == words(now), "the screen has changed: python -m tests.tui.picture"
