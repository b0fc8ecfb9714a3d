"""Selecting words in the source, and making records of them: the keys that hold while one does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Key

from tui import keymap, keys
from tui.panes.source import SourceText
from tui.screens.marking import Marking
from tui.spoken import spoken

if TYPE_CHECKING:
    from tui.view.selection import Part, Selection

ACTIONS = frozenset(key.action for key in keys.KEYS if key.scope == keys.SELECTING)


class Selecting(Marking):
    """`v` in the source begins a selection; then the keys of `keys.SELECTING` move it, keep parts and make records."""

    _told_footer = ""

    @property
    def source(self) -> SourceText:
        return self.query_one(SourceText)

    @property
    def selecting(self) -> bool:
        """Whether the keys are those of a selection."""
        return self.view.pane == "source" and self.source.selected is not None

    @property
    def footer(self) -> str:
        return keys.SELECTING if self.selecting else super().footer

    def on_key(self, event: Key) -> None:
        """A key that only a selection knows says where it holds, where nothing else answered it."""
        found = keymap.of_selection(event.key, self.launch_keys)
        if found is None or self.selecting or self.bar.editing:
            return
        where = "" if self.view.pane == "source" else " in the source"
        self.say(f"{self.key('range')}{where} begins a selection, in which {found.pressed()} is: {found.does}")

    def action_range(self) -> None:
        """In the source words are selected; elsewhere rows are marked."""
        if self.view.pane != "source":
            super().action_range()
        elif not self.source.begin():
            self.say("There are no words here that could be selected.")

    def on_source_text_selected(self, event: SourceText.Selected) -> None:
        """What was done is said, and to who listens what is selected; the footer has the keys that hold now."""
        if event.selection is not self.source.selection:
            return
        heard = _heard(event.selection) if event.selection is not None and spoken(self) else ""
        if event.remark or heard:
            self.say(" · ".join(filter(None, (event.remark, heard))))
        elif self.footer != self._told_footer:
            self.told(keeping=event.selection is None)
        else:
            self.unsaid()
        self._told_footer = self.footer

    def give_up_selecting(self) -> None:
        """The keys are again what they are elsewhere. Where parts were kept a run goes first, so no slip loses them."""
        selection = self.source.selection
        if selection is not None and selection.kept and selection.origin:
            self.source.select(selection.toggled(), remark="The run is given up; Esc again gives up the parts too.")
        else:
            self.end_selecting()

    def end_selecting(self) -> None:
        """Nothing is selected any more."""
        self.source.select(None)
        self.told()

    def _move(self, moved: Callable[[Selection], Selection], otherwise: str = "") -> None:
        selection = self.source.selection
        if selection is None:
            return
        after = moved(selection)
        if after is selection or after == selection:
            self.say(otherwise or "It goes no further in this direction.")
        else:
            self.source.select(after)

    def action_next_word(self) -> None:
        self._move(lambda selection: selection.word(1))

    def action_previous_word(self) -> None:
        self._move(lambda selection: selection.word(-1))

    def action_next_letter(self) -> None:
        self._move(lambda selection: selection.letter(1))

    def action_previous_letter(self) -> None:
        self._move(lambda selection: selection.letter(-1))

    def action_next_sentence(self) -> None:
        self._move(lambda selection: selection.sentence(1))

    def action_previous_sentence(self) -> None:
        self._move(lambda selection: selection.sentence(-1))

    def action_extend(self) -> None:
        self._move(lambda selection: selection.toggled())

    def action_whole_sentence(self) -> None:
        self._move(lambda selection: selection.whole_sentence(), "The whole sentence is selected.")

    def action_quotation(self) -> None:
        self._move(lambda selection: selection.quotation(), "There is no other quotation in this paragraph.")

    def action_other_end(self) -> None:
        self._move(lambda selection: selection.other_end(), "The run has one word: v begins one here.")

    def action_keep_content(self) -> None:
        self._keep_part("content", "Part of what was said")

    def action_keep_source(self) -> None:
        self._keep_part("source", "Who says it")

    def action_keep_cue(self) -> None:
        self._keep_part("cue", "Cue")

    def _keep_part(self, part: Part, name: str) -> None:
        selection = self.source.selection
        if selection is None:
            return
        start, end = selection.span
        if part != "content" and not any(map(str.isalnum, selection.text[start:end])):
            self.say(
                f"There is no word in {selection.text[start:end]}, which is selected: it names nobody.", wrong=True
            )
        else:
            self.source.select(selection.keeping(part), remark=f"{name}: {selection.short}")

    def action_drop_part(self) -> None:
        self._move(lambda selection: selection.dropping(), "No part was kept yet.")


def _heard(selection: Selection) -> str:
    """What is selected, in words."""
    return f"selected: {selection.short}" if selection.origin else selection.short
