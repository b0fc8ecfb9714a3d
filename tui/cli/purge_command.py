"""`sayso purge`: records that must not be kept, taken out for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.asking import agreed
from tui.cli.output import counted, put, say
from tui.config import Config, locate

if TYPE_CHECKING:
    from store.archive import Archive
    from store.purging import Plan
    from store.storage.scrub import Scrubbed

NAMED = 12
"""Records that are named, each on a line, of those that stay and still have the same name."""


@click.command("purge")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--why", default="", metavar="WORDS", help="Why, for the log, where it stays.")
@click.option("--yes", is_flag=True, help="Don't ask, as in: sayso purge st-7k2m --yes")
@click.pass_obj
def command(archive: Path | None, ids: Sequence[str], why: str, yes: bool) -> int:
    """Take records out of the archive, its log and its copies, so that they can't be found there any more.

    With a document go its statements and figures, the sources that belong to it alone, and the file it came from; with
    a statement its figures; with any of them its relations. An actor whom others name stays, without name or
    description; a later version of a report stays too, and follows the version before the one that went. The log keeps
    a line without content: the ids, their kind, who, when and why. It can't be undone. An id that the archive has no
    more is looked for in the log.

    What stays and still has their words or names is listed: the text of a report goes only with the report. What was
    copied elsewhere, exported, or stands in a backup of the disk is not touched.

    \b
    Examples:
      sayso purge do-7k2m9q4dzh --why 'taken back by the publisher'
      sayso purge ac-3v8x
    """
    from store.archive import Archive, Change
    from store.purging import plan, relinked, still_telling

    with Archive.open(locate(archive, Config.load()).path) as opened:
        planned = plan(opened.records, ids, opened.former(), opened.purged())
        put("".join(f"{record_id}\n" for record_id in (*planned.tables, *(actor.id for actor in planned.blank))))
        if not agreed(f"{_what(planned)} for good, from the archive, its log and its copies. Go on?", yes):
            return 1
        telling = still_telling(opened.records, planned)
        said = f"purge: {why}" if why else "purge"
        # Before the purge, so that no report names one that is gone, wherever it is broken off.
        later = relinked(opened.records, planned)
        if later:
            opened.apply([Change(document, document.revision) for document in later], said)
        _tell(opened, opened.purge(planned.tables, planned.blank, said, planned.originals))
        _tell_what_stays(telling)
        for document in later:
            now = f"follows {document.supersedes} now" if document.supersedes else "names no version before it any more"
            say(f"{document.id}, a later version, {now}.")
        mended = {document.id for document in later}
        for record_id in planned.naming:
            if record_id not in mended:
                say(f"{record_id} still names a record that is gone; sayso check shows where.")
    return 0


def _what(planned: Plan) -> str:
    kinds = Counter(type(record).__name__.lower() for record in planned.gone)
    parts = [counted(count, kind) for kind, count in kinds.items()]
    parts += [f"name and description of {counted(len(planned.blank), 'actor')}"] if planned.blank else []
    parts += [f"once more {counted(len(planned.again), 'record')} purged before"] if planned.again else []
    return f"To be taken out: {', '.join(parts)},"


def _tell(opened: Archive, done: Scrubbed) -> None:
    from store.storage.backups import beside

    say(
        f"Purged. Written anew without them: {counted(done.lines, 'line')} of the log, "
        f"{counted(done.copies, 'copy', 'copies')}."
    )
    for path in done.removed:
        say(f"{path} could not be read, and was removed.")
    for path in beside(opened.path):
        say(f"Not touched: {path}")


def _tell_what_stays(telling: Mapping[str, str]) -> None:
    """`telling` is id -> what it still has. Of very many that have the same only the first are named."""
    having = dict[str, list[str]]()
    for record_id, what in telling.items():
        having.setdefault(what, []).append(record_id)
    for what, ids in having.items():
        for record_id in ids if len(ids) <= NAMED else ():
            say(f"{record_id} stays, and still {what}.")
        if len(ids) > NAMED:
            more = f"{', '.join(ids[:NAMED])} and {len(ids) - NAMED:,} more"
            say(f"{len(ids):,} records stay, and still have{what.removeprefix('has')}: {more}.")
