"""What the screen says about itself: filter, counts, titles, keys and messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual.reactive import var

from store.archive import Archive
from tui import keys
from tui.config import Launch
from tui.frame import ListPane
from tui.keymap import remapped
from tui.panes.bar import Bar
from tui.panes.titles import Titles
from tui.screens.beginning import Beginning
from tui.spoken import spoken
from tui.view.shown import Shown
from tui.view.view import PANES, View

INDEXING = "indexing …"
"""As long as only what is shown at first can be answered, and not every filter."""


class Telling(Beginning):
    """Knows what was asked for, what is read and what is shown, and tells it in the bar and the titles."""

    shown: var[Shown | None] = var(None, init=False)

    def __init__(self, launch: Launch, view: View) -> None:
        super().__init__()
        self.launch = launch
        self.archive: Archive | None = None
        self.view = view
        self._said = False
        self.asked: object = None
        self._message = ("", False)
        """What was said last, and whether it tells that something went wrong."""

    @property
    def bar(self) -> Bar:
        return self.query_one(Bar)

    def told(self, *, keeping: bool = False) -> None:
        """Status, footer and titles say what is now; `keeping` a message that stands in the footer."""
        if not self.is_attached:
            return
        self.bar.status(self._filter_words(), " · ".join(self._counts()))
        self.tell_titles()
        if self._said and (keeping or self.shown is None):
            return
        self._said, self.asked = False, None
        self.bar.keys(keys.footer(self.footer, self.launch_keys), "SAMPLE" if self.demonstration else "")

    @property
    def footer(self) -> str:
        """Whose keys stand in the footer."""
        return self.view.pane

    def tell_titles(self) -> None:
        """The titles of a narrow screen, with the counts of what is shown; for who listens the one in focus."""
        shown, current = self.shown, PANES.index(self.view.pane) + 1
        if self.archive is not None and self.has_class("-narrow"):
            of = " of " if spoken(self) else "/"
            counts = [shown.tally(name, of) if shown is not None else "" for name in PANES[:4]]
            tallies = [(n, name.title(), counts[n - 1]) for n, name in enumerate(PANES[:4], 1)]
            panes = [*tallies, (5, "Source", "")]
            self.query_one(Titles).tell([panes[current - 1]] if spoken(self) else panes, current)

    @property
    def demonstration(self) -> bool:
        """Whether this is the sample, or a copy of it."""
        return self.launch.sample or (self.archive is not None and self.archive.demonstration)

    @property
    def underway(self) -> str:
        """What was begun and waits for another row, in a few words."""
        return ""

    @property
    def alone(self) -> bool:
        """Whether what was begun has the screen for itself, and the counts of the lists tell nothing."""
        return False

    def _filter_words(self) -> str:
        sign = "\\" if self.view.light else "/"
        if spoken(self):
            sign = "hits of" if self.view.light else "filter"
        if self.view.filter:
            return f"{sign} {self.view.filter}"
        return f"{sign} all of the sample archive; your own: sayso new PATH" if self.launch.sample else f"{sign} all"

    def _counts(self) -> list[str]:
        if self.shown is None:
            return ["reading …" if self.archive is None else INDEXING]
        shown, marks = self.shown, len(self.view.marks)
        undated = sum(shown.result.undated(table) for table in ("statements", "figures"))
        tables = () if self.has_class("-narrow") else ("statements", "figures")
        counts = [f"{shown.tally(table)} {table}" for table in tables]
        narrow = self.has_class("-narrow") and self.view.pane != "source"
        if self.alone:
            return [self.underway, *(["read only"] if self.launch.read_only else [])]
        return [
            *([self.underway] if self.underway else []),
            *([f"{marks:,} marked"] if marks else []),
            *counts,
            *([self.query_one(f"#{self.view.pane}", ListPane).side(shown)] if narrow else []),
            *([f"{shown.drafts:,} draft{'' if shown.drafts == 1 else 's'}"] if shown.drafts else []),
            *([f"{undated:,} undated left out"] if undated else []),
            *([] if shown.index.complete else [INDEXING]),
            *(["read only"] if self.launch.read_only else []),
        ]

    @property
    def launch_keys(self) -> tuple[keys.Key, ...]:
        return self.told_keys(remapped(self.launch.config.keys))

    def key(self, action: str) -> str:
        """What to press for it, as one key; `action` is one of the browser's, or a whole id."""
        return keys.named(action if "." in action else f"browse.{action}", self.launch_keys).pressed()

    @property
    def form_keys(self) -> tuple[keys.Key, ...]:
        """Those of the form in which a record is edited."""
        return self.told_keys(remapped(self.launch.config.keys, keys.FORM))

    def told_keys(self, found: tuple[keys.Key, ...]) -> tuple[keys.Key, ...]:
        """The keys as they can be shown here: with words for the arrows where those aren't seen."""
        terminal = self.launch.terminal
        return found if terminal.utf8 and terminal.signs and not terminal.cursor else keys.in_words(found)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """A message in the footer, until the cursor moves or the view changes."""
        self.bar.say(text, wrong=wrong)
        self._message = (text, wrong)
        self._said, self.asked = True, None

    def ask(self, what: object, text: str) -> None:
        """A question in the footer; `asked` is what it is about as long as it stands there."""
        self.say(text)
        self.asked = what

    @contextmanager
    def saying_on(self) -> Iterator[bool]:
        """Within it all may be shown anew: a question or an error stays in the footer. Tells whether one does."""
        (text, wrong), asked = self._message, self.asked
        stays = self._said and (wrong or asked is not None)
        yield stays
        if stays:
            self.say(text, wrong=wrong)
            self.asked = asked

    def unsaid(self) -> None:
        """The message goes, for the user went on."""
        if self._said:
            self.told()
