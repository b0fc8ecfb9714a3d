"""The columns of `sayso list --format csv`: those of an export for what is said and claimed, and as plain for the rest.

Their names and order are kept stable; new ones come last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from store.export import wording
from store.export.columns import FIGURE_COLUMNS, STATEMENT_COLUMNS, figure_row, statement_row
from store.export.selection import Selection
from store.export.withholding import REASONS
from store.model import Actor, Document, Record, Relation
from store.records import Records
from tui.cli.columns import Page

Row: TypeAlias = dict[str, str | float | None]

_ALWAYS = "confidential tags gloss added changed"
CSV_COLUMNS: dict[str, Sequence[str]] = {
    "actors": f"id name kind names parent description merged_into document statements figures {_ALWAYS}".split(),
    "statements": STATEMENT_COLUMNS,
    "figures": FIGURE_COLUMNS,
    "documents": (
        "id title publisher author credit published published_basis url archived_url language status supersedes "
        f"sha256 characters statements figures {_ALWAYS}"
    ).split(),
    "relations": f"id kind subject object why {_ALWAYS}".split(),
}


def rows(page: Page, table: str, found: Sequence[Record]) -> Iterator[Row]:
    """A row for each record, by the names of CSV_COLUMNS."""
    match table:
        case "statements":
            everything = _everything(page.records)
            yield from (statement_row(everything, page.records.statements[record.id]) for record in found)
        case "figures":
            everything = _everything(page.records)
            yield from (figure_row(everything, page.records.figures[record.id]) for record in found)
        case _:
            yield from ({**_own(page, record), **_kept(record)} for record in found)


def _everything(records: Records) -> Selection:
    """A selection that withholds nothing: who lists, reads an archive of their own."""
    nothing: tuple[str, ...] = ()
    return Selection(records, nothing, nothing, 0, 0, date.min, including=frozenset(REASONS))


def _own(page: Page, record: Record) -> Row:
    statements, figures = page.counts.get(record.id, (0, 0))
    match record:
        case Actor():
            return {
                **{"id": record.id, "name": record.name, "kind": record.kind},
                "names": "; ".join(name.text for name in record.names),
                "parent": wording.actors(page.records, [record.parent] if record.parent else []),
                **{"description": record.description, "merged_into": record.merged_into, "document": record.document},
                **{"statements": statements, "figures": figures},
            }
        case Document():
            published = record.published
            return {
                **{name: getattr(record, name) for name in CSV_COLUMNS["documents"] if hasattr(record, name)},
                "published": published.edtf or published.words if published else None,
                "published_basis": published.basis if published else None,
                **{"characters": len(record.text), "statements": statements, "figures": figures},
            }
        case Relation():
            return {name: getattr(record, name) for name in ("id", "kind", "subject", "object", "why")}
        case _:
            return {}


def _kept(record: Record) -> Row:
    return {
        "confidential": "yes" if record.confidential else "no",
        "tags": " ".join(record.tags),
        **{"gloss": record.gloss, "added": record.added, "changed": record.changed},
    }
