"""A filter that was read: its tree, and the text of each of its terms as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from store.query.tree import And, Condition, Node, Not, Or, all_of, replaced, sought
from store.query.value import Value


class Term(Value):
    """One of the terms that are joined by AND at the top, and its text as it was typed, brackets and minus included."""

    node: Node
    text: str

    @property
    def field(self) -> str | None:
        """The field of a `field:value` or `-field:value`; None of words, phrases and brackets."""
        node = self.node.part if isinstance(self.node, Not) else self.node
        return node.field if isinstance(node, Condition) else None

    @property
    def excludes(self) -> bool:
        """Whether a minus stands before it."""
        return isinstance(self.node, Not)


class Query(Value):
    """A filter. Two are equal where their trees are; `str()` is text that parses to an equal one.

    `text` is what was typed. A filter joined by OR at the top is a single term.
    """

    tree: Node
    terms: tuple[Term, ...]
    text: str

    @classmethod
    def of(cls, terms: Iterable[Term]) -> Query:
        """The terms joined by AND."""
        kept = tuple(terms)
        if len(kept) > 1:  # an OR that stood alone needs brackets now
            kept = tuple(Term(t.node, _as_term(t.node)) if isinstance(t.node, Or) else t for t in kept)
        return cls(all_of(tuple(term.node for term in kept)), kept, " ".join(term.text for term in kept))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Query) and self.tree == other.tree

    def __hash__(self) -> int:
        return hash(self.tree)

    def __str__(self) -> str:
        return str(self.tree)

    def __bool__(self) -> bool:
        """Whether it leaves anything out by what it says: false for the empty filter."""
        return bool(self.terms)

    def without(self, *fields: str) -> Query:
        """Without the top-level terms of these fields, excluding ones (`-actor:…`) too."""
        return self.keeping(lambda term: term.field not in fields)

    def keeping(self, wanted: Callable[[Term], bool]) -> Query:
        """With only those top-level terms that are wanted."""
        return Query.of(filter(wanted, self.terms))

    def replacing(self, old: Node, new: Node) -> Query:
        """With `new` wherever `old` stands, within brackets too; terms without it keep the text they were typed in."""
        changed = ((term, replaced(term.node, old, new)) for term in self.terms)
        return Query.of(term if node == term.node else Term(node, _as_term(node)) for term, node in changed)

    def without_last(self) -> Query:
        """Without the term that was typed last; the empty filter stays as it is."""
        return Query.of(self.terms[:-1])

    def and_also(self, other: Query) -> Query:
        """With the other's terms after its own."""
        return Query.of((*self.terms, *other.terms))


def words(query: Query) -> tuple[str, ...]:
    """Words, phrases and values of text fields that it asks for, to light them in the text; no excluded ones."""
    return tuple(dict.fromkeys(sought(query.tree)))


def _as_term(node: Node) -> str:
    return f"({node})" if isinstance(node, And | Or) else str(node)
