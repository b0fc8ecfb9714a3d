"""Taking records along: copied as cited Markdown, exported to a file, a report's url, the command of this view."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from shlex import quote
from urllib.parse import urlsplit

from store.export.citation import cited
from store.export.selection import Selection
from store.model import Document, Figure, Statement
from store.records import Records
from tui.render.text import cut
from tui.screens.board import Board
from tui.screens.export import ExportScreen, Wanted
from tui.view import filtering
from tui.view.memory import write_private

COPIED = "copied.md"
"""The file, in the state folder, that holds what was copied last: some terminals take no clipboard."""


class Taking(Board):
    """The keys `y w o C`."""

    _offered = ""

    def action_copy(self) -> None:
        """The marked, or else the row, as cited Markdown: to the terminal's clipboard and into a file of mode 0600."""
        ids = self._marked() or self._row()
        if not ids or self.archive is None:
            self.say("Nothing to copy: no statement or figure is marked or under the cursor.")
            return
        selection = Selection.of(self.archive.records, ids, datetime.now(UTC).date())
        text = cited(selection)
        if not text:
            self.say("Nothing copied: drafted, rejected and confidential records are only exported: w, then ^T.")
            return
        file = self.launch.state_dir / COPIED
        try:
            write_private(file, text.encode("utf-8", "replace"))
        except OSError as error:
            self.say(f"{file} can't be written ({error.strerror}); sent to the terminal's clipboard only.", wrong=True)
        else:
            count = len(selection.kept)
            what = f"{count} record{'s' if count > 1 else ''}"
            left_out = ", ".join(f"{number} {reason}" for reason, number in selection.left_out.items())
            held = f"; left out: {left_out}" if left_out else ""
            self.say(f"{what} sent to the terminal's clipboard, and written to {file}{held}")
        self.app.copy_to_clipboard(text.encode("utf-8", "replace").decode())

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
        made = datetime.now(UTC).date()
        wanted = Wanted(
            self.archive.records, tuple(ids), of if marked else f"{len(ids):,} shown", self.view.filter, made
        )
        await self.app.push_screen(ExportScreen(wanted), lambda said: self.say(said) if said else None)

    def action_open_url(self) -> None:
        """Shows the host and the url first; the same key again opens it. Only http and https are opened."""
        url = self._url()
        host = web_host(url)
        if not url:
            self.say("This document has no url.")
        elif not host:
            self.say(f"Only http and https are opened; this is {cut(url, 60)}", wrong=True)
        elif self._offered != url:
            self._offered = url
            self.say(f"{host}: o again opens {url}")
        else:
            self._offered = ""
            self._open(url, host)

    def _open(self, url: str, host: str) -> None:
        desktop = sys.platform == "darwin" or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
        if desktop:
            self.app.open_url(url)
            self.say(f"Asked the desktop to open {host}")
        else:
            self.app.copy_to_clipboard(url)
            self.say(f"There is no desktop on this host; sent the url to the terminal's clipboard: {url}")

    def _url(self) -> str:
        record = self.record_here()
        if self.archive is None or record is None:
            return ""
        document = _document(self.archive.records, record)
        return (document.url or document.archived_url or "") if document else ""

    def action_command(self) -> None:
        """The shell command that gives this view; also sent to the clipboard."""
        command = self.command()
        self.app.copy_to_clipboard(command)
        self.say(command)

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
        return " ".join(map(quote, parts))


def web_host(url: str) -> str:
    """The host of an http or https address; empty for any other, and for what is no address."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _document(records: Records, record: object) -> Document | None:
    if isinstance(record, Document):
        return record
    return records.documents.get(record.document) if isinstance(record, Statement | Figure) else None
