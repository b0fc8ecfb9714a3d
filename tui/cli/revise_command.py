"""`sayso revise`: a later version of a report, beside the one that is there."""

from __future__ import annotations

from pathlib import Path

import click

from store.errors import EditError
from store.model import Document
from tui.cli.assignments import read
from tui.cli.opening import opened_to_write
from tui.cli.output import put, say

_FIELDS = Document.__struct_fields__


@click.command("revise")
@click.argument("document", metavar="ID")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.argument("words", metavar="[field=value]...", nargs=-1)
@click.pass_obj
def command(archive: Path | None, document: str, file: Path, words: tuple[str, ...]) -> None:
    """Bring in FILE as a later version of the report with this ID: a report of its own, which supersedes it.

    The text of a report is evidence: the old one stays, with all that was drawn from it. The new one has its title,
    publisher, author, credit, date, address and language unless they are given. FILE is UTF-8 text. Prints the new id.

    \b
    Examples:
      sayso revise do-qk4h corrected.txt
      sayso revise do-qk4h corrected.txt published=2016-12-14 url=https://example.org/2
    """
    from store.editing import documents
    from store.editing.fields import edited
    from store.editing.save import save
    from store.storage import originals

    asked = read(words)
    if asked.ids or asked.add or asked.remove:
        raise click.UsageError(f"{words[0]!r} is no field=value.")
    chosen = opened_to_write(archive)
    old = chosen.get(document)
    if not isinstance(old, Document):
        raise EditError("supersedes", f"{old.id} is no report.")
    if "supersedes" in asked.texts:
        raise EditError("supersedes", f"is {old.id}, and nothing else.")
    after = edited(old, asked.texts, chosen.records)
    given = {name: getattr(after, name) for name in _FIELDS if getattr(after, name) != getattr(old, name)}
    found = documents.read(file.expanduser())
    made = documents.new_version(chosen.records, old.id, found, **given)
    originals.keep(chosen.path, {found.sha256: found.data})
    save(chosen, None, made, f"new version of {old.id}")
    put(f"{made.id}\n")
    say(f"It supersedes {old.id}, which stays. To tell what became of that: sayso edit {old.id} status=corrected")
