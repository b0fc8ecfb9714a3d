"""The user's config file, and the one place for paths: where the config, the archives and the state of a view lie."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

import platformdirs
from msgspec import Struct

from store.errors import ArchiveError, ConfigError
from tui import keymap
from tui.terminal import Terminal

APP = "sayso"
Origin: TypeAlias = Literal["--archive", "SAYSO_ARCHIVE", "config", "own", "sample"]


def config_file() -> Path:
    """`SAYSO_CONFIG` where it is set, else `config.toml` in the user's config folder; it need not be there."""
    named = os.environ.get("SAYSO_CONFIG")
    return Path(named).expanduser() if named else platformdirs.user_config_path(APP, appauthor=False) / "config.toml"


def own_archive() -> Path:
    """The archive that is opened where none is named: `archive.json` in the user's data folder."""
    return platformdirs.user_data_path(APP, appauthor=False) / "archive.json"


def sample_archive() -> Path:
    """The user's own copy of the sample, beside `own_archive`."""
    return own_archive().with_name("sample.json")


def state_dir() -> Path:
    """Where views and copied text are kept from one start to the next."""
    return platformdirs.user_state_path(APP, appauthor=False)


class Config(Struct, frozen=True):
    """What the config file says; what it leaves out is at its default.

    `archive` is absolute, a relative one is taken from the config's folder. `keys` maps ids of `tui.keys` to
    Textual's names of keys, comma separated; it has gone through `keymap.remap`. `ascii` of None is as the locale says.
    """

    archive: Path | None = None
    mouse: bool = False
    screen_reader: bool = False
    clipboard: bool = True
    ascii: bool | None = None
    keys: Mapping[str, str] = {}

    @classmethod
    def load(cls) -> Config:
        """The config of this user, the default one where there's no file.

        Raises ConfigError naming file and field; also where `SAYSO_CONFIG` names a file that isn't there.
        """
        file = config_file()
        found = _read(file)
        for name in found:
            _refuse_unknown(file, name)
        return cls(**{name.replace("-", "_"): _FIELDS[name](file, value) for name, value in found.items()})


def _read(file: Path) -> dict[str, Any]:
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        if not os.environ.get("SAYSO_CONFIG"):
            return {}
        raise ConfigError(f"There is no config file at {file}, which SAYSO_CONFIG names.") from error
    except OSError as error:
        raise ConfigError(f"The config file {file} can't be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file} is not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    return _parsed(file, text)


def _parsed(file: Path, text: str) -> dict[str, Any]:
    import tomllib  # most people have no config file, and needn't wait for it

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file} is not TOML: {error}.") from error


def _refuse_unknown(file: Path, name: str) -> None:
    if name in _FIELDS:
        return
    from difflib import get_close_matches  # only wanted once something went wrong

    meant = get_close_matches(name, _FIELDS, 1)
    advice = f"Did you mean {meant[0]}?" if meant else f"It can have: {', '.join(_FIELDS)}."
    raise ConfigError(f"{file}, field {name}: there is no such field. {advice}")


def _archive(file: Path, value: object) -> Path:
    if not isinstance(value, str) or not value:
        raise ConfigError(f'{file}, field archive: wants a path in quotation marks, as in archive = "~/reports.json".')
    return file.absolute().parent / Path(value).expanduser()


def _switch(name: str) -> Callable[[Path, object], bool]:
    def read(file: Path, value: object) -> bool:
        if not isinstance(value, bool):
            raise ConfigError(f"{file}, field {name}: wants true or false, as in {name} = true.")
        return value

    return read


def _keys(file: Path, value: object) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise ConfigError(f'{file}, field keys: wants a table of ids and keys, as in [keys] "browse.mark" = "f6".')
    overrides = _flat(file, value)
    try:
        return keymap.remap(overrides)
    except ConfigError as error:
        raise ConfigError(f"{file}, field keys: {error}") from error


def _flat(file: Path, table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Ids with a dot in them become tables of tables where they stand without quotation marks; both are taken."""
    found: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            found |= _flat(file, value, f"{prefix}{name}.")
        elif isinstance(value, str) and value.strip():
            found[prefix + name] = value
        else:
            raise ConfigError(
                f'{file}, field keys.{prefix}{name}: wants keys in quotation marks, as in "f6" or "K,f6".'
            )
    return found


_SWITCHES = ("mouse", "screen-reader", "clipboard", "ascii")
_FIELDS: dict[str, Callable[[Path, object], Any]] = {
    "archive": _archive,
    **{name: _switch(name) for name in _SWITCHES},
    "keys": _keys,
}


class Located(Struct, frozen=True):
    """The archive to open, and who named it: "own" and "sample" are those nobody named."""

    path: Path
    origin: Origin

    @property
    def sample(self) -> bool:
        return self.origin == "sample"


def named(explicit: Path | None, config: Config) -> Located | None:
    """The archive that `--archive`, `SAYSO_ARCHIVE` or the config names, in this order, whether it is there or not."""
    if explicit is not None:
        return Located(explicit.expanduser(), "--archive")
    if from_environment := os.environ.get("SAYSO_ARCHIVE"):
        return Located(Path(from_environment).expanduser(), "SAYSO_ARCHIVE")
    return Located(config.archive, "config") if config.archive else None


def locate(explicit: Path | None, config: Config, *, gone: bool = False) -> Located:
    """The archive to read: the named one, the user's own, else the sample, which is copied to the data folder once.

    Raises MissingArchiveError where the named one isn't there, unless it may be `gone`; ArchiveError where the sample
    can't be copied.
    """
    located = named(explicit, config)
    if located is not None:
        if not gone and not os.path.exists(located.path):
            from store.storage.advice import missing  # a start needs none of it

            raise missing(located.path)
        return located
    if os.path.lexists(own_archive()) or _stood_there(own_archive()):  # it is told as missing, not passed over
        return Located(own_archive(), "own")
    _copy_sample(sample_archive())
    return Located(sample_archive(), "sample")


def _stood_there(path: Path) -> bool:
    """Whether an archive's log or last copy is left of one."""
    from store.storage.names import backup_of, log_of  # of commands that read nothing there is no need

    return os.path.exists(log_of(path)) or os.path.exists(backup_of(path))


def locate_to_write(explicit: Path | None, config: Config) -> Located:
    """The archive that records are brought into, which need not be there yet; the sample only where it is named."""
    return named(explicit, config) or Located(own_archive(), "own")


def _copy_sample(path: Path) -> None:
    if os.path.lexists(path):
        return
    from seeds import sample_bytes
    from store.founding import create

    try:
        create(path, sample_bytes())
    except ArchiveError as error:
        if not os.path.lexists(path):  # else another sayso has just made it
            advice = "Name an archive that can be read: sayso --archive FILE"
            raise ArchiveError(f"The sample can't be copied to your data folder: {error} {advice}") from error


class Launch(Struct, frozen=True):
    """What the browser is started with. `filter`, `pane` and `sort` of None leave it as it was left the last time.

    `filter` is known to be readable; `sort` is a column of `store.index.SORTS` of the pane, which is then named, and is
    reversed where a dash stands before it. `clipboard` is whether copied text may leave for the terminal or tmux.
    """

    path: Path
    sample: bool
    read_only: bool
    filter: str | None
    pane: str | None
    sort: str | None
    config: Config
    state_dir: Path
    terminal: Terminal = Terminal()
    mouse: bool = False
    clipboard: bool = True
