"""`sayso check`: whether the records hold together."""

from __future__ import annotations

from pathlib import Path

import click

from store.characters import visible
from tui.cli.opening import opened, told
from tui.cli.output import counted, put, say


@click.command("check")
@click.pass_obj
def command(archive: Path | None) -> int:
    """Look for broken anchors, dangling ids, impossible ranges and dates, wrong hashes and duplicates.

    Prints a line for each finding, with the record's id first; the exit code is 1 if there is any. Nothing is changed.

    \b
    Examples:
      sayso check
      sayso --archive reports.json check | cut -d: -f1 | sort -u
    """
    from store.check import check

    chosen = opened(archive)
    findings = check(chosen.records)
    put("".join(visible(str(finding)) + "\n" for finding in findings))
    of = f"{counted(sum(1 for _ in chosen.records), 'record')}{told(chosen)}"
    say(f"{counted(len(findings), 'finding')} in {of}." if findings else f"Sound: {of}.")
    return 1 if findings else 0
