"""The bars for waiting: how soon the first key is answered, and what is sent while nobody does anything."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter

from tests.bench.bar import Bar
from tests.bench.drawing import ready
from tests.bench.measured_terminal import MeasuredTerminal
from tests.bench.programs import Program

SECOND_ROW = r"2 Statements[^\n]*\n[^\n▸]*\n[^\n]*▸"
"""The cursor on the second row of the statements: what `j` brings in sayso's first screen."""


def to_first_key(program: Program, home: Path, answered: str) -> float:
    """Seconds from the start until the first key, sent as soon as there is something to move in, shows its effect."""
    with program.started(home) as terminal:
        terminal.wait_for_bytes(program.first)
        terminal.write(b"j")
        return terminal.wait_for(answered)


def start(ours: Program, floor: Program, home: Path, starts: int) -> Bar:
    """sayso on its sample and the bare app in turns, after one start each that compiles what is not compiled yet."""
    rounds = [
        (to_first_key(ours, home, SECOND_ROW), to_first_key(floor, home, "counted 1")) for _ in range(starts + 1)
    ][1:]
    sayso, least = (median(times) * 1000 for times in zip(*rounds, strict=True))
    measured = f"{sayso:.0f} by {least:.0f} ms: {sayso / least:.2f}"
    return Bar("start to first key answered, sample, by the bare app's", measured, "≤ 1.35", sayso / least <= 1.35)


def idle(sayso: Program, home: Path, seconds: float) -> list[Bar]:
    """At rest on the whole screen, and while a filter is being typed and nobody types."""
    with ready(sayso, home) as terminal:
        at_rest = _idle("idle", terminal, seconds)
        for key in (b"/", b"s"):
            terminal.press(key)
        return [at_rest, _idle("idle, a filter half typed", terminal, seconds)]


def _idle(what: str, terminal: MeasuredTerminal, seconds: float) -> Bar:
    sent, share = quiet_for(terminal, seconds)
    measured = f"{sent} B, {share * 100:.2f} % of a core"
    return Bar(f"{what} for {seconds:.0f} s", measured, "0 B, < 0.5 %", sent == 0 and share < 0.005)


def quiet_for(terminal: MeasuredTerminal, seconds: float) -> tuple[int, float]:
    """Bytes sent while nothing is done, and the share of a core that is used."""
    terminal.usage.look()
    before, used, end = len(terminal.sent), terminal.usage.cpu_seconds, perf_counter() + seconds
    while (left := end - perf_counter()) > 0:
        terminal.read(left)
    terminal.usage.look()
    return len(terminal.sent) - before, (terminal.usage.cpu_seconds - used) / seconds
