"""Splits a filter into tokens; knows of quotation marks and escapes, but not which fields there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

Form: TypeAlias = Literal["word", "condition", "not", "or", "open", "close"]
# What closes a quotation that was opened so: keyboards and word processors pair them in several ways.
_CLOSING = {'"': '"', "“": '”"', "”": '”"', "„": '“”"'}
# Compiled, and kept by `re`, with the first filter: the browser starts without.
_FIELD = r"([^\W\d][\w-]*):"
_BARE = r"""[^\s()"“”„]*"""


class Token(NamedTuple):
    """A token; `start` and `end` are offsets into the filter's text, half-open, and so is `value_at`.

    `text` is the word, phrase or value without quotation marks and escapes. `closed` is false for a quotation that
    the text ends in.
    """

    form: Form
    text: str
    start: int
    end: int
    field: str = ""
    value_at: int = 0
    quoted: bool = False
    closed: bool = True


def tokens(text: str) -> Iterator[Token]:
    """The tokens from left to right; whitespace is where their offsets leave a gap. Raises nothing."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at)
        yield token
        at = token.end


def _token(text: str, start: int) -> Token:
    if text[start] == "(":
        return Token("open", "(", start, start + 1)
    if text[start] == ")":
        return Token("close", ")", start, start + 1)
    if text[start] == "-":
        return Token("not", "-", start, start + 1)
    field = re.compile(_FIELD).match(text, start)
    value_at = field.end() if field else start
    value, end, quoted, closed = _value(text, value_at)
    if field:
        return Token("condition", value, start, end, field[1], value_at, quoted, closed)
    form: Form = "or" if value == "OR" and not quoted else "word"
    return Token(form, value, start, end, value_at=start, quoted=quoted, closed=closed)


def _value(text: str, at: int) -> tuple[str, int, bool, bool]:
    """Value, where it ends, whether it's quoted, and whether the quotation is closed."""
    if text[at : at + 1] in _CLOSING:
        value, end, closed = _quotation(text, at)
        return value, end, True, closed
    bare = re.compile(_BARE).match(text, at)
    end = bare.end() if bare else at
    return text[at:end], end, False, True


def _quotation(text: str, start: int) -> tuple[str, int, bool]:
    """What stands between the marks, one past the closing one, and whether there is one; a backslash escapes."""
    closing, kept, at = _CLOSING[text[start]], [], start + 1
    while at < len(text) and text[at] not in closing:
        at += text[at] == "\\"
        kept.append(text[at : at + 1])
        at += 1
    closed = at < len(text)
    return "".join(kept), min(at + 1, len(text)), closed
