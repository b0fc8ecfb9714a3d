"""`sayso import`: reports from files, each a document with its drafts; or records that another sayso exported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.characters import visible
from tui.cli.document_options import document_options, given
from tui.cli.incoming_files import MANY, IncomingFiles
from tui.cli.output import counted, put, say
from tui.cli.place import Place
from tui.config import Config, locate_to_write

if TYPE_CHECKING:
    from store.archive import Archive
    from store.intake import Door, Entry, Source, Taken

SHOWN = 80
"""Characters of a title."""


@click.command("import")
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@document_options
@click.option("--no-draft", is_flag=True, help="Keep the documents, and draft nothing of them.")
@click.option(
    "--demonstration",
    is_flag=True,
    help="Take sample data too; an archive that is made for it is then one of sample data, and its exports say so. "
    "As in: sayso --archive try.json import sample-export.json --demonstration",
)
@click.pass_obj
def command(
    named: Path | None, /, files: Sequence[Path], no_draft: bool, demonstration: bool, **options: str | None
) -> int:
    """Bring in reports: plain text, Markdown, HTML, PDF; all of a FOLDER, or `-` for the standard input.

    Of each the text is kept as it stands, the file beside the archive, and what is said in it is drafted, to be
    reviewed; what you say of it with options overrules what the file says. The same text from the same place is passed
    over; another text from the same address comes in as its new version. Drafting is for English.

    A file that `sayso export --format json` wrote is taken for what it is: a record that is there already is passed
    over; one that is there with other content is a conflict: it is listed, and what is there stays. A file in which
    anything is wrong is left out whole. Where no archive is named, all goes into your own, which is made if it isn't
    there; never into the sample. Sample data is left out unless asked for.

    The exit code is 0 if everything went in or was there, 1 if a file was left out or there were conflicts, 2 if every
    file was left out.

    \b
    Examples:
      sayso import aleppo.txt --published 2016-12-13 --publisher 'The Courier'
      sayso import reports/ --credit AFP
      sayso --archive reports.json import from-a-colleague.json
    """
    incoming = IncomingFiles(files, given(files, options), draft=not no_draft)
    place = Place(locate_to_write(named, Config.load()).path, demonstration=demonstration)
    try:
        code = max(_bring_in(incoming, place), incoming.exit_code)
    finally:
        place.close()
    place.leave()
    if incoming.good + incoming.bad > MANY:
        say(f"{counted(incoming.good, 'file')} brought in or there already, {incoming.bad:,} left out.")
    return code


def _bring_in(incoming: IncomingFiles, place: Place) -> int:
    """What the files of records add to the exit code."""
    from store.intake import Door, Taken
    from tui.cli.incoming_records import bring_in

    door: Door | None = None
    code = 0

    def enter(taken: list[Taken], archive: Archive) -> list[Entry]:
        nonlocal door
        door = door if door and door.archive is archive else Door(archive)
        return door.bring_in(taken)

    for batch in incoming.batches():
        for documents, group in groupby(batch, lambda found: isinstance(found[1], Taken)):
            if documents:
                sources, taken = zip(*group, strict=True)
                entries = place.written(partial(enter, list(taken)))
                put("".join(visible(_report(*each)) + "\n" for each in zip(sources, entries, taken, strict=True)))
            else:
                for source, _ in group:
                    found = bring_in(place, *_file(source))
                    if found > 1:
                        incoming.left_out()
                    else:
                        code = max(code, found)
    return code


def _file(source: Source) -> tuple[Path, bytes | None]:
    """A file of records; what was read of it already."""
    return source.path if source.data is None else Path(source.shown), source.data


def _report(source: Source, entry: Entry, taken: Taken) -> str:
    title = entry.document.title if len(entry.document.title) <= SHOWN else f"{entry.document.title[:SHOWN]}…"
    if entry.there:
        return f"{source.shown}: already there, “{title}”, {entry.document.id}"
    return f"{source.shown}: added “{title}”, {entry.document.id}: {'; '.join(_told(entry, taken))}"


def _told(entry: Entry, taken: Taken) -> list[str]:
    from store.intake import NOTHING_DRAFTED

    drafts = entry.drafts
    why = next((remark for remark in taken.remarks if remark.endswith(NOTHING_DRAFTED)), "nothing drafted")
    counts = [(len(drafts.statements), "statement"), (len(drafts.figures), "figure")]
    told = [", ".join(counted(*count) for count in counts if count[0])]
    told = [f"{told[0]} to review" if told[0] else why]
    if entry.carried:
        told.append(f"{entry.carried} of these carried over")
    if entry.earlier:
        told.append(f"new version of {entry.earlier.id}")
    if entry.alike:
        told.append(f"same copy as {entry.alike.document} ({entry.alike.paragraphs} of {entry.alike.of} paragraphs)")
    return [*told, *(remark for remark in taken.remarks if remark not in told)]
