"""Taking records along: copied as cited Markdown, exported to a file, a report's url, the command of this view."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from store.model import Document, Figure, Statement
from store.records import Records
from tui.clipboard import Clipboard
from tui.config import Launch
from tui.pasting import pasted
from tui.render.text import cut
from tui.screens.board import BoardPart
from tui.view import filtering
from tui.view.view import Place, View

if TYPE_CHECKING:
    from tui.links import Link

COPIED = "copied.md"
"""The file, in the state folder, that holds what was copied last: some terminals take no clipboard."""


class Taking(BoardPart):
    """The keys `y w o C`."""

    def __init__(self, launch: Launch, view: View, places: list[Place], copied: Clipboard) -> None:
        super().__init__(launch, view, places)
        self.copied = copied
        self._offered = ""

    def action_copy(self) -> None:
        """The marked, or else the row, as cited Markdown: to the clipboard and into a file of mode 0600."""
        ids = self._marked() or self._row()
        if not ids or self.archive is None:
            self.say("Nothing to copy: no statement or figure is marked or under the cursor.")
            return
        # Here and below: the browser starts without what only these keys need.
        from store.export.citation import cited
        from store.export.selection import Selection

        selection = Selection.of(self.archive.records, ids, datetime.now(UTC).date())
        text = cited(selection)
        if not text:
            self.say("Nothing copied: drafted, rejected and confidential records are only exported: w, then ^T.")
            return
        copied = self.copied.copy(text)
        count = len(selection.kept)
        left_out = ", ".join(f"{number} {reason}" for reason, number in selection.left_out.items())
        what = f"{count} record{'s' if count > 1 else ''}{f' (left out: {left_out})' if left_out else ''}"
        self.say(f"{what}: {copied.words}{copied.kept}", wrong=copied.wrong)

    def _marked(self) -> list[str]:
        """The marked records that are still there, in the order of the archive."""
        if self.archive is None or not self.view.marks:
            return []
        index = self.archive.index
        return [found for table in ("statements", "figures") for found in index.ids(table) if found in self.view.marks]

    def _row(self) -> list[str]:
        record = self.record_here()
        return [record.id] if isinstance(record, Statement | Figure) else []

    async def action_export(self) -> None:
        """The marked, or else all that is shown, through the export dialogue."""
        if self.archive is None or self.shown is None:
            return
        marked = self._marked()
        result = self.shown.result
        ids = marked or [*result.ids("statements"), *result.ids("figures")]
        if not ids:
            self.say("Nothing to export: nothing is marked, and no statement or figure is shown. X shows all.")
            return
        hidden = sum(not (result.has("statements", i) or result.has("figures", i)) for i in marked)
        of = f"{len(marked)} marked" + (f", {hidden} hidden by the filter" if hidden else "")
        from tui.screens.export import ExportScreen, Wanted

        made = datetime.now(UTC).date()
        wanted = Wanted(
            self.archive.records, tuple(ids), of if marked else f"{len(ids):,} shown", self.view.filter, made
        )
        await self.app.push_screen(ExportScreen(wanted), lambda said: self.say(said) if said else None)

    def action_open_url(self) -> None:
        """Shows the host and the url first; the same key again opens it. Only http and https are opened."""
        from tui.links import LinkError, link

        url = self._url()
        if not url:
            self.say("This document has no url.")
            return
        try:
            found = link(url)
            if self._offered == url:
                self._offered = ""
                self._open(found)
            else:
                self._offered = url
                self.say(f"{found.host}: o again opens {url}")
        except LinkError as error:
            self.say(f"{error} {cut(url, 60)}", wrong=True)

    def _open(self, found: Link) -> None:
        """Raises LinkError where the desktop can't be asked; where there is none, the user's own has to do it."""
        from tui.links import open_with, opener

        if program := opener(os.environ):
            open_with(program, found)
            self.say(f"Asked the desktop to open {found.host}")
        else:
            copied = self.copied.copy(found.url)
            self.say(f"There is no desktop on this host. The url is {copied.told}: {found.url}", wrong=copied.wrong)

    def _url(self) -> str:
        record = self.record_here()
        if self.archive is None or record is None:
            return ""
        document = _document(self.archive.records, record)
        return (document.url or document.archived_url or "") if document else ""

    def action_command(self) -> None:
        """The shell command that gives this view; copied too."""
        command = self.command()
        copied = self.copied.copy(command)
        self.say(f"{command}  ({copied.told})", wrong=copied.wrong)

    def command(self) -> str:
        """Archive, filter, pane and order; marks are named by their ids where the filter asks for them."""
        text = self.view.filter
        if filtering.asks_for_marked(text):
            text = filtering.with_ids(text, self.view.marks)
        parts = ["sayso", "--archive", str(self.launch.path), "browse"]
        parts += ["--filter", text] if text else []
        parts += ["--pane", self.view.pane] if self.view.pane != "statements" else []
        chosen = self.view.sorts.get(self.view.pane)
        parts += [f"--sort={'-' if chosen.reverse else ''}{chosen.column}"] if chosen else []
        parts += ["--read-only"] if self.launch.read_only else []
        return " ".join(map(pasted, parts))


def _document(records: Records, record: object) -> Document | None:
    if isinstance(record, Document):
        return record
    return records.documents.get(record.document) if isinstance(record, Statement | Figure) else None
