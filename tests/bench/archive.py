"""Measures the archive at 100,000 statements: opening, filtering, editing, importing, beside plain TinyDB and VisiData.

`python tests/bench/archive.py` prints a table, and ends with 1 where a bar is missed. What each bar is about stands in
`opening` and `keeping`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import keeping, opening
from tests.bench.bar import HEAD, Bar, table
from tests.bench.made_up import Files
from tests.bench.processes import contention
from tests.bench.programs import bare, sample, sayso, visidata
from tests.bench.terminal import run

PARTS = ("start", "memory", "keys", "edits", "others", "import", "list")


def main() -> None:
    run(_arguments(), _measured)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000, help="how many the archive has (100,000)")
    parser.add_argument("--starts", type=int, default=5, help="starts whose median is taken (5)")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part; may be given again")
    parser.add_argument("--folder", type=Path, help="where the archive is made and kept; else it is made and removed")
    parser.add_argument("--visidata", default="vd", help="the command of VisiData")
    given = parser.parse_args()
    given.only = given.only or PARTS
    return given


def _measured(given: argparse.Namespace, files: Files, home: Path) -> list[Bar]:
    """Measures and prints the parts that were asked for, with how quiet the machine was meanwhile."""
    decoded = keeping.decoding(files.archive)
    ours, vd = sayso(files.archive, given.statements), visidata(files, given.statements, given.visidata)
    parts: dict[str, Callable[[], list[Bar]]] = {
        "start": lambda: opening.starts(ours, sample(), bare(), home, given.starts, decoded),
        "memory": lambda: opening.memory(ours, vd, home),
        "keys": lambda: opening.keystrokes(files),
        "edits": lambda: keeping.edits(files, home),
        "others": lambda: opening.others_edits(files, given.statements, home),
        "import": lambda: keeping.importing(files, home),
        "list": lambda: keeping.listing(files, home, decoded),
    }
    noise, found = [contention()], list[Bar]()
    for name in filter(given.only.__contains__, parts):
        try:
            found += parts[name]()
        except (TimeoutError, EOFError) as error:
            sys.stderr.write(f"{name}: {error}\n")
            found.append(Bar(name, "could not be measured", "", False))
        noise.append(contention())
    sys.stdout.write(f"\n{table(HEAD, [bar.row for bar in found])}\n")
    sys.stdout.write(f"\nContention: {median(noise):.2f}, at worst {max(noise):.2f}; a quiet machine has 1.\n")
    return found


if __name__ == "__main__":
    main()
