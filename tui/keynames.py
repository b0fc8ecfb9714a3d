"""The names of keys: as people may write them in their config, and as Textual has them."""

from __future__ import annotations

import re
import unicodedata

SPECIAL = {"solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus"} | {
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Where Textual's name isn't the character's name in Unicode."""

KEYS = frozenset(
    {
        *("enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
        *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
    }
)
MODIFIED = re.compile(r"(?:(?:ctrl|shift|alt|super|meta|hyper)\+)+")


def textual_name(key: str) -> str | None:
    """Textual's name of a key: "slash" for "/" and for "slash"; None for what no key is called."""
    key = key.strip()
    modifiers = found[0] if (found := MODIFIED.match(key)) else ""
    base = _base(key.removeprefix(modifiers))
    return modifiers + base if base else None


def types(name: str) -> bool:
    """Whether a key, by Textual's name of it, puts a character where one types."""
    return name == "space" or ("+" not in name and name not in KEYS)


def _base(key: str) -> str | None:
    if key in KEYS or key in SPECIAL.values() or (len(key) == 1 and key.isalnum()):
        return key
    if len(key) == 1:
        name = unicodedata.name(key, "").lower().replace("-", "_").replace(" ", "_")
        return SPECIAL.get(name, name) or None
    return key if _is_character(key.replace("_", " ")) else None


def _is_character(name: str) -> bool:
    try:
        unicodedata.lookup(name.upper())
    except KeyError:
        return False
    return True
