"""What a program costs the machine, with all the processes it started; and whether the machine was quiet. Linux."""

from __future__ import annotations

import os
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
ROUNDS = 400_000
"""Of the loop that tells whether the machine is quiet: some 30 ms."""


@dataclass
class Usage:
    """Memory and time of a process and its children, as far as they were seen while they lived."""

    root: int
    peaks: dict[int, int] = field(default_factory=dict)
    seconds: dict[int, float] = field(default_factory=dict)

    def look(self) -> None:
        """Reads /proc; what has ended keeps what was seen of it."""
        for process in tree(self.root):
            try:
                status = Path(f"/proc/{process}/status").read_text()
                times = _stat(process)[11:13]
            except OSError:
                continue
            if peak := re.search(r"VmHWM:\s+(\d+)", status):
                self.peaks[process] = int(peak[1])
            self.seconds[process] = sum(map(int, times)) / TICKS

    @property
    def peak_mb(self) -> float:
        """The sum of the peaks of resident memory; pages that processes share count for each."""
        return sum(self.peaks.values()) / 1024

    @property
    def cpu_seconds(self) -> float:
        return sum(self.seconds.values())


def tree(root: int) -> list[int]:
    """The process and all that descend from it."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                children[int(_stat(int(name))[1])].append(int(name))
            except OSError:
                continue
    found = [root]
    for process in found:
        found += children[process]
    return found


def _stat(process: int) -> list[str]:
    """The fields of /proc/PID/stat after the name, which may hold anything: state, parent, … user and system time."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def contention() -> float:
    """Wall time over processor time of a fixed loop: 1.0 is a quiet machine, and figures from 2 on are worth little."""
    wall, processor = time.perf_counter(), time.process_time()
    total = 0
    for number in range(ROUNDS):
        total += number * number
    return (time.perf_counter() - wall) / max(time.process_time() - processor, 1e-9)
