"""Reads a filter: `or := and ("OR" and)*`, `and := term+`, `term := "-"? (word | "phrase" | field:value | ( or ))`.

AND binds tighter than OR, which is in capitals. While a filter is typed, its last token may be unfinished: then what
it can't mean yet is left out, and brackets and quotation marks that are still open are closed.
"""

from __future__ import annotations

from typing import NoReturn

from store.errors import FilterError
from store.query import values
from store.query.fields import FIELDS
from store.query.lexer import Token, tokens
from store.query.terms import Query, Term
from store.query.tree import All, Condition, Node, Not, Or, Word, all_of

_DEEPEST = 50
_BRACKETED, _JOINED = "act:denies (Russia OR Syria)", "Russia OR Syria"
_TERM = "a word, a phrase in quotation marks, field:value or brackets"


def parse(text: str) -> Query:
    """The filter as a tree. Raises FilterError, which knows where, what was expected, and an example that works."""
    return _Parser(text, unfinished=False).query()


def parse_unfinished(text: str) -> tuple[Query, str | None]:
    """What the filter means so far, and a hint for its last term, if there's one to give.

    Raises FilterError only where nothing that is typed behind the text could mend it.
    """
    parser = _Parser(text, unfinished=True)
    query = parser.query()
    return query, parser.hint


class _Parser:
    """Recursive descent over the tokens. A node that is None was left out for being unfinished."""

    def __init__(self, text: str, *, unfinished: bool) -> None:
        self.text, self.unfinished = text, unfinished
        self.hint: str | None = None
        self.tokens = list(tokens(text))
        self.at = 0

    def query(self) -> Query:
        if not self.tokens:
            return Query(All(), (), self.text)
        terms: list[Term] = []
        tree = self._either(0, terms)
        if self._next() is not None:
            self._refuse(
                self.tokens[self.at].start, "This bracket closes nothing.", "an opening one before", _BRACKETED
            )
        if isinstance(tree, Or):
            terms = [Term(tree, self.text.strip())]
        return Query(tree or All(), tuple(terms), self.text)

    def _either(self, depth: int, terms: list[Term] | None = None) -> Node | None:
        parts = [self._every(depth, terms)]
        while (token := self._next()) and token.form == "or":
            self.at += 1
            parts.append(self._every(depth, terms))
        kept = tuple(part for part in parts if part is not None)
        return Or(kept) if len(kept) > 1 else kept[0] if kept else None

    def _every(self, depth: int, terms: list[Term] | None) -> Node | None:
        parts: list[Node] = []
        first = self.at
        while (token := self._next()) and token.form not in ("or", "close"):
            part = self._term(depth)
            if part is not None:
                parts.append(part)
                if terms is not None:
                    terms.append(Term(part, self.text[token.start : self.tokens[self.at - 1].end]))
        if self.at == first:
            self._missing()
        return all_of(tuple(parts)) if parts else None

    def _term(self, depth: int) -> Node | None:
        token = self.tokens[self.at]
        if token.form != "not":
            return self._positive(depth)
        self.at += 1
        following = self._next()
        if following and following.start == token.end and following.form not in ("not", "close"):
            part = self._positive(depth)
            return None if part is None else Not(part)
        if not self._last(token):
            self._refuse(token.start, "A minus stands alone.", f"behind it, without a space, {_TERM}", "-actor:Russia")
        return None

    def _positive(self, depth: int) -> Node | None:
        token = self.tokens[self.at]
        self.at += 1
        match token.form:
            case "open":
                return self._brackets(token, depth)
            case "condition":
                return self._condition(token)
            case "or":
                self._stray_or(token)
                return None
            case _:
                return self._word(token)

    def _brackets(self, opening: Token, depth: int) -> Node | None:
        if depth == _DEEPEST:
            self._refuse(opening.start, f"Brackets stand {depth + 1} deep.", f"{_DEEPEST} at most", _BRACKETED)
        part = self._either(depth + 1)
        if self._next() is not None:  # what ends the parts of a bracket is its closing one
            self.at += 1
        elif not self.unfinished:
            self._refuse(opening.start, "This bracket is not closed.", "a closing bracket", _BRACKETED)
        return part

    def _word(self, token: Token) -> Node | None:
        self._check_quotation(token)
        if self._last(token) and not token.quoted:
            self.hint = _fields_begun(token.text)
        if not token.text and token.closed:
            self._refuse(token.start, "Nothing stands between the quotation marks.", "a phrase", '"safe passage"')
        return Word(token.text) if token.text else None

    def _condition(self, token: Token) -> Node | None:
        self._check_quotation(token)
        field = values.known(self.text, token)
        may_go_on = self._last(token) and not (token.quoted and token.closed)
        if not token.closed and token.text and field.kind in ("actor", "document"):
            return Condition(field.name, token.text, token.text.casefold() == "none")
        try:
            return values.condition(self.text, token)
        except FilterError:
            if not (may_go_on and values.begun(field, token.text)):
                raise
            self.hint = values.hint(field, token.text)
            return None

    def _stray_or(self, token: Token) -> None:
        if not self._last(token):  # else it may become a word that begins so
            self._refuse(token.start, "This OR has nothing to join.", f"on both sides {_TERM}", _JOINED)

    def _missing(self) -> None:
        """Between brackets, or on one side of an OR, there's nothing."""
        token = self._next()
        before = self.tokens[self.at - 1] if self.at else None
        if token and token.form == "or":
            self.at += 1
            self._stray_or(token)
        elif before and before.form == "or" and not (self.unfinished and token is None):
            self._refuse(before.start, "This OR has nothing to join.", f"on both sides {_TERM}", _JOINED)
        elif before and token:
            self._refuse(before.start, "Nothing stands between the brackets.", _TERM, _BRACKETED)
        elif before and not self.unfinished:
            self._refuse(before.start, "This bracket is not closed.", "a closing bracket", _BRACKETED)

    def _check_quotation(self, token: Token) -> None:
        if not token.closed and not self.unfinished:
            at = token.value_at
            self._refuse(at, "This quotation mark is not closed.", "a closing one", '"safe passage"')

    def _next(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _last(self, token: Token) -> bool:
        """Whether typing on may still change this token."""
        return self.unfinished and token.end == len(self.text)

    def _refuse(self, offset: int, problem: str, expected: str, example: str) -> NoReturn:
        raise FilterError(self.text, offset + 1, problem, expected, example)


def _fields_begun(word: str) -> str | None:
    """The fields whose names begin so, as a hint; for a letter alone there would be too many."""
    names = [name for name in FIELDS if len(word) > 1 and name.startswith(word.lower())]
    if len(names) == 1:
        return f"{names[0]}: {FIELDS[names[0]].description}"
    return " ".join(f"{name}:" for name in names) or None
