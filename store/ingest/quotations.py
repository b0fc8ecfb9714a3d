"""Quotation marks, paired by kind: what was printed between them, with offsets into the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from store.ingest.attribution import Span
from store.ingest.paragraphs import paragraphs, trimmed
from store.ingest.wordlists import alternatives, words

# Kinds of marks; what opens with one kind may be closed by another mark of that kind alone.
_DOUBLE, _SINGLE, _GUILLEMETS, _POINTED = "double", "single", "guillemets", "pointed"
# The leftovers of marks that were entities (&quot;) or whose UTF-8 was read as Windows-1252 (“ and ” as â€œ and â€).
_LEFT_DOUBLE = ("“", "„", "‟", "〝", "&ldquo;", "&#8220;", "â€œ", "``")
_RIGHT_DOUBLE = ("”", "〞", "&rdquo;", "&#8221;", "â€\x9d", "â€\ufffd", "''")
_STRAIGHT_DOUBLE = ('"', "＂", "&quot;", "&#34;")
_LEFT_SINGLE = ("‘", "‚", "‛", "&lsquo;", "&#8216;", "â€˜")
_RIGHT_SINGLE = ("’", "&rsquo;", "&#8217;", "â€™")
_STRAIGHT_SINGLE = ("'", "＇", "&apos;", "&#39;", "&#039;")
_KIND = {
    **dict.fromkeys([*_LEFT_DOUBLE, *_RIGHT_DOUBLE, *_STRAIGHT_DOUBLE], _DOUBLE),
    **dict.fromkeys([*_LEFT_SINGLE, *_RIGHT_SINGLE, *_STRAIGHT_SINGLE], _SINGLE),
    **dict.fromkeys("«»", _GUILLEMETS),
    **dict.fromkeys("‹›", _POINTED),
}
_MARK = re.compile(alternatives(_KIND))
_LEFT = frozenset((*_LEFT_DOUBLE, *_LEFT_SINGLE, "«", "‹"))
_RIGHT = frozenset((*_RIGHT_DOUBLE, *_RIGHT_SINGLE, "»", "›"))
_STRAIGHT = frozenset((*_STRAIGHT_DOUBLE, *_STRAIGHT_SINGLE))
_BEFORE_OPENING = frozenset("([{—–-/―…:;,>")
_ELISION = re.compile(rf"(?:\d\d|{alternatives(words('elisions'))})\b", re.IGNORECASE)


class Quotation(NamedTuple):
    """A run between marks: `start` is the opening mark's, `end` after the closing one's; `inner` is what they hold.

    `depth` is 0 for one that stands in no other. `closed` is false where no mark closes it: it ends with its paragraph,
    or before the next that opens. `continues` is set on one that opens a paragraph and goes on with the one before,
    which nothing had closed (that one is `continued`, and not at fault). `matched` is false where the closing mark
    isn't of the opening one's make: a curly one closed by a straight one.
    """

    start: int
    end: int
    inner: Span
    kind: str
    depth: int = 0
    closed: bool = True
    matched: bool = True
    continues: bool = False
    continued: bool = False

    @property
    def at_fault(self) -> bool:
        """Whether its marks don't match, or the closing one is missing."""
        return not self.matched or not (self.closed or self.continued)


