"""The whole of a report read for what is said in it: sentence by sentence, and who goes on speaking in the next."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions import turns
from store.ingest.attributions.bylines import byline
from store.ingest.attributions.contents import statement_type
from store.ingest.attributions.find import attribution
from store.ingest.attributions.lexicon import forms, nouns
from store.ingest.attributions.reading import Reading
from store.ingest.attributions.rules import confidence
from store.ingest.attributions.tokens import Sentence
from store.ingest.paragraphs import paragraphs
from store.ingest.quotations import Quotation, quotations
from store.ingest.sentences import sentences

# WASHINGTON (AP) —
_DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,}(?:[,/][^—–―\n]{0,40}?)?(?:\([A-Za-z ]{2,20}\)\s*)?\s*(?:—|–|―|--|\s-)\s+")
_WORDS = re.compile(r"[^\W\d_]+")
_FEWEST = 4
"""A quotation of fewer words that ends in no full stop is the name of something."""


def attributions(text: str) -> list[Attribution]:
    """All that the rules find, in order of the text; raises nothing, and takes time in proportion to the text."""
    marks = [mark for mark in quotations(text) if not mark.depth]
    report = _Report(text)
    for span, inside in _with_marks(sentences(text, marks), marks):
        report.read(span, inside)
    report.close()
    return report.found


def _with_marks(spans: Sequence[Span], marks: Sequence[Quotation]) -> Iterator[tuple[Span, Sequence[Quotation]]]:
    place = 0
    for span in spans:
        while place < len(marks) and marks[place].end <= span[0]:
            place += 1
        first = place
        while place < len(marks) and marks[place].start < span[1]:
            place += 1
        yield span, marks[first:place]


class _Report:
    """What was found so far, and the quotations that wait for the speaker whom the next sentence names."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Attribution] = []
        self.begins = [start for start, _ in paragraphs(text)]
        self.ends = [end for _, end in paragraphs(text)]
        self.waiting: list[Quotation] = []
        self.quoting: int | None = None
        self.introduced: Attribution | None = None
        self.paragraph = -1

    def read(self, span: Span, marks: Sequence[Quotation]) -> None:
        """The next sentence, with the quotations in it."""
        paragraph = bisect_right(self.begins, span[0])
        near = paragraph == self.paragraph
        self.paragraph = paragraph
        opening = marks[0] if marks and marks[0].start == span[0] else None
        if not near and (turn := turns.turn(self.text, span, self.ends[paragraph - 1])):
            self._gives([turn], None, False)
            self.quoting = None
            return
        introduced, self.introduced = self.introduced, None
        sentence_found = self._sentence(span, marks)
        if opening and not sentence_found and self._speech(opening, span):
            if introduced:
                self._gives([introduced._replace(content=((opening.start, opening.end),))], None, False)
            else:
                self._bare(opening, near)
            return
        if self.waiting and (line := self._byline(span)):
            sentence_found = [line]
            self.waiting = []
        self._gives(sentence_found, opening, near)

    def close(self) -> None:
        """After the last sentence: what still waits is said by whoever spoke last."""
        self._gives([], None, False)

    def _sentence(self, span: Span, marks: Sequence[Quotation]) -> list[Attribution]:
        if (
            not marks
            and self.text[span[1] - 1] != ":"
            and not any(word in _cues() for word in map(str.lower, _WORDS.findall(self.text, *span)))
        ):
            return []
        sentence = Sentence(self.text, span, marks)
        reading = Reading(sentence, _floor(sentence))
        if reading.introduces:
            self.introduced = attribution(sentence, reading.introduces)
        return reading.finds.attributions()

    def _byline(self, span: Span) -> Attribution | None:
        """by-line: a line of its own under the quotation, "— Jo Ray, mayor"."""
        sentence = Sentence(self.text, span, ())
        line = byline(sentence)
        if not line or line.content:
            return None
        return self._longer(attribution(sentence, line), self.waiting)

    def _speech(self, mark: Quotation, span: Span) -> bool:
        rest = self.text[mark.end : span[1]].strip(" .\xa0")
        spoken = len(_WORDS.findall(self.text, *mark.inner)) >= _FEWEST or self.text[mark.inner[1] - 1] in ".?!…"
        return spoken and not rest and mark.kind != "single"

    def _bare(self, mark: Quotation, near: bool) -> None:
        """A quotation alone: it goes on with the one before, or waits.

        "“…,” she said. “…”" is one attribution, and so is a quotation of several paragraphs.
        """
        whole = mark.closed or mark.continued
        if self.quoting is not None and (near or mark.continues) and whole and not self.waiting:
            self.found[self.quoting] = self._longer(self.found[self.quoting], [mark])
        else:
            self.waiting.append(mark)

    def _gives(self, found: list[Attribution], opening: Quotation | None, near: bool) -> None:
        if self.waiting and found and opening and (near or opening.continues):
            first = next((i for i, a in enumerate(found) if a.content[0][0] <= opening.start < a.content[0][1]), None)
            if first is not None:
                found[first] = self._longer(found[first], self.waiting)
                self.waiting = []
        if self.waiting:
            self._carry_on()
        offset = len(self.found)
        self.quoting = None
        for i, attribution in enumerate(found):
            nested = attribution.nested_in
            self.found.append(attribution._replace(nested_in=None if nested is None else nested + offset))
            if attribution.type != "indirect" and nested is None:
                self.quoting = offset + i

    def _carry_on(self) -> None:
        """carried-on: "…" that stands alone is said by whoever spoke last before it."""
        last = next((a for a in reversed(self.found) if a.nested_in is None and a.source), None)
        if last:
            content = tuple((mark.start, mark.end) for mark in self.waiting)
            self.found.append(
                Attribution(
                    "direct", content, last.source, (), "carried-on", confidence("carried-on"), channel=last.channel
                )
            )
        self.waiting = []

    def _longer(self, attribution: Attribution, more: Sequence[Quotation]) -> Attribution:
        content = tuple(sorted({*attribution.content, *((mark.start, mark.end) for mark in more)}))
        return attribution._replace(content=content, type=statement_type(self.text, content))


@cache
def _cues() -> frozenset[str]:
    return frozenset((*forms(), *nouns(), "according", "words"))


def _floor(sentence: Sentence) -> int:
    match = _DATELINE.match(sentence.text, sentence.start, sentence.end)
    if not match:
        return 0
    return next((at for at, token in enumerate(sentence.tokens) if token.start >= match.end()), 0)
