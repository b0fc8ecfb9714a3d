"""`sayso check`: whether the records hold together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from store.characters import visible
from tui.cli.opening import opened, told
from tui.cli.output import counted, put, say

if TYPE_CHECKING:
    from store.archive import Archive


@click.command("check")
@click.pass_obj
def command(archive: Path | None) -> int:
    """Look for broken anchors, dangling ids, impossible ranges and dates, wrong hashes and duplicates; and for files of
    reports that were changed since they were kept.

    Prints a line for each finding, with the record's id first; the exit code is 1 if there is any. Nothing is changed.

    \b
    Examples:
      sayso check
      sayso --archive reports.json check | cut -d: -f1 | sort -u
    """
    from store.check import check

    chosen = opened(archive)
    findings = [*check(chosen.records), *_of_files(chosen)]
    put("".join(visible(str(finding)) + "\n" for finding in findings))
    of = f"{counted(sum(1 for _ in chosen.records), 'record')}{told(chosen)}"
    say(f"{counted(len(findings), 'finding')} in {of}." if findings else f"Sound: {of}.")
    return 1 if findings else 0


def _of_files(archive: Archive) -> Iterator[str]:
    """What is wrong with the files that reports came from; a report without one, as from another archive, is sound."""
    from store.storage import originals

    made: dict[str, list[str]] = {}
    for document in archive.records.documents.values():
        made.setdefault(document.original_sha256 or "", []).append(document.id)
    for sha256 in sorted(originals.kept(archive.path)):
        file = originals.place(archive.path, sha256)
        if sha256 not in made:
            yield f"{file}: no report came of it; an import was broken off. Import it again, or remove it."
        elif not originals.whole(archive.path, sha256):
            yield from (f"{found}: original_sha256: {file} was changed since it was kept." for found in made[sha256])
