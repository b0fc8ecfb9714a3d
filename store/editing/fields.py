"""A record's fields as text: written, and read back without loss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec.structs import replace

from store.editing.catalogue import FIELDS, Field
from store.editing.editor import Editor
from store.editing.notation import MisreadError, sound
from store.editing.notations import NOTATIONS, example, expected
from store.editing.people import Setting
from store.editing.values import read_choice
from store.errors import EditError
from store.model import Figure, OriginCheck, Record, Retrieved, Review, Statement, Verification
from store.records import Records

R = TypeVar("R", bound=Record)
_MADE = {"retrieved": Retrieved}
"""What is made where a field within it is set first, and left out where its last one is emptied."""
_IN_ORDER = {kind: tuple(sorted(found, key=lambda field: bool(field.fixed))) for kind, found in FIELDS.items()}
_BY_NAME: Mapping[Any, Mapping[str, Field]] = {
    kind: {name: f for f in found for name in (f.name, *f.also)} for kind, found in FIELDS.items()
}
_EMPTY: Mapping[Any, Mapping[str, Any]] = {
    kind: {field.name: field.default for field in msgspec.structs.fields(kind)} for kind in FIELDS
}
"""What stands in a field that nothing was put into."""


class Difference(NamedTuple):
    """A field that two states of a record have otherwise, and how each is written."""

    field: Field
    before: str
    after: str


def fields(kind: type[Record]) -> tuple[Field, ...]:
    """All fields of such records, in the order of a form: those that can be edited, then those that can't."""
    return _IN_ORDER[kind]


def find(kind: type[Any], name: str) -> Field:
    """The field of this name, or of this other name for it. Raises EditError for a field that such records lack."""
    if (field := _BY_NAME[kind].get(name)) is not None:
        return field
    known = [field.name for field in fields(kind) if not field.fixed]
    meant = get_close_matches(name, known, 1)
    advice = f"Did you mean {meant[0]}?" if meant else f"There are {', '.join(known)}."
    raise EditError(name, f"is no field of {_a(kind)}. {advice}")


def written(record: Record, name: str, records: Records | None = None) -> str:
    """The field's value as it is typed; "" for none. Line ends stand only in a field of the kind "text".

    With `records`, actors stand there by their names where the name means no other one, else by id.
    """
    field = find(type(record), name)
    value = _value(record, field.path)
    if field.kind == "flag":
        return str(value.state)
    return "" if value is None else NOTATIONS[field.kind].write(value, _setting(record, field, records))


def changed(record: R, name: str, text: str, records: Records | None = None, editor: Editor | None = None) -> R:
    """The record with the field as the text says; the same record where that is what it says already.

    A flag is given as its word, or as `word:why`; it is signed with `editor`, by default whoever is at work now. A new
    word without a why takes the old why away. Raises EditError; whether the record still holds together is not looked
    at: see `soundness`.
    """
    field = find(type(record), name)
    if text in (written(record, name), written(record, name, records)):
        return record
    if field.fixed:
        raise EditError(field.name, field.fixed, record=record.id or None)
    try:
        value = _read(field, text, record, records)
    except MisreadError as error:
        raise _error(record, field, str(error)) from None
    return _with(record, field, value, editor)


def edited(record: R, texts: Mapping[str, str], records: Records | None = None, editor: Editor | None = None) -> R:
    """The record with several fields changed; a flag's own word goes before its why, whatever their order."""
    editor = editor or Editor.now()
    ordered = sorted(texts.items(), key=lambda item: item[0].count("."))
    for name, text in ordered:
        record = changed(record, name, text, records, editor)
    return record


def tagged(record: R, add: Iterable[str] = (), remove: Iterable[str] = ()) -> R:
    """The record with tags put on and taken off; one that isn't there is no error. Raises EditError for no text."""
    add = tuple(add)
    try:
        sound("".join(add))
    except MisreadError as error:
        raise EditError("tags", str(error), record=record.id or None) from None
    gone = set(remove)
    return replace(record, tags=tuple(tag for tag in dict.fromkeys((*record.tags, *add)) if tag not in gone))


def differences(before: Record, after: Record, records: Records | None = None) -> Iterator[Difference]:
    """Every field, in the order of a form, that is written otherwise; what the archive keeps itself is left out."""
    for field in fields(type(after)):
        if field.name in ("revision", "added", "changed") or _value(before, field.path) == _value(after, field.path):
            continue
        old, new = (written(record, field.name, records) for record in (before, after))
        if old != new:
            yield Difference(field, old, new)


def _a(kind: type[Record]) -> str:
    name = kind.__name__.lower()
    return f"{'an' if name[0] == 'a' else 'a'} {name}"


def _setting(record: Record, field: Field, records: Records | None) -> Setting:
    said = record if isinstance(record, Statement | Figure) else None
    return Setting(records, getattr(record, "document", None), field.tables, said)


def _value(record: Record, path: tuple[str, ...]) -> Any:
    value: Any = record
    for name in path:
        value = getattr(value, name, None)
    return value


def _read(field: Field, text: str, record: Record, records: Records | None) -> Any:
    sound(text)
    if field.kind == "flag":
        return _read_flag(field, text)
    if field.kind == "choice":
        value: Any = read_choice(text, field.choices)
    else:
        value = NOTATIONS[field.kind].read(text, _setting(record, field, records))
    if field.required and value is None:
        raise MisreadError("can't be left empty.")
    return value


def _read_flag(field: Field, text: str) -> tuple[str, str | None]:
    """Its word and why; None where no why is given, "" where it is given as none."""
    word, colon, why = text.partition(":")
    state = read_choice(word, field.choices)
    if state is None:
        raise MisreadError("can't be left empty.")
    return state, NOTATIONS["line"].read(why, Setting(None, None)) or "" if colon else None


def _with(record: R, field: Field, value: Any, editor: Editor | None) -> R:
    name, *within = field.path
    old = getattr(record, name)
    if field.kind == "flag":
        return replace(record, **{name: _signed(old, value[0], value[1], editor)})
    if not within:
        return replace(record, **{name: _EMPTY[type(record)][name] if value is None else value})
    if isinstance(old, Review | OriginCheck | Verification):
        return replace(record, **{name: _signed(old, old.state, value or "", editor)})
    made = replace(old or _MADE[name](), **{within[0]: value})
    return replace(record, **{name: None if made == _MADE[name]() else made})


def _signed(
    old: Review | OriginCheck | Verification, state: str, why: str | None, editor: Editor | None
) -> Review | OriginCheck | Verification:
    """The flag as said; the same flag, with the name of whoever said it first, where nothing new is said."""
    reason = (old.why if state == old.state else None) if why is None else why or None
    if (state, reason) == (old.state, old.why):
        return old
    signed = editor or Editor.now()
    return type(old)(state=state, by=signed.by, at=signed.at, why=reason)  # type: ignore[arg-type]


def _error(record: Record, field: Field, problem: str) -> EditError:
    return EditError(field.name, problem, expected=expected(field), example=example(field), record=record.id or None)
