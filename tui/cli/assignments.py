"""What `sayso edit` is told to do: the words `ID`, `field=value`, `+tag` and `-tag`, taken apart."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import click

from tui.cli.filter_argument import FilterCommand

FLAGS = ("review", "checked", "verification")
"""The flags that take a why."""


class Assignments(NamedTuple):
    """`texts` by field as typed; `ids` are those of the records to change."""

    ids: tuple[str, ...]
    texts: dict[str, str]
    add: tuple[str, ...]
    remove: tuple[str, ...]


def read(words: Sequence[str]) -> Assignments:
    """Raises UsageError where a field is given twice, or a tag without its name."""
    ids: list[str] = []
    texts: dict[str, str] = {}
    tags: dict[str, list[str]] = {"+": [], "-": []}
    for word in words:
        name, equals, text = word.partition("=")
        if word[:1] in tags:
            if not word[1:].strip():
                raise click.UsageError(f"{word!r} names no tag, as in +urgent.")
            tags[word[0]].append(word[1:].strip())
        elif not equals:
            ids.append(word)
        elif name in texts:
            raise click.UsageError(f"{name} is given twice.")
        else:
            texts[name] = text
    return Assignments(tuple(ids), texts, tuple(tags["+"]), tuple(tags["-"]))


class EditCommand(FilterCommand):
    """A command in whose words `-urgent` takes a tag off; its help tells the fields and how each is typed."""

    arguments = "changes"

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from store.editing.notations import NOTATIONS

        with formatter.section("Fields"):
            formatter.write_dl(list(_fields()))
        with formatter.section("Values"):
            formatter.write_text(
                "field= empties a field. A list of words takes one of its words: a wrong one is told with all of them. "
                'What has ( ) [ ] < > ; or " in it stands in "double quotation marks", as in "a ""free"" man".'
            )
            formatter.write_paragraph()
            told = ((kind, notation) for kind, notation in NOTATIONS.items() if notation.expected)
            formatter.write_dl([(kind, f"{n.expected}, as in {n.example}") for kind, n in told])


def _fields() -> Iterator[tuple[str, str]]:
    """Each kind of record with what can be edited in it; how it is typed in brackets where it isn't one line."""
    from store.editing.fields import fields
    from store.model import TABLES

    for kind in TABLES.values():
        names = [field.name + _brackets(field) for field in fields(kind) if not field.fixed]
        yield kind.__name__.lower(), ", ".join(names)


def _brackets(field: Any) -> str:
    kind = {"choice": "words", "flag": "word:why"}.get(field.kind, field.kind)
    return "" if kind == "line" else f" ({kind})"


def completed(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    """Fields, and the words of their closed lists."""
    from store.editing.fields import fields
    from store.model import TABLES

    every = {field.name: field for kind in TABLES.values() for field in fields(kind) if not field.fixed}
    name, equals, begun = incomplete.partition("=")
    if not equals:
        return [f"{field}=" for field in every if field.startswith(name)]
    if os.environ.get("_SAYSO_COMPLETE", "").startswith("bash"):  # which takes a word apart at "="
        return []
    choices = every[name].choices if name in every else ()
    return [f"{name}={choice}" for choice in choices if choice.startswith(begun)]
