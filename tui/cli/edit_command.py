"""`sayso edit`: fields, tags and flags of records, changed from the command line; all of them or none."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from store.characters import visible
from store.errors import EditError
from store.model import TABLES, Document, Record, Relation
from tui.cli.assignments import FLAGS, Assignments, EditCommand, completed, read
from tui.cli.opening import opened_to_write, told
from tui.cli.output import counted, put, say

if TYPE_CHECKING:
    from store.archive import Archive
    from store.editing.editor import Editor
    from store.editing.save import Edit
    from store.records import Records


@click.command("edit", cls=EditCommand)
@click.argument("words", metavar="ID... field=value... [+tag] [-tag]", nargs=-1, shell_complete=completed)
@click.option(
    "--filter",
    "filter_text",
    metavar="FILTER",
    help="Change all records that match, of those kinds that have the fields; asks first. "
    "As in: sayso edit --filter 'is:draft doc:Aleppo' review=accepted",
)
@click.option(
    "--table",
    "tables",
    type=click.Choice(tuple(TABLES)),
    multiple=True,
    help="With --filter: only records of this table; may be given again. As in: --table figures",
)
@click.option(
    "--why", metavar="TEXT", help="Why a flag, a report's status or a relation is so, as in: --why 'seen on his site'"
)
@click.option("--dry-run", is_flag=True, help="Only show what would change, as in: sayso edit st-7k +urgent --dry-run")
@click.option("--yes", is_flag=True, help="With --filter: don't ask, as in: sayso edit --filter tag:old -old --yes")
@click.pass_obj
def command(
    archive: Path | None,
    words: tuple[str, ...],
    filter_text: str | None,
    tables: tuple[str, ...],
    why: str | None,
    dry_run: bool,
    yes: bool,
) -> int:
    """Change records: those with these IDs, or all that match a filter. All are changed, or none.

    field=value gives a field its value, +tag puts a tag on, -tag takes it off. Every change is printed: id, field, what
    it was -> what it is. A flag takes a word and why: verification=contested:'the ministry denies it'. Flags are signed
    with the name in SAYSO_USER, else your login. The text of a report can't be changed.

    The exit code is 1 if no record matches, or if somebody else changed the same field meanwhile: then nothing is
    changed.

    \b
    Examples:
      sayso edit st-7k2m uttered='2016-12-12 "late Monday" [resolved]'
      sayso edit st-7k2m speakers='Jan Egeland (UN adviser); Russia [inferred]' +urgent -- -old
      sayso edit fi-3v8x verification=contested --why 'the ministry denies it'
      sayso edit --filter 'is:draft doc:Aleppo' review=accepted --dry-run
    """
    asked = read(words)
    _check_usage(asked, filter_text, tables, why)
    chosen = opened_to_write(archive)
    found = _found(chosen, asked, filter_text, tables)
    if not found:
        say(f"sayso: {_nothing_found(chosen, asked, filter_text or '', tables)} Nothing was changed.")
        return 1
    edits = _edits(chosen.records, found, asked, why)
    if dry_run:
        return _tell(chosen.records, edits, "would change; nothing was written (--dry-run)")
    if filter_text is not None and edits and not yes:
        _ask(edits)
    return _save(chosen, edits)


def _check_usage(asked: Assignments, filter_text: str | None, tables: Sequence[str], why: str | None) -> None:
    if not (asked.texts or asked.add or asked.remove or why):
        raise click.UsageError("Nothing is to be changed: give field=value, +tag or -tag.")
    if filter_text is None and not asked.ids:
        raise click.UsageError("No record is named: give its id, or --filter.")
    if filter_text is not None and asked.ids:
        problem = f"{asked.ids[0]!r} is no field=value, and with --filter no id is given."
        raise click.UsageError(problem)
    if tables and filter_text is None:
        raise click.UsageError("--table goes with --filter.")


def _found(archive: Archive, asked: Assignments, filter_text: str | None, tables: Sequence[str]) -> list[Record]:
    if filter_text is None:
        return list({record.id: record for record in map(archive.get, asked.ids)}.values())
    result = archive.search(filter_text)
    having = [table for table in tables or TABLES if _has(table, asked)]
    if not having:
        _refuse_fields(tables or tuple(TABLES), list(asked.texts))
    return [archive.records.table(table)[record_id] for table in having for record_id in result.ids(table)]


def _nothing_found(archive: Archive, asked: Assignments, filter_text: str, tables: Sequence[str]) -> str:
    """That nothing matches, or that only records do which lack the fields."""
    of_others = {
        table: len(archive.search(filter_text).ids(table)) for table in TABLES if not tables or table in tables
    }
    lacking = [counted(count, table[:-1]) for table, count in of_others.items() if count and not _has(table, asked)]
    if lacking:
        return f"What matches{told(archive)} lacks {' or '.join(asked.texts)}: {', '.join(lacking)}."
    return f"No record{told(archive)} matches."


def _has(table: str, asked: Assignments) -> bool:
    """Whether such records have all the fields."""
    from store.editing.fields import find

    try:
        return all(find(TABLES[table], name) for name in asked.texts)
    except EditError:
        return False


def _refuse_fields(tables: Sequence[str], names: Sequence[str]) -> NoReturn:
    """Says of which field there is none, or else that no record has them all."""
    from store.editing.fields import fields

    known = {name for table in tables for field in fields(TABLES[table]) for name in (field.name, *field.also)}
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            raise EditError(name, f"is no field of {' or '.join(tables)}.{f' Did you mean {near[0]}?' if near else ''}")
    raise EditError(", ".join(names), f"no {' or '.join(tables)} have all these fields.")


def _edits(records: Records, found: Sequence[Record], asked: Assignments, why: str | None) -> list[Edit]:
    """Those that change something, with what they bring along: whom a confirmed draft names. Raises EditError."""
    from store.editing.editor import Editor
    from store.editing.save import Edit, check_all, reviewed

    editor = Editor.now()
    edits = [Edit(record, _changed(records, record, asked, why, editor)) for record in found]
    edits = reviewed(records, [edit for edit in edits if edit.mine != edit.base])
    check_all(records, edits)
    return edits


def _changed(records: Records, record: Record, asked: Assignments, why: str | None, editor: Editor) -> Record:
    from store.editing.documents import with_status
    from store.editing.fields import edited, find, tagged

    texts = {find(type(record), name).name: text for name, text in asked.texts.items()}
    flags = [name for name in FLAGS if name in texts and ":" not in texts[name]]
    with_note = isinstance(record, Document) and "status" in texts
    if why and isinstance(record, Relation):
        texts.setdefault("why", why)
    elif why and not flags and not with_note:
        raise click.UsageError(
            "--why goes with review, checked, verification, the status of a report, or a relation. Nothing was changed."
        )
    after = edited(record, {**texts, **{f"{flag}.why": why for flag in flags if why}}, records, editor)
    if why and isinstance(after, Document) and isinstance(record, Document) and after.status != record.status:
        after = with_status(after, after.status, why, editor)
    return tagged(after, asked.add, asked.remove)


def somebody_is_there() -> bool:
    """Whether the question can be answered."""
    return sys.stdin.isatty()


def _ask(edits: Sequence[Edit]) -> None:
    """Raises UsageError where nobody is there to answer, Abort where the answer is no."""
    kinds = [type(edit.mine).__name__.lower() for edit in edits]
    told = ", ".join(counted(kinds.count(kind), kind) for kind in dict.fromkeys(kinds))
    if not somebody_is_there():
        raise click.UsageError(f"This changes {told}: add --yes, for nobody is here to be asked.")
    if not click.confirm(f"This changes {told}. Go on?", err=True):
        say("Nothing was changed.")
        raise click.exceptions.Exit(1)


def _save(archive: Archive, edits: Sequence[Edit]) -> int:
    from store.editing.save import Edit, save_all

    records = archive.records
    saved = save_all(archive, edits, "edit") if edits else []
    return _tell(records, [Edit(one.before, one.after) for one in saved], "changed", told(archive))


def _tell(records: Records, edits: Sequence[Edit], done: str, of: str = "") -> int:
    put("".join(visible(line) + "\n" for edit in edits for line in _lines(records, edit)))
    say(f"{counted(len(edits), 'record')}{of} {done}." if edits else "Nothing to change: the records say so already.")
    return 0


def _lines(records: Records, edit: Edit) -> Iterator[str]:
    from store.editing.fields import differences

    if edit.base is not None:
        for field, before, after in differences(edit.base, edit.mine, records):
            yield f"{edit.mine.id} {field.name}: {before or 'none'} -> {after or 'none'}"
