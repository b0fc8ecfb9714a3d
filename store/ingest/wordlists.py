"""The word lists in `words/`: one entry a line, `#` begins a comment; each file's head tells where it is from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).with_name("words")


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of `words/NAME.txt` in their order, without comments and blank lines."""
    lines = (line.partition("#")[0].strip() for line in (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)


@cache
def words(name: str) -> frozenset[str]:
    """The entries to look up in."""
    return frozenset(entries(name))


@cache
def table(name: str) -> dict[str, tuple[str, ...]]:
    """Entries with more than one column (`word: a, b`): the word, and what stands after the colon, at its commas."""
    pairs = (entry.partition(":") for entry in entries(name))
    return {word.strip(): tuple(part.strip() for part in rest.split(",") if part.strip()) for word, _, rest in pairs}


@cache
def row(name: str, word: str) -> frozenset[str]:
    """What stands behind one word of a table, to look up in. Raises KeyError if it isn't there."""
    return frozenset(table(name)[word])


def alternatives(phrases: Iterable[str]) -> str:
    """One group of a pattern for any of these, the longest first; a space is any white space."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"
