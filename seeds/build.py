"""Builds `sample.json` from the reports and what was drawn from them: `python -m seeds.build`, `--check` to compare."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from seeds import ucdp
from seeds.actors import ACTORS
from seeds.aleppo.figures import FIGURES
from seeds.aleppo.report import ACTORS as ALEPPO_ACTORS
from seeds.aleppo.report import REPORT as ALEPPO
from seeds.aleppo.statements import RELATIONS, STATEMENTS
from seeds.report import DRAWN_AT
from store.founding import snapshot
from store.model import Record

SAMPLE = Path(__file__).with_name("sample.json")


def records() -> Iterator[Record]:
    """All records of the sample, stamped with the time they were drawn: a build gives the same bytes anywhere."""
    drawn = (ALEPPO.document, *ACTORS, *ALEPPO_ACTORS, *STATEMENTS, *FIGURES, *RELATIONS, *ucdp.RECORDS)
    for record in drawn:
        yield msgspec.structs.replace(record, added=DRAWN_AT, changed=DRAWN_AT)


def build() -> bytes:
    """The bytes of the sample archive. Importing this module raised WordsError where an anchor's words don't stand."""
    return snapshot(records(), demonstration=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the sample beside this file; with `--check` writes nothing and returns 1 where the file is stale."""
    parser = argparse.ArgumentParser(prog="python -m seeds.build", description="Build the sample archive.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file is stale")
    asked = parser.parse_args(arguments)
    built = build()
    stale = not SAMPLE.exists() or SAMPLE.read_bytes() != built
    if asked.check and stale:
        sys.stderr.write(f"{SAMPLE.name} is not what the reports give. Build it with: python -m seeds.build\n")
        return 1
    if stale:
        SAMPLE.write_bytes(built)
    return 0


if __name__ == "__main__":
    sys.exit(main())
