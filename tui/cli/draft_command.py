"""`sayso draft`: what would be drafted of files, as JSON, without an archive."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from tui.cli.document_options import document_options, given
from tui.cli.incoming_files import IncomingFiles
from tui.cli.output import put, say


@click.command("draft")
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path))
@document_options
def command(files: Sequence[Path], **options: str | None) -> int:
    """Draft the statements and figures of each FILE, and print them: one JSON object a document, each on a line.

    Nothing is kept. Offsets are characters of the text as it would be kept, ends exclusive.

    \b
    Examples:
      sayso draft aleppo.txt --published 2016-12-13
      sayso draft reports/ | jq '.figures[].counted'
    """
    from store.ingest.printed import as_json
    from store.intake import Taken

    incoming = IncomingFiles(files, given(files, options))
    for source, outcome in incoming.read():
        if not isinstance(outcome, Taken):
            incoming.good -= 1
            incoming.refuse(source.shown, "holds records, not a report.")
            continue
        put(json.dumps(as_json(Path(source.name).stem, outcome.drafts), ensure_ascii=False) + "\n")
        for remark in outcome.remarks:
            if not remark.startswith("title"):
                say(f"{source.shown}: {remark}")
    return incoming.exit_code
