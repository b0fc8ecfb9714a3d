"""What was asked of a table last, and the answers: a filter that only narrows one of them looks at its rows alone.

Typing another letter narrows what the letters before it left; so does another term.
"""

from __future__ import annotations

from typing import NamedTuple

from store.folding import fold
from store.query import All, And, Node, Word
from store.query.tree import all_of

_REMEMBERED = 24


class _Answer(NamedTuple):
    parts: tuple[Node, ...]
    """What was asked: all of them hold."""
    marked: frozenset[str]
    looked_at: int
    """The rows it was asked of."""
    found: int


class Answers:
    """The answers given last, of one table; sound as long as its records stay the same."""

    def __init__(self) -> None:
        self._last: list[_Answer] = []

    def narrowed(self, node: Node, marked: frozenset[str], within: int) -> tuple[Node, int]:
        """What is left to ask of which rows, in place of asking the node of those `within`."""
        parts = _parts(node)
        best, left = None, within
        for answer in self._last:
            if answer.marked == marked and all(_implied(old, parts) for old in answer.parts):
                rows = within & (answer.found | ~answer.looked_at)
                if best is None or rows.bit_count() < left.bit_count():
                    best, left = answer, rows
        if best is not None and not within & ~best.looked_at:
            parts = tuple(part for part in parts if part not in best.parts)
        return all_of(parts), left

    def remember(self, node: Node, marked: frozenset[str], within: int, found: int) -> None:
        """The rows found of those `within`."""
        answer = _Answer(_parts(node), marked, within, found)
        self._last = [answer, *(old for old in self._last if old != answer)][:_REMEMBERED]


def _parts(node: Node) -> tuple[Node, ...]:
    match node:
        case And(parts):
            return parts
        case All():
            return ()
        case _:
            return (node,)


def _implied(old: Node, parts: tuple[Node, ...]) -> bool:
    """Whether one of the parts holds for no row that the old one doesn't hold for."""
    return old in parts or (
        isinstance(old, Word) and any(isinstance(part, Word) and fold(old.text) in fold(part.text) for part in parts)
    )
