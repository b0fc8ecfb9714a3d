"""Times the filter over 100,000 statements, made up in memory: `python tests/bench/filter.py [statements]`.

Prints, for each filter, the time of the whole result, of the counts beside actors and documents, and of a repetition.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from store.index import SORTS, Index, sort
from store.query import parse
from tests.bench.made_up import made_up

TABLES = ("statements", "figures", "documents", "actors")
FILTERS = (
    "",
    "a",
    "siege",
    "siegeb",
    '"accountable for"',
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


def main() -> None:
    records = made_up(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    index = Index(records)
    write = sys.stdout.write
    for table in TABLES:
        write(f"order of {table:<12} {milliseconds(partial(index.ids, table)):8.1f} ms\n")
    empty = index.search("")
    write(f"postings of actors    {milliseconds(lambda: empty.actor_counts):8.1f} ms\n")
    write(f"postings of documents {milliseconds(lambda: empty.document_counts):8.1f} ms\n")
    for table in TABLES:
        took = milliseconds(partial(index.search("zyzzyva").count, table))
        write(f"texts of {table:<12} {took:8.1f} ms\n")
    write(f"\n{'filter':<46}{'statements':>11}{'whole':>8}{'others':>8}{'counts':>8}{'again':>8}\n")
    for text in FILTERS:
        timed(index, text)
    everything = index.ids("statements")
    for column in SORTS["statements"]:
        first, again = (milliseconds(partial(sort, index, "statements", everything, column)) for _ in "12")
        write(f"sort by {column:<12} {first:8.1f} ms, again {again:8.1f} ms\n")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    write(f"\npeak memory: {before} MB with the records, {after} MB with the index\n")


def timed(index: Index, text: str) -> None:
    """Whole: the statements; others: the other tables; counts: beside actors and documents; again: all of it."""
    result = index.search(text)
    whole = milliseconds(lambda: result.ids("statements"))
    others = milliseconds(lambda: [result.ids(table) for table in TABLES[1:]])
    counts = milliseconds(lambda: (result.actor_counts, result.document_counts))
    repeated = index.search(parse(text))
    again = milliseconds(
        lambda: ([repeated.ids(table) for table in TABLES], repeated.actor_counts, repeated.document_counts)
    )
    times = "".join(f"{took:8.1f}" for took in (whole, others, counts, again))
    sys.stdout.write(f"{text:<46}{result.count('statements'):>11,}{times}\n")


if __name__ == "__main__":
    main()
