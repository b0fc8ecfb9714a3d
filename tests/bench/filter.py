"""Times the filter over 100,000 statements, made up in memory: `python tests/bench/filter.py [statements]`.

Prints, for each filter, the time of the whole result, of the counts beside actors and documents, and of a repetition.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from store.identity import new_id, text_sha256
from store.index import SORTS, Index, sort
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Hop,
    Name,
    Place,
    Record,
    Speaker,
    Statement,
    When,
)
from store.query import parse
from store.records import Records

TABLES = ("statements", "figures", "documents", "actors")
SYLLABLES = (
    *("ba", "ka", "ma", "ra", "sha", "al", "ed", "in", "or", "tal", "hom", "ale", "ppo", "dar", "us", "bek", "lin"),
    *("ver", "ton", "ia", "ne", "go", "mir", "ana", "siv"),
)
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


def words(random_: random.Random, count: int, vocabulary: list[str]) -> str:
    return " ".join(random_.choices(vocabulary, k=count))


def made_up(statements: int) -> Records:
    """A quarter as many figures, a 25th as many documents, 1,200 actors; some prose is not ASCII."""
    rnd = random.Random(7)
    vocabulary = ["".join(rnd.choices(SYLLABLES, k=rnd.randint(1, 4))) for _ in range(6000)]
    vocabulary += ["siege", "civilians", "accountable for", "“safe passage”", "Gov’ts"] * 20
    actors = [
        Actor(
            id=new_id(Actor, str(i)),
            name=words(rnd, 2, vocabulary).title(),
            kind=rnd.choice(["person", "state", "organisation"]),
            names=(Name(text=words(rnd, 2, vocabulary)),) if i % 3 == 0 else (),
        )
        for i in range(1200)
    ]
    documents = [document(rnd, vocabulary) for _ in range(max(1, statements // 25))]
    records: list[Record] = [*actors, *documents]
    records += [statement(rnd, str(i), rnd.choice(documents), actors) for i in range(statements)]
    records += [figure(rnd, str(i), rnd.choice(documents), actors) for i in range(statements // 4)]
    return Records.of(*records)


def document(rnd: random.Random, vocabulary: list[str]) -> Document:
    text = words(rnd, 600, vocabulary)
    return Document(
        id=new_id(Document, text),
        title=words(rnd, 6, vocabulary).title(),
        text=text,
        sha256=text_sha256(text),
        publisher=rnd.choice(["Reuters", "AFP", "Syria Direct", "BBC"]),
        language=rnd.choice(["en", "en-GB", "ar"]),
        published=day(rnd),
    )


def day(rnd: random.Random) -> When:
    return When(edtf=f"{rnd.randint(2011, 2020)}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}")


def anchor(rnd: random.Random, text: str, length: int) -> Anchor:
    start = rnd.randrange(len(text) - length)
    return Anchor(start, start + length, text[start : start + length])


def someone(rnd: random.Random, actors: list[Actor]) -> Actor:
    """A few speak most."""
    return actors[min(int(rnd.expovariate(1 / 150)), len(actors) - 1)]


def statement(rnd: random.Random, number: str, of: Document, actors: list[Actor]) -> Statement:
    return Statement(
        id=new_id(Statement, number),
        document=of.id,
        type=rnd.choice(["direct", "indirect", "mixed"]),
        content=tuple(anchor(rnd, of.text, rnd.randint(60, 260)) for _ in range(1 + (rnd.random() < 0.14))),
        speakers=tuple(Speaker(someone(rnd, actors).id, "spokesman") for _ in range(rnd.choice([0, 1, 1, 1, 1, 2]))),
        source=(anchor(rnd, of.text, 20),),
        cue=(anchor(rnd, of.text, 8),),
        via=(Hop(actor=someone(rnd, actors).id, channel="tweet"),) if rnd.random() < 0.1 else (),
        about=(someone(rnd, actors).id,) if rnd.random() < 0.5 else (),
        accuses=(someone(rnd, actors).id,) if rnd.random() < 0.2 else (),
        uttered=day(rnd) if rnd.random() < 0.9 else None,
        tags=("urgent",) if rnd.random() < 0.02 else (),
        added="2026-01-02T03:04:05Z",
    )


def figure(rnd: random.Random, number: str, of: Document, actors: list[Actor]) -> Figure:
    return Figure(
        id=new_id(Figure, number),
        document=of.id,
        anchor=anchor(rnd, of.text, 24),
        bound="approximate",
        best=rnd.randint(1, 3000),
        unit="person",
        counted=rnd.choice(["civilians", "fighters", "children", "city residents"]),
        outcome=rnd.choice(["killed", "injured", "displaced"]),
        claimants=(Speaker(someone(rnd, actors).id),) if rnd.random() < 0.8 else (),
        place=Place(rnd.choice(["eastern Aleppo", "Homs", "Syria"])),
        period=day(rnd),
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
