"""Who goes on speaking: quotations without a cue of their own are given to whoever speaks beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.bylines import byline
from store.ingest.attributions.find import attribution
from store.ingest.attributions.rules import confidence
from store.ingest.attributions.tokens import Sentence
from store.ingest.quotations import Quotation

_WORD = re.compile(r"\w+")
_FEWEST = 4
"""A quotation of fewer words that ends in no full stop is the name of something."""


class Speakers:
    """What was found so far, and the quotations that wait for the speaker whom the next sentence names.

    `introduced` is what the sentence before says of a quotation that follows its colon; its content is empty.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.introduced: Attribution | None = None
        self._found: list[Attribution] = []
        self._last: Attribution | None = None
        self._waiting: list[Quotation] = []
        self._quoting: int | None = None  # the place of one that a bare quotation beside it may go on with
        self._more: list[Quotation] = []  # with which it goes on

    def speech(self, mark: Quotation) -> bool:
        """Whether the quotation may be something said. Single marks that stand alone are a heading's."""
        if mark.kind == "single":
            return False
        return self.text[mark.inner[1] - 1] in ".?!…" or len(_WORD.findall(self.text, *mark.inner)) >= _FEWEST

    def bare(self, mark: Quotation, near: bool) -> None:
        """A quotation alone. In one paragraph (`near`) with what was said, or opening the next, it goes on with that.

        "“…,” she said. “…”" is one attribution, and so is a quotation of several paragraphs. Else it waits.
        """
        whole = mark.closed or mark.continued
        if self.introduced:
            self.says([self._with(self.introduced, [mark])], None, near=False)
        elif self._quoting is not None and (near or mark.continues) and whole and not self._waiting:
            self._more.append(mark)
        else:
            self._waiting.append(mark)

    def says(self, found: list[Attribution], opening: Quotation | None, near: bool) -> None:
        """What the next sentence says; `opening` is the quotation that it begins with."""
        self._settle()
        if self._waiting and opening and (near or opening.continues):
            first = next((i for i, a in enumerate(found) if a.content[0][0] <= opening.start < a.content[0][1]), None)
            if first is not None:
                found[first] = self._with(found[first], self._waiting)
                self._waiting = []
        self._carry_on()
        offset = len(self._found)
        for i, one in enumerate(found):
            nested = one.nested_in
            self._found.append(one._replace(nested_in=None if nested is None else nested + offset))
            if nested is None and one.source:
                self._last = one
            if nested is None and one.type != "indirect":
                self._quoting = offset + i

    def signed(self, span: Span) -> bool:
        """by-line: a line of its own under the quotation, "— Jo Ray, mayor". Whether the line is that."""
        if not self._waiting or span[1] - span[0] > _LONGEST:
            return False
        sentence = Sentence(self.text, span, ())
        line = byline(sentence)
        if not line or line.content:
            return False
        waiting, self._waiting = self._waiting, []
        self.says([self._with(attribution(sentence, line), waiting)], None, near=False)
        return True

    def close(self) -> list[Attribution]:
        """All of it, in order; what still waits is said by whoever spoke last."""
        self._settle()
        self._carry_on()
        return self._found

    def _settle(self) -> None:
        if self._quoting is not None and self._more:
            self._found[self._quoting] = self._with(self._found[self._quoting], self._more)
        self._quoting, self._more = None, []

    def _carry_on(self) -> None:
        """carried-on: "…" that stands alone is said by whoever spoke last before it."""
        last = self._last
        if self._waiting and last:
            empty = Attribution(
                "direct", (), last.source, (), "carried-on", confidence("carried-on"), channel=last.channel
            )
            self._found.append(self._with(empty, self._waiting))
        self._waiting = []

    def _with(self, one: Attribution, more: Sequence[Quotation]) -> Attribution:
        content = tuple(sorted({*one.content, *((mark.start, mark.end) for mark in more)}))
        return one._replace(content=content, type="direct" if one.type == "direct" else "mixed")


_LONGEST = 200
"""Characters of a line that may be a by-line."""
