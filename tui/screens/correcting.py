"""What a reviewer mends of a draft: its fields in the form, its words by the keys of a selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.archive import Archive
from store.errors import EditError, SaysoError
from store.model import Actor, Record, Statement
from tui.screens.deciding import Deciding
from tui.screens.editing import saved_edit
from tui.screens.queueing import Write
from tui.view.step import Edit

if TYPE_CHECKING:
    from store.reviewing.waiting import Draft
    from tui.screens.keeping import Keeping

WHO = ("speakers", "claimants")
"""Where the form begins: a wrong source is the worst of all mistakes."""


class Correcting(Deciding):
    """The keys `e v` of a review. A corrected draft stays where it is: `c` confirms what was made of it."""

    _reselected: Draft | None = None
    """The draft whose words are being selected."""

    async def action_correct(self) -> None:
        draft = self.draft
        if not self._decidable() or draft is None or self.archive is None or not self._settled(draft):
            return
        await self._open_form(draft, self._save_correction, WHO)

    def _settled(self, draft: Draft) -> bool:
        """Whether nothing is being taken back of it: what is corrected must be the record as it stands."""
        if draft.id in self.reopened:
            self.say("What was decided of this draft is still being taken back.")
        return draft.id not in self.reopened

    def _save_correction(self, base: Record, mine: Record, form: Keeping) -> None:
        refused = partial(self._unsaved, form)
        self._amend(base, mine, form.draft.word, lambda: _closed(form), refused, form.draft.newcomers)

    def _amend(
        self,
        base: Record,
        mine: Record,
        word: str,
        done: Callable[[], None],
        refused: Callable[[SaysoError], None],
        newcomers: Sequence[Actor] = (),
    ) -> None:
        """Writes the correction in its turn; the draft stays one until it is confirmed."""

        def written(edit: Edit) -> None:
            done()
            self._amended(word, edit)

        from tui.view.sitting import Decision

        decision = Decision(f"correction of {word}", base.id)
        change = partial(_corrected, base=base, mine=mine, newcomers=newcomers, what=f"corrected: {word}")
        self.put(Write(decision, change, written, refused))

    def _amended(self, word: str, edit: Edit) -> None:
        self.remember_edit(f"correction: {word}", edit)
        if self.sitting is None:
            return
        self.sitting.amend(f"correction of {word}", edit)
        if not self.why_for:
            self.look()
        still = self.draft is not None and self.draft.review.state == "drafted"
        self.review_changed(set())
        then = (
            f"{self.key('review.confirm')} confirms it, {self.key('review.take-back')} takes it back." if still else ""
        )
        self.say(f"Corrected: {word}. {then}{edit.warning}", wrong=bool(edit.warning))

    def action_reselect(self) -> None:
        """The words of the draft, its parts kept and the last of them as a run; at a gap, words for another record."""
        draft = self.draft
        if self.source.at_gap:
            self.action_range()
        elif self._decidable() and draft is not None and self._settled(draft):
            from tui.view.selection import Selection

            text = self.subject.document.text if self.subject is not None and self.subject.document else ""
            selection = Selection.of_spans(text, _own(draft), _spans(draft, "source"), _spans(draft, "cue"))
            if selection is None:
                self.say("The draft's words aren't what stands there: discard it.", wrong=True)
                return
            self._reselected = draft
            self.source.select(selection, remark=f"{self.key('source.make')} takes these words once they are right.")

    async def action_make(self) -> None:
        """Of words that were selected anew, the draft's own; else a record as ever."""
        draft, selection = self._reselected, self.source.selection
        if draft is None or selection is None or self.archive is None:
            await super().action_make()
            return
        from store.editing.making import reanchored
        from store.editing.marks import quoted_as

        records, mine = self.archive.records, draft
        own = "content" if isinstance(draft, Statement) else "anchor"
        try:
            for name, spans in (
                (own, selection.content),
                ("source", selection.part("source")),
                ("cue", selection.part("cue")),
            ):
                mine = reanchored(records, mine, name, spans)
        except EditError as error:
            self.say(str(error), wrong=True)
            return
        if isinstance(mine, Statement) and isinstance(draft, Statement) and mine.content != draft.content:
            from msgspec.structs import replace

            mine = replace(mine, type=quoted_as(selection.text, selection.content))
        if mine == draft:
            self.end_selecting()
            self.say("The words are what they were.")
        elif self.writable():
            self._amend(draft, mine, f"words of {draft.id}", self.end_selecting, self._words_refused)

    def _words_refused(self, error: SaysoError) -> None:
        self.say(f"{error} The words are still selected.", wrong=True)

    def end_selecting(self) -> None:
        self._reselected = None
        super().end_selecting()


def _own(draft: Draft) -> tuple[tuple[int, int], ...]:
    parts = draft.content if isinstance(draft, Statement) else (draft.anchor,)
    return tuple((part.start, part.end) for part in parts)


def _spans(draft: Draft, name: str) -> tuple[tuple[int, int], ...]:
    return tuple((part.start, part.end) for part in getattr(draft, name))


def _closed(form: Keeping) -> None:
    form.dismiss(None)


def _corrected(archive: Archive, base: Record, mine: Record, newcomers: Sequence[Actor], what: str) -> Edit:
    from store.editing.corrections import corrected

    return saved_edit(archive, base, corrected(base, mine, decided=False), what, newcomers=newcomers, decided=False)
