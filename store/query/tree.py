"""The tree a filter is read into. Nodes are frozen, compare by value, and print as text that parses to them again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TypeAlias

from store.query.fields import FIELDS
from store.query.value import Value

# Compiled (and kept by `re`) when a filter is first written out: the browser starts without.
_ENDS_A_WORD = r"""[\s()"“”„]|^$"""
_NOT_A_WORD = r"""-|OR$|[^\W\d][\w-]*:"""


class All(Value):
    """Every record: the empty filter."""

    def __str__(self) -> str:
        return ""


class Word(Value):
    """A word or a phrase: folded, a part of the record's text."""

    text: str

    def __str__(self) -> str:
        plain = not (re.search(_ENDS_A_WORD, self.text) or re.match(_NOT_A_WORD, self.text))
        return self.text if plain else quote(self.text)


class Condition(Value):
    """`field:value`. `quoted` matters to actors and documents, where quotes mean the whole name, and to "none"."""

    field: str
    value: str
    quoted: bool = False

    @property
    def none(self) -> bool:
        """Whether it asks for records in which the field is empty."""
        return self.value == "none" and not self.quoted

    def __str__(self) -> str:
        plain = not (self.quoted or re.search(_ENDS_A_WORD, self.value))
        return f"{self.field}:{self.value if plain else quote(self.value)}"


class Not(Value):
    """Plain complement, within each table."""

    part: Node

    def __str__(self) -> str:
        return f"-{_bracketed(self.part, And, Or, Not)}"


class And(Value):
    """Two parts or more, all of which hold."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(_bracketed(part, And, Or) for part in self.parts)


class Or(Value):
    """Two parts or more, one of which holds."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(_bracketed(part, Or) for part in self.parts)


Node: TypeAlias = All | Word | Condition | Not | And | Or


def all_of(parts: tuple[Node, ...]) -> Node:
    """The parts joined by AND: all records for none, and a single part is itself."""
    return And(parts) if len(parts) > 1 else parts[0] if parts else All()


def quote(value: str) -> str:
    """The value as it stands after `field:` to be taken whole: `Jan Egeland` is `"Jan Egeland"`, quotes escaped."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def sought(node: Node) -> Iterator[str]:
    """What a reader would look for in the text: words, phrases and values of text fields, unless they are excluded."""
    match node:
        case Word(text):
            yield text
        case Condition(field, value) if FIELDS[field].kind == "text" and not node.none:
            yield value
        case And(parts) | Or(parts):
            for part in parts:
                yield from sought(part)


def asks_for_only(node: Node, fields: Collection[str]) -> bool:
    """Whether it asks for these fields alone, and for marks, and for no words."""
    match node:
        case All():
            return True
        case Condition(field, value):
            return field in fields or (field == "is" and value == "marked")
        case Not(part):
            return asks_for_only(part, fields)
        case And(parts) | Or(parts):
            return all(asks_for_only(part, fields) for part in parts)
        case _:
            return False


def with_undated(node: Node, *, asked: bool = True) -> Node:
    """The same, but a record without a date passes where a date is asked for, and not where it's excluded."""
    match node:
        case Condition(field) if asked and FIELDS[field].kind == "date" and not node.none:
            return Or((node, Condition(field, "none")))
        case Not(part):
            return Not(with_undated(part, asked=not asked))
        case And(parts):
            return And(tuple(with_undated(part, asked=asked) for part in parts))
        case Or(parts):
            return Or(tuple(with_undated(part, asked=asked) for part in parts))
        case _:
            return node


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The same with `new` wherever `old` stands in it."""
    if node == old:
        return new
    match node:
        case Not(part):
            return Not(replaced(part, old, new))
        case And(parts):
            return And(tuple(replaced(part, old, new) for part in parts))
        case Or(parts):
            return Or(tuple(replaced(part, old, new) for part in parts))
        case _:
            return node


def _bracketed(node: Node, *kinds: type[Not | And | Or]) -> str:
    return f"({node})" if isinstance(node, kinds) else str(node)
