"""A record as it is being edited: what was typed so far, what is wrong with it, and what another changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from msgspec.structs import replace

from store.editing.catalogue import Field
from store.editing.corrections import named
from store.editing.fields import changed, differences, edited, fields, written
from store.editing.soundness import checked
from store.errors import ClashError, EditError
from store.model import Actor, Claimed, Record
from store.records import Records
from tui.view.naming import NewActor

FIRST = ("review", "review.why", "checked", "checked.why", "verification", "verification.why")
THEN = ("tags", "gloss", "note", "confidential")
RELATING = ("subject", "kind", "object", "why")
"""What is edited most comes first; the other fields stand in the order of the store."""


class Choice(NamedTuple):
    """What a field was, and what two people made of it, each as it is typed.

    `by` is who the other is, `when` it was, as in "at 14:03 UTC"; "" where nobody knows.
    """

    before: str
    mine: str
    theirs: str
    by: str = ""
    when: str = ""


class Draft:
    """`base` is what the user began with, `mine` what it is to become. Nothing typed is ever dropped by itself."""

    def __init__(self, base: Record, records: Records, *, claim_first: bool = False) -> None:
        """`claim_first`: who reviews corrects what is claimed, and looks for that before our own remarks."""
        self.base = self.mine = base
        self.records = records
        self.fields = _ordered(fields(type(base)), claim_first=claim_first)
        self.problems: dict[str, str] = {}
        self.clashes: dict[str, Choice] = {}
        self.unread: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self._made: tuple[Actor, ...] = ()

    def make(self, new: NewActor) -> None:
        """An actor who isn't in the archive yet can be named from now on. Raises EditError where there can't be one."""
        self._made = (*self._made, new.made(self.records, getattr(self.base, "document", None)))
        self.renew(self.records)

    def renew(self, records: Records) -> None:
        """`records` are those of the archive now."""
        self.records = records.over(*self._made)

    @property
    def newcomers(self) -> list[Actor]:
        """Those of them whom the record names, to be saved with it; a draft alone names them as long as it is one."""
        drafted = isinstance(self.mine, Claimed) and self.mine.review.state == "drafted"
        return [replace(actor, drafted=drafted) for actor in self._made if actor.id in named(self.mine)]

    def text(self, name: str) -> str:
        """The value of a field as it is typed; what can't be read as one stays there until it is mended."""
        return self.unread[name] if name in self.unread else written(self.mine, name, self.records)

    def before(self, name: str) -> str:
        """The value it had."""
        return written(self.base, name, self.records)

    @property
    def changes(self) -> list[str]:
        """The names of the fields that are no longer what they were, or hold what can't be read."""
        names = {found.field.name for found in differences(self.base, self.mine, self.records)} | set(self.unread)
        return [field.name for field in self.fields if field.name in names]

    @property
    def word(self) -> str:
        """What is changed in which record, in a few words: "note, review of st-7k2m9q4dzh"."""
        names = self.changes
        whole = [name for name in names if name.partition(".")[0] not in names or "." not in name]
        return f"{', '.join(whole)} of {self.base.id}"

    @property
    def typed(self) -> dict[str, str]:
        """Every field that was changed, as it is typed."""
        return {name: self.text(name) for name in self.changes}

    def put(self, name: str, text: str) -> None:
        """The field is to have this value. Raises EditError; the text is then `unread`, and `problems` says why."""
        try:
            changed(self.mine, name, text, self.records)
            self._type({**self._typed, name: text})
        except EditError as error:
            self.unread[name] = text
            self.wrong(error, name)
            raise
        self.forget(name)
        self.clashes.pop(name, None)
        for mended in self._mended(self.mine):
            self.problems.pop(mended)

    def forget(self, name: str) -> None:
        """What was typed there and couldn't be read is gone."""
        self.unread.pop(name, None)
        self.problems.pop(name, None)

    def mend(self, name: str, text: str) -> bool:
        """Whether this text, which is being typed, takes away something that is wrong; then it is said no more."""
        if not self.problems:
            return False
        try:
            after = changed(self.mine, name, text, self.records)
        except EditError:
            return False
        mended = ({name} & set(self.unread) & set(self.problems)) | self._mended(after)
        for found in mended:
            del self.problems[found]
        return bool(mended)

    def _mended(self, after: Record) -> set[str]:
        """The fields of which it was said that the record doesn't hold together, where now it does."""
        refused = set(self.problems) - set(self.unread)
        try:
            if refused:
                checked(self.records, self.base, after)
        except EditError:
            return set()
        return refused

    def revert(self, name: str) -> None:
        """The field is what it was before."""
        self._type({other: text for other, text in self._typed.items() if other != name})
        self.forget(name)

    def _type(self, typed: dict[str, str]) -> None:
        self.mine = edited(self.base, typed, self.records)
        self._typed = typed

    def wrong(self, error: EditError, name: str = "") -> str:
        """Keeps what is wrong beside its field; the field's name, "" where the record has none so called."""
        found = name or next((f.name for f in self.fields if error.field in (f.name, *f.also)), "")
        if found:
            self.problems[found] = _sentence(error)
        return found

    def clash(self, error: ClashError, records: Records) -> None:
        """Another changed the same fields: from now on `base` is theirs, and each such field waits for a decision."""
        before, mine, theirs, both = self.base, self.mine, cast(Record, error.theirs), cast(Record, error.merged)
        self.base = theirs
        self.renew(records)
        changes = {found.field.name: found.after for found in differences(theirs, both, records)}
        named = {clash.field: clash for clash in error.clashes}
        for field in self.fields:
            choice = Choice(*(written(record, field.name, records) for record in (before, mine, theirs)))
            if (clash := named.get(field.path[0])) and choice.mine != choice.theirs:
                self.clashes[field.name] = choice._replace(by=clash.by, when=clash.when)
                changes[field.name] = choice.mine
        self._type(changes)

    def decide(self, name: str, *, mine: bool) -> None:
        """The field has my value, or theirs; so have those that are signed together with it."""
        for other in self._signed_with(name):
            choice = self.clashes.pop(other, None)
            if choice is not None:
                if mine:
                    self.put(other, choice.mine)
                else:
                    self.revert(other)

    def _signed_with(self, name: str) -> list[str]:
        path = next(field.path for field in self.fields if field.name == name)
        return [field.name for field in self.fields if field.path[0] == path[0]]


def _sentence(error: EditError) -> str:
    """What is wrong and an example, without the names of record and field, which stand beside it."""
    example = error.example.removeprefix(f"{error.field}=")
    return f"{error.problem[:1].upper()}{error.problem[1:]}{f' For example: {example}' if example else ''}"


def _ordered(found: Sequence[Field], *, claim_first: bool) -> tuple[Field, ...]:
    """Of a relation what it is comes first: nobody edits one before having read it."""
    first = {field.name for field in found} - {*FIRST, *THEN} if claim_first else set(RELATING)
    own = [field.name for field in found if field.name in first] if claim_first or found[0].name in RELATING else []
    order = {name: place for place, name in enumerate((*own, *FIRST, *THEN))}
    return tuple(sorted(found, key=lambda field: (bool(field.fixed), order.get(field.name, len(order)))))
