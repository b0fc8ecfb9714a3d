"""What may leave sayso, code for code: anything else in what it wrote to a terminal is a stray."""

from __future__ import annotations

import base64
import re

from store.characters import ACTIVE

_TEXT = f"(?!{ACTIVE.pattern}|[\t\n\r])."
_DRAWING = re.compile(
    r"\x1b\[[0-9;]*m"  # looks
    r"|\x1b\[[0-9]*(?:;[0-9]+)?H|\x1b\[[0-9]*[ABCDGd]|[\r\b]"  # moves
    r"|\x1b\[[0-9]*[JKX]"  # erasing
    r"|\x1b\[[0-9;]*r|\x1b[DM]"  # scrolling
    r"|\x1b\[\?(?:7|25|1049|2004|2026)[hl]|\x1b\[>1u|\x1b\[<u"  # wrapping, cursor, alternate screen, paste, keys
    rf"|{_TEXT}"
)
_WORDS = re.compile(rf"\r+\n|\t|{_TEXT}")
_CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def strays(raw: bytes) -> str:
    """What a browser wrote and may not write: neither text nor a code that draws, nor the clipboard's.

    What begins with the last ESC is not looked at: the terminal may have been read in the middle of it.
    """
    whole = raw[: raw.rindex(b"\x1b")].decode("utf-8", "surrogateescape")
    return _DRAWING.sub("", _CLIPBOARD.sub("", whole))


def stray_words(raw: bytes) -> str:
    """What a command wrote and may not write: it writes text in lines, and no code at all."""
    return _WORDS.sub("", raw.decode("utf-8", "surrogateescape"))


def copied(raw: bytes) -> list[str]:
    """The texts that were handed to the terminal's clipboard."""
    return [base64.b64decode(found).decode() for found in _CLIPBOARD.findall(raw.decode("utf-8", "surrogateescape"))]
