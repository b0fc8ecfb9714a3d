"""All that is known of a record as a sheet of text: its words, the facts, and its passage of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.characters import visible
from store.export import wording
from store.model import Document, Figure, Record, Statement
from store.records import Records
from tui.cli.table import pad, wrap
from tui.render import names
from tui.render.facts import Fact, facts, newer

OPEN, CLOSE = "⟦", "⟧"
"""Around the record's own words in their passage; no report prints these."""
_LINE = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


def sheet(records: Records, record: Record, width: int | None = None, more: Sequence[Fact] = ()) -> str:
    """Blocks with a blank line between them, within `width` cells where that is given. Ends in a newline.

    `more` are facts that the records don't tell.

    The record's text is as printed but for characters that act on a terminal or don't show.
    """
    title = f"{type(record).__name__} {record.id}"
    told = [fact for fact in (*facts(records, record), *more, *_report(records, record)) if fact[1] and fact[0] != "id"]
    known = _facts(told, width)
    if isinstance(record, Document):
        blocks = [[title], known, _wrapped(record.text.rstrip(), width)]
    else:
        blocks = [[title], _words(record, width), known, *_passages(records, record, width)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _words(record: Record, width: int | None) -> list[str]:
    match record:
        case Statement():
            return _wrapped(names.said(record), width)
        case Figure():
            return _wrapped(record.anchor.exact, width)
        case _:
            return []


def _facts(told: list[Fact], width: int | None) -> list[str]:
    indent = max((len(label) for label, _ in told), default=0) + 2
    lines = []
    for label, value in told:
        first, *more = _wrapped(value, width and width - indent) if label else _wrapped(value, width)
        lines += [pad(label, indent) + first, *(" " * indent + line for line in more)] if label else [first, *more, ""]
    return lines


def _report(records: Records, record: Record) -> Iterator[Fact]:
    if isinstance(record, Statement | Figure):
        document = records.documents.get(record.document)
        parts = record.content if isinstance(record, Statement) else (record.anchor,)
        source = ", ".join(wording.source(document)) if document else "a document that is not in the archive"
        yield "report", f"{source} [{record.document}]"
        yield "superseded by", newer(records, record.document)
        yield "stands at", wording.location(document, parts) if document else ""
    yield "added", ", ".join(filter(None, (record.added, f"revision {record.revision}")))
    yield "changed", record.changed or ""


def _passages(records: Records, record: Record, width: int | None) -> Iterator[list[str]]:
    """The lines of the report in which the record's words stand, with those words in our brackets."""
    if not isinstance(record, Statement | Figure) or record.document not in records.documents:
        return
    text = records.documents[record.document].text
    parts = record.content if isinstance(record, Statement) else (record.anchor,)
    sound = sorted((part.start, part.end) for part in parts if not records.broken(part, record.document))
    if not sound:
        return
    start = max((found.end() for found in _LINE.finditer(text, 0, sound[0][0])), default=0)
    after = _LINE.search(text, sound[-1][1])
    end = after.start() if after else len(text)
    marked, at = "", start
    for first, last in sound:
        marked += text[at:first] + OPEN + text[first:last] + CLOSE
        at = last
    yield ["In the report:", *_wrapped(marked + text[at:end], width)]


def _wrapped(text: str, width: int | None) -> list[str]:
    lines = [visible(line) for line in _LINE.split(text)]
    return lines if width is None else [line for whole in lines for line in wrap(whole, max(width, 20))]
