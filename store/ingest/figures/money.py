"""Currencies: the sign before an amount, the sign, code or name behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.ingest.wordlists import alternatives, entries


class _Currency(NamedTuple):
    name: str
    signs: list[str]
    words: list[str]


def _currency(entry: str) -> _Currency:
    name, _, rest = entry.partition(":")
    signs, _, words = rest.partition("|")
    return _Currency(name.strip(), *(re.findall(r"[^,\s](?:[^,]*[^,\s])?", side) for side in (signs, words)))


_ROWS = [_currency(entry) for entry in entries("currencies")]
_SIGNS = {sign: name for name, signs, _ in _ROWS for sign in signs}
_CURRENCIES = frozenset(name for name, _, _ in _ROWS)
_LONGEST = max(map(len, _SIGNS))
_FORCED = frozenset(("PS", "Y="))
_NAMES = {word.lower() + plural: name for name, _, words in _ROWS for word in words for plural in ("", "s")}
_WORDS = alternatives(word for word in _NAMES if word not in ("p", "ps"))
_BEHIND = re.compile(
    rf"\s?(?P<sign>{alternatives(_SIGNS.keys() - _FORCED)})(?!\w)"
    rf"|[\s-](?P<word>(?i:{_WORDS}))(?!\w)|(?P<pence>\s?p)(?![\w.]\w|\w)"
)
_BESIDES = re.compile(r"\s(?:US|U\.S\.|Cdn|Canadian|Australian)(?!\w)")
_SUM = re.compile(r"[0-9]{1,3},[0-9]{3}|[0-9]{3,}|[0-9.]+\s?(?:m|bn|k|million|billion)\b")
"""What may stand behind "PS" that is a pound's sign in a text forced into ASCII: PS2.7m, and not the console PS5."""
POUNDS = re.compile(r"[\s-]pounds?(?!\w|-f)", re.IGNORECASE)
"""Money behind a magnitude ("two million pounds"), a weight behind anything else."""


def is_money(unit: str) -> bool:
    """Whether the unit is a currency, or goes by one ("dollar per barrel")."""
    return unit.partition(" per ")[0] in _CURRENCIES


def named(word: str) -> str | None:
    """The currency that a whole word names ("dollars"), in any case."""
    return _NAMES.get(word.lower())


def sign_before(text: str, at: int) -> tuple[str | None, int]:
    """The currency whose sign or code stands before the digits at `at`, and where it begins; else None and `at`."""
    end = at - 1 if text[at - 1 : at] in ("-", "−", " ", "\u00a0") and at else at
    near = text[max(0, end - _LONGEST) : end]
    for length in range(len(near), 0, -1):
        sign = near[-length:]
        start = end - length
        if sign in _SIGNS and not (sign[0].isalnum() and text[max(0, start - 1) : start].isalnum()):
            if sign == "PS" and not _SUM.match(text, at):
                continue
            if end == at or not sign[-1].isalpha() or text[end] != "-":
                return _SIGNS[sign], start
    return None, at


def behind(text: str, at: int, *, factor: int) -> tuple[str | None, int]:
    """The currency named at `at` ("280 million yen", "1,200€", "118.5p"), and where it ends."""
    if factor >= 1000 and (pounds := POUNDS.match(text, at)):
        return "pound sterling", pounds.end()
    found = _BEHIND.match(text, at)
    if not found:
        return None, at
    if found["pence"]:
        return "penny", found.end()
    words = " ".join(found["word"].lower().split()) if found["word"] else ""
    return _NAMES[words] if words else _SIGNS[found["sign"]], found.end()


def besides(text: str, at: int) -> int:
    """Where "US" behind an amount that had its sign before ends ("$76 US a barrel")."""
    found = _BESIDES.match(text, at)
    return found.end() if found else at
