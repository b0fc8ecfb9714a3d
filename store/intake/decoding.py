"""From bytes to text: by its byte order mark, as UTF-8, as declared, or as it seems; nothing is replaced or dropped."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "shift_jis": "cp932"}
"""Declared -> what is meant by it on the web: the WHATWG's Encoding Standard, its table of labels."""
_TYPOGRAPHY = re.compile(rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa9\xad\xb0\xe0-\xef\xf1-\xf6\xf9-\xfc\x00-\x7f]*")
"""Bytes of an English text in windows-1252: ASCII, quotation marks, dashes, signs, and small letters with accents."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class Decoded(NamedTuple):
    """`encoding` by Python's name for it; `guessed` where neither the file nor its bytes say which it is."""

    text: str
    encoding: str
    guessed: bool = False


def decoded(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text without its byte order mark, its line ends as they stand; None where it can't be told for text.

    What is UTF-8 is taken for that, whatever is declared: hardly anything else happens to be.
    """
    found = _by_mark(data) or _in(data, "utf-8") or _as_declared(data, declared) or _guessed(data)
    if found is None or len(_CONTROL.findall(found.text)) * 100 > len(found.text):
        return None
    return found


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS:
        if data.startswith(mark) and (found := _in(data[len(mark) :], encoding)):
            return found
    return None


def _in(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        name = codecs.lookup(declared or "").name
        if not codecs.lookup(name)._is_text_encoding:
            return None
    except LookupError:
        return None
    return _in(data, MEANT.get(name, name))


def _guessed(data: bytes) -> Decoded | None:
    if b"\0" in data:
        return None
    if _TYPOGRAPHY.fullmatch(data):
        return Decoded(data.decode("cp1252", "replace"), "cp1252", guessed=True) if _in(data, "cp1252") else None
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    found = _in(data, best.encoding) if best else None
    return found._replace(guessed=True) if found else None