@lru_cache(maxsize=1)
def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in order of their opening marks, nested ones after the one around them; linear in the text.

    Apostrophes, feet and inches are no marks. “…" is one quotation (not matched), “…‘…’…” two of depth 0 and 1.
    """
    found: list[Quotation] = []
    open_at: int | None = None
    for paragraph in paragraphs(text):
        inside = _Paragraph(text, paragraph).quotations()
        if (
            open_at is not None
            and inside
            and inside[0].start == paragraph[0]
            and _goes_on(text, found[open_at], inside[0])
        ):
            found[open_at] = found[open_at]._replace(continued=True)
            inside[0] = inside[0]._replace(continues=True)
        last = max((i for i, q in enumerate(inside) if not q.depth), default=None)
        open_at = None
        if last is not None and not inside[last].closed and inside[last].end == paragraph[1]:
            open_at = len(found) + last
        found += inside
    return tuple(found)


def _goes_on(text: str, before: Quotation, after: Quotation) -> bool:
    """Whether the same mark opens both."""
    return text[before.start : before.inner[0]] == text[after.start : after.inner[0]]


class _Open(NamedTuple):
    mark: str
    start: int
    place: int


class _Paragraph:
    """The pairing of one paragraph's marks: a stack of those that are open."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self.text = text
        self.start, self.end = paragraph
        self.marks = [(m.start(), m.end(), m.group()) for m in _MARK.finditer(text, *paragraph)]
        self.single_closers = [s for s, e, mark in self.marks if _KIND[mark] == _SINGLE and self._may_close(s, e)]
        self.open: list[_Open] = []
        self.of_kind: dict[str, list[_Open]] = {kind: [] for kind in (_DOUBLE, _SINGLE, _GUILLEMETS, _POINTED)}
        self.followed: dict[int, int] = {}  # place of one that is open -> where the next of its kind opened in it
        self.found: list[Quotation | None] = []

    def quotations(self) -> list[Quotation]:
        """Those of this paragraph, in order of their opening marks."""
        for start, end, mark in self.marks:
            kind = _KIND[mark]
            if kind == _SINGLE:
                self._single(start, end, mark)
            elif self._closes(start, end, mark, kind):
                self._close(start, end, mark, kind)
            elif not self._measures(start, mark):
                self._begin(start, mark, kind)
        self._abandon(self.open, self.end)
        return _depths([quotation for quotation in self.found if quotation])

    def _closes(self, start: int, end: int, mark: str, kind: str) -> bool:
        if not self.of_kind[kind]:
            return False
        if mark in _STRAIGHT:
            return not (self._may_open(start, end) and not self._may_close(start, end))
        opener = self.of_kind[kind][-1].mark
        if opener == "„" or opener in ("»", "›"):
            return mark != opener
        return mark in _RIGHT

    def _single(self, start: int, end: int, mark: str) -> None:
        """A single mark is an apostrophe unless it opens with a partner in sight, or closes what is open."""
        if mark in _LEFT or (mark in _STRAIGHT and self._may_open(start, end)):
            if not _ELISION.match(self.text, end) and self._has_partner(end):
                self._begin(start, mark, _SINGLE)
        elif self.of_kind[_SINGLE] and self._may_close(start, end) and not self._possessive(start, end):
            self._close(start, end, mark, _SINGLE)

    def _has_partner(self, end: int) -> bool:
        return bisect_left(self.single_closers, end) < len(self.single_closers)

    def _possessive(self, start: int, end: int) -> bool:
        """The workers' plan: an s before, a small letter after, and another mark left to close with."""
        after = self.text[end : end + 2]
        return self.text[start - 1] in "sS" and after[:1] == " " and after[1:].islower() and self._has_partner(end)

    def _may_open(self, start: int, end: int) -> bool:
        before = self.text[start - 1] if start > self.start else " "
        after = self.text[end] if end < self.end else " "
        return (before.isspace() or before in _BEFORE_OPENING or before in _KIND) and not after.isspace()

    def _may_close(self, start: int, end: int) -> bool:
        before = self.text[start - 1] if start > self.start else " "
        after = self.text[end] if end < self.end else " "
        return not before.isspace() and not after.isalnum()

    def _measures(self, start: int, mark: str) -> bool:
        """Inches: a straight mark on a digit that opens nothing."""
        return mark == '"' and start > self.start and self.text[start - 1].isdigit()

    def _begin(self, start: int, mark: str, kind: str) -> None:
        around = self.of_kind[kind]
        if around and self.open[-1] is around[-1]:
            self.followed.setdefault(around[-1].place, start)
        entry = _Open(mark, start, len(self.found))
        self.open.append(entry)
        around.append(entry)
        self.found.append(None)

    def _close(self, start: int, end: int, mark: str, kind: str) -> None:
        above: list[_Open] = []
        while _KIND[self.open[-1].mark] != kind:
            above.append(self._pop())
        entry = self._pop()
        self._abandon(above[::-1], start)
        inner = (entry.start + len(entry.mark), start)
        if inner[0] < inner[1]:
            matched = (entry.mark in _STRAIGHT) == (mark in _STRAIGHT)
            self.found[entry.place] = Quotation(entry.start, end, inner, kind, matched=matched)

    def _pop(self) -> _Open:
        entry = self.open.pop()
        self.of_kind[_KIND[entry.mark]].pop()
        return entry

    def _abandon(self, entries: list[_Open], until: int) -> None:
        """Those that nothing closed, the outermost first: each ends before the next of its kind, or with the one around
        it. Single marks were none then."""
        ends: list[int] = []
        for entry in entries:
            while ends and ends[-1] <= entry.start:
                ends.pop()
            end = min(ends[-1] if ends else until, self.followed.get(entry.place, until))
            run = trimmed(self.text, entry.start + len(entry.mark), end)
            if run and _KIND[entry.mark] != _SINGLE:
                ends.append(end)
                self.found[entry.place] = Quotation(entry.start, run[1], run, _KIND[entry.mark], closed=False)


def _depths(found: list[Quotation]) -> list[Quotation]:
    deep: list[Quotation] = []
    around: list[int] = []
    for quotation in found:
        while around and around[-1] <= quotation.start:
            around.pop()
        deep.append(quotation._replace(depth=len(around)))
        around.append(quotation.end)
    return deep
