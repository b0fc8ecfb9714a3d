"""The bar for a poor line: a filter key over ssh with 100 ms round trip and 256 kbit/s, through a relay."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.bench.bar import Bar
from tests.bench.drawing import ready, typed
from tests.bench.keys import TITLE_WORDS, WORDS, pressed, rows_stayed, source_region
from tests.bench.programs import ROOT, Program, environment
from tests.bench.relay import relay
from tests.bench.sshd import UnusableError, remote_command, sshd
from tests.bench.timed import Timed

ROUND_TRIP, KBIT = 100, 256
"""Milliseconds, half of them each way, and kilobits a second each way."""
QUIET = 0.6
"""Seconds without output that end an answer: a whole screen is on its way for a quarter of a second."""
GRACE = 80
"""Milliseconds beside the round trip."""


def over_the_line(sayso: Program, home: Path) -> list[Bar]:
    """Over sshd where there is one, else over a bridge, and says so."""
    far = replace(sayso, quiet=QUIET)
    try:
        with sshd(home / "sshd") as server, relay(server.port, delay_ms=ROUND_TRIP / 2, kbit=KBIT) as line:
            command = remote_command(sayso.command, {**environment(home), "TERM": "xterm-256color"}, home)
            return _measured(replace(far, command=tuple(server.command(command, port=line.port))), home, "ssh")
    except UnusableError as reason:
        with bridged(sayso, home) as port, relay(port, delay_ms=ROUND_TRIP / 2, kbit=KBIT) as line:
            join = (sys.executable, str(ROOT / "tests/bench/bridge.py"), "join", str(line.port))
            return _measured(replace(far, command=join), home, f"no ssh, {reason}; a bare connection")


def _measured(sayso: Program, home: Path, how: str) -> list[Bar]:
    with ready(sayso, home) as terminal:
        shown = source_region(terminal)
        keys = [answer.apart_from(shown) for word in WORDS for answer in typed(terminal, word)]
        pressed(terminal, [b"g", b"z"])
        zoomed = [answer for word in TITLE_WORDS for answer in typed(terminal, word)]
        staying = [answer for answer in zoomed if rows_stayed(answer, terminal)]
    what = f"{ROUND_TRIP} ms, {KBIT} kbit/s ({how})"
    return [_bar(f"{what}: filter key", Timed(keys)), _bar("… zoomed, rows stay", Timed(staying))]


def _bar(what: str, keys: Timed) -> Bar:
    most = ROUND_TRIP + GRACE
    return Bar(what, keys.times, f"p50 ≤ {most} ms", keys.milliseconds(50) <= most)


@contextmanager
def bridged(sayso: Program, home: Path) -> Iterator[int]:
    """sayso behind a loopback port, without ssh."""
    command = [sys.executable, str(ROOT / "tests/bench/bridge.py"), "serve", *sayso.command]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(home), cwd=home) as process:
        try:
            yield int(process.stdout.readline() if process.stdout else "")
        finally:
            process.terminate()
