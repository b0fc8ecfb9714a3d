"""The filter language: one string, read into a tree; `parse` for what is finished, `parse_unfinished` while typing."""

from store.query.fields import FIELDS, Field
from store.query.parser import parse, parse_unfinished
from store.query.terms import Query, Term, words
from store.query.tree import All, And, Condition, Node, Not, Or, Word, quote

__all__ = [
    "FIELDS",
    "All",
    "And",
    "Condition",
    "Field",
    "Node",
    "Not",
    "Or",
    "Query",
    "Term",
    "Word",
    "parse",
    "parse_unfinished",
    "quote",
    "words",
]
