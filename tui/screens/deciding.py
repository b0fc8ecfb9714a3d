"""What a reviewer's keys decide: shown at once, written one after the other beside the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from store.archive import Archive
from store.errors import ConflictError, SaysoError
from store.model import Figure, Statement
from store.vocabulary import REASONS
from tui.render import names
from tui.screens.passing import Passing
from tui.screens.queueing import Write
from tui.screens.undoing import reversed_edit
from tui.spoken import spoken
from tui.view.step import Brought, Edit

if TYPE_CHECKING:
    from store.reviewing.deciding import Decided
    from store.reviewing.waiting import Draft
    from tui.view.sitting import Decision, Sitting


class Deciding(Passing):
    """The keys `c C d D 1…6 f u` of a review. The next draft is shown before the last decision is on the disk."""

    @property
    def sitting_now(self) -> Sitting:
        """The sitting, where the keys of a review hold."""
        assert self.sitting is not None
        return self.sitting

    def action_confirm(self) -> None:
        if self._decidable():
            self._confirm((self.sitting_now.current,))

    def action_confirm_copies(self) -> None:
        if self._decidable():
            copies = self.copies
            if not copies:
                self.say(f"This draft has no copies in other reports: {self.key('review.confirm')} confirms it.")
                return
            self.seen |= {copy.id: copy for copy in copies}
            self._confirm((self.sitting_now.current, *(copy.id for copy in copies)))

    def _decidable(self) -> bool:
        """Whether there is a draft to decide of."""
        if self.why_for:
            self.say(f"First say why it is discarded, or {self.key('cancel')}: it isn't.")
        elif self.sitting is None or self.draft is None:
            self.say(self.ended())
        else:
            return True
        return False

    def _confirm(self, ids: tuple[str, ...]) -> None:
        """At once, unless it is still to be said who a drafted actor is, or who says it: nobody is linked unseen, and
        what somebody said doesn't become the report's own word."""
        words = _unnamed(self.draft)
        if words and self.asked != ids:
            more = f"{self.key('review.correct')} names somebody, {self.key('review.confirm')} confirms it as it is."
            self.ask(ids, f"Who {words} is isn't known: {more}")
        elif self.meant.unanswered:
            self.waiting_for = ids
            from tui.render.reviewed import asked

            self.say(f"{asked(self.picture().who[0], self.key)}: then it is confirmed.")
        else:
            self.confirm_seen(ids)

    def confirm_seen(self, ids: tuple[str, ...]) -> None:
        from store.reviewing import deciding

        links = dict(self.meant.links)
        decision = self.sitting_now.settle(_word("confirmed", ids), ids)
        self._decide(decision, lambda archive, drafts: deciding.confirm(archive, drafts, links))

    def action_discard(self) -> None:
        """Asks why; the key again discards without saying why."""
        if self.why_for:
            self._discard("")
        elif self._decidable():
            self._ask_why((self.sitting_now.current,))

    def action_discard_copies(self) -> None:
        if self._decidable():
            copies = self.copies
            self.seen |= {copy.id: copy for copy in copies}
            self._ask_why((self.sitting_now.current, *(copy.id for copy in copies)))

    def _ask_why(self, ids: tuple[str, ...]) -> None:
        self.why_for, self.waiting_for = ids, ()
        self.draw_review()
        self.unsaid()
        if spoken(self):
            reasons = [f"{self.key(f'review.reason-{number}')} {reason}" for number, reason in enumerate(REASONS, 1)]
            reasons.append(f"{self.key('review.discard')} no reason")
            self.say(f"Why is it discarded? {', '.join(reasons)}. {self.key('cancel')}: it isn't.")

    def action_reason_1(self) -> None:
        self._reason(0)

    def action_reason_2(self) -> None:
        self._reason(1)

    def action_reason_3(self) -> None:
        self._reason(2)

    def action_reason_4(self) -> None:
        self._reason(3)

    def action_reason_5(self) -> None:
        self._reason(4)

    def action_reason_6(self) -> None:
        self._reason(5)

    def _reason(self, number: int) -> None:
        if self.why_for:
            self._discard(REASONS[number])
        else:
            self.say(f"{self.key('review.discard')} discards a draft, then this key says why.")

    def _discard(self, why: str) -> None:
        from store.reviewing import deciding

        ids = self.why_for
        decision = self.sitting_now.settle(_word(f"discarded: {why}" if why else "discarded", ids), ids)
        self._decide(decision, lambda archive, drafts: deciding.discard(archive, drafts, why))

    def step_out(self) -> None:
        """Esc: what was asked is asked no more; a gap is left for the draft; else the review is left."""
        asked, self.why_for, self.waiting_for = bool(self.why_for or self.waiting_for), (), ()
        if asked or self.source.at_gap:
            self.source.end_gap()
            self.look()
        else:
            self.end_review()

    def action_skip(self) -> None:
        sitting = self.sitting_now
        if not sitting.remaining:
            self.say(self.ended())
            return
        sitting.skip()
        self.look()

    def action_take_back(self) -> None:
        """To the draft before; what was decided there, or corrected, is undone."""
        decision = self.sitting_now.back()
        if decision is None:
            self.say("This is where the review began.")
            return
        waiting = next((write for write in self.writes if write.decision is decision), None)
        if waiting is not None:
            self.writes.remove(waiting)
        elif decision.edit is not None or (self.being_written and self.being_written.decision is decision):
            self.reopened |= set(decision.ids)
            self.put(
                Write(
                    decision,
                    partial(_undone, decision, self.brought),
                    partial(self._taken_back, decision),
                    partial(self._not_taken_back, decision),
                )
            )
        self.look("" if decision.word == "left" else f"Taken back: {decision.word}.")

    def _decide(self, decision: Decision, change: Callable[[Archive, Sequence[Draft]], Decided]) -> None:
        """The next draft at once; what was decided is written in its turn."""
        seen = [self.seen[found] for found in decision.ids]
        # What is being taken back will stand there as it was seen, but at a later revision.
        again = frozenset(decision.ids) & self.reopened

        def written(archive: Archive) -> Edit:
            done = change(archive, [_as_it_stands(archive, draft) if draft.id in again else draft for draft in seen])
            return Edit(done.pairs, done.warning)

        self.put(Write(decision, written, partial(self._decided, decision), partial(self._not_decided, decision)))
        self.look()

    def _decided(self, decision: Decision, edit: Edit) -> None:
        decision.edit = edit
        self.remember_edit(f"{decision.word}: {decision.at}", edit)
        self._tell_written(edit)

    def _taken_back(self, decision: Decision, edit: Edit) -> None:
        self.reopened -= set(decision.ids)
        self.steps.behind = [step for step in self.steps.behind if step.was is not decision.edit]
        self._tell_written(edit)

    def _tell_written(self, edit: Edit) -> None:
        self.review_changed({record.id for pair in edit.pairs for record in pair if record is not None})
        if edit.warning:
            self.say(edit.warning.strip(), wrong=True)

    def _not_decided(self, decision: Decision, error: SaysoError) -> None:
        """What is a draft still waits again; what another decided of is passed over. The draft looked at stays."""
        if self.sitting is not None:
            self.sitting.passed = [other for other in self.sitting.passed if other is not decision]
            self.sitting.reopen(found for found in decision.ids if _waits(self.record_of(found)))
            self.review_changed(set(decision.ids))
        self.say(f"{error} Your “{decision.word}” was not written.", wrong=True)

    def _not_taken_back(self, decision: Decision, error: SaysoError) -> None:
        self.reopened -= set(decision.ids)
        self.review_changed(set())
        self.say(f"{error} Your “{decision.word}” stays.", wrong=True)


def _word(what: str, ids: Sequence[str]) -> str:
    return what if len(ids) == 1 else f"{what}, in {len(ids) - 1} {'copy' if len(ids) == 2 else 'copies'} too"


def _waits(record: object) -> bool:
    return isinstance(record, Statement | Figure) and record.review.state == "drafted"


def _as_it_stands(archive: Archive, draft: Draft) -> Draft:
    """The draft at its present revision, where it is a draft again. Raises ConflictError where it is not."""
    from store.reviewing.waiting import standing

    found = next(iter(standing(archive.records, [draft.id])), None)
    if found is None or found.review.state != "drafted":
        raise ConflictError(f"{draft.id} is no draft any more.", mine=draft, theirs=found)
    return found


def _undone(decision: Decision, brought: Brought, archive: Archive) -> Edit:
    """Takes back what was written of the decision, which is nothing where it was refused."""
    return reversed_edit(archive, decision.edit, f"undo of {decision.word}", brought) if decision.edit else Edit(())


def _unnamed(draft: Draft | None) -> str:
    """The report's words for who says it, where nobody is named for them."""
    if draft is None or (draft.speakers if isinstance(draft, Statement) else draft.claimants):
        return ""
    return names.unnamed(draft.source)
