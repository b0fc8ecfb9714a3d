"""Quotations that are names: of a book, a broadcast, a person ("Red")."""

from __future__ import annotations

from store.ingest.attributions.grammar import DETERMINERS, PREPOSITIONS
from store.ingest.attributions.tokens import QUOTE, Sentence

_SMALL = PREPOSITIONS | DETERMINERS | {"and", "&", "or"}
_MARKS = "“”\"'‘’,."
_MOST, _LONGEST = 8, 120
_NICKNAME = 20


def titled(sentence: Sentence, place: int) -> bool:
    """Whether the quotation there is a name: few words, each with a capital but the small ones."""
    token = sentence[place]
    printed = sentence.text[token.start : min(token.end, token.start + _LONGEST)]
    inner = [bare for word in printed.split() if (bare := word.strip(_MARKS))]
    if not inner or len(inner) > _MOST or not inner[0][0].isupper():
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in inner)


def nickname(sentence: Sentence, place: int) -> bool:
    """Jo "Red" Ray: a quotation of a word or two between capitals."""
    token = sentence[place]
    near = sentence[place - 1].capital and sentence[place + 1].capital
    return token.kind == QUOTE and near and token.end - token.start < _NICKNAME and titled(sentence, place)
