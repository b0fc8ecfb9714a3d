"""Measures sayso beside VisiData, fzf, less and a bare Textual app, on one archive of 100,000 statements.

`python tests/bench/terminal.py` prints two tables, and ends with 1 where a bar is missed. What each bar is about stands
in `drawing`, `starting` and `poor_line`; how it is measured in `measured_terminal`.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NoReturn, TypeAlias

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import drawing, side_by_side, starting
from tests.bench.bar import HEAD, Bar, table
from tests.bench.made_up import Files
from tests.bench.poor_line import over_the_line
from tests.bench.processes import contention
from tests.bench.programs import ROOT, Program, bare, fzf, less, sample, sayso, visidata

PARTS = ("keys", "start", "idle", "line", "programs")


Measured: TypeAlias = Callable[[argparse.Namespace, Files, Path], list[Bar]]


def main() -> None:
    run(_arguments(), _measured)


def run(given: argparse.Namespace, measured: Measured) -> NoReturn:
    """Measures on an archive made up as it is `given`; exit code 1 where a bar is missed."""
    with _folder(given.folder) as folder, TemporaryDirectory() as home:
        made = [sys.executable, str(ROOT / "tests/bench/made_up.py"), str(folder), str(given.statements)]
        subprocess.run(made, check=True)
        sys.stdout.write(f"{_machine()}; {given.statements:,} statements, 120x40\n")
        found = measured(given, Files(folder), Path(home))
    raise SystemExit(1 if any(bar.met is False for bar in found) else 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="4,000 statements, one session, few starts: to see it run")
    parser.add_argument("--statements", type=int, default=0, help="how many the archive has (100,000)")
    parser.add_argument("--sessions", type=int, default=0, help="starts of each program whose keys are pooled (2)")
    parser.add_argument("--starts", type=int, default=0, help="starts whose median is taken (9)")
    parser.add_argument("--only", choices=PARTS, action="append", help="this part; may be given again")
    parser.add_argument("--every-key", action="store_true", help="list each key of the session on standard error")
    parser.add_argument("--answering", action="store_true", help="answer queries, as a modern terminal does")
    parser.add_argument("--folder", type=Path, help="where the archive is made and kept; else it is made and removed")
    parser.add_argument("--visidata", default="vd", help="the command of VisiData")
    given = parser.parse_args()
    given.statements = given.statements or (4_000 if given.quick else 100_000)
    given.sessions = given.sessions or (1 if given.quick else 2)
    given.starts = given.starts or (3 if given.quick else 9)
    given.seconds = 2.0 if given.quick else 10.0
    given.only = given.only or PARTS
    return given


@contextmanager
def _folder(given: Path | None) -> Iterator[Path]:
    if given is not None:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
    else:
        with TemporaryDirectory() as made:
            yield Path(made)


def _machine() -> str:
    """What matters of it, without its name."""
    system = f"{platform.system()} {platform.release().partition('.')[0]}"
    return f"{os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def _measured(given: argparse.Namespace, files: Files, home: Path) -> list[Bar]:
    """Measures and prints the parts that were asked for, each with how quiet the machine was meanwhile."""
    ours, first, floor, vd, *others = (
        replace(program, answering=given.answering)
        for program in (
            sayso(files.archive, given.statements),
            sample(),
            bare(),
            visidata(files, given.statements, given.visidata),
            fzf(files, given.statements),
            less(files),
        )
    )
    noise, found = [contention()], list[Bar]()
    parts: dict[str, Callable[[], list[Bar]]] = {
        "keys": lambda: _keys(given, ours, [floor, *others], home, noise),
        "start": lambda: [starting.start(first, floor, home, given.starts)],
        "idle": lambda: starting.idle(ours, home, given.seconds),
        "line": lambda: over_the_line(ours, home),
    }
    for name in filter(given.only.__contains__, parts):
        found += _guarded(name, parts[name])
        noise.append(contention())
    if found:
        sys.stdout.write(f"\n{table(HEAD, [bar.row for bar in found])}\n")
    if "programs" in given.only:
        rows = [side_by_side.row(program, home, given.seconds / 5) for program in (ours, floor, vd, *others)]
        noise.append(contention())
        sys.stdout.write(f"\n{table(side_by_side.HEAD, rows)}\n")
    sys.stdout.write(f"\nContention: {median(noise):.2f}, at worst {max(noise):.2f}; a quiet machine has 1.\n")
    return found


def _keys(given: argparse.Namespace, ours: Program, others: list[Program], home: Path, noise: list[float]) -> list[Bar]:
    there = [program for program in others if not program.missing]
    pool = drawing.Pool()
    for _ in range(given.sessions):
        drawing.session(ours, there, home, pool)
    if given.every_key:
        sys.stderr.write(drawing.every_key(pool))
    noise += pool.noise
    return drawing.bars(pool)


def _guarded(name: str, part: Callable[[], list[Bar]]) -> list[Bar]:
    """A program that hangs or ends misses the bars of this part; the others are measured all the same."""
    try:
        return part()
    except (TimeoutError, EOFError) as error:
        sys.stderr.write(f"{name}: {error}\n")
        return [Bar(name, "could not be measured", "", False)]


if __name__ == "__main__":
    main()
