"""Reviewing: the drafts one after the other, each lit in its report, its fields beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.events import Key

from store.model import Figure, Statement
from store.vocabulary import REASONS
from tui import keys
from tui.screens.composing import Composing
from tui.spoken import spoken

if TYPE_CHECKING:
    from store.reviewing.copies import Copies
    from store.reviewing.waiting import Draft
    from tui.panes.review import ReviewPane
    from tui.render.reviewed import Picture
    from tui.screens.making import MakingScreen
    from tui.view.meant import Meant
    from tui.view.sitting import Sitting
    from tui.view.step import Edit

REVIEW_ACTIONS = frozenset(key.action for key in keys.KEYS if key.scope == keys.REVIEWING)
SAYING_WHY = frozenset({"discard", *(action for action in REVIEW_ACTIONS if action.startswith("reason_"))})
"""Those of them that answer why a draft is discarded."""
LEAVING = frozenset({"help", "palette", "redraw", "suspend", "interrupt", "cancel", "close", "quit"})
ALLOWED = LEAVING | {"filter", "previous_hit", "next_gap", "previous_gap", "open_url", "log"}
"""What else of the browser's keys can be used while one reviews; while it is asked why, only the first of these."""
ORDERS = {"weight": "figures, accusations, denials first", "text": "as in the report"}


