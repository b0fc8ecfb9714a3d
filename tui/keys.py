"""Every key: one table for bindings, footer, help, README and the check of the user's own keys."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from store.vocabulary import REASONS
from tui.keynames import textual_name, types

EVERYWHERE = "everywhere"
LISTS = "lists"
RECORDS = "statements and figures"
SELECTING = "while selecting in the source"
"""There its keys do this, whatever they do elsewhere."""
REVIEWING = "while reviewing"
"""As with SELECTING. To move, to search and to leave is there what it is elsewhere."""
MODES = (SELECTING, REVIEWING)
IN_FORM = "form"
"""As with SELECTING."""


class Key(Struct, frozen=True):
    """One thing a key does. `keys` are Textual's names, comma separated; `shown` is how people write them.

    `scope` is where it holds: EVERYWHERE, LISTS, RECORDS or the name of a pane; `footer` its few words in the
    footer, empty where it isn't shown there.
    """

    id: str
    keys: str
    shown: str
    does: str
    scope: str = EVERYWHERE
    footer: str = ""

    @property
    def action(self) -> str:
        """The action of Textual that the binding runs: `browse.drop-term` is `drop_term`."""
        return self.id.partition(".")[2].replace("-", "_")

    def pressed(self, *, typing: bool = False) -> str:
        """One key of it, as people write it: the first, or while something is typed the first that is no letter."""
        written = self.shown.split()
        apart = (
            shown
            for shown, key in zip(written, self.keys.split(","), strict=False)
            if not types(textual_name(key) or key)
        )
        return next(apart, written[0]) if typing else written[0]


KEYS: tuple[Key, ...] = (
    Key("rows.down", "j,down", "j ↓", "one row down", "lists and source"),
    Key("rows.up", "k,up", "k ↑", "one row up", "lists and source"),
    Key("rows.page-down", "pagedown", "PgDn", "a page down", "lists and source"),
    Key("rows.page-up", "pageup", "PgUp", "a page up", "lists and source"),
    Key("rows.half-down", "ctrl+d", "^D", "half a page down", "lists and source"),
    Key("rows.half-up", "ctrl+u", "^U", "half a page up", "lists and source"),
    Key("rows.first", "g,home", "g Home", "the first row", "lists and source"),
    Key("rows.last", "G,end", "G End", "the last row", "lists and source"),
    Key("browse.actors", "1", "1", "to the actors"),
    Key("browse.statements", "2", "2", "to the statements"),
    Key("browse.figures", "3", "3", "to the figures"),
    Key("browse.documents", "4", "4", "to the documents"),
    Key("browse.source", "5", "5", "to the source: the report itself, at the record's own words"),
    Key("browse.next-pane", "tab,l,right", "Tab l →", "next pane"),
    Key("browse.previous-pane", "shift+tab,h,left", "S-Tab h ←", "previous pane"),
    Key("browse.zoom", "z", "z", "zoom the pane to the whole screen, and back", footer="zoom"),
    Key("browse.filter", "slash", "/", "filter as you type; in the source, search its text", footer="filter"),
    Key("browse.light", "backslash", "\\", "filter, or show all rows with the hits lit"),
    Key("browse.next-hit", "n", "n", "next hit"),
    Key("browse.previous-hit", "N", "N", "previous hit"),
    Key("browse.only", "a", "a", "only this actor (in the documents: this document); again to undo", footer="only"),
    Key("browse.all-but", "A", "A", "all but this actor (document), whose row stays, dimmed", footer="all but"),
    Key("browse.drop-term", "x", "x", "drop the filter's last term"),
    Key("browse.drop-filter", "X", "X", "drop the whole filter", footer="show all"),
    Key(
        "browse.rivals",
        "r",
        "r",
        "rivals of this figure: the same counted and outcome, an overlapping period, whoever claims it",
        "figures",
        "rivals",
    ),
    Key(
        "browse.open",
        "enter",
        "Enter",
        "the row in its source; of an actor or a document its first row",
    ),
    Key("browse.back", "left_square_bracket", "[", "back to the place before, with the filter it had"),
    Key("browse.forward", "right_square_bracket", "]", "forward again"),
    Key("browse.mark", "space", "Space", "mark, and step down", RECORDS, "mark"),
    Key(
        "browse.range",
        "v",
        "v",
        "begin a range; again marks it; in the source begin to select words",
        "statements, figures, source",
        "select",
    ),
    Key("browse.mark-all", "t", "t", "mark all shown", RECORDS),
    Key("browse.invert", "i", "i", "invert the marks of the rows shown", RECORDS),
    Key("browse.only-marked", "M", "M", "show only what is marked; again to undo"),
    Key("browse.unmark-all", "T", "T", "take all marks away"),
    Key("browse.undo", "u", "u", "undo: says in a word what"),
    Key("browse.redo", "U", "U", "redo"),
    Key("browse.sort", "s", "s", "sort by the next column", LISTS),
    Key("browse.reverse", "S", "S", "reverse the order", LISTS),
    Key("browse.copy", "y", "y", "copy the marked, or the row, as cited Markdown", footer="copy"),
    Key("browse.export", "w", "w", "export the marked, or what is shown, with a preview", footer="export"),
    Key("browse.edit", "e", "e", "edit the record under the cursor", footer="edit"),
    Key("browse.merge", "m", "m", "merge this actor into another: m again on the other one", "actors", "merge"),
    Key(
        "browse.review",
        "R",
        "R",
        "review the drafts shown, beginning with this report's; in the source with this one",
        footer="review",
    ),
    Key("browse.next-gap", "right_curly_bracket", "}", "the next quotation or number that no record accounts for"),
    Key("browse.previous-gap", "left_curly_bracket", "{", "the one before that no record accounts for"),
    Key("browse.log", "L", "L", "the log of the record under the cursor: who changed it, when, and what"),
    Key("browse.open-url", "o", "o", "open the document's url, after showing its host"),
    Key("browse.command", "C", "C", "the shell command that gives this view"),
    Key(
        "browse.relate",
        "ampersand",
        "&",
        "relate the record to the marked one: restates, contradicts …",
        "statements, figures, documents, source",
    ),
    Key("browse.help", "question_mark", "?", "help, filtered as you type", footer="help"),
    Key("browse.palette", "colon,ctrl+p", ": ^P", "command palette: type what to do"),
    Key("browse.redraw", "ctrl+l", "^L", "draw the screen anew"),
    Key("browse.suspend", "ctrl+z", "^Z", "suspend; fg comes back"),
    Key("browse.interrupt", "ctrl+c", "^C", "cancel; twice quits"),
    Key("browse.close", "q", "q", "close what is open, or quit", footer="quit"),
    Key("browse.quit", "Q", "Q", "quit"),
    Key("browse.cancel", "escape", "Esc", "cancel; never quits"),
    Key("source.next-word", "l,right", "l →", "the next word", SELECTING, "word"),
    Key("source.previous-word", "h,left", "h ←", "the word before", SELECTING, "back"),
    Key("source.next-letter", "L,shift+right", "L S-→", "the end at the cursor one letter on", SELECTING, "letter"),
    Key("source.previous-letter", "H,shift+left", "H S-←", "the end at the cursor one letter back", SELECTING),
    Key("source.next-sentence", "right_parenthesis", ")", "to the next sentence", SELECTING),
    Key("source.previous-sentence", "left_parenthesis", "(", "to where the sentence begins", SELECTING),
    Key("source.extend", "v", "v", "begin a run at the cursor; again gives it up", SELECTING, "run"),
    Key("source.whole-sentence", "s", "s", "the whole sentence", SELECTING, "sentence"),
    Key(
        "source.quotation",
        "quotation_mark",
        '"',
        "the quotation around the cursor, or the next one; again the one around it",
        SELECTING,
        "quotation",
    ),
    Key("source.other-end", "o", "o", "the cursor to the other end of the run", SELECTING),
    Key(
        "source.keep-content",
        "plus",
        "+",
        "keep it as a part of what was said, and go on to the next part",
        SELECTING,
        "part",
    ),
    Key("source.keep-source", "w", "w", "keep it as the words that name who says it", SELECTING, "who"),
    Key("source.keep-cue", "c", "c", 'keep it as the cue: "denied that"', SELECTING, "cue"),
    Key("source.drop-part", "minus", "-", "drop the part kept last, and select it again", SELECTING),
    Key("source.make", "enter", "Enter", "make a statement, a figure or an actor of it", SELECTING, "make"),
    Key("review.confirm", "c", "c", "confirms the draft: it matches the text", REVIEWING, "confirm"),
    Key("review.confirm-copies", "C", "C", "confirms it in all copies of its paragraph too", REVIEWING, "in copies"),
    Key("review.discard", "d", "d", "discards it, once a key has said why; again: no reason", REVIEWING, "discard"),
    Key("review.discard-copies", "D", "D", "discards it in all the copies of its paragraph too", REVIEWING),
    Key("review.reason-1", "1", "1", f"discards it: {REASONS[0]}", REVIEWING),
    Key("review.reason-2", "2", "2", f"discards it: {REASONS[1]}", REVIEWING),
    Key("review.reason-3", "3", "3", f"discards it: {REASONS[2]}", REVIEWING),
    Key("review.reason-4", "4", "4", f"discards it: {REASONS[3]}", REVIEWING),
    Key("review.reason-5", "5", "5", f"discards it: {REASONS[4]}", REVIEWING),
    Key("review.reason-6", "6", "6", f"discards it: {REASONS[5]}", REVIEWING),
    Key("review.correct", "e", "e", "corrects who, number, act, dates and all other fields", REVIEWING, "correct"),
    Key("review.reselect", "v", "v", "selects its words anew", REVIEWING, "words"),
    Key("review.skip", "f", "f", "forward, without deciding", REVIEWING, "forward"),
    Key("review.take-back", "u", "u", "back: takes back what was done last, and goes there", REVIEWING, "back"),
    Key("review.same", "y", "y", "yes: the drafted actor is the one proposed", REVIEWING),
    Key("review.new", "n", "n", "no: the drafted actor is a new one", REVIEWING),
    Key("review.other", "o", "o", "another one of those proposed", REVIEWING),
    Key("review.order", "s", "s", "in the order of the report, or again what matters first", REVIEWING, "order"),
)

FORM: tuple[Key, ...] = (
    Key("form.keep", "enter", "Enter", "edits the field, or keeps what was typed; opens a relation", IN_FORM, "edit"),
    Key("form.down", "j,down", "j ↓", "the next field; what was typed is kept", IN_FORM),
    Key("form.complete", "tab", "Tab", "the next field; first the name of an actor that was begun", IN_FORM),
    Key("form.up", "k,up,shift+tab", "k ↑ S-Tab", "the field before", IN_FORM),
    Key("form.right", "l,right", "l →", "the next word of a closed list", IN_FORM),
    Key("form.left", "h,left", "h ←", "the word before", IN_FORM),
    Key("form.page-down", "pagedown", "PgDn", "a page of fields down", IN_FORM),
    Key("form.page-up", "pageup", "PgUp", "a page of fields up", IN_FORM),
    Key("form.first", "g,home", "g Home", "the first field", IN_FORM),
    Key("form.last", "G,end", "G End", "the last field", IN_FORM),
    Key("form.editor", "e", "e", "the field in your own editor (VISUAL, EDITOR)", IN_FORM, "editor"),
    Key("form.revert", "x", "x", "the field as it was before", IN_FORM, "as it was"),
    Key("form.mine", "m", "m", "where another changed the same field: yours", IN_FORM),
    Key("form.theirs", "t", "t", "where another changed the same field: theirs", IN_FORM),
    Key("form.source-down", "ctrl+d", "^D", "the report further down", IN_FORM),
    Key("form.source-up", "ctrl+u", "^U", "the report further up", IN_FORM),
    Key("form.take-out", "d,delete", "d Del", "takes the relation out, after a word that names it", IN_FORM),
    Key("form.save", "w,f2", "w F2", "saves, while typing too by a key that is no letter", IN_FORM, "save"),
    Key("form.redraw", "ctrl+l", "^L", "draws the screen anew", IN_FORM),
    Key("form.leave", "q,escape,ctrl+c", "q Esc", "leaves; asks first where something isn't saved", IN_FORM, "leave"),
)
"""The keys of the form in which a record is edited. While something is typed letters are letters."""

FOOTERS: dict[str, tuple[str, ...]] = {
    "actors": ("only", "all-but", "open", "filter", "drop-filter", "edit", "merge", "help", "close"),
    "statements": ("only", "mark", "open", "filter", "export", "copy", "edit", "help", "close"),
    "figures": ("only", "rivals", "mark", "open", "filter", "export", "copy", "edit", "help", "close"),
    "documents": ("only", "all-but", "open", "filter", "drop-filter", "edit", "help", "close"),
    "source": ("filter", "range", "next-hit", "copy", "back", "zoom", "open-url", "edit", "help", "close"),
}
MODE_FOOTERS: dict[str, tuple[str, ...]] = {
    SELECTING: (
        *("make", "extend", "quotation", "whole-sentence", "keep-content", "keep-source", "keep-cue", "next-word"),
        *("next-letter", "help", "cancel"),
    ),
    REVIEWING: (
        *("confirm", "discard", "correct", "reselect", "skip", "take-back", "next-gap", "confirm-copies", "order"),
        *("help", "close"),
    ),
}
"""The keys that matter in each pane, and while something is selected or reviewed.

