"""Who is at work, and when: what a flag is signed with."""

from __future__ import annotations

import os
import pwd
from datetime import UTC, datetime
from typing import NamedTuple, Self


class Editor(NamedTuple):
    """`by` is the name in `SAYSO_USER`, else the login; `at` is UTC, to the second, as in 2016-12-13T09:00:00Z."""

    by: str
    at: str

    @classmethod
    def now(cls) -> Self:
        return cls(
            _plain(os.environ.get("SAYSO_USER", "")) or login(), datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        )


def _plain(name: str) -> str:
    """The name as a file can hold it: printable, on one line, at most 100 characters."""
    held = " ".join(name.encode("utf-8", "replace").decode().split())
    return "".join(filter(str.isprintable, held))[:100].strip()


def login() -> str:
    """The name of the process's own user, whatever the environment says; its number where the system has no name."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
