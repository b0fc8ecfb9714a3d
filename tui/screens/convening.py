"""The key `R`: a review begins and is left; the lists make room for one draft, and come back as they were."""

from __future__ import annotations

import msgspec

from store.model import Document, Figure, Record, Statement
from tui.screens.layouts import lay_out
from tui.screens.reviewing import Reviewing
from tui.spoken import spoken
from tui.view.view import View


class Convening(Reviewing):
    """No screen is pushed: panes change, so that every key of a review answers at once."""

    _left: View | None = None
    """What was shown when it began."""

    async def action_review(self) -> None:
        """The drafts that the filter leaves, beginning with the row's report; in the source with the one it shows."""
        if self.archive is None or not self.writable():
            return
        if not self.archive.index.complete:
            self.say(f"The archive is still being indexed: {self.key('review')} reviews in a moment.")
            return
        # The browser starts without what only this key needs.
        from store.reviewing.copies import Copies
        from store.reviewing.waiting import waiting
        from tui.view.meant import Meant
        from tui.view.sitting import Sitting

        drafts, record = waiting(self.archive, self.view.filter), self.record_here()
        if not drafts:
            of, then = (" of those shown", f" {self.key('drop-filter')} shows all.") if self.view.filter else ("", "")
            self.say(f"No draft{of} waits for a review.{then}")
            return
        # Copies may stand where the filter doesn't look.
        every = waiting(self.archive) if self.view.filter else drafts
        self._copies, self.seen, self.meant = Copies(every), {}, Meant()
        here = self._begins_at(record, {draft.id for draft in drafts})
        await self._make_room()
        self.sitting = Sitting.of(drafts, "weight", here)
        self.look()

    def _begins_at(self, record: Record | None, drafts: set[str]) -> str:
        """The draft that the source shows, where one is in it; else the report of the row."""
        if isinstance(record, Statement | Figure):
            return record.id if self.view.pane == "source" and record.id in drafts else record.document
        return record.id if isinstance(record, Document) else ""

    async def _make_room(self) -> None:
        from tui.panes.review import ReviewPane

        if not self.query(ReviewPane):
            await self.mount(ReviewPane(id="review"), before="#right")
        self.review_pane.display = not spoken(self)
        self._left = self.here()
        self.source.bare = not spoken(self)
        # Who listens reads the facts above the text: all of them.
        self.source.show_whole(spoken(self))
        lay_out(self, "-reviewing")
        self.view = msgspec.structs.replace(self.view, zoomed=False)
        self.remove_class("-zoomed")
        self.zoomed = False
        self.focus_pane("source")

    def end_review(self) -> None:
        """Back to the lists as they were left, each cursor where it was, the last draft shown under its own."""
        if self.sitting is None:
            return
        last = self.sitting.current or (self.sitting.passed[-1].at if self.sitting.passed else "")
        left, self.sitting, self.why_for, self.waiting_for = self.sitting.remaining, None, (), ()
        self.source.bare = False
        self.source.show_whole(False)
        self.review_pane.display = False
        self.remove_class("-reviewing")
        view = self._left or self.here()
        pane = {"st": "statements", "fi": "figures"}.get(last[:2], "")
        cursors = view.cursors | ({pane: last} if pane else {})
        self.cursors = dict(cursors)
        self.shown = None
        self.show_view(msgspec.structs.replace(view, cursors=cursors, marks=self.view.marks))
        self.focus_pane(view.pane)
        self.follow_now()
        waits = "1 draft waits" if left == 1 else f"{left:,} drafts wait"
        self.say(f"The review is left: {waits}." if left else "All drafts of this review are decided.")