class Reviewing(Composing):
    """The key `R`, and what is shown from then on. The board stays; its lists make room for one draft's fields."""

    sitting: Sitting | None = None
    meant: Meant
    why_for: tuple[str, ...] = ()
    """The drafts of which it is asked why they are discarded."""
    waiting_for: tuple[str, ...] = ()
    """The drafts that are confirmed once it is said who is meant."""
    seen: dict[str, Draft]
    """The drafts as they were looked at: what another made of them meanwhile is not decided unseen."""
    reopened: set[str]
    """Drafts whose decision is being taken back."""
    _copies: Copies | None = None

    @property
    def reviewing(self) -> bool:
        """Whether the keys are those of a review."""
        return self.sitting is not None and not self.selecting

    @property
    def footer(self) -> str:
        return keys.REVIEWING if self.reviewing else super().footer

    @property
    def alone(self) -> bool:
        return self.sitting is not None

    @property
    def underway(self) -> str:
        if self.sitting is None:
            return super().underway
        left = self.sitting.remaining
        return f"{left:,} draft{'' if left == 1 else 's'} to review"

    @property
    def review_pane(self) -> ReviewPane:
        from tui.panes.review import ReviewPane

        return self.query_one(ReviewPane)

    @property
    def draft(self) -> Draft | None:
        """The draft looked at, as the archive has it."""
        record = self.record_of(self.sitting.current) if self.sitting is not None else None
        return record if isinstance(record, Statement | Figure) else None

    def look(self, remark: str = "", *, wrong: bool = False) -> None:
        """The draft looked at, its report at its words, its fields; `remark` is what is said beside."""
        if self.sitting is None or self.archive is None:
            return
        self.why_for = self.waiting_for = ()
        remark = " ".join(filter(None, (remark, self._pass_over())))
        draft = self.draft
        if draft is not None:
            self.seen[draft.id] = draft
            self.show_record(draft)
        self.meant.look(self.archive.records, draft)
        self.draw_review()
        self.told()
        heard = self._heard() if spoken(self) else ""
        if remark or heard:
            self.say(" ".join(filter(None, (remark, heard))), wrong=wrong)

    def _heard(self) -> str:
        from tui.render.reviewed import told

        return told(self.picture())

    def draw_review(self) -> None:
        self.review_pane.show_picture(self.picture())

    def picture(self) -> Picture:
        """What there is to see of the draft looked at."""
        from tui.render.reviewed import Picture

        sitting, archive = self.sitting, self.archive
        assert sitting is not None
        assert archive is not None
        return Picture(
            archive.records,
            self.draft,
            sitting.at + 1,
            len(sitting.ids),
            ORDERS[sitting.order],
            sitting.remaining,
            len(self.copies),
            self.meant.told(archive.records),
            bool(self.why_for),
            self.key,
        )

    @property
    def copies(self) -> list[Draft]:
        """Drafts of other reports that are the same as the one looked at, and undecided."""
        draft = self.draft
        if draft is None or self._copies is None or self.archive is None or self.sitting is None:
            return []
        found = self._copies.of(self.archive.records, draft)
        return [copy for copy in found if copy.id not in self.sitting.decided]

    def ended(self) -> str:
        """What is said where no draft is left ahead."""
        from tui.render.reviewed import ended

        return " ".join(ended(self.sitting.remaining if self.sitting is not None else 0, self.key))

    def action_same(self) -> None:
        self._answer(same=True)

    def action_new(self) -> None:
        if not self.meant.asked and self.searched:
            self.action_next_hit()
        else:
            self._answer(same=False)

    def _answer(self, *, same: bool) -> None:
        """Who is meant; then goes on with what waited for it."""
        if not self.meant.asked:
            self.say("There is nothing to answer: no drafted actor here is like one of the archive.")
            return
        self.meant.answer(same=same)
        self.draw_review()
        self.unsaid()
        if self.waiting_for and not self.meant.unanswered:
            self.confirm_seen(self.waiting_for)

    def confirm_seen(self, ids: tuple[str, ...]) -> None:
        """Confirms these drafts as they were seen."""
        raise NotImplementedError

    def action_other(self) -> None:
        if self.meant.turn():
            self.draw_review()
        else:
            self.say("No other actor is proposed.")

    def action_order(self) -> None:
        """As the report goes, or what matters first; what is left of the report looked at comes first."""
        if self.sitting is None or self.archive is None:
            return
        from store.reviewing.waiting import standing

        left = standing(self.archive.records, self.sitting.left)
        reports = list(dict.fromkeys(draft.document for draft in left))
        ordered = sorted(left, key=lambda draft: reports.index(draft.document))
        self.sitting.arrange(ordered, "text" if self.sitting.order == "weight" else "weight")
        self.look(f"{ORDERS[self.sitting.order]}.".capitalize())

    def _made(self, screen: MakingScreen, edit: Edit) -> None:
        """A record that was made by the way; the draft is looked at again."""
        super()._made(screen, edit)
        if (draft := self.draft) is not None:
            self.show_record(draft)

    def on_key(self, event: Key) -> None:
        """A key that means something elsewhere is no slip to be left in doubt of."""
        if not self.reviewing or self.bar.editing:
            return
        if self.why_for:
            event.prevent_default()
            first, last = self.key("review.reason-1"), self.key(f"review.reason-{len(REASONS)}")
            none, out = self.key("review.discard"), self.key("cancel")
            self.say(f"Say why it is discarded: {first} to {last}, or {none} without a reason. {out}: it isn't.")
        elif event.is_printable:
            event.prevent_default()
            leaves, tells = f"{self.key('close')} leaves the review", f"{self.key('help')} tells its keys"
            self.say(f"{event.character} does nothing in a review: {leaves}, {tells}.")

    def follow_now(self) -> None:
        """While one reviews, the source shows what is looked at."""
        if self.sitting is None:
            super().follow_now()

    def show_changed(self) -> None:
        """The lists are brought up to date when the review is left; what another decided meanwhile is passed over."""
        if self.sitting is None:
            super().show_changed()

    def review_changed(self, own: set[str]) -> str:
        """Records have changed, of which these by ourselves: the draft looked at may be another's work by now.

        What is said of it; "" where nothing is.
        """
        if self.sitting is None or self.archive is None:
            return ""
        word, draft = self._pass_over(), self.draft
        if word:
            word = f"{word} This is the next one."
        elif draft is not None and draft.id not in own and draft != self.seen.get(draft.id):
            word = f"{draft.id} was changed by another meanwhile: this is how it stands now."
        if word:
            self.look(word)
        elif draft is not None:
            self.seen[draft.id] = draft
            self.show_record(draft)
            self.meant.look(self.archive.records, draft)
            self.draw_review()
            self.told(keeping=True)
        return word

    def _pass_over(self) -> str:
        """Drafts ahead that another decided of, or took out, wait no more; a word for the first, "" for none.

        One is looked at when its turn comes: nobody goes through thousands of them at each key.
        """
        sitting, word = self.sitting, ""
        while sitting is not None and (draft := sitting.current):
            told = self.became(draft)
            if not told:
                break
            word = word or f"{draft} was {told} meanwhile."
            sitting.pass_over(draft, told)
        return word

    def became(self, draft: str) -> str:
        """What another made of a draft; "" where it is one still, or is about to be one again."""
        from store.reviewing.deciding import became

        now = self.record_of(draft)
        waits = isinstance(now, Statement | Figure) and now.review.state == "drafted"
        return "" if waits or draft in self.reopened else became(cast("Draft | None", now))
