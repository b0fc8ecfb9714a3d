"""The bars for opening an archive: how soon all of it can be filtered, in how much memory, and what others change."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter

from store.archive import Archive
from store.index import Index
from store.storage.names import index_of
from tests.bench.bar import Bar
from tests.bench.drawing import ready, typed
from tests.bench.keeping import ran
from tests.bench.keys import WORDS
from tests.bench.made_up import Files
from tests.bench.programs import Program, sayso
from tests.bench.starting import to_first_key
from tests.bench.timed import percentile

PANES = ("actors", "statements", "figures", "documents")
SHARE_OF_VISIDATA, DECODES = 0.8, 1.6
FIRST = r"\S"
"""What the first frame has, of whatever archive: something."""
NOISE = 1.05
"""Two starts of the same archive differ by so much."""
EDITS = 5
ROWS = r"2 Statements · [\d,]+ (?s:.*)▸"
FIRST_ROWS, FIRST_ALL = 8, 20
"""Decodes that it takes, where there's no index, until all is shown, and until all is filterable."""


def starts(ours: Program, sample: Program, floor: Program, home: Path, times: int, decoded: float) -> list[Bar]:
    """Until all of the archive can be filtered; and until there is a frame, in turns with the sample."""
    begun, whole = _first_start(ours, home)
    to_first_key(sample, home, FIRST)
    rounds = [(*_started(ours, home), _started(sample, home)[0], _bare(floor, home)) for _ in range(times + 1)][1:]
    first, all_, of_sample, least = (median(found) for found in zip(*rounds, strict=True))
    bar = least + DECODES * decoded
    measured = f"{all_ * 1000:,.0f} by {least * 1000:.0f} + {DECODES} x {decoded * 1000:.0f} ms: {all_ / bar:.2f}"
    shown, answered = ((seconds - least) / decoded for seconds in (begun, whole))
    once = f"{begun * 1000:,.0f}, {whole * 1000:,.0f} ms: {shown:.1f}, {answered:.1f}"
    frames = f"{first * 1000:.0f} by {of_sample * 1000:.0f} ms: {first / of_sample:.2f}"
    return [
        Bar(f"start to all filterable, by the bare app + {DECODES} decodes", measured, "≤ 1", all_ <= bar),
        Bar(
            "… without an index, in decodes: all shown, all filterable",
            once,
            f"≤ {FIRST_ROWS}, {FIRST_ALL}",
            shown <= FIRST_ROWS and answered <= FIRST_ALL,
        ),
        Bar("first frame, by the sample's", frames, "≤ 1", first <= of_sample * NOISE),
    ]


def _first_start(ours: Program, home: Path) -> tuple[float, float]:
    """Seconds until rows and counts of all are shown, and until all is filterable, where there is no index."""
    index_of(Path(ours.command[ours.command.index("--archive") + 1])).unlink(missing_ok=True)
    with ours.started(home) as terminal:
        return terminal.wait_for(ROWS), terminal.wait_for(ours.loaded)


def _started(program: Program, home: Path) -> tuple[float, float]:
    """Seconds until the first frame, and until all is on board."""
    with program.started(home) as terminal:
        return terminal.wait_for(FIRST), terminal.wait_for(program.loaded)


def _bare(floor: Program, home: Path) -> float:
    with floor.started(home) as terminal:
        return terminal.wait_for(floor.loaded)


def memory(ours: Program, visidata: Program, home: Path) -> list[Bar]:
    """The peaks, sayso's after all words of the bench were filtered for, VisiData's once it has read its table."""
    if visidata.missing:
        return [Bar("peak memory, by VisiData's", "VisiData is not installed", f"≤ {SHARE_OF_VISIDATA}", None)]
    own, theirs = _peak(ours, home, WORDS), _peak(visidata, home, ())
    measured = f"{own:.0f} by {theirs:.0f} MB: {own / theirs:.2f}"
    return [Bar("peak memory, by VisiData's", measured, f"≤ {SHARE_OF_VISIDATA}", own / theirs <= SHARE_OF_VISIDATA)]


def _peak(program: Program, home: Path, words: tuple[str, ...]) -> float:
    with ready(program, home) as terminal:
        for word in words:
            typed(terminal, word)
        terminal.usage.look()
        return terminal.usage.peak_mb


def keystrokes(files: Files) -> list[Bar]:
    """The index alone: each letter of the words, first screenful and then all that the screen tells of it."""
    with Archive.open(files.archive, read_only=True) as archive:
        archive.load()
        pairs = [_keystroke(archive.index, word[:end]) for word in WORDS for end in range(1, len(word) + 1)]
    first, whole = zip(*pairs, strict=True)
    screens = f"{percentile(first, 50):.1f} ms p50, worst {max(first):.1f}"
    results = f"{percentile(whole, 50):.1f} ms p50, worst {max(whole):.1f}"
    return [
        Bar("a letter, index side: first screenful", screens, "≤ 10 ms at worst", max(first) <= 10),
        Bar("… whole result and all counts", results, "≤ 50 ms at worst", max(whole) <= 50),
    ]


def _keystroke(index: Index, text: str) -> tuple[float, float]:
    """Milliseconds until the first rows of the statements, and until everything."""
    begun = perf_counter()
    result = index.search(text)
    _ = result.ids("statements")[:40]
    first = perf_counter() - begun
    for pane in PANES:
        _ = result.described(pane) if pane in ("actors", "documents") else (result.count(pane), result.ids(pane)[:40])
    _ = result.actor_counts, result.document_counts
    return first * 1000, (perf_counter() - begun) * 1000


def others_edits(files: Files, statements: int, home: Path) -> list[Bar]:
    """From the end of another's `sayso edit` until its tag, which is filtered for, brings the row to the screen."""
    copy = home / "shared.json"
    shutil.copy(files.archive, copy)
    with Archive.open(copy, read_only=True) as archive:
        newest = archive.index.ids("statements")[:EDITS]
    browser = sayso(copy, statements)
    browser = replace(browser, command=(*browser.command, "browse", "--filter", "tag:seen"), loaded=_left(0))
    waited = []
    with browser.started(home) as terminal:
        terminal.wait_for(browser.loaded)
        for number, statement_id in enumerate(newest, 1):
            ran(["--archive", str(copy), "edit", statement_id, "+seen"], home)
            ended = perf_counter()
            terminal.wait_for(_left(number))
            waited.append(perf_counter() - ended)
    measured = f"{median(waited) * 1000:.0f} ms, worst {max(waited) * 1000:.0f}"
    return [Bar("another's edit is on the screen after", measured, "≤ 1 s", max(waited) <= 1)]


def _left(statements: int) -> str:
    """The title of the statements, where the filter leaves so many."""
    return rf"2 Statements · {statements} of [\d,]+"
