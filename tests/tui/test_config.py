"""The config file and the choice of the archive, as a user meets them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seeds import sample_bytes
from store.errors import ArchiveError, ConfigError, MissingArchiveError
from tui.config import Config, Located, config_file, locate, locate_to_write, own_archive, sample_archive, state_dir


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("SAYSO_ARCHIVE", "SAYSO_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    for kind in ("data", "config", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    return tmp_path


def configured(text: str) -> Config:
    config_file().parent.mkdir(parents=True, exist_ok=True)
    config_file().write_text(text, encoding="utf-8")
    return Config.load()


def archive_at(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"{}")
    return path


def test_without_a_config_file_everything_is_at_its_default():
    assert Config.load() == Config(archive=None, keys={})


def test_files_lie_where_xdg_says(home: Path):
    assert config_file() == home / "config/sayso/config.toml"
    assert own_archive() == home / "data/sayso/archive.json"
    assert sample_archive() == home / "data/sayso/sample.json"
    assert state_dir() == home / "state/sayso"


def test_the_archive_of_the_config_may_begin_with_a_tilde(home: Path):
    assert configured('archive = "~/reports.json"').archive == home / "reports.json"


def test_a_relative_archive_of_the_config_is_taken_from_the_configs_folder(home: Path):
    assert configured('archive = "reports.json"').archive == home / "config/sayso/reports.json"


def test_another_config_file_can_be_named(home: Path, monkeypatch: pytest.MonkeyPatch):
    (home / "other.toml").write_text('archive = "/reports.json"', encoding="utf-8")
    monkeypatch.setenv("SAYSO_CONFIG", str(home / "other.toml"))
    assert Config.load().archive == Path("/reports.json")


def test_a_named_config_file_that_is_not_there_is_told(home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SAYSO_CONFIG", str(home / "nowhere.toml"))
    with pytest.raises(ConfigError, match=r"nowhere\.toml, which SAYSO_CONFIG names"):
        Config.load()


@pytest.mark.parametrize("text", ['[keys]\n"browse.mark" = "f6"', '[keys]\nbrowse.mark = "f6"'])
def test_a_key_is_given_by_its_id_with_or_without_quotation_marks(text: str):
    assert configured(text).keys == {"browse.mark": "f6"}


def test_the_terminals_switches_are_off_but_the_clipboard_and_ascii_is_the_locales_to_say():
    found = Config.load()
    assert (found.mouse, found.screen_reader, found.clipboard, found.ascii) == (False, False, True, None)


def test_the_terminals_switches_are_set_by_their_names():
    found = configured("mouse = true\nscreen-reader = true\nclipboard = false\nascii = false")
    assert (found.mouse, found.screen_reader, found.clipboard, found.ascii) == (True, True, False, False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('archve = "x"', r"config\.toml, field archve: there is no such field\. Did you mean archive\?"),
        ("colour = 1", "field colour: there is no such field. It can have: archive, mouse, screen-reader, .*keys"),
        ("screen_reader = true", r"field screen_reader: .* Did you mean screen-reader\?"),
        ('mouse = "yes"', r"config\.toml, field mouse: wants true or false, as in mouse = true"),
        ("screen-reader = 1", "field screen-reader: wants true or false"),
        ("clipboard = []", "field clipboard: wants true or false"),
        ("ascii = 0", "field ascii: wants true or false"),
        ("archive = 3", "field archive: wants a path in quotation marks"),
        ('archive = ""', "field archive: wants a path"),
        ('keys = "m"', "field keys: wants a table"),
        ("[keys]\nbrowse.mark = 1", r"field keys\.browse\.mark: wants keys in quotation marks"),
        ('[keys]\n"browse.sing" = "f6"', r"config\.toml, field keys: .*browse\.sing"),
        ('[keys]\n"browse.mark" = "q"', r"field keys: .*browse\.mark.*browse\.close|browse\.close.*browse\.mark"),
        ("archive =\nkeys = 1", r"config\.toml is not TOML: .*line 1"),
    ],
)
def test_what_is_wrong_in_the_config_is_told_with_file_and_field(text: str, told: str):
    with pytest.raises(ConfigError, match=told):
        configured(text)


def test_a_config_that_is_not_utf8_is_told():
    config_file().parent.mkdir(parents=True)
    config_file().write_bytes(b'archive = "\xff"')
    with pytest.raises(ConfigError, match="is not UTF-8"):
        Config.load()


def test_the_archive_is_the_one_named_first_by_option_environment_config_and_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    option, environment, config = (archive_at(home / f"{name}.json") for name in ("option", "environment", "config"))
    archive_at(own_archive())
    assert locate(None, Config()).path == own_archive()
    assert locate(None, Config(archive=config)).path == config
    monkeypatch.setenv("SAYSO_ARCHIVE", str(environment))
    assert locate(None, Config(archive=config)).path == environment
    assert locate(option, Config(archive=config)).path == option
    assert [locate(given, Config()).origin for given in (option, None)] == ["--archive", "SAYSO_ARCHIVE"]


def test_with_no_archive_at_all_it_is_the_sample_copied_to_the_data_folder():
    found = locate(None, Config())
    assert (found.path, found.sample) == (sample_archive(), True)
    assert found.path.read_bytes() == sample_bytes()
    assert os.access(found.path, os.W_OK)


def test_the_copy_of_the_sample_is_never_overwritten():
    locate(None, Config()).path.write_bytes(b"changed")
    assert locate(None, Config()).path.read_bytes() == b"changed"


def test_a_named_archive_that_is_missing_is_told_with_how_to_make_it(home: Path):
    with pytest.raises(MissingArchiveError, match=f"sayso new {home}/none.json"):
        locate(home / "none.json", Config())


def test_a_link_to_nowhere_in_place_of_the_own_archive_is_not_passed_over_for_the_sample():
    own_archive().parent.mkdir(parents=True)
    own_archive().symlink_to("gone.json")
    assert locate(None, Config()).origin == "own"


@pytest.mark.parametrize("ending", [".log", ".bak"])
def test_where_the_own_archive_is_gone_and_its_log_or_copy_is_there_the_sample_is_not_shown_instead(ending: str):
    own = own_archive()
    own.parent.mkdir(parents=True)
    own.with_name(own.name + ending).touch()
    assert locate(None, Config.load()) == Located(own, "own")


def test_a_data_folder_that_cannot_be_written_is_told_with_what_to_do(home: Path):
    (home / "data").write_text("a file where the folder would be", encoding="utf-8")
    with pytest.raises(ArchiveError, match=r"sample can't be copied to your data folder.*sayso --archive FILE"):
        locate(None, Config())


def test_records_are_brought_into_the_own_archive_and_into_the_sample_only_where_it_is_named():
    locate(None, Config())
    assert locate_to_write(None, Config()).path == own_archive()
    assert locate_to_write(sample_archive(), Config()).path == sample_archive()
