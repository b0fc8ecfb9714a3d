"""Filling in a form: what the user types, chooses, or writes in an editor becomes the value of a field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from store.editing.catalogue import Field as RecordField
from store.editing.changers import told_of
from store.editing.notations import example, expected
from store.errors import EditError
from store.identity import PREFIXES
from store.model import Actor
from tui.editor import EditorError
from tui.field import Field
from tui.keys import Key as FormKey
from tui.keys import named
from tui.panes.form import Entry, FormLines, Note
from tui.render import styles
from tui.render.facts import words
from tui.screens.outside import written_outside
from tui.view.draft import Draft
from tui.view.grounds import told
from tui.view.offers import completed, offers

NONE = "none"
"""What stands for no word of a closed list, and for an empty field."""
PEOPLE = ("speakers", "actors", "actor", "via")
"""Kinds of fields that name actors."""
ID = re.compile(rf"\b{PREFIXES[Actor]}-[0-9a-z]{{10}}\b")


class Filling(Screen[None]):
    """The draft, the cursor's field, and how its value comes to be another."""

    def __init__(self, draft: Draft, keys: Sequence[FormKey]) -> None:
        super().__init__()
        self.draft, self.keys = draft, keys
        self.cursor = 0
        self.asked = ""
        self._typed_from: str | None = None
        """What the field held before something was typed into it; None where nothing is typed."""
        self._chosen_from: str | None = None
        """The same of a closed list of which words are chosen by their letters."""
        self._letters = ""

    @property
    def typing(self) -> bool:
        return self._typed_from is not None

    def key(self, action: str, *, typing: bool = False) -> str:
        """What to press for it; `typing`: while something is typed."""
        return named(f"form.{action}", self.keys).pressed(typing=typing)

    @property
    def choosing(self) -> bool:
        return self._chosen_from is not None

    @property
    def fields(self) -> Sequence[RecordField]:
        """Those of the lines, from the first to the last."""
        return self.draft.fields

    @property
    def here(self) -> RecordField:
        """The field under the cursor."""
        return self.fields[self.cursor]

    def text(self, field: RecordField) -> str:
        """What stands in it."""
        return self.draft.text(field.name)

    @property
    def offered(self) -> list[str]:
        """Actors that go on from what is typed."""
        if not self.typing or self.here.kind not in PEOPLE:
            return []
        return offers(self.draft.records, self.input.value, getattr(self.draft.base, "document", None))

    def complete(self) -> bool:
        """Whether there was a name to put in the place of its beginning."""
        offered = self.offered
        if offered:
            self.input.value = completed(self.input.value, offered[0])
            self.input.cursor_position = len(self.input.value)
        return bool(offered)

    @property
    def lines(self) -> FormLines:
        return self.query_one(FormLines)

    @property
    def input(self) -> Field:
        return self.query_one("#form-field", Field)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """A sentence below the form; whatever was asked before is asked no more."""
        raise NotImplementedError

    def tell(self) -> None:
        """Everything on the screen says what is now."""
        self.asked = ""
        self.draw()

    def draw(self) -> None:
        """The lines of the form."""
        changes = set(self.draft.changes)
        self.lines.show([self._entry(n, found, changes) for n, found in enumerate(self.fields)], self.cursor)
        self.place_input()

    def _entry(self, index: int, field: RecordField, changes: set[str]) -> Entry:
        here, name = index == self.cursor, field.name
        text = "" if here and self.typing else self.text(field) or NONE
        sign = "!" if name in self.draft.clashes else "*" if name in changes else " "
        choices = choices_of(field) if here else ()
        notes = (
            *self._problem(name),
            *self._clash(name),
            *self._named(field),
            *(self._hints(field, name in changes) if here else ()),
        )
        return Entry(field.label, text, sign, bool(field.fixed), tuple(word or NONE for word in choices), notes)

    def _problem(self, name: str) -> list[Note]:
        return [(self.draft.problems[name], styles.ERROR)] if name in self.draft.problems else []

    def _named(self, field: RecordField) -> list[Note]:
        """The records whose ids stand there, in a few words."""
        if field.kind in PEOPLE:
            found = self._by_id(self.draft.text(field.name))
            return [(f"{actor_id}: {who}", styles.PLAIN) for actor_id, who in found]
        record = self.draft.text(field.name) if field.kind == "record" else ""
        return [(words(self.draft.records, record), styles.PLAIN)] if record else []

    def _by_id(self, text: str) -> Iterator[tuple[str, str]]:
        """The actors who stand in the text by their ids, for another has the name too, and who each of them is."""
        for actor_id in ID.findall(text):
            if (actor := self.draft.records.actors.get(actor_id)) is not None:
                yield actor_id, " · ".join(filter(None, (actor.name, actor.kind, actor.description)))

    def _told(self, offer: str) -> str:
        """A name on offer; of one that is offered by the id also who that is."""
        return ", ".join([offer, *(who for _, who in self._by_id(offer))])

    def _clash(self, name: str) -> list[Note]:
        clash = self.draft.clashes.get(name)
        if clash is None:
            return []
        sides = (("yours: ", clash.mine), ("theirs:", clash.theirs), ("before:", clash.before))
        told = [(f"{side} {text or NONE}", styles.PLAIN) for side, text in sides]
        mine, theirs, keep = map(self.key, ("mine", "theirs", "keep"))
        who = told_of(name, clash.by, clash.when)
        return [
            (who, styles.PLAIN),
            *told,
            (f"{mine} takes yours · {theirs} takes theirs · {keep} writes another", styles.REMARK),
        ]

    def _hints(self, field: RecordField, changed: bool) -> list[Note]:
        """What there is to know of the field under the cursor."""
        if field.fixed:
            return [(f"{field.name} {field.fixed}", styles.DIM)]
        complete = self.key("complete", typing=True)
        hints = (
            [(f"{complete} completes: {' · '.join(map(self._told, self.offered))}", styles.PLAIN)]
            if self.offered
            else []
        )
        if self.typing and field.kind not in ("line", "text") and field.name not in self.draft.problems:
            hints.append((f"{expected(field)}, for example: {example(field).partition('=')[2]}", styles.DIM))
        if field.kind == "speakers" and (told := self._grounds(field)):
            hints.append((told, styles.DIM))
        if changed and field.name not in self.draft.clashes:
            hints.append((f"before: {self.draft.before(field.name) or NONE}", styles.DIM))
        return hints

    def _grounds(self, field: RecordField) -> str:
        """Which basis comes of the names that stand there, or are being typed."""
        text = self.input.value if self.typing else self.draft.text(field.name)
        return told(self.draft.mine, field.name, text, self.draft.records)

    def place_input(self) -> None:
        """The line in which one types stands where the value stood."""
        if self.typing:
            place = self.lines.place.translate(self.lines.region.offset)
            self.input.styles.offset = (place.x, place.y)
            self.input.styles.width = place.width

    def begin(self) -> None:
        """Enter: the field under the cursor is to be changed, in the way its kind asks for."""
        text = self.draft.text(self.here.name)
        if self.here.fixed:
            self.say(f"{self.here.name} {self.here.fixed}")
        elif choices_of(self.here):
            self._chosen_from, self._letters = text, ""
            self.tell()
        elif "\n" in text:
            self.write(text)
        else:
            self._begin_typing(text)

    def _begin_typing(self, text: str) -> None:
        self._typed_from = text
        with self.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)
        self.tell()
        self.add_class("-typing")
        self.set_focus(self.input, scroll_visible=False)

    def settle(self) -> bool:
        """Keeps what was typed or chosen; False where it can't be, and then it goes on being typed."""
        if self.typing:
            try:
                self.draft.put(self.here.name, self.input.value)
            except EditError:
                self.tell()
                return False
        self.end()
        return True

    def give_up(self) -> None:
        """Esc: what was there is there again. Where something was typed Esc is asked for twice."""
        if self.choosing:
            self.draft.put(self.here.name, self._chosen_from or "")
        elif self.input.value != self._typed_from and self.asked != "typing":
            leave, keep = self.key("leave", typing=True), self.key("keep", typing=True)
            self.say(f"{leave} again gives back what was there; {keep} keeps what you typed.")
            self.asked = "typing"
            return
        self.draft.forget(self.here.name)
        self.end()

    def end(self) -> None:
        """Nothing is typed or chosen any more."""
        self._typed_from = self._chosen_from = None
        self.remove_class("-typing")
        self.set_focus(self.lines, scroll_visible=False)
        self.tell()

    def step(self, by: int) -> None:
        """Another word of a closed list."""
        choices = choices_of(self.here)
        if not choices or self.here.fixed:
            left, right = self.key("left", typing=True), self.key("right", typing=True)
            self.say(f"{left} and {right} go through closed lists; {self.key('keep')} edits {self.here.label}.")
            return
        text = self.draft.text(self.here.name)
        at = choices.index(text) if text in choices else -1
        self.draft.put(self.here.name, choices[(at + by) % len(choices)])
        self.tell()

    def on_key(self, event: Key) -> None:
        """A letter chooses the word of the closed list that begins with all letters typed so far, else with itself."""
        if self.typing or not event.is_printable or event.character is None:
            return
        event.stop()
        if not self.choosing:
            # So that who takes the form for what is behind it isn't left in doubt.
            does, leaves = f"{self.key('keep')} edits {self.here.label}", f"{self.key('leave', typing=True)} leaves"
            self.say(f"{event.character} does nothing in a form: {does}, {self.key('save')} saves, {leaves}.")
            return
        spelled = {(word or NONE): word for word in choices_of(self.here)}
        for letters in (self._letters + event.character.lower(), event.character.lower()):
            if found := next((shown for shown in spelled if shown.startswith(letters)), None):
                self._letters = letters
                self.draft.put(self.here.name, spelled[found])
                break
        self.tell()

    def write(self, text: str) -> None:
        """The field in the user's own editor; what goes wrong there is told, and the field stays as it was."""
        try:
            outcome = written_outside(self.app, text, self.here.name)
        except EditorError as error:
            self.say(str(error), wrong=True)
            return
        # What can't be read stays in the field, with what is wrong with it: the editor opens on it again.
        with suppress(EditError):
            self.draft.put(self.here.name, outcome)
        self.tell()


def choices_of(field: RecordField) -> tuple[str, ...]:
    """The words of a closed list, "" for none where there may be none."""
    if field.kind == "yes-no":
        return ("no", "yes")
    return field.choices if field.required or not field.choices else ("", *field.choices)
