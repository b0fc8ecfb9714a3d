"""The whole of a report read for what is said in it: sentence by sentence, and who goes on speaking in the next."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from store.ingest.attribution import Attribution, Span
from store.ingest.attributions.headlines import headline
from store.ingest.attributions.lexicon import forms, nouns
from store.ingest.attributions.reading import Reading
from store.ingest.attributions.speakers import Speakers
from store.ingest.attributions.tokens import Sentence
from store.ingest.attributions.turns import turn
from store.ingest.datelines import dateline_end
from store.ingest.paragraphs import paragraphs
from store.ingest.quotations import Quotation, quotations
from store.ingest.remarks import Remarks
from store.ingest.sentences import sentences
from store.ingest.wordlists import row

_WORD = re.compile(r"[^\W\d_]+")


def attributions(text: str) -> list[Attribution]:
    """All that the rules find, in order of the text; raises nothing, and takes time in proportion to the text.

    Content, source and cue are as annotators of PolNeAR mark them: a "that" and the quotation marks belong to the
    content, the comma behind it doesn't; auxiliaries, adverbs and the words that say when to the cue; appositions to
    the source. The same text gives the same list.
    """
    marks = quotations(text)
    outer = [mark for mark in marks if not mark.depth]
    report = _Report(text)
    for span, inside in _with_marks(sentences(text), outer):
        report.read(span, inside)
    remarks = Remarks(text, marks)
    return [_flagged(found, remarks.flags(found.content)) for found in report.speakers.close()]


def _flagged(found: Attribution, flags: tuple[str, ...]) -> Attribution:
    return found._replace(flags=(*found.flags, *flags)) if flags else found


def _with_marks(spans: Sequence[Span], marks: Sequence[Quotation]) -> Iterator[tuple[Span, Sequence[Quotation]]]:
    """Each sentence with the quotations that begin in it."""
    place = 0
    for span in spans:
        while place < len(marks) and marks[place].start < span[0]:
            place += 1
        first = place
        while place < len(marks) and marks[place].start < span[1]:
            place += 1
        yield span, marks[first:place]


class _Report:
    """Reads one sentence after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = paragraphs(text)
        self.starts = [start for start, _ in self.paragraphs]
        self.speakers = Speakers(text)
        self.paragraph = -1

    def read(self, span: Span, marks: Sequence[Quotation]) -> None:
        """The next sentence, with the quotations in it."""
        paragraph = bisect_right(self.starts, span[0]) - 1
        near = paragraph == self.paragraph
        self.paragraph = paragraph
        alone = None if near else self._alone(span, paragraph)
        if alone:
            self.speakers.says([alone], None, near=False)
            self.speakers.introduced = None
            return
        opening = marks[0] if marks and marks[0].start == span[0] else None
        reading = self._reading(span, marks)
        if reading and (found := reading.finds.attributions()):
            self.speakers.says(found, opening, near)
        elif opening and self._speech(opening, span):
            self.speakers.bare(opening, near)
        elif not self.speakers.signed(span):
            self.speakers.says([], None, near=False)
        self.speakers.introduced = reading.introduced() if reading else None

    def _alone(self, span: Span, paragraph: int) -> Attribution | None:
        """What a whole paragraph is: a turn of a conversation, or the headline."""
        if found := turn(self.text, span, self.paragraphs[paragraph][1]):
            return found
        return headline(self.text, self.paragraphs[paragraph]) if paragraph == 0 else None

    def _reading(self, span: Span, marks: Sequence[Quotation]) -> Reading | None:
        if not marks and self.text[span[1] - 1] != ":" and not _has_cue(_WORD.findall(self.text, *span)):
            return None
        sentence = Sentence(self.text, span, marks)
        return Reading(sentence, _floor(sentence))

    def _speech(self, mark: Quotation, span: Span) -> bool:
        """Whether the quotation is the whole sentence, and more than the name of something."""
        return self.speakers.speech(mark) and not self.text[mark.end : span[1]].strip(" .\xa0")


def _has_cue(words: list[str]) -> bool:
    """Whether a word may be one. Behind the first a capital makes it a name ("the States"), but in a headline."""
    known = _cues()
    if not known.isdisjoint(words) or (words and words[0].lower() in known):
        return True
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 2 >= len(words) and not known.isdisjoint(map(str.lower, words))


@cache
def _cues() -> frozenset[str]:
    others = ("puts", "according", "According", "words", "view", "opinion")
    return frozenset((*forms(), *nouns(), *row("grammar", "reckonings"), *others))


def _floor(sentence: Sentence) -> int:
    end = dateline_end(sentence.text, sentence.start, sentence.end)
    return next((at for at, token in enumerate(sentence.tokens) if token.start >= end), 0)
