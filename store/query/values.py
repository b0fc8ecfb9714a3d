"""The value after `field:`: what each kind of field takes, and what it is told when it doesn't."""

from __future__ import annotations

from typing import NoReturn

from store.errors import FilterError
from store.query import ranges
from store.query.fields import FIELDS, Field, near
from store.query.lexer import Token
from store.query.ranges import RangeError
from store.query.tree import Condition, quote

_RANGE_FORMS = {
    "date": "a date (2016, 2016-12, 2016-12-13), a range of dates (a..b, a.., ..b, >a, <a) or none",
    "number": "a number (990, 8.6, 1,000), a range of numbers (a..b, a.., ..b, >a, <a) or none",
}


def condition(text: str, token: Token) -> Condition:
    """The condition that a `field:value` token makes. Raises FilterError for field or value."""
    field = known(text, token)
    value = token.text
    if not value:
        _refuse(text, token.value_at, f"After {field.name}: comes a value.", _takes(field), field.example)
    if value.casefold() == "none" and not token.quoted:
        return Condition(field.name, "none")
    match field.kind:
        case "choice":
            return Condition(field.name, _choice(text, token, field))
        case "date" | "number":
            return Condition(field.name, _range(text, token, field))
        case "id":
            return Condition(field.name, _ids(text, token, field))
        case "actor" | "document":
            return Condition(field.name, value, token.quoted)
        case _:
            return Condition(field.name, value, token.quoted and value == "none")


def known(text: str, token: Token) -> Field:
    """The field that the token names. Raises FilterError, with the one that was probably meant."""
    name = token.field.lower()
    if name in FIELDS:
        return FIELDS[name]
    meant = near(name)
    fields = f"a field such as {meant}:" if meant else f"one of the fields {', '.join(FIELDS)}"
    example = FIELDS[meant].example if meant else quote(text[token.start : token.end])
    _refuse(
        text, token.start, f"There is no field {token.field}:.", f"{fields}, or the words in quotation marks", example
    )


def begun(field: Field, value: str) -> bool:
    """Whether typing on may make of `value` something that the field takes."""
    if not value or "none".startswith(value.casefold()):
        return True
    match field.kind:
        case "choice":
            return any(known.startswith(value.lower()) for known in field.values)
        case "date":
            return ranges.dates_begun(value)
        case "number":
            return ranges.numbers_begun(value)
        case _:
            return True


def hint(field: Field, value: str) -> str:
    """What the field takes: of a closed list, the values that begin so."""
    fitting = [known for known in (*field.values, "none") if known.startswith(value.lower())]
    if field.kind == "choice" and fitting:
        return f"{field.name}: {_listed(fitting)}"
    forms = _RANGE_FORMS.get(field.kind, f"{field.description}; for example {field.example}")
    return f"{field.name}: {forms}"


def _choice(text: str, token: Token, field: Field) -> str:
    if token.text.lower() not in field.values:
        problem = f"{token.text!r} is no value of {field.name}:."
        _refuse(text, token.value_at, problem, _listed((*field.values, "none")), field.example)
    return token.text.lower()


def _range(text: str, token: Token, field: Field) -> str:
    try:
        (ranges.of_dates if field.kind == "date" else ranges.of_numbers)(token.text)
    except RangeError as error:
        at = token.value_at + token.quoted + error.offset
        raise FilterError(text, at + 1, error.problem, _RANGE_FORMS[field.kind], field.example) from error
    return token.text.upper() if field.kind == "date" else token.text


def _ids(text: str, token: Token, field: Field) -> str:
    ids = [part for part in token.text.lower().replace(",", " ").split() if part]
    if not ids:
        _refuse(text, token.value_at, "There is no id between the commas.", "ids joined by commas", field.example)
    return ",".join(ids)


def _takes(field: Field) -> str:
    if field.kind == "choice":
        return _listed((*field.values, "none"))
    return _RANGE_FORMS.get(field.kind, f"{field.description.split(';')[0]}, or none")


def _listed(values: tuple[str, ...] | list[str]) -> str:
    return " or ".join(filter(None, (", ".join(values[:-1]), values[-1])))


def _refuse(text: str, offset: int, problem: str, expected: str, example: str) -> NoReturn:
    raise FilterError(text, offset + 1, problem, expected, example)
