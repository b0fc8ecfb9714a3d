"""A sentence as the rules for speech read it: words and marks in a row, each quotation one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.quotations import Quotation

WORD, QUOTE, PAREN, DASH, END = "word", "quote", "paren", "dash", "end"

_TOKEN = re.compile(
    r"""(?P<paren>\([^()\n]{0,60}\)|\[[^\[\]\n]{0,40}\])
      | (?P<dash>[—―–‒]|--+|(?<=\s)-(?=\s))
      | (?P<clitic>['’](?:s|re|ve|ll|d|m)\b)
      | (?P<word>[@\#$€£]?[^\W_]+(?:(?:[.&/’'_,-]|[\x80-\x9f§¶©®¢£¤¥¦¨ª«¯°±´µ·¸¹º»¼½¾¿†‡•€™]+)(?!['’]?(?:s|re|ve|ll|d|m)\b)[^\W_]+|['’]t\b)*(?:(?<=\b[A-Z])\.|(?<=\.[A-Za-z])\.|\.(?=,)|%)?)
      | (?P<mark>[^\s])""",
    re.VERBOSE,
)
_ABBREVIATED = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Inc|Co|Corp|Ltd)\Z"
)


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
    """The tokens of a run of the text; `[i]` gives STOP outside of them. A final full stop is left out."""

    def __init__(self, text: str, span: Span, quotes: Sequence[Quotation]) -> None:
        self.text = text
        self.start, self.end = span
        self.quotes = quotes
        self.tokens: list[Token] = []
        place = self.start
        for quotation in quotes:
            self._words(place, quotation.start)
            self.tokens.append(Token(quotation.start, quotation.end, "", QUOTE, False))
            place = quotation.end
        self._words(place, self.end)
        while self.tokens and self.tokens[-1].kind in (".", "!", "?", "…"):
            self.tokens.pop()
        self.lows = [token.low for token in self.tokens]
        words = [token for token in self.tokens if token.kind == WORD and token.low[0].isalpha()]
        self.headline = len(words) > 3 and sum(token.capital for token in words) >= 0.6 * len(words)

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else STOP

    def _words(self, start: int, end: int) -> None:
        text, tokens = self.text, self.tokens
        for match in _TOKEN.finditer(text, start, end):
            kind, word = match.lastgroup or "", match.group()
            if kind == "mark":
                # The full stop of "Mr." belongs to the word, which ends where it ends.
                if word == "." and tokens and _ABBREVIATED.search(text, tokens[-1].start, tokens[-1].end):
                    continue
                kind = word
            elif kind == "clitic":
                kind = WORD
            low = word.lower().replace("’", "'") if kind == WORD else ""
            tokens.append(Token(match.start(), match.end(), low, kind, word[0].isupper()))

    def span(self, first: int, after: int) -> Span:
        """From the start of token `first` to the end of the one before `after`."""
        return self.tokens[first].start, self.tokens[after - 1].end

    def printed(self, first: int, after: int) -> str:
        """The text of these tokens as it stands."""
        start, end = self.span(first, after)
        return self.text[start:end]
