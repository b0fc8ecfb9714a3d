"""The user's own keys, checked, and the tables of keys with these in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from store.errors import ConfigError
from tui.keynames import textual_name, types
from tui.keys import FORM, IN_FORM, KEYS, MODES, SELECTING, Key

NEEDED = ("form.keep", "form.leave")
"""While something is typed letters are letters, and only these lead on and out."""


def remap(overrides: Mapping[str, str]) -> Mapping[str, str]:
    """The user's keys by id, checked. Raises ConfigError naming an unknown id or key, or both ids of a clash."""
    known = {key.id for key in (*KEYS, *FORM)}
    for name, chosen in overrides.items():
        if name not in known:
            raise ConfigError(f"There is no key {name!r}; `sayso keys` lists them all.")
        for key in _split(chosen):
            if textual_name(key) is None:
                raise ConfigError(
                    f"{name}: no key is called {key!r}. Write x, f5, ctrl+x, space, slash or / and so on."
                )
        if name in NEEDED and all(map(types, names(chosen))):
            raise ConfigError(f"{name}: {chosen} is a character where one types. Add another key, as in {chosen},f5.")
    _refuse_clashes((*remapped(overrides), *remapped(overrides, FORM)))
    return dict(overrides)


def remapped(overrides: Mapping[str, str], table: Sequence[Key] = KEYS) -> tuple[Key, ...]:
    """The table with the user's keys in it."""
    return tuple(
        replace(key, keys=overrides[key.id], shown=" ".join(_split(overrides[key.id]))) if key.id in overrides else key
        for key in table
    )


def names(chosen: str) -> list[str]:
    """Textual's names of the keys that a user wrote."""
    return [textual_name(key) or key for key in _split(chosen)]


def of_selection(name: str, table: Iterable[Key]) -> Key | None:
    """The key of a selection that has this name of Textual's; None where there is none."""
    return next((key for key in table if key.scope == SELECTING and name in names(key.keys)), None)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def _refuse_clashes(keys: Iterable[Key]) -> None:
    """A key may do one thing in the form, others while one selects or reviews, and another elsewhere."""
    owners: dict[tuple[str, str], str] = {}
    for key in keys:
        place = key.scope if key.scope in (*MODES, IN_FORM) else ""
        for name in names(key.keys):
            owner = owners.setdefault((place, name), key.id)
            if owner != key.id:
                raise ConfigError(f"{owner} and {key.id} both want the key {name}. Give one of them another.")
