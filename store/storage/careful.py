"""The careful pass over a file that another program wrote: what a fast decoder takes in silence is told here."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from json import JSONDecodeError
from pathlib import Path

from store.errors import DamagedArchiveError
from store.storage.advice import advice
from store.strict import Scan

_ID = re.compile(r'"id"\s*:\s*("(?:[^"\\]|\\.){1,200}")')
ILL_FORMED = "is not JSON"
"""How the word about a text begins that isn't JSON at all."""
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_NEAR = 2000
"""Within so many characters from its beginning a row's id is looked for."""


def examine(path: Path, data: bytes) -> None:
    """Raises DamagedArchiveError, with line and record, for a name that stands twice in one object, a number that is
    none or too large, text that is no UTF-8, and what is no table of records by number."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DamagedArchiveError(path, "is not UTF-8 text.", line=line, advice=advice(path)) from error
    scan, place = Scan(text), _Place()
    try:
        for name in scan.members():
            place.table, place.start = name, scan.at
            _table(scan, place)
        scan.end()
    except JSONDecodeError as error:
        raise DamagedArchiveError(
            path, f"{_sentence(error.msg)}.", line=error.lineno, record=place.name(text), advice=advice(path)
        ) from error


class _Place:
    """The row that is being read: its table, its key, where its value starts."""

    table, key, start = "", "", 0

    def name(self, text: str) -> str | None:
        """The record's id, or what else it can be found by; None for what is no record's."""
        if not self.key:
            return None
        found = _ID.search(text, self.start, self.start + _NEAR)
        if found and "\n" not in text[self.start : found.start()]:
            with suppress(ValueError):
                return str(json.loads(found[1]))
        return f"{self.table} {self.key}"


def _table(scan: Scan, place: _Place) -> None:
    if scan.next() != "{":
        scan.value()
        return
    for key in scan.members():
        place.key, place.start = key, scan.at
        if not (key.isascii() and key.isdecimal()):
            raise JSONDecodeError(f"{key!r} is no number for a record", scan.text, scan.at)
        row = scan.value()
        if _SURROGATE.search(scan.text, place.start, scan.at):
            _refuse_half(row, scan, place.start)
    place.key = ""


def _sentence(problem: str) -> str:
    """ "'a' stands twice" as it is, "Expecting value" in our words."""
    return (
        f"{ILL_FORMED} as we read it ({problem})"
        if problem.startswith(("Expecting", "Extra", "Invalid", "Unterminated"))
        else problem
    )


def _refuse_half(row: object, scan: Scan, start: int) -> None:
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        problem = f"has half of a surrogate pair (\\u{ord(error.object[error.start]):04x}), which is no character"
        raise JSONDecodeError(problem, scan.text, start) from error
