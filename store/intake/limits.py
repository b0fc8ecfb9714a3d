"""How much of a file is read, and what reading it may cost before it is given up."""

from __future__ import annotations

import resource
from pathlib import Path
from time import process_time

MAX_BYTES = 32 * 2**20
"""Of a file. A page with its pictures inlined is a few MiB; an article is some kilobytes."""
MAX_TEXT = 4 * 2**20
"""Characters of a document: three long books."""
SECONDS = 10
"""Of a core, for reading a file, and once more for drafting it; a long article takes a tenth of one."""
PATIENCE = 120
"""Seconds by the clock, for a machine that is busy with other things."""
MEMORY = 2**30
"""Bytes that a reader may ask for beyond what it had when it began."""


def bound_memory() -> None:
    """For this process, from now on: whoever asks for more gets MemoryError. Not where the system can't be asked."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, resource.RLIM_INFINITY))


def bound_time() -> None:
    """For what this process does next: after SECONDS of a core the system ends it, even if nobody watches any more."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(process_time()) + SECONDS + 1
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))
