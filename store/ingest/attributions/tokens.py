"""A sentence as the rules for speech read it: words and marks in a row, each quotation one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.quotations import Quotation
from store.ingest.wordlists import table

WORD, QUOTE, PAREN, DASH, END = "word", "quote", "paren", "dash", "end"

_CLITIC = "(?:s|re|ve|ll|d|m)"
# What is left of letters whose UTF-8 was read as another encoding may stand amid a word.
_DEBRIS = "[\x80-\x9f§¶©®¢£¤¥¦¨ª«¯°±´µ·¸¹º»¼½¾¿†‡•€™]+"
# Accents that stand behind their letters, as some systems write them.
_ACCENT = "[\u0300-\u036f]"
_TOKEN = re.compile(
    # No alternative begins as another does; what comes most often stands first.
    rf"""(?P<word>[@\#$€£]?[^\W_]+
          (?:(?:[.&/’'_,-]|{_DEBRIS})(?!['’]?{_CLITIC}\b)[^\W_]+|['’]t\b|{_ACCENT}+[^\W_]*)*
          (?:(?<=s)['’](?=\s)|(?<=\b[A-Z])\.|(?<=\.[A-Za-z])\.|\.(?=,)|%)?)
      | (?P<paren>\([^()\n]{{0,60}}\)|\[[^\[\]\n]{{0,40}}\])
      | (?P<dash>[—―–‒]|--+|(?<=\s)-(?=\s))
      | (?P<clitic>['’]{_CLITIC}\b)
      | (?P<mark>[^\s])""",
    re.VERBOSE,
)
_ABBREVIATED = frozenset(word for kind in ("title", "rank", "firm", "person") for word in table("abbreviations")[kind])
_INITIAL = re.compile(r"[A-Z]\.")
"""Behind the last word of a sentence the full stop is the sentence's: "wrote on X"."""
_STOPS = frozenset(".!?…")
_HEADLINE, _FEWEST = 0.6, 4
"""A sentence of so many words, this share of them with a capital, is a headline."""


class Token(NamedTuple):
    """A word, a mark or a quotation: offsets into the text, and the word in small letters with straight apostrophes.

    `kind` is WORD, QUOTE, PAREN, DASH or END, or for another mark the mark itself.
    """

    start: int
    end: int
    low: str
    kind: str
    capital: bool


STOP = Token(-1, -1, "", END, False)
"""What stands before the first and after the last token."""


class Sentence:
    """The tokens of a run of the text; `[i]` gives STOP outside of them. A final full stop is left out.

    `question` tells that it ends in a question mark.
    """

    def __init__(self, text: str, span: Span, quotes: Sequence[Quotation]) -> None:
        self.text = text
        self.start, self.end = span
        self.tokens: list[Token] = []
        place = self.start
        for quotation in quotes:
            self._words(place, quotation.start)
            self.tokens.append(Token(quotation.start, quotation.end, "", QUOTE, False))
            place = quotation.end
        self._words(place, self.end)
        self.question = bool(self.tokens) and self.tokens[-1].kind == "?"
        while self.tokens and self.tokens[-1].kind in _STOPS:
            self.tokens.pop()
        if self.tokens and _INITIAL.fullmatch(text, *self.tokens[-1][:2]):
            last = self.tokens.pop()
            self.tokens.append(last._replace(end=last.end - 1, low=last.low[:-1]))
        self.lows = [token.low for token in self.tokens]

    @cached_property
    def headline(self) -> bool:
        """Whether it has mostly capitals."""
        capitals = [token.capital for token in self.tokens if token.low[:1].isalpha()]
        return len(capitals) >= _FEWEST and sum(capitals) >= _HEADLINE * len(capitals)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        try:
            return self.tokens[place] if place >= 0 else STOP
        except IndexError:
            return STOP

    def span(self, first: int, after: int) -> Span:
        """From the start of token `first` to the end of the one before `after`."""
        return self.tokens[first].start, self.tokens[after - 1].end

    def _words(self, start: int, end: int) -> None:
        add = self.tokens.append
        for match in _TOKEN.finditer(self.text, start, end):
            kind, word = match.lastgroup, match.group()
            first, after = match.span()
            if kind == "word" or kind == "clitic":
                add(Token(first, after, word.lower().replace("’", "'"), WORD, _capital(word)))
            elif kind != "mark":
                add(Token(first, after, "", kind or "", _capital(word)))
            elif word == "&":
                add(Token(first, after, word, WORD, False))
            elif word != "." or not self._abbreviated():
                add(Token(first, after, "", word, False))

    def _abbreviated(self) -> bool:
        """The full stop of "Mr." belongs to the word, which ends where it ends."""
        return bool(self.tokens) and self.text[self.tokens[-1].start : self.tokens[-1].end] in _ABBREVIATED


def _capital(word: str) -> bool:
    """Ray, al-Ray, pro-Danish."""
    return word[0].isupper() or ("-" in word and word.rpartition("-")[2][:1].isupper())
