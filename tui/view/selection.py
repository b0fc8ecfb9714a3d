"""A selection in a report: the words under the cursor, or a run from where it was begun; and the parts already kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from store.sentence import Span
from tui.view import letters, units

Part: TypeAlias = Literal["content", "source", "cue"]
SHORT = 60
"""Characters of a run that is told whole."""


class Selection(Struct, frozen=True):
    """`point` is the word, or letter, under the cursor; `origin` the one where a run was begun, None while none is.

    `kept` are the parts marked so far, in the order they were. All are half-open `str` offsets into `text`, which never
    part a letter from its marks.
    """

    text: str
    point: Span
    origin: Span | None = None
    kept: tuple[tuple[Part, Span], ...] = ()

    @classmethod
    def begin(cls, text: str, at: int) -> Selection | None:
        """With the cursor on the word at the offset; None in a text without any word."""
        point = units.word_at(text, at)
        return cls(text, point) if point else None

    @classmethod
    def of_spans(cls, text: str, own: Sequence[Span], source: Sequence[Span], cue: Sequence[Span]) -> Selection | None:
        """The words of a record that is there already: all parts kept but the last of its own, which is selected.

        None where there are none, or where they aren't in the text.
        """
        if not own or not all(0 <= start < end <= len(text) for start, end in (*own, *source, *cue)):
            return None
        parts: list[tuple[Part, Span]] = [("source", span) for span in source]
        parts += [("cue", span) for span in cue]
        parts += [("content", span) for span in own[:-1]]
        start, end = own[-1]
        last = units.word_to(text, end)
        if last is None or last[1] != end or last[0] < start:
            return cls(text, (start, end), kept=tuple(parts)).selecting((start, end))
        return cls(text, last, (start, start), tuple(parts))

    @property
    def span(self) -> Span:
        """What is selected: at least the word under the cursor."""
        origin = self.origin or self.point
        return min(origin[0], self.point[0]), max(origin[1], self.point[1])

    @property
    def words(self) -> str:
        """What is selected, to the letter."""
        return self.text[slice(*self.span)]

    @property
    def short(self) -> str:
        """What is selected, on one line; of a long run its beginning and its end."""
        start, end = self.span
        if end - start <= SHORT:
            return " ".join(self.words.split())
        first, last = units.word_at(self.text, start + SHORT // 2), units.word_at(self.text, end - SHORT // 2)
        begins, ends = self.text[start : first[1] if first else end], self.text[last[0] if last else start : end]
        return f"{' '.join(begins.split())} … {' '.join(ends.split())}"

    @property
    def place(self) -> str:
        """What is kept of a record to be, and which characters are selected, or the cursor is at."""
        parts = len(self.part("content"))
        kept = [f"{parts} part{'s' if parts > 1 else ''}"] if parts else []
        kept += [name for name in ("source", "cue") if any(kind == name for kind, _ in self.kept)]
        start, end = self.span
        return " · ".join([*kept, f"{'selected' if self.origin else 'at'} {start}–{end}"])

    @property
    def forward(self) -> bool:
        """Whether the cursor stands at the end of what is selected, and not at its beginning."""
        return self.origin is None or self.point[0] >= self.origin[0]

    def part(self, name: Part) -> tuple[Span, ...]:
        """The spans kept as this part, in the order of the text."""
        return tuple(sorted(span for kind, span in self.kept if kind == name))

    @property
    def content(self) -> tuple[Span, ...]:
        """What a record made now would hold: the parts kept, and what is selected if a run was begun or none kept."""
        kept = self.part("content")
        return tuple(sorted(_with(kept, self.span))) if self.origin or not kept else kept

    def toggled(self) -> Selection:
        """Begins a run at the cursor; where one was begun, gives it up and stays where the cursor is."""
        return replace(self, origin=None if self.origin else self.point)

    def to(self, point: Span | None) -> Selection:
        """The cursor on another word; None leaves it where it is."""
        return replace(self, point=point) if point else self

    def selecting(self, span: Span | None) -> Selection:
        """This run selected, the cursor at its end; None leaves all as it is."""
        if span is None or span[0] >= span[1]:
            return self
        start, end = letters.whole(self.text, *span)
        return replace(self, origin=(start, start), point=(letters.before(self.text, end), end))

    def at(self, offset: int, end: int) -> Selection:
        """The cursor on the word at the offset, or where that begins behind `end` on the last one before it."""
        word = units.word_at(self.text, offset)
        return self.to(word if word and word[0] < end else units.word_to(self.text, end))

    def first(self) -> Selection:
        """The cursor on the first word of the text."""
        return self.to(units.word_from(self.text, 0))

    def last(self) -> Selection:
        """The cursor on the last word of the text."""
        return self.to(units.word_to(self.text, len(self.text)))

    def word(self, step: int) -> Selection:
        """One word on (1) or back (-1)."""
        return self.to(
            units.word_from(self.text, self.point[1]) if step > 0 else units.word_to(self.text, self.point[0])
        )

    def letter(self, step: int) -> Selection:
        """The end at the cursor one letter on (1) or back (-1); begins a run of the word where there is none."""
        if self.origin is None:
            start, end = self.point
            return self.selecting(
                (start, letters.after(self.text, end) if step > 0 else letters.before(self.text, end))
            )
        edge = self.point[1] if self.forward else self.point[0]
        fixed = self.origin[0] if self.forward else self.origin[1]
        move = letters.after if step > 0 else letters.before
        edge = move(self.text, edge)
        return self._reaching(fixed, move(self.text, fixed) if edge == fixed else edge)

    def _reaching(self, fixed: int, edge: int) -> Selection:
        """From one offset to the other, whichever comes first."""
        if edge > fixed:
            return self.selecting((fixed, edge))
        return (
            replace(self, origin=(fixed, fixed), point=(edge, letters.after(self.text, edge))) if edge < fixed else self
        )

    def sentence(self, step: int) -> Selection:
        """To the next sentence, or the end of this one where a run was begun; back (-1) to where one begins."""
        if step < 0:
            found = units.previous_sentence(self.text, self.point[0])
            return self.to(units.word_from(self.text, found[0])) if found else self
        here = units.sentence(self.text, self.point[0])
        if self.origin is not None and here and here[1] > self.point[1]:
            return self.to(units.word_to(self.text, here[1]))
        found = units.next_sentence(self.text, self.point[0])
        if found is None:
            return self
        return self.to(units.word_to(self.text, found[1]) if self.origin else units.word_from(self.text, found[0]))

    def whole_sentence(self) -> Selection:
        """The sentence under the cursor; with a run begun, the whole of the sentences it touches."""
        start, end = self.span
        first, last = units.sentence(self.text, start), units.sentence(self.text, max(end - 1, start))
        return self.selecting((first[0], last[1])) if first and last else self

    def quotation(self) -> Selection:
        """The quotation around what is selected, with its marks; again the one around that; else the next one."""
        return self.selecting(units.quotation_around(self.text, *self.span))

    def other_end(self) -> Selection:
        """The same run with the cursor at its other end."""
        if self.origin is None or self.origin[0] < self.origin[1]:
            return replace(self, origin=self.point, point=self.origin) if self.origin else self
        start, end = self.span
        return self._reaching(end, start) if self.forward else self._reaching(start, end)

    def keeping(self, name: Part) -> Selection:
        """What is selected kept as a part, and the cursor on the word behind it, ready for the next."""
        span = self.span
        same = _with(tuple(found for kind, found in self.kept if kind == name), span)
        kept = (*((kind, found) for kind, found in self.kept if kind != name), *((name, found) for found in same))
        following = units.word_from(self.text, span[1]) or self.point
        return replace(self, kept=kept, origin=None, point=following)

    def dropping(self) -> Selection:
        """Without the part kept last, which is selected again."""
        if not self.kept:
            return self
        return replace(self, kept=self.kept[:-1]).selecting(self.kept[-1][1])


def _with(spans: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The spans and this one, those that overlap as one; in the order of the text, but this one last."""
    apart = [other for other in spans if other[1] <= span[0] or span[1] <= other[0]]
    over = [other for other in (*spans, span) if other not in apart]
    return (*apart, (min(start for start, _ in over), max(end for _, end in over)))
