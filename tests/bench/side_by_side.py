"""Each program by itself on the same statements: start, memory, moving, filtering, resting."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.bench.keys import WORDS, answered, coded, pressed
from tests.bench.measured_terminal import Answer, MeasuredTerminal
from tests.bench.programs import Program
from tests.bench.starting import quiet_for
from tests.bench.timed import Timed

HEAD = ("program", "first rows / all read", "memory", "step", "page down", "filter key", "idle")
STEPS, PAGES = 20, 10
SEARCHING = 1.5
"""Seconds without output after which a search that was begun is over."""


def row(program: Program, home: Path, seconds: float) -> tuple[str, ...]:
    """One row of the table; times are p50 / p95 to the last byte, bytes p50, memory the peak of all its processes."""
    if program.missing:
        return program.name, "not installed", *[""] * (len(HEAD) - 2)
    try:
        return _measured(program, home, seconds)
    except (TimeoutError, EOFError) as error:
        sys.stderr.write(f"{program.name}: {error}\n")
        return program.name, "could not be measured", *[""] * (len(HEAD) - 2)


def _measured(program: Program, home: Path, seconds: float) -> tuple[str, ...]:
    with program.started(home) as terminal:
        first, loaded = terminal.wait_for_bytes(program.first), terminal.wait_for(program.loaded)
        terminal.settle()
        pressed(terminal, coded(program.prepare))
        terminal.settle()
        sent, share = quiet_for(terminal, seconds)
        step = Timed(answered(terminal, [program.down] * STEPS))
        page = str(Timed(answered(terminal, [program.page] * PAGES))) if program.page else "–"
        filtered = _filtered(program, terminal)
        terminal.usage.look()
        start = f"{first * 1000:,.0f} / {loaded * 1000:,.0f} ms"
        idle = f"{sent / seconds:.0f} B/s, {share * 100:.1f} %"
        return program.name, start, f"{terminal.usage.peak_mb:.0f} MB", str(step), page, filtered, idle


def _filtered(program: Program, terminal: MeasuredTerminal) -> str:
    """Of each letter; of the key that begins the search where a program shows nothing before that."""
    if program.filter is None:
        return "–"
    before, after = program.filter
    letters: list[Answer] = []
    begun: list[Answer] = []
    for word in WORDS:
        pressed(terminal, coded(before))
        letters += answered(terminal, coded(word))
        first, *rest = coded(after)
        begun.append(terminal.press(first, quiet=None if program.live else SEARCHING))
        pressed(terminal, rest)
    return str(Timed(letters)) if program.live else f"not live; {Timed(begun).times}"
