"""What no record accounts for: found out beside the keys, lit in the source, and gone through with `} {`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.timer import Timer

from store.archive import Archive
from store.model import Record
from tui.panes.documents import DocumentsPane
from tui.panes.source import SourcePane
from tui.screens.correcting import Correcting

if TYPE_CHECKING:
    from store.coverage import Coverage

COVERAGE_DELAY = 0.25
"""Seconds without another report or change after which it is looked what is accounted for: no key waits for it."""


class Covering(Correcting):
    """The keys `} {`. What was found out of a report is kept for the documents, until it is shown again."""

    _pending: Timer | None = None
    _awaited = 0
    """1 or -1 where the next gap or the one before was asked for before the gaps were known."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.coverages: dict[str, tuple[int, Coverage]] = {}
        """Document -> the change set at which it was found out, and what."""

    def on_mount(self) -> None:
        self.query_one(DocumentsPane).share_of = self._share

    def _share(self, document: str) -> int | None:
        return self.coverages[document][1].percent if document in self.coverages else None

    def show_record(self, record: Record) -> None:
        super().show_record(record)
        self._look_for_gaps()

    def show_changed(self) -> None:
        super().show_changed()
        self._look_for_gaps()

    def focus_pane(self, name: str) -> None:
        super().focus_pane(name)
        self._look_for_gaps()

    @property
    def _report(self) -> str:
        """The id of the report that is shown."""
        return self.subject.document.id if self.subject is not None and self.subject.document is not None else ""

    def _look_for_gaps(self) -> None:
        """Shows what is known, and looks again where records changed since."""
        if self.archive is None:
            return
        sequence, found = self.coverages.get(self._report, (-1, None))
        self._show_coverage(found)
        if self._pending is not None:
            self._pending.stop()
        if self._is_asked and self._report and sequence != self.archive.sequence:
            self._pending = self.set_timer(COVERAGE_DELAY, self._look_again)

    @property
    def _is_asked(self) -> bool:
        """Whether one reads reports: who goes through lists neither waits for it nor is sent anything."""
        return self.reviewing or self.view.pane in ("source", "documents")

    def _look_again(self) -> None:
        # Until the index is whole nobody could answer; then all is shown anew.
        if self.archive is not None and self._report and self.archive.index.complete:
            self._find_out(self.archive, self._report)

    @work(thread=True, exclusive=True, group="coverage")
    def _find_out(self, archive: Archive, document: str) -> None:
        from store.coverage import coverage  # the browser starts without it

        sequence = archive.sequence
        found = coverage(archive, document)
        if self.app.return_code is None:
            self.app.call_from_thread(self._found_out, document, sequence, found)

    def _found_out(self, document: str, sequence: int, found: Coverage) -> None:
        self.coverages[document] = (sequence, found)
        if document == self._report:
            self._show_coverage(found)
        self.query_one(DocumentsPane).reshown(document)
        step, self._awaited = self._awaited, 0
        if step and document == self._report and self.view.pane == "source":
            self._to_gap(step)

    def _show_coverage(self, found: Coverage | None) -> None:
        share = f"{found.percent}% covered" if found is not None and found.percent is not None else ""
        self.query_one(SourcePane).covered = share
        self.source.show_gaps([(gap.start, gap.end) for gap in found.gaps] if found is not None else [])

    def action_next_gap(self) -> None:
        self._to_gap(1)

    def action_previous_gap(self) -> None:
        self._to_gap(-1)

    def _to_gap(self, step: int) -> None:
        found = self.coverages.get(self._report, (0, None))[1]
        if self.view.pane != "source":
            self.focus_pane("source")
        number = self.source.next_gap(step)
        if self.subject is None or self.subject.document is None:
            self.say("No report is shown.")
        elif found is None:
            self._awaited = step
            self.say("What is accounted for in this report is being found out …")
        elif number is None:
            self.say(self._whole(found))
        else:
            gap = found.gaps[number - 1]
            words = " ".join(self.subject.document.text[gap.start : gap.end].split())
            short = words if len(words) <= 60 else f"{words[:40]} … {words[-15:]}"
            then = f"{self.key('range')} selects it for a record"
            self.say(f"Gap {number} of {len(found.gaps)}, a {gap.kind}: {short} · {then}")

    def _whole(self, found: Coverage) -> str:
        if not found.total:
            return "There are no quotations and no numbers in this report."
        quotations, numbers = _counted(found.quotations, "quotation"), _counted(found.numbers, "number")
        return f"Nothing is left: records account for {quotations} and {numbers}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
