"""An archive made up for measuring: 100,000 statements, 25,000 figures, 1,200 actors, 4,000 documents with text.

`python tests/bench/made_up.py FOLDER [STATEMENTS]` writes it, and the same statements for the programs that sayso is
compared with. The same number makes the same records on every machine.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from msgspec.structs import replace

from store.founding import snapshot
from store.identity import new_id, text_sha256
from store.index import Index
from store.model import (
    Actor,
    Anchor,
    Document,
    Figure,
    Hop,
    Name,
    Place,
    Record,
    Review,
    Speaker,
    Statement,
    When,
)
from store.records import Records

SYLLABLES = (
    *("ba", "ka", "ma", "ra", "sha", "al", "ed", "in", "or", "tal", "hom", "ale", "ppo", "dar", "us", "bek", "lin"),
    *("ver", "ton", "ia", "ne", "go", "mir", "ana", "siv"),
)
REPORT, BEGUN = "Situation report on humanitarian access:", "2014"
"""How most titles begin since that year: whoever types these words keeps the newest statements on the screen."""
NUMBER = "000000000made0up"
"""The archive's own, which sayso gives each that it makes."""


def words(random_: random.Random, count: int, vocabulary: list[str]) -> str:
    return " ".join(random_.choices(vocabulary, k=count))


def made_up(statements: int) -> Records:
    """A quarter as many figures, a 25th as many documents, 1,200 actors; some prose is not ASCII."""
    rnd = random.Random(7)
    plain = ["".join(rnd.choices(SYLLABLES, k=rnd.randint(1, 4))) for _ in range(6000)]
    vocabulary = plain + ["siege", "civilians", "accountable for", "“safe passage”", "Gov’ts"] * 20
    actors = [
        Actor(
            id=new_id(Actor, str(i)),
            name=name,
            kind=rnd.choice(["person", "state", "organisation"]),
            names=(Name(text=words(rnd, 2, plain)),) if i % 3 == 0 else (),
        )
        for i, name in enumerate(names(rnd, 1200, plain))
    ]
    documents = [document(rnd, vocabulary) for _ in range(max(1, statements // 25))]
    records: list[Record] = [*actors, *documents]
    records += [statement(rnd, str(i), rnd.choice(documents), actors) for i in range(statements)]
    records += [figure(rnd, str(i), rnd.choice(documents), actors) for i in range(statements // 4)]
    return Records.of(*records)


def names(rnd: random.Random, count: int, vocabulary: list[str]) -> list[str]:
    """Each another one: two actors of one name would be taken for one by whoever imports them."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[words(rnd, 2, vocabulary).title()] = None
    return list(found)


def document(rnd: random.Random, vocabulary: list[str]) -> Document:
    text, published = words(rnd, 600, vocabulary), day(rnd)
    return Document(
        id=new_id(Document, text),
        title=f"{REPORT if str(published.edtf) >= BEGUN else ''} {words(rnd, 4, vocabulary).title()}".strip(),
        text=text,
        sha256=text_sha256(text),
        publisher=rnd.choice(["Reuters", "AFP", "Syria Direct", "BBC"]),
        language=rnd.choice(["en", "en-GB", "ar"]),
        published=published,
    )


def day(rnd: random.Random) -> When:
    return When(edtf=f"{rnd.randint(2011, 2020)}-{rnd.randint(1, 12):02}-{rnd.randint(1, 28):02}")


def reviewed(rnd: random.Random) -> Review:
    """A few wait for somebody to look at them."""
    return Review(state="drafted" if rnd.random() < 0.05 else "accepted")


def anchor(rnd: random.Random, text: str, length: int) -> Anchor:
    start = rnd.randrange(len(text) - length)
    return Anchor(start, start + length, text[start : start + length])


def someone(rnd: random.Random, actors: list[Actor]) -> Actor:
    """A few speak most."""
    return actors[min(int(rnd.expovariate(1 / 150)), len(actors) - 1)]


def statement(rnd: random.Random, number: str, of: Document, actors: list[Actor]) -> Statement:
    """Where nobody speaks it is the report itself, which has no words for who."""
    made = Statement(
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
        uttered=of.published if rnd.random() < 0.9 else None,
        review=reviewed(rnd),
        tags=("urgent",) if rnd.random() < 0.02 else (),
        added="2026-01-02T03:04:05Z",
    )
    return made if made.speakers else replace(made, source=())


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
        review=reviewed(rnd),
    )


@dataclass(frozen=True)
class Files:
    """One archive for all: `lines` has a statement a line, `table` the same as JSON Lines; newest first, as sayso."""

    folder: Path

    @property
    def archive(self) -> Path:
        return self.folder / "made-up.json"

    @property
    def table(self) -> Path:
        return self.folder / "made-up.jsonl"

    @property
    def lines(self) -> Path:
        return self.folder / "made-up.txt"


def write(folder: Path, statements: int) -> Files:
    """Writes the three files, which takes some ten seconds and 1 GB of memory for 100,000 statements."""
    files, records = Files(folder), made_up(statements)
    folder.mkdir(parents=True, exist_ok=True)
    files.archive.write_bytes(snapshot(records, archive=NUMBER))
    rows = list(in_columns(records))
    with files.table.open("w", encoding="utf-8") as table:
        table.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    with files.lines.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{row['said']:<11}{row['who']:<25}“{row['content']}”\n" for row in rows)
    return files


def in_columns(records: Records) -> Iterator[dict[str, str]]:
    """Each statement as another program has it: the columns that sayso shows in a row, and the document's title."""
    for statement_id in Index(records).ids("statements"):
        statement = records.statements[statement_id]
        yield {
            "said": str(statement.uttered.edtf) if statement.uttered else "",
            "who": ", ".join(records.actor_name(speaker.actor) for speaker in statement.speakers),
            "content": " … ".join(anchor.exact for anchor in statement.content),
            "document": records.documents[statement.document].title,
        }


def main() -> None:
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)


if __name__ == "__main__":
    main()
