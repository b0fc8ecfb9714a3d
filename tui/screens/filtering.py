"""What the keys do to the filter: typing it, lighting it, and adding or dropping a term with one key."""

from __future__ import annotations

from textual.events import DescendantFocus

from store.errors import FilterError
from store.index import OWN_VOICE
from store.model import Figure, Record, Statement
from store.query import parse_unfinished
from tui.frame import ListPane
from tui.panes.bar import Bar
from tui.panes.source import SourceText
from tui.screens.board import BoardPart
from tui.screens.telling import INDEXING
from tui.spoken import spoken
from tui.view import filtering
from tui.view.shown import show


class Filtering(BoardPart):
    """The filter as it is typed, and the keys `a A x X r M n N \\`."""

    async def action_filter(self) -> None:
        if self.view.pane == "source":
            await self.bar.edit("search", self.searched)
            self.bar.say("Enter goes to the first hit · Esc ends the search")
        else:
            # A space after it, so that what is typed next is another term.
            text = f"{self.view.filter} " if self.view.filter else ""
            await self.bar.edit("\\" if self.view.light else "/", text)
            self.bar.say("Enter keeps it · Esc goes back · ^U clears it · words, or actor: said: counted: …")

    @property
    def searching(self) -> bool:
        """Whether what is typed is searched for in the source."""
        return self.view.pane == "source"

    def on_bar_typed(self, event: Bar.Typed) -> None:
        """Each letter filters anew; what is unfinished is left out until it makes sense."""
        if not self.bar.editing or event.text != self.bar.field.value:
            return
        if self.searching:
            self._search(event.text)
            self.bar.say(self.query_one(SourceText).found_words)
            return
        if self.archive is None:
            return
        try:
            query, hint = parse_unfinished(event.text)
            shown = show(self.archive, self.here(), query)
        except FilterError as error:
            self._say_wrong(error)
            return
        if shown is None:
            self.bar.say(f"{INDEXING} What this finds is shown in a moment; go on typing.")
            return
        self.shown = shown
        self.bar.say(hint or self._tallies())
        self.tell_titles()
        self.follow()

    def _say_wrong(self, error: FilterError) -> None:
        """All of the error where it is short; where it lists what is known, the place and an example that works."""
        text = str(error)
        short = f"Filter, column {error.column}: {error.problem} For example: {error.example}"
        self.bar.say(text if len(text) < 3 * self.size.width else f"{short} · ? lists the fields", wrong=True)

    def _tallies(self) -> str:
        if self.shown is None:
            return ""
        undated = sum(self.shown.result.undated(table) for table in ("statements", "figures"))
        tallies = [f"{self.shown.tally(table)} {table}" for table in ("statements", "figures")]
        return " · ".join([*tallies, *([f"{undated:,} undated left out"] if undated else [])])

    def on_bar_kept(self, event: Bar.Kept) -> None:
        """Enter keeps the filter; one that is wrong stays in the input, with what is wrong with it."""
        if self.searching:
            self._end_editing()
            self._search(event.text)
            if event.text:
                self.action_next_hit()
            return
        try:
            if event.text.strip() != self.view.filter:
                self.change(f"filter {event.text.strip() or 'all'}", filter=event.text.strip())
        except FilterError as error:
            self._say_wrong(error)
            return
        self._end_editing()

    def give_up_editing(self) -> None:
        """Esc: the old filter is back, or the search is gone."""
        if self.searching:
            self._search("")
        else:
            self.show_view(self.here())
        self._end_editing()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A click elsewhere ends the typing as Enter does; where that can't be, the typing goes on."""
        clicked = event.widget
        if self.bar.editing and clicked is self.focused and clicked is not self.bar.field:
            self.on_bar_kept(Bar.Kept(self.bar.field.value))
            self.set_focus(self.bar.field if self.bar.editing else clicked, scroll_visible=False)

    def _end_editing(self) -> None:
        for pane in self.query(ListPane):
            pane.catch_up()
        self.bar.close()
        self.focus_pane(self.view.pane)
        self.follow()

    def _search(self, text: str) -> None:
        self.searched = text
        if self.subject is not None:
            self.show_record(self.subject.record)

    def action_light(self) -> None:
        if self.view.light:
            self.change("all rows with hits lit", light=False)
        elif self.view.filter:
            self.change("rows of the filter alone", light=True)
            self.say(f"All rows; those that {self.view.filter} finds are lit: n and N go through them.")
        else:
            self.say("There is no filter whose hits could be lit. / makes one.")

    def action_next_hit(self) -> None:
        self._to_hit(1)

    def action_previous_hit(self) -> None:
        self._to_hit(-1)

    def _to_hit(self, step: int) -> None:
        """In the source to the next word lit; in a list to the next row that the filter finds."""
        if self.view.pane == "source":
            text = self.query_one(SourceText)
            # Who listens hears the line itself, where there is one.
            if not (text.next_hit(step) and spoken(self)):
                self.say(text.found_words)
            return
        shown, rows = self.shown, self.rows()
        if shown is None:
            return
        ahead = range(rows.cursor + step, len(rows.ids) if step > 0 else -1, step)
        found = next((i for i in ahead if not shown.dimmed(self.view.pane, rows.ids[i])), None)
        if found is None:
            self.say("No further hit in this direction.")
        else:
            rows.go_to(found)

    def action_only(self) -> None:
        if term := self._term_here():
            self.refilter(filtering.only(self.view.filter, term))

    def action_all_but(self) -> None:
        if term := self._term_here():
            self.refilter(filtering.all_but(self.view.filter, term))

    def _term_here(self) -> str:
        """The term for the actor, or the document, of the row under the cursor; says why where there is none."""
        if self.archive is None:
            return ""
        records, row_id = self.archive.records, self.rows().row_id
        if self.view.pane == "documents" and row_id:
            return filtering.document_term(records, records.documents[row_id])
        if self.view.pane == "actors" and row_id:
            return filtering.actor_term(records, row_id)
        actor = speaker_of(self.record_here())
        if not actor:
            self.say("There is no row under the cursor whose actor could be filtered for.")
        return filtering.actor_term(records, actor) if actor else ""

    def refilter(self, text: str) -> None:
        """Another filter, remembered for undo and back."""
        if text != self.view.filter:
            self.change(f"filter {text or 'all'}", filter=text, light=self.view.light and bool(text))

    def action_drop_term(self) -> None:
        if not self.view.filter:
            self.say("There is no filter to drop a term of.")
        self.refilter(filtering.without_last(self.view.filter))

    def action_drop_filter(self) -> None:
        if not self.view.filter:
            self.say("There is no filter to drop: all is shown.")
        self.refilter("")

    def action_only_marked(self) -> None:
        if not self.view.marks and not filtering.asks_for_marked(self.view.filter):
            self.say("Nothing is marked. Space marks a statement or a figure.")
        else:
            self.refilter(filtering.toggled(self.view.filter, filtering.MARKED))

    def action_rivals(self) -> None:
        record = self.record_here()
        if not isinstance(record, Figure):
            self.say("Only a figure has rivals, and there is none under the cursor: 3 goes to the figures.")
        elif text := filtering.rivals_filter(record):
            self.refilter(text)
        else:
            self.say("This figure doesn't say what is counted with which outcome, so it has no rivals.")


def speaker_of(record: Record | None) -> str:
    """The id of the first who speaks or claims; "none" for the report's own voice; empty for no such record."""
    match record:
        case Statement():
            return record.speakers[0].actor if record.speakers else OWN_VOICE
        case Figure():
            return record.claimants[0].actor if record.claimants else OWN_VOICE
        case None:
            return ""
        case _:
            return ""
