"""The bars for keeping: what an edit, an import and a list cost, by plain TinyDB and by decoding the file."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import msgspec
from msgspec.structs import replace
from tinydb import TinyDB, where

from store.archive import Archive, Change
from store.model import TABLES, Record
from tests.bench.bar import Bar
from tests.bench.made_up import Files, write
from tests.bench.processes import Usage
from tests.bench.programs import environment
from tests.bench.timed import percentile

EDITS, PLAIN_EDITS, REPEATED = 60, 3, 5
FEW = 1_000
"""Statements of the archive whose edits those of the large one are compared with."""


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def decoding(path: Path) -> float:
    """Seconds that msgspec takes to read the file and decode every record of it, the median of several."""
    kinds = msgspec.defstruct("Tables", [(name, dict[str, kind], msgspec.field(default_factory=dict))  # type: ignore[valid-type]
                                         for name, kind in TABLES.items()])  # fmt: skip
    decoder = msgspec.json.Decoder(kinds)
    return median(seconds(lambda: decoder.decode(path.read_bytes())) for _ in range(REPEATED))


def _edited(path: Path) -> list[float]:
    """Seconds of each edit: a note on a statement, written so that it outlives a power cut."""
    rnd, times = random.Random(3), []
    with Archive.open(path) as archive:
        archive.load()
        for number, statement_id in enumerate(rnd.sample(list(archive.records.statements), EDITS)):
            statement = archive.records.statements[statement_id]
            change = Change(replace(statement, note=f"looked up, {number}"), statement.revision)
            times.append(seconds(lambda change=change: archive.apply([change])))  # type: ignore[misc]
    return times


def _edited_plainly(path: Path) -> list[float]:
    """The same by TinyDB as it comes, which reads and writes the whole file."""
    with TinyDB(path) as plain:
        statements = plain.table("statements")
        ids = [str(statement["id"]) for statement in statements.all()[:PLAIN_EDITS]]
        return [seconds(lambda found=found: statements.update({"note": "looked up"}, where("id") == found))  # type: ignore[misc]
                for found in ids]  # fmt: skip


def edits(files: Files, home: Path) -> list[Bar]:
    """A durable edit in the large archive, by plain TinyDB's, and by one in a small archive."""
    large, plain = home / "large.json", home / "plain.json"
    shutil.copy(files.archive, large)
    shutil.copy(files.archive, plain)
    small = write(home / "few", FEW).archive
    ours, theirs, few = _edited(large), _edited_plainly(plain), _edited(small)
    share, growth = median(ours) / median(theirs), median(ours) / median(few)
    times = f"{median(ours) * 1000:.2f} (p95 {percentile(ours, 95) * 1000:.1f})"
    return [
        Bar("a durable edit, by plain TinyDB's", f"{times} by {median(theirs) * 1000:,.0f} ms: {share:.4f}", "≤ 0.01",
            share <= 0.01),
        Bar(f"… by one in an archive of {FEW:,}", f"{median(few) * 1000:.2f} ms: {growth:.2f}", "≤ 2", growth <= 2),
    ]  # fmt: skip


def ran(arguments: list[str], home: Path) -> tuple[float, float]:
    """Seconds and peak memory, in MB, of the command, which must end well."""
    command = [sys.executable, "-m", "tui.cli", *arguments]
    start = perf_counter()
    process = subprocess.Popen(command, env=environment(home), cwd=home, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)  # fmt: skip
    usage, said = Usage(process.pid), b""
    while process.poll() is None:
        usage.look()
        try:
            said = process.communicate(timeout=0.02)[1]
        except subprocess.TimeoutExpired:
            continue
    if process.returncode:
        raise EOFError(f"{' '.join(arguments)} ended with {process.returncode}: {said.decode()}")
    return perf_counter() - start, usage.peak_mb


def importing(files: Files, home: Path) -> list[Bar]:
    """All records of the made-up archive into a new one, from the start of the command to its end."""
    exported = home / "exported.json"
    records = _all_of(files.archive)
    exported.write_bytes(_exchanged(records))
    took, memory = ran(["--archive", str(home / "imported.json"), "import", str(exported)], home)
    rate = len(records) / took
    measured = f"{rate:,.0f}: {len(records):,} in {took:.1f} s, {memory:,.0f} MB"
    return [Bar("import: records a second", measured, "≥ 10,000", rate >= 10_000)]


def _all_of(path: Path) -> list[Record]:
    with Archive.open(path, read_only=True) as archive:
        return list(archive.records)


def _exchanged(records: list[Record]) -> bytes:
    """The format that `sayso export --format json` writes."""
    tables = {name: [record for record in records if type(record) is kind] for name, kind in TABLES.items()}
    return msgspec.json.encode({"sayso": 1, **tables})


def listing(files: Files, home: Path, decoded: float) -> list[Bar]:
    """`sayso list` of one actor's statements, from the start of the command to its end."""
    arguments = ["--archive", str(files.archive), "list", "statements", "actor:bek", "--limit", "10"]
    took = median(ran(arguments, home)[0] for _ in range(REPEATED))
    share = took / decoded
    measured = f"{took * 1000:.0f} by {decoded * 1000:.0f} ms: {share:.2f}"
    return [Bar("list … 'actor:x' --limit 10, by decoding the file", measured, "≤ 1.5", share <= 1.5)]