Where it is too narrow those before help and the way out go, last first.
"""

_ARROWS = {"↑": "Up", "↓": "Down", "←": "Left", "→": "Right"}
_WORDS_THERE = {
    "actors": {"open": "its first"},
    "documents": {"open": "its first"},
    REVIEWING: {"close": "leave"},
}
_FOOTER_WORDS = {
    "next-gap": "gap",
    "open": "source",
    "next-hit": "next hit",
    "back": "back",
    "open-url": "url",
    "cancel": "give up",
}


def named(action: str, keys: Iterable[Key] = KEYS) -> Key:
    """The key of an id, or of the id's part after the dot."""
    return next(key for key in keys if action in (key.id, key.id.partition(".")[2]))


def footer(pane: str, keys: Iterable[Key] = KEYS) -> list[tuple[str, str]]:
    """(key as people write it, few words) for the footer of a pane, or SELECTING."""
    keys = tuple(keys)
    words = _FOOTER_WORDS | _WORDS_THERE.get(pane, {})
    found = [(name, named(name, keys)) for name in (FOOTERS | MODE_FOOTERS)[pane]]
    return [(key.shown, words.get(name, key.footer)) for name, key in found]


def in_words(keys: Iterable[Key]) -> tuple[Key, ...]:
    """The table with words for the arrows, where a font lacks them or they are listened to."""
    return tuple(replace(key, shown="".join(_ARROWS.get(letter, letter) for letter in key.shown)) for key in keys)
