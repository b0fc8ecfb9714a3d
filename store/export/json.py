"""The chosen records, and all they name, as JSON that `sayso import` reads: one record on a line, by id.

What is withheld is not in it, nor named by what is; and nobody's note. Characters that would act on a terminal are
written as \\u escapes: the same text to whoever reads the JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import msgspec
from msgspec.structs import replace

from store.characters import ACTIVE
from store.errors import ExportError
from store.export.carried import carried
from store.export.selection import DEMONSTRATION, Selection
from store.model import TABLES, Document, Figure, Record, Statement
from store.references import reached, references

VERSION = 1
"""Of the exchange format; a reader refuses a newer one than it knows."""


def json(selection: Selection) -> str:
    """`{"sayso": 1, "documents": […], "actors": […], "statements": […], "figures": […], "relations": […]}`.

    Raises ExportError for a text that no JSON can hold: one with half of a surrogate pair.
    """
    chosen = _chosen(selection)
    parts = [f'"sayso": {VERSION}']
    if selection.records.demonstration:
        parts.append(f'"demonstration": "{DEMONSTRATION}"')
    for table, kind in TABLES.items():
        rows = ",\n".join(_line(chosen[i]) for i in sorted(chosen) if isinstance(chosen[i], kind))
        parts.append(f'"{table}": [\n{rows}\n]' if rows else f'"{table}": []')
    return "{" + ",\n".join(parts) + "}\n"


def _chosen(selection: Selection) -> dict[str, Record]:
    """The kept records, what goes with them, all these name, and the relations among them."""
    kept: list[Statement | Figure] = [*selection.kept_statements]
    kept += selection.kept_figures
    along = [step.record for record in kept for step in carried(selection, record)]
    named = reached([*kept, *along], partial(_named, selection))
    among = [
        relation
        for relation in selection.records.relations.values()
        if relation.subject in named and relation.object in named and selection.allows(relation)
    ]
    return {i: _severed(record, named) for i, record in named.items()} | {r.id: replace(r, note=None) for r in among}


def _named(selection: Selection, record: Record) -> Iterator[Record]:
    for reference in references(record):
        for table in reference.tables:
            named: Record | None = selection.records.table(table).get(reference.target)
            if named is not None and selection.allows(named):
                yield named


def _severed(record: Record, exported: dict[str, Record]) -> Record:
    """Without its note, and without the ids of records that it stands without and that are withheld."""
    if isinstance(record, Figure):
        part_of, statement = (i if i in exported else None for i in (record.part_of, record.statement))
        return replace(record, note=None, part_of=part_of, statement=statement)
    if isinstance(record, Document):
        return replace(record, note=None, supersedes=record.supersedes if record.supersedes in exported else None)
    return replace(record, note=None)


def _line(record: Record) -> str:
    try:
        line = msgspec.json.encode(record).decode()
    except UnicodeEncodeError as error:
        raise ExportError(
            f"{record.id} has half of a surrogate pair in its text, which JSON can't hold. "
            "Leave the record out, or export to Markdown or CSV."
        ) from error
    return ACTIVE.sub(_escape, line)


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
