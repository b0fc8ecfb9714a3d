"""Times the filter over 100,000 statements: `python tests/bench/filter.py [STATEMENTS or ARCHIVE]`.

First as it is typed: for each key all that the four lists show of it, their titles and counts. Then, for filters of
many kinds, the first screenful, the whole result, the counts beside actors and documents, and a repetition; the first
filter of a field pays for what is made of the field then.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from store.archive import Archive
from store.index import SORTS, Index, sort
from store.query import parse, parse_unfinished
from store.records import Records
from tests.bench.made_up import made_up
from tui.view.shown import Shown
from tui.view.view import View

TABLES = ("statements", "figures", "documents", "actors")
SCREENFUL = 60
TYPED = ("siege", "darlin", "passage", "shaanara", "kalin", "verton")
FILTERS = (
    "",
    "a",
    "siege",
    "siegeb",
    '"accountable for"',
    '"safe passage"',
    "zzzz",
    "ale ppo mir",
    "siege OR talmir",
    "-siege",
    "actor:bek",
    "-actor:bek",
    "actor:bek siege",
    "about:mir -siege",
    "said:2016-03..2016-06",
    "type:direct -review:rejected said:>2015",
    "value:>500 outcome:killed counted:civilians",
    "doc:tal",
    "publisher:reuters lang:en",
    "is:broken",
    "is:inferred",
    "tag:urgent",
)


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def memory() -> int:
    """The most that this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    records = given(sys.argv[1] if len(sys.argv) > 1 else "100_000")
    before = memory()
    index = Index(records)
    write = sys.stdout.write
    write(f"made in {milliseconds(index.prepare):.0f} ms\n\n")
    typing(records, index)
    write(f"\n{'filter':<46}{'statements':>11}{'first':>8}{'whole':>8}{'counts':>8}{'again':>8}\n")
    for text in FILTERS:
        timed(index, text)
    statements = index.ids("statements")
    for column in SORTS["statements"]:
        first, again = (milliseconds(partial(sort, index, "statements", statements, column)) for _ in "12")
        write(f"sort by {column:<12} {first:8.1f} ms, again {again:8.1f} ms\n")
    write(f"\npeak memory: {before} MB with the records, {memory()} MB with the index\n")


def given(source: str) -> Records:
    """The archive's records, or so many made up."""
    if source.replace("_", "").isdigit():
        return made_up(int(source))
    archive = Archive.open(Path(source), read_only=True)
    archive.decode()
    return archive.records


def typing(records: Records, index: Index) -> None:
    """Each word from an empty filter on, letter by letter."""
    taken: list[float] = []
    for word in TYPED:
        everything(records, index, "")
        keys = [milliseconds(partial(everything, records, index, typed)) for typed in beginnings(word)]
        taken += keys
        sys.stdout.write(f"typing {word:<10}{''.join(f'{key:7.1f}' for key in keys)} ms\n")
    sys.stdout.write(f"a key takes {median(taken):.1f} ms, {max(taken):.1f} at worst\n")


def beginnings(word: str) -> Iterator[str]:
    return (word[:length] for length in range(1, len(word) + 1))


def everything(records: Records, index: Index, text: str) -> None:
    """What the four lists, their titles and the counts beside their rows ask for."""
    query, _ = parse_unfinished(text)
    shown = Shown(records, index, View(filter=text), query, index.search(query), Path())
    for table in TABLES:
        _ = shown.ids(table)[:SCREENFUL], shown.tally(table), shown.counts(table)
        _ = shown.result.undated(table), shown.result.count(table), len(shown.ids(table))


def timed(index: Index, text: str) -> None:
    """First: the statements on the screen; whole: all tables; counts: beside actors and documents; again: all of it."""
    result = index.search(text)
    first = milliseconds(lambda: result.ids("statements")[:SCREENFUL])
    whole = milliseconds(lambda: [result.ids(table) for table in TABLES])
    counts = milliseconds(lambda: [result.described(table) for table in ("actors", "documents")])
    repeated = index.search(parse(text))
    again = milliseconds(
        lambda: ([repeated.ids(table) for table in TABLES], repeated.actor_counts, repeated.document_counts)
    )
    times = "".join(f"{took:8.1f}" for took in (first, whole, counts, again))
    sys.stdout.write(f"{text:<46}{result.count('statements'):>11,}{times}\n")


if __name__ == "__main__":
    main()
