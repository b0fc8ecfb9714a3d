"""The marks in which a value of several parts is typed on one line: `NAME (…) <…> [remark]; NAME …`.

What holds one of these marks stands in double quotation marks; one of those inside is doubled, as in CSV.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_QUOTED = r'"(?:[^"]|"")*"'
_PLAIN = r'[^"()\[\]<>;]*'
_SOME = rf"(?:\s*{_QUOTED}\s*|{_PLAIN})"
_ADDRESS = rf"(?:\s*{_QUOTED}\s*|[^\"<>]*)"
_PIECE = re.compile(
    rf"(?P<head>{_SOME})(?:\((?P<round>{_SOME})\)\s*)?(?:<(?P<angle>{_ADDRESS})>\s*)?(?:\[(?P<square>{_SOME})\]\s*)?(?:;|$)"
)
_WORD = re.compile(rf"{_QUOTED}|\[[^\]]*\]|[^\s,;]+")
_MARKS = re.compile(r'["()\[\]<>;]')


class MisreadError(ValueError):
    """A text that is no such value; its words are a sentence that goes on from the field's name."""


class Piece(NamedTuple):
    """`head (round) <angle> [square]`, without their marks; what isn't there is ""."""

    head: str
    round: str = ""
    angle: str = ""
    square: str = ""

    def __str__(self) -> str:
        address = in_quotes(self.angle) if re.search(r'["<>]|^\s|\s$', self.angle) else self.angle
        parts = (quoted(self.round), "({})"), (address, "<{}>"), (quoted(self.square), "[{}]")
        return " ".join([quoted(self.head), *(marks.format(part) for part, marks in parts if part)])


def sound(text: str) -> str:
    """The text itself. Raises MisreadError for what no file can hold or acts on a terminal; line ends may be."""
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\r\t":
            raise MisreadError(f"has a character that is no text (U+{ord(character):04X}).")
    return text


def pieces(text: str) -> list[Piece]:
    """The pieces between semicolons; empty ones are left out. Raises MisreadError where marks don't fit together."""
    found: list[Piece] = []
    at = 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            raise MisreadError(
                f"can't be read from {_short(text[at:].strip())} on: put what has ( ) [ ] < > ; or a quotation "
                'mark in it in double quotation marks, and double each mark within, as in "a ""free"" man".'
            )
        found.append(Piece(*(unquoted(piece[name] or "") for name in Piece._fields)))
        at = piece.end()
    return [piece for piece in found if any(piece)]


def joined(written: Iterable[Piece]) -> str:
    """The inverse of `pieces`."""
    return "; ".join(map(str, written))


def words(text: str) -> list[str]:
    """What stands between spaces, commas and semicolons; words in quotation marks or in square brackets are one.

    Raises MisreadError for a mark that isn't closed.
    """
    found: list[str] = _WORD.findall(text)
    for word in found:
        if word.startswith('"') and (len(word) < 2 or not word.endswith('"')):
            raise MisreadError(f"{_short(word)} begins with a quotation mark that isn't closed.")
    return found


def quoted(text: str) -> str:
    """The text as it is typed: in quotation marks only where it couldn't be read back without."""
    if text and text == text.strip() and not _MARKS.search(text):
        return text
    return in_quotes(text) if text else ""


def in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def unquoted(text: str) -> str:
    """Without the spaces around it, and without its quotation marks."""
    text = text.strip()
    return text[1:-1].replace('""', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text


def _short(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:40] + "…")
