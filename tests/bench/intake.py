"""Measures bringing reports in: plain ones and pages, on one core, and knowing copies among thousands of documents.

`python tests/bench/intake.py` prints a table, and ends with 1 where a bar is missed. Each report is made up, of some
600 words with quotations and numbers in them; a page has around it what a news site puts there, 60 KB of it.
"""

from __future__ import annotations

import argparse
import html
import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

from store.intake.likeness import Likeness
from tests.bench.bar import HEAD, Bar, table
from tests.bench.keeping import ran
from tests.bench.processes import contention

DOCUMENTS = 4_000
PLACES = ("Aldmoor", "Brae", "Corrow", "Dunmere", "Eastwick", "Farrow", "Glenby", "Harrow Hill")
PEOPLE = ("Mara Quill", "Tom Ashby", "Nadia Orr", "Ivo Lund", "Ruth Vane", "Sam Okoro")
SENTENCES = (
    "The mayor of {place}, {person}, said on Monday that {number} people had been killed since the siege began.",
    "“We counted {number} dead, and we are still counting,” {person} told reporters, and asked for help from {place}.",
    "The army denied that its guns had fired on {place}, and said that it had no interest in the town or its people.",
    "Some {number} families have left {place} by the road over the hills, according to the relief office.",
    "{person} warned that the talks in {place} would end without a word on the {number} who were still missing.",
    "There was little to be seen of the market but for the walls of it, and those who had come were sent away again.",
    "“It is a lie,” {person} said of that. “Nobody from {place} has asked us for {number} beds, or for any at all.”",
)

WORDS = sorted({word.strip("“”.,{}").lower() for sentence in SENTENCES for word in sentence.split()})


def article(rnd: random.Random) -> list[str]:
    """Twenty-five paragraphs: some with speech and numbers, most of words that no other article has in this order."""
    told = [
        rnd.choice(SENTENCES).format(place=rnd.choice(PLACES), person=rnd.choice(PEOPLE), number=rnd.randrange(3, 9000))
        for _ in range(8)
    ]
    told += [f"{' '.join(rnd.choices(WORDS, k=25)).capitalize()}." for _ in range(17)]
    rnd.shuffle(told)
    return told


def page(paragraphs: list[str], number: int) -> str:
    """The article in a page with menus, teasers and scripts, some 60 KB."""
    menu = "".join(f'<li class="menu-item"><a href="/section/{n}">Section number {n}</a></li>' for n in range(150))
    teasers = "".join(f'<div class="teaser"><a href="/{n}"><h3>Other news, {n}</h3></a></div>' for n in range(200))
    script = f"<script>window.data = {list(range(5000))};</script>"
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report {number} - The Courier</title>'
        f'<link rel="canonical" href="https://courier.example/{number}"><meta name="author" content="Mara Quill">'
        f'<meta property="article:published_time" content="2020-03-03T22:10:00Z">{script}</head><body><nav><ul>{menu}'
        f"</ul></nav><main><article><h1>Report {number}</h1>{body}</article></main><aside>{teasers}</aside></body>"
    )


@contextmanager
def one_core() -> Iterator[None]:
    """What is started meanwhile has one core, and keeps to it."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def imported(name: str, ending: str, made: Callable[[int], str], count: int, asked: float, home: Path) -> Bar:
    """From the start of the command to its end, drafting, the archive and the kept files included."""
    folder = home / name
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.{ending}").write_text(made(number), encoding="utf-8")
    before = getrusage(RUSAGE_CHILDREN)
    with one_core():
        took, memory = ran(["--archive", str(home / f"{name}.json"), "import", str(folder)], home)
    after = getrusage(RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    measured = f"{count / took:,.0f}: {count:,} in {took:.1f} s, {busy:.1f} of them at work, {memory:,.0f} MB"
    return Bar(f"import: {name} a second, one core", measured, f"≥ {asked:g}", count / took >= asked)


def copies() -> list[Bar]:
    """Whether a document is a copy of one of 4,000: learning these once, and then each question; time of a core."""
    rnd = random.Random(3)
    texts = ["\n".join(article(rnd)) for _ in range(DOCUMENTS)]
    found, start = Likeness(lambda document: texts[int(document)]), process_time()
    for number, text in enumerate(texts):
        found.add(str(number), text)
    learnt = process_time() - start
    asked = [texts[number].replace("the", "The", 3) for number in rnd.sample(range(DOCUMENTS), 100)]
    start = process_time()
    hits = sum(found.alike(text) is not None for text in asked)
    each = (process_time() - start) / len(asked)
    told = f"{learnt * 1000:,.0f} ms, then {each * 1000:.1f} ms each; {hits} of {len(asked)} found"
    return [Bar(f"copies among {DOCUMENTS:,} documents", told, "≤ 2 s, 20 ms, all",
                learnt <= 2 and each <= 0.02 and hits == len(asked))]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--reports", type=int, default=400, help="plain ones; of pages there are a quarter as many (400)"
    )
    given = parser.parse_args()
    rnd = random.Random(7)
    noise = contention()
    with TemporaryDirectory() as folder:
        home = Path(folder)
        found = [
            imported("reports", "txt", lambda _: "\n".join(article(rnd)), given.reports, 50, home),
            imported("pages", "html", lambda n: page(article(rnd), n), max(given.reports // 4, 1), 10, home),
            *copies(),
        ]
    sys.stdout.write(f"{table(HEAD, [bar.row for bar in found])}\n\nContention: {noise:.2f}; a quiet machine has 1.\n")
    raise SystemExit(1 if any(bar.met is False for bar in found) else 0)


if __name__ == "__main__":
    main()
